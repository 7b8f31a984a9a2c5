package org.weft.progress.ui;

import com.vaadin.flow.component.grid.Grid;
import java.util.function.Consumer;

/** The keys of a row that has the focus: Enter opens it, Space marks it. Arrows are the grid's own. */
final class RowKeys {

    /**
     * Before the grid itself sees them. Within a cell that was entered, and on the box that marks a row, keys mean what
     * they always do.
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
              return section === 'body' && !(column && column.localName.includes('selection')) ? item : null;
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

    private static final String ROW = "event.detail.row";
    private static final String ENTER = "event.detail.enter";

    private RowKeys() {}

    static <T> void listen(Grid<T> grid, Consumer<T> enter, Consumer<T> space) {
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
