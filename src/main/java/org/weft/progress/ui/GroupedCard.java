package org.weft.progress.ui;

import com.vaadin.flow.data.renderer.LitRenderer;
import java.util.function.Consumer;
import java.util.function.Function;
import org.weft.progress.ProgressRow;

/** A line of the grouped list as a card: a group with its sums, or somebody in it. */
final class GroupedCard {

    private static final String HEAD = """
            ${item.group
              ? html`<vaadin-grid-tree-toggle class="weft-group" @click=${onClick}
                  .leaf=${!model.hasChildren} .expanded=${live(model.expanded)} .level=${model.level}
                  ><span class="weft-person-words">
                    <span class="weft-person-name">${item.name}</span>
                    <span class="weft-person-sub weft-numbers">${item.sub}</span>
                  </span></vaadin-grid-tree-toggle>`
              : html`%s`}""".formatted(ProgressCard.PERSON);

    private GroupedCard() {}

    /**
     * @param words what the line's cells would say
     * @param path where somebody's name leads
     * @param toggle opens or closes a group
     */
    static LitRenderer<GroupedLine> of(
            Function<GroupedLine, ProgressCard.Words> words,
            Function<ProgressRow, String> path,
            Consumer<GroupedLine> toggle) {
        return ProgressCard.of(HEAD, words)
                .withProperty("group", line -> line instanceof GroupedLine.Group)
                .withProperty("path", line -> line instanceof GroupedLine.Person(var row) ? path.apply(row) : "")
                .withFunction("onClick", toggle::accept);
    }
}
