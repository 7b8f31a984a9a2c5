package org.weft.progress.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.data.renderer.LitRenderer;
import java.util.function.Consumer;
import java.util.function.Function;
import org.weft.progress.ProgressRow;

/** A line of the grouped list as a card, where there is no room for columns: a group with its sums, or somebody in it. */
final class GroupedCard {

    private GroupedCard() {}

    /**
     * @param words what the line's cells would say
     * @param path where somebody's name leads
     * @param toggle opens or closes a group
     */
    static LitRenderer<GroupedLine> of(
            Component owner,
            Function<GroupedLine, CellWords> words,
            Function<ProgressRow, String> path,
            Consumer<GroupedLine> toggle) {
        return LitRenderer.<GroupedLine>of("""
                        <div class="weft-progress-card ${item.group ? '' : 'weft-group-card'}">
                          <div class="weft-person">
                            ${item.group
                              ? html`<vaadin-grid-tree-toggle class="weft-group" @click=${onClick}
                                  .leaf=${!model.hasChildren} .expanded=${live(model.expanded)} .level=${model.level}
                                  ><span class="weft-person-words">
                                    <span class="weft-person-name">${item.name}</span>
                                    <span class="weft-person-sub weft-numbers">${item.sub}</span>
                                  </span></vaadin-grid-tree-toggle>`
                              : html`<span class="weft-person-words">
                                  <a class="weft-person-name" href="${item.path}" router-link>${item.name}</a>
                                  <span class="weft-person-sub">${item.sub}</span>
                                </span>`}
                            ${item.health
                              ? html`<span class="weft-badge" data-tone="${item.tone}">${item.health}</span>` : ''}
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
                .withProperty("group", line -> line instanceof GroupedLine.Group)
                .withProperty("name", line -> name(words.apply(line), line))
                .withProperty("sub", line -> sub(owner, words.apply(line), line))
                .withProperty("path", line -> line instanceof GroupedLine.Person(var row) ? path.apply(row) : "")
                .withProperty(
                        "tone", line -> ProgressCells.tone(words.apply(line).healthTone()))
                .withProperty("health", line -> words.apply(line).health())
                .withProperty("full", line -> words.apply(line).fraction() >= 1)
                .withProperty("width", line -> Math.round(words.apply(line).fraction() * 100) + "%")
                .withProperty("done", line -> words.apply(line).done())
                .withProperty("due", line -> due(owner, words.apply(line), line))
                .withProperty("note", line -> words.apply(line).dueNote())
                .withProperty("talks", line -> talks(owner, line))
                .withFunction("onClick", toggle::accept);
    }

    private static String name(CellWords words, GroupedLine line) {
        return switch (line) {
            case GroupedLine.Group group -> ((GroupWords) words).name();
            case GroupedLine.Person(var row) -> row.name();
        };
    }

    private static String sub(Component owner, CellWords words, GroupedLine line) {
        return switch (line) {
            case GroupedLine.Group group -> ((GroupWords) words).people();
            case GroupedLine.Person(var row) -> ProgressCells.subLine(owner, row);
        };
    }

    private static String due(Component owner, CellWords words, GroupedLine line) {
        return switch (line) {
            case GroupedLine.Group group -> "";
            case GroupedLine.Person(var row) ->
                row.nextDue() == null
                        ? owner.getTranslation("progress.due.none")
                        : owner.getTranslation("progress.due", words.due());
        };
    }

    private static String talks(Component owner, GroupedLine line) {
        return switch (line) {
            case GroupedLine.Group(var group) ->
                owner.getTranslation("progress.talks", group.conversations(), group.external());
            case GroupedLine.Person(var row) ->
                owner.getTranslation("progress.talks", row.conversations(), row.external());
        };
    }
}
