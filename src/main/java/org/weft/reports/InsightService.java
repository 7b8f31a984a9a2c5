package org.weft.reports;

import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.weft.access.CurrentUser;
import org.weft.access.Role;
import org.weft.access.Scope;
import org.weft.base.InvalidInputException;
import org.weft.base.NotFoundException;
import org.weft.base.Text;
import org.weft.people.Level;
import org.weft.programs.CycleOption;
import org.weft.programs.CycleService;

/**
 * The figures of a cycle for those who steer by them. Groups of fewer than five people are shown to HR only.
 *
 * <p>What is about the whole organisation is read from the picture that is kept of the cycle, a few rows however many
 * people there are; what is about one reporting line is counted when asked for.
 */
@Service
@PreAuthorize("hasAnyRole('EXECUTIVE', 'HR')")
public class InsightService {

    private static final int TREND_LENGTH = 4;

    private final CycleService cycles;
    private final CycleCamera camera;
    private final FigureSnapshots snapshots;
    private final CycleSizes sizes;
    private final CurrentUser currentUser;

    InsightService(
            CycleService cycles,
            CycleCamera camera,
            FigureSnapshots snapshots,
            CycleSizes sizes,
            CurrentUser currentUser) {
        this.cycles = cycles;
        this.camera = camera;
        this.snapshots = snapshots;
        this.sizes = sizes;
        this.currentUser = currentUser;
    }

    /**
     * @param scope whose figures, as {@link CurrentUser#figuresScope()} says
     * @return empty where the figures of a large cycle are still being put together for the first time
     * @throws NotFoundException if there is no such cycle within the scope
     */
    public Optional<Insight> read(Scope scope, long cycleId) {
        var cycle = cycle(scope, cycleId);
        return picture(scope, cycleId).map(picture -> insight(scope, cycle, picture));
    }

    /**
     * As {@link #read}, counted now whatever the scope: for a file. Of weeks it tells only the conversations.
     *
     * @throws NotFoundException if there is no such cycle within the scope
     * @throws InvalidInputException if there is nothing in it that may be shown
     */
    @Transactional(readOnly = true)
    public Insight count(Scope scope, long cycleId) {
        requireSome(scope, cycleId);
        return of(scope, cycleId, camera.count(scope, cycleId));
    }

    /** As {@link #count}, of what was counted over the facts that stand in the same file. */
    public Insight of(Scope scope, long cycleId, CyclePicture picture) {
        return insight(scope, cycle(scope, cycleId), picture);
    }

    /**
     * Whether there is anything to tell, found out before much is read.
     *
     * @throws InvalidInputException if there is nothing that may be shown
     */
    public void requireSome(Scope scope, long cycleId) {
        var participants = sizes.participants(scope, cycleId, SmallGroups.LEAST);
        if (participants == 0) {
            throw new InvalidInputException(Text.of("reports.workbook.nothing"));
        }
        if (!shown(participants)) {
            throw new InvalidInputException(Text.of("reports.withheld.text", SmallGroups.LEAST));
        }
    }

    /**
     * This cycle and up to three before it of the same program, the earliest first; those whose figures may not be shown
     * or are not there yet are left out.
     *
     * @throws NotFoundException if there is no such cycle within the scope
     */
    public List<TrendPoint> trend(Scope scope, long cycleId) {
        var cycle = cycle(scope, cycleId);
        return cycles.options(scope).stream()
                .filter(option -> option.programId() == cycle.programId()
                        && !option.startsOn().isAfter(cycle.startsOn()))
                .sorted(Comparator.comparing(CycleOption::startsOn).reversed())
                .limit(TREND_LENGTH)
                .flatMap(option -> picture(scope, option.id())
                        .filter(picture -> shown(picture.total().participants()))
                        .map(picture -> TrendPoint.of(option, picture))
                        .stream())
                .sorted(Comparator.comparing(point -> point.cycle().startsOn()))
                .toList();
    }

    private CycleOption cycle(Scope scope, long cycleId) {
        return cycles.options(scope.whole()).stream()
                .filter(option -> option.id() == cycleId)
                .findFirst()
                .orElseThrow(() -> new NotFoundException("cycle", cycleId));
    }

    private Optional<CyclePicture> picture(Scope scope, long cycleId) {
        return scope instanceof Scope.Everybody ? snapshots.read(cycleId) : Optional.of(camera.take(scope, cycleId));
    }

    /** Whether there is somebody, and they are not too few for whoever asks. */
    private boolean shown(int participants) {
        return participants >= (protect() ? SmallGroups.LEAST : 1);
    }

    private boolean protect() {
        return !currentUser.has(Role.HR);
    }

    private Insight insight(Scope scope, CycleOption cycle, CyclePicture picture) {
        var total = picture.total();
        var whole = scope.whole() instanceof Scope.Everybody;
        if (total.participants() > 0 && !shown(total.participants())) {
            var nothing = new Breakdown(List.of(), 0, true);
            return new Insight(
                    cycle, whole, picture.asOf(), Figures.NONE, 0, 0, Coverage.NONE, List.of(), nothing, nothing, true);
        }
        return new Insight(
                cycle,
                whole,
                picture.asOf(),
                total,
                picture.conversations(),
                picture.across(),
                picture.coverage(),
                picture.weeks(),
                breakdown(departments(picture.cells()), protect(), Text.of("reports.group.otherDepartments")),
                breakdown(levels(picture.cells()), protect(), Text.of("reports.group.otherLevels")),
                false);
    }

    private static Breakdown breakdown(List<Group> groups, boolean protect, Text others) {
        return protect ? SmallGroups.protect(groups, others) : new Breakdown(groups, 0, false);
    }

    /** By name; people without a department last. */
    static List<Group> departments(List<FigureCell> cells) {
        record Department(@Nullable Long id, @Nullable String name) {}
        return group(cells, cell -> new Department(cell.departmentId(), cell.department())).entrySet().stream()
                .sorted(Map.Entry.comparingByKey(
                        Comparator.comparing(Department::name, Comparator.nullsLast(String.CASE_INSENSITIVE_ORDER))
                                .thenComparing(Department::id, Comparator.nullsLast(Comparator.naturalOrder()))))
                .map(entry -> new Group(
                        entry.getKey().name() == null
                                ? Text.of("reports.group.noDepartment")
                                : Text.of("reports.group.named", entry.getKey().name()),
                        entry.getKey().id(),
                        null,
                        entry.getValue()))
                .toList();
    }

    private static List<Group> levels(List<FigureCell> cells) {
        return group(cells, FigureCell::level).entrySet().stream()
                .sorted(Map.Entry.comparingByKey())
                .map(entry -> new Group(
                        Text.of("level." + ((Level) entry.getKey()).name()), null, entry.getKey(), entry.getValue()))
                .toList();
    }

    private static <K> Map<K, Figures> group(List<FigureCell> cells, Function<FigureCell, K> key) {
        var groups = new HashMap<K, Figures>();
        cells.forEach(cell -> groups.merge(key.apply(cell), cell.figures(), Figures::plus));
        return groups;
    }
}
