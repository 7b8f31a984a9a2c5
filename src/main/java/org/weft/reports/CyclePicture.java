package org.weft.reports;

import java.time.Instant;
import java.util.List;

/**
 * All figures of a cycle at one moment.
 *
 * @param weeks one for each week of the cycle
 */
record CyclePicture(
        Instant asOf, List<FigureCell> cells, List<Week> weeks, List<ObjectiveFigure> objectives, Coverage coverage) {

    CyclePicture {
        cells = List.copyOf(cells);
        weeks = List.copyOf(weeks);
        objectives = List.copyOf(objectives);
    }

    Figures total() {
        return cells.stream().map(FigureCell::figures).reduce(Figures.NONE, Figures::plus);
    }

    long conversations() {
        return weeks.stream().mapToLong(Week::conversations).sum();
    }

    long across() {
        return weeks.stream().mapToLong(Week::across).sum();
    }
}
