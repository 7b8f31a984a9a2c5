package org.weft.reports;

import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Service;
import org.weft.access.Scope;
import org.weft.base.NotFoundException;
import org.weft.programs.CycleOption;
import org.weft.programs.CycleService;

/** The figures of a whole cycle for HR, from the picture that is kept of it. */
@Service
@PreAuthorize("hasRole('HR')")
public class ProgramFigureService {

    private final CycleService cycles;
    private final FigureSnapshots snapshots;
    private final CycleFigures figures;

    ProgramFigureService(CycleService cycles, FigureSnapshots snapshots, CycleFigures figures) {
        this.cycles = cycles;
        this.snapshots = snapshots;
        this.figures = figures;
    }

    /**
     * @return empty where the figures of a large cycle are still being put together for the first time
     * @throws NotFoundException if there is no such cycle
     */
    public Optional<ProgramFigures> read(long cycleId) {
        var cycle = cycles.options(new Scope.Everybody()).stream()
                .filter(option -> option.id() == cycleId)
                .findFirst()
                .orElseThrow(() -> new NotFoundException("cycle", cycleId));
        return snapshots.read(cycleId).map(picture -> figures(cycle, picture));
    }

    private ProgramFigures figures(CycleOption cycle, CyclePicture picture) {
        return new ProgramFigures(
                cycle,
                picture.asOf(),
                figures.today(null),
                picture.total(),
                CohortFigures.of(picture.cells()),
                departments(picture.cells()),
                picture.weeks(),
                picture.objectives().stream()
                        .sorted(Comparator.comparingDouble(ObjectiveFigure::completionRate)
                                .thenComparingDouble(ObjectiveFigure::progress)
                                .reversed()
                                .thenComparing(ObjectiveFigure::code))
                        .toList());
    }

    private static List<DepartmentLevels> departments(List<FigureCell> cells) {
        return InsightService.departments(cells).stream()
                .map(group -> new DepartmentLevels(
                        group,
                        cells.stream()
                                .filter(cell -> Objects.equals(cell.departmentId(), group.teamId()))
                                .collect(Collectors.toMap(FigureCell::level, FigureCell::figures, Figures::plus))))
                .toList();
    }
}
