package org.weft.progress.ui;

import com.vaadin.flow.data.renderer.LitRenderer;
import java.util.function.Function;

/** A line of the list as a card, where there is no room for columns. */
final class ProgressCard {

    /** The words of a card beside those of the cells. */
    interface Words extends CellWords {

        String name();

        /** What stands small below the name. */
        String sub();

        /** "Next due Nov 30"; empty where nothing can be due. */
        String nextDue();

        /** "4 conversations, 2 outside the team". */
        String talks();
    }

    private static final String TEMPLATE = """
            <div class="weft-progress-card">
              <div class="weft-person">
                %s
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
            </div>""";

    /** A name that leads to {@code item.path}. */
    static final String PERSON = """
            <span class="weft-person-words">
              <a class="weft-person-name" href="${item.path}" router-link>${item.name}</a>
              <span class="weft-person-sub">${item.sub}</span>
            </span>""";

    private ProgressCard() {}

    /** @param head how {@code item.name} and {@code item.sub} are shown */
    static <T> LitRenderer<T> of(String head, Function<T, ? extends Words> words) {
        return LitRenderer.<T>of(TEMPLATE.formatted(head))
                .withProperty("name", line -> words.apply(line).name())
                .withProperty("sub", line -> words.apply(line).sub())
                .withProperty(
                        "tone", line -> ProgressCells.tone(words.apply(line).healthTone()))
                .withProperty("health", line -> words.apply(line).health())
                .withProperty("full", line -> words.apply(line).fraction() >= 1)
                .withProperty("width", line -> Math.round(words.apply(line).fraction() * 100) + "%")
                .withProperty("done", line -> words.apply(line).done())
                .withProperty("due", line -> words.apply(line).nextDue())
                .withProperty("note", line -> words.apply(line).dueNote())
                .withProperty("talks", line -> words.apply(line).talks());
    }
}
