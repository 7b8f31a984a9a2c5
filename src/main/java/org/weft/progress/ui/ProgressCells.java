package org.weft.progress.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.data.renderer.LitRenderer;
import com.vaadin.flow.data.renderer.Renderer;
import com.vaadin.flow.function.ValueProvider;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Locale;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.weft.base.ui.Cells;
import org.weft.base.ui.Formats;
import org.weft.base.ui.Tone;
import org.weft.people.Level;
import org.weft.progress.ProgressColumn;
import org.weft.progress.ProgressRow;

/** How a participant's values look in the cells of the list, and all of them in the card of a narrow one. */
class ProgressCells {

    private final Component owner;
    private final Formats formats;
    private final Supplier<ProgressAddress> address;

    ProgressCells(Component owner, Formats formats, Supplier<ProgressAddress> address) {
        this.owner = owner;
        this.formats = formats;
        this.address = address;
    }

    Renderer<ProgressRow> of(ProgressColumn column) {
        return switch (column) {
            case NAME -> Cells.person(ProgressRow::name, this::gone, this::path);
            case TEAM -> wrapped(row -> row.team() == null ? Formats.NOTHING : row.team());
            case LEVEL -> wrapped(row -> level(row.level()));
            case COHORT -> wrapped(ProgressRow::cohort);
            case PROGRESS -> Cells.progress(ProgressRow::progress, row -> formats.percent(row.progress()));
            case DONE -> number(row -> formats.of(row.completed(), row.live()));
            case CONVERSATIONS -> number(row -> formats.number(row.conversations()));
            case EXTERNAL -> number(row -> formats.number(row.external()));
            case NEXT_DUE -> due();
            case HEALTH -> Cells.badge(row -> Tone.ofHealth(row.health().name()), this::health);
            case LAST_ACTIVITY -> moment(ProgressRow::lastActivity);
            case LAST_REMINDER -> moment(ProgressRow::lastReminder);
        };
    }

    private static LitRenderer<ProgressRow> wrapped(ValueProvider<ProgressRow, String> text) {
        return LitRenderer.<ProgressRow>of("<span class=\"weft-progress-wrapped\">${item.text}</span>")
                .withProperty("text", text);
    }

    private static LitRenderer<ProgressRow> number(ValueProvider<ProgressRow, String> text) {
        return LitRenderer.<ProgressRow>of("<span class=\"weft-numbers\">${item.text}</span>")
                .withProperty("text", text);
    }

    private LitRenderer<ProgressRow> due() {
        return LitRenderer.<ProgressRow>of("""
                        <span class="weft-due" title="${item.exact}">
                          <span class="weft-numbers">${item.date}</span>
                          ${item.note ? html`<span class="weft-due-note">${item.note}</span>` : ''}
                        </span>""")
                .withProperty(
                        "date",
                        row -> row.nextDue() == null ? Formats.NOTHING : formats.shortDate(row.nextDue(), row.today()))
                .withProperty("exact", row -> row.nextDue() == null ? "" : formats.longDate(row.nextDue()))
                .withProperty("note", this::overdue);
    }

    private LitRenderer<ProgressRow> moment(ValueProvider<ProgressRow, @Nullable Instant> moment) {
        return LitRenderer.<ProgressRow>of("<span class=\"weft-numbers\" title=\"${item.exact}\">${item.date}</span>")
                .withProperty("date", row -> {
                    var at = moment.apply(row);
                    return at == null
                            ? Formats.NOTHING
                            : formats.shortDate(LocalDate.ofInstant(at, formats.zone()), row.today());
                })
                .withProperty("exact", row -> {
                    var at = moment.apply(row);
                    return at == null ? "" : formats.exact(at);
                });
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
                .withProperty("sub", this::subLine)
                .withProperty("tone", row -> tone(Tone.ofHealth(row.health().name())))
                .withProperty("health", this::health)
                .withProperty("full", row -> row.progress() >= 1)
                .withProperty("width", row -> Math.round(row.progress() * 100) + "%")
                .withProperty("done", row -> formats.of(row.completed(), row.live()))
                .withProperty(
                        "due",
                        row -> row.nextDue() == null
                                ? owner.getTranslation("progress.due.none")
                                : owner.getTranslation("progress.due", formats.shortDate(row.nextDue(), row.today())))
                .withProperty("note", this::overdue)
                .withProperty(
                        "talks", row -> owner.getTranslation("progress.talks", row.conversations(), row.external()));
    }

    private String path(ProgressRow row) {
        return address.get().person(row.personId()).href(ProgressNavigation.LIST);
    }

    private String subLine(ProgressRow row) {
        return subLine(owner, row);
    }

    /** Team and level have columns of their own here. */
    private String gone(ProgressRow row) {
        return row.active() ? "" : owner.getTranslation("progress.person.left");
    }

    /** Team and level, and that somebody has left. */
    static String subLine(Component owner, ProgressRow row) {
        var level = owner.getTranslation("level." + row.level().name());
        var place = row.team() == null ? level : row.team() + " · " + level;
        return row.active() ? place : owner.getTranslation("progress.left", place);
    }

    private String level(Level level) {
        return owner.getTranslation("level." + level.name());
    }

    private String health(ProgressRow row) {
        return row.live() == 0
                ? ""
                : owner.getTranslation("health." + row.health().name());
    }

    private String overdue(ProgressRow row) {
        return row.nextDue() != null && row.overdueDays() > 0 ? formats.overdue(row.nextDue(), row.today()) : "";
    }

    static String tone(Tone tone) {
        return tone.name().toLowerCase(Locale.ROOT);
    }
}
