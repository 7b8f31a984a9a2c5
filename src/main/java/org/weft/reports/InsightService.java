package org.weft.reports;

import java.time.Clock;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.weft.access.CurrentUser;
import org.weft.access.Role;
import org.weft.access.Scope;
import org.weft.base.NotFoundException;
import org.weft.base.Text;
import org.weft.people.Level;
import org.weft.programs.CycleOption;
import org.weft.programs.CycleService;

/** The figures of a cycle for those who steer by them. Groups of fewer than five people are shown to HR only. */
@Service
@PreAuthorize("hasAnyRole('EXECUTIVE', 'HR')")
@Transactional(readOnly = true)
public class InsightService {

    private final CycleService cycles;
    private final CycleFigures figures;
    private final CurrentUser currentUser;
    private final Clock clock;

    InsightService(CycleService cycles, CycleFigures figures, CurrentUser currentUser, Clock clock) {
        this.cycles = cycles;
        this.figures = figures;
        this.currentUser = currentUser;
        this.clock = clock;
    }

    /**
     * @param scope whose figures, as {@link CurrentUser#figuresScope()} says
     * @throws NotFoundException if there is no such cycle within the scope
     */
    public Insight read(Scope scope, long cycleId) {
        var cycle = cycles.options(scope).stream()
                .filter(option -> option.id() == cycleId)
                .findFirst()
                .orElseThrow(() -> new NotFoundException("cycle", cycleId));
        var protect = !currentUser.has(Role.HR);
        var cells = figures.people(scope, cycleId);
        var total = sum(cells);
        if (protect && total.participants() > 0 && total.participants() < SmallGroups.LEAST) {
            return withheld(cycle, scope);
        }
        var conversations = figures.conversations(scope, cycleId);
        return new Insight(
                cycle,
                scope instanceof Scope.Everybody,
                clock.instant(),
                total,
                conversations.held(),
                conversations.acrossDepartments(),
                breakdown(departments(cells), protect, Text.of("reports.group.otherDepartments")),
                breakdown(levels(cells), protect, Text.of("reports.group.otherLevels")),
                false);
    }

    private Insight withheld(CycleOption cycle, Scope scope) {
        var nothing = new Breakdown(List.of(), 0, true);
        return new Insight(
                cycle, scope instanceof Scope.Everybody, clock.instant(), Figures.NONE, 0, 0, nothing, nothing, true);
    }

    private static Breakdown breakdown(List<Group> groups, boolean protect, Text others) {
        return protect ? SmallGroups.protect(groups, others) : new Breakdown(groups, 0, false);
    }

    /** By name; people without a department last. */
    private static List<Group> departments(List<CycleFigures.Cell> cells) {
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

    private static List<Group> levels(List<CycleFigures.Cell> cells) {
        return group(cells, CycleFigures.Cell::level).entrySet().stream()
                .sorted(Map.Entry.comparingByKey())
                .map(entry -> new Group(
                        Text.of("level." + ((Level) entry.getKey()).name()), null, entry.getKey(), entry.getValue()))
                .toList();
    }

    private static <K> Map<K, Figures> group(List<CycleFigures.Cell> cells, Function<CycleFigures.Cell, K> key) {
        var groups = new HashMap<K, Figures>();
        cells.forEach(cell -> groups.merge(key.apply(cell), cell.figures(), Figures::plus));
        return groups;
    }

    private static Figures sum(Collection<CycleFigures.Cell> cells) {
        return cells.stream().map(CycleFigures.Cell::figures).reduce(Figures.NONE, Figures::plus);
    }
}
