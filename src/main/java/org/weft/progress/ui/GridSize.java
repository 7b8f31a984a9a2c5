package org.weft.progress.ui;

import com.vaadin.flow.component.grid.Grid;
import org.weft.base.Count;

/** How far a lazy grid scrolls. */
final class GridSize {

    private GridSize() {}

    /** Where there are more rows than were counted, the end comes nearer as one scrolls towards it. */
    static void show(Grid<?> grid, Count rows) {
        var communicator = grid.getDataCommunicator();
        if (rows.more()) {
            communicator.setItemCountEstimate(Count.MOST);
            communicator.setItemCountEstimateIncrease(Count.MOST);
        } else {
            communicator.setDefinedSize(true);
        }
    }
}
