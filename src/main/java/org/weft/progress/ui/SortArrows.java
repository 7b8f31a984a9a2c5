package org.weft.progress.ui;

import com.vaadin.flow.component.grid.Grid;
import java.util.List;

/** The arrows in a grid's header. */
final class SortArrows {

    /** Headers of columns that come back are drawn some frames later; after a second nobody waits any more. */
    private static final String ONCE_DRAWN = """
            return new Promise((drawn) => {
              let frames = 60;
              const look = () => this.querySelectorAll('vaadin-grid-sorter').length >= $0 || frames-- === 0
                ? drawn() : requestAnimationFrame(look);
              look();
            });""";

    private SortArrows() {}

    /**
     * Tells the browser the order again, once the headers are there. One that was hidden when the order was set has not
     * heard of it, and an order that is already set is not sent a second time.
     */
    static <T> void show(Grid<T> grid) {
        var sorters = grid.getColumns().stream()
                .filter(column -> column.isVisible() && column.isSortable())
                .count();
        grid.getElement().executeJs(ONCE_DRAWN, sorters).then(drawn -> {
            var order = List.copyOf(grid.getSortOrder());
            grid.sort(List.of());
            grid.sort(order);
        });
    }
}
