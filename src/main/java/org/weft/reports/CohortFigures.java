package org.weft.reports;

import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;

/** One cohort beside the others. */
public record CohortFigures(long cohortId, String name, Figures figures) {

    /** By name. */
    static List<CohortFigures> of(List<FigureCell> cells) {
        return cells.stream()
                .collect(Collectors.toMap(
                        FigureCell::cohortId,
                        cell -> new CohortFigures(cell.cohortId(), cell.cohort(), cell.figures()),
                        (a, b) -> new CohortFigures(
                                a.cohortId(), a.name(), a.figures().plus(b.figures()))))
                .values()
                .stream()
                .sorted(Comparator.comparing(CohortFigures::name, String.CASE_INSENSITIVE_ORDER)
                        .thenComparing(CohortFigures::cohortId))
                .toList();
    }
}
