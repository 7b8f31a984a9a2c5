package org.weft.progress.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.data.renderer.LitRenderer;
import java.util.function.Supplier;
import org.weft.base.ui.Cells;
import org.weft.base.ui.Formats;
import org.weft.progress.ProgressColumn;
import org.weft.progress.ProgressRow;

/** A participant in the list: in cells, or as a card where there is no room for them. */
class PersonCells {

    private final Component owner;
    private final Formats formats;
    private final Supplier<ProgressAddress> address;
    private final ProgressCells<ProgressRow> cells;

    PersonCells(Component owner, Formats formats, Supplier<ProgressAddress> address) {
        this.owner = owner;
        this.formats = formats;
        this.address = address;
        cells = new ProgressCells<>(this::words);
    }

    LitRenderer<ProgressRow> of(ProgressColumn column) {
        return column == ProgressColumn.NAME
                ? Cells.person(ProgressRow::name, this::gone, this::path)
                : cells.of(column);
    }

    PersonWords words(ProgressRow row) {
        return new PersonWords(owner, formats, row);
    }

    LitRenderer<ProgressRow> card() {
        return LitRenderer.<ProgressRow>of("""
            <div class="weft-progress-card">
              <div class="weft-person">
                <span class="weft-person-words">
                  <a class="weft-person-name" href="${item.path}" router-link>${item.name}</a>
                  <span class="weft-person-sub">${item.sub}</span>
                </span>
                ${item.health ? html`<span class="weft-badge" data-tone="${item.tone}">${item.health}</span>` : ''}
              </div>
              <div class="weft-progress ${item.full ? 'weft-progress-full' : ''}">
                <span class="weft-progress-bar" aria-hidden="true"
                  ><span class="weft-progress-fill" style="inline-size: ${item.width}"></span></span>
                <span class="weft-progress-label weft-numbers">${item.done}</span>
              </div>
              <div class="weft-progress-card-facts">
                <span class="weft-due">${item.due}
                  ${item.note ? html`<span class="weft-due-note">${item.note}</span>` : ''}</span>
                <span>${item.talks}</span>
              </div>
            </div>""")
                .withProperty("path", this::path)
                .withProperty("name", ProgressRow::name)
                .withProperty("sub", row -> ProgressCells.subLine(owner, row))
                .withProperty("tone", row -> ProgressCells.tone(words(row).healthTone()))
                .withProperty("health", row -> words(row).health())
                .withProperty("full", row -> row.progress() >= 1)
                .withProperty("width", row -> Math.round(row.progress() * 100) + "%")
                .withProperty("done", row -> words(row).done())
                .withProperty(
                        "due",
                        row -> row.nextDue() == null
                                ? owner.getTranslation("progress.due.none")
                                : owner.getTranslation(
                                        "progress.due", words(row).due()))
                .withProperty("note", row -> words(row).dueNote())
                .withProperty(
                        "talks", row -> owner.getTranslation("progress.talks", row.conversations(), row.external()));
    }

    String path(ProgressRow row) {
        return address.get().person(row.personId()).href(ProgressNavigation.LIST);
    }

    /** Team and level have columns of their own here. */
    String gone(ProgressRow row) {
        return row.active() ? "" : owner.getTranslation("progress.person.left");
    }
}
