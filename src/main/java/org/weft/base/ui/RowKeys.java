package org.weft.base.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.grid.Grid;
import java.util.function.Consumer;

/** The keys of a row that has the focus: Enter opens it, Space marks it. Arrows are the grid's own. */
public final class RowKeys {

    /**
     * Before the grid itself sees them, which would take a space on the box that marks a row also for a click on the
     * row. Within a cell that was entered keys mean what they always do, and so does Enter on that box.
     */
    private static final String LISTEN = """
            if (this.weftRowKeys) {
              return;
            }
            this.weftRowKeys = true;
            const row = (event) => {
              if ((event.key !== 'Enter' && event.key !== ' ') || event.ctrlKey || event.metaKey || event.altKey
                  || this.hasAttribute('interacting')) {
                return null;
              }
              const {section, item, column} = this.getEventContext(event);
              const box = event.key === 'Enter' && column && column.localName.includes('selection');
              return section === 'body' && !box ? item : null;
            };
            this.addEventListener('keydown', (event) => {
              const item = row(event);
              if (item) {
                event.preventDefault();
                event.stopPropagation();
                this.dispatchEvent(
                  new CustomEvent('weft-row-key', {detail: {row: item.key, enter: event.key === 'Enter'}}));
              }
            }, true);
            // A space that is let go of would be a click to the grid, and open the row it has just marked.
            this.addEventListener('keyup', (event) => {
              if (event.key === ' ' && row(event)) {
                event.preventDefault();
                event.stopPropagation();
              }
            }, true);""";

    /** What covers the rows may take some frames to go; columns that come back take the cell away, and its focus. */
    private static final String FOCUS = """
            const grid = this.querySelector('vaadin-grid');
            const focus = (tries, reached) => {
              const at = document.activeElement;
              if (grid && at !== grid && (!reached || at === document.body)) {
                grid.shadowRoot.querySelector('#items [tabindex="0"]')?.focus();
              }
              if (grid && tries > 0) {
                requestAnimationFrame(() => focus(tries - 1, reached || document.activeElement === grid));
              }
            };
            focus(60, false);""";

    private static final String ROW = "event.detail.row";
    private static final String ENTER = "event.detail.enter";

    private RowKeys() {}

    /** Puts the focus where it was last among the rows, so that the arrows lead on from there. */
    public static void focus(Component around) {
        around.getElement().executeJs(FOCUS);
    }

    public static <T> void listen(Grid<T> grid, Consumer<T> enter, Consumer<T> space) {
        grid.addAttachListener(event -> grid.getElement().executeJs(LISTEN));
        grid.getElement()
                .addEventListener("weft-row-key", event -> {
                    var data = event.getEventData();
                    var row = grid.getDataCommunicator()
                            .getKeyMapper()
                            .get(data.get(ROW).asString());
                    if (row != null) {
                        (data.get(ENTER).asBoolean() ? enter : space).accept(row);
                    }
                })
                .addEventData(ROW)
                .addEventData(ENTER);
    }
}
