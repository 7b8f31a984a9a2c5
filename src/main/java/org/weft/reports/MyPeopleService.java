package org.weft.reports;

import java.time.Clock;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.weft.access.CurrentUser;
import org.weft.access.Scope;
import org.weft.base.DatabaseDialect;
import org.weft.base.NotFoundException;
import org.weft.programs.CycleScope;
import org.weft.programs.CycleService;
import org.weft.progress.ProgressFacet;
import org.weft.progress.ProgressFilter;
import org.weft.progress.ProgressService;

/** What those who lead people look at first, counted when asked for. */
@Service
@PreAuthorize("hasRole('MANAGER')")
@Transactional(readOnly = true)
public class MyPeopleService {

    private static final String HELD = """
            select c.held_on, count(*) as talks
            from participant pt
            join cycle cy on cy.id = pt.cycle_id
            join assignment a on a.participant_id = pt.id and a.status not in ('WAIVED', 'CANCELLED')
            join conversation_assignment ca on ca.assignment_id = a.id
            join conversation c on c.id = ca.conversation_id and c.held_on between cy.starts_on and cy.ends_on
            where %s
            group by c.held_on""";

    private static final String WANTED = """
            select a.due_on, sum(a.target) as talks
            from participant pt
            join assignment a on a.participant_id = pt.id and a.status not in ('WAIVED', 'CANCELLED')
            where %s and a.measure <> 'REPORTED'
            group by a.due_on""";

    private final CycleService cycles;
    private final ProgressService progress;
    private final MeetingsReader meetings;
    private final CycleFigures figures;
    private final CurrentUser currentUser;
    private final JdbcClient jdbc;
    private final DatabaseDialect dialect;
    private final Clock clock;

    MyPeopleService(
            CycleService cycles,
            ProgressService progress,
            MeetingsReader meetings,
            CycleFigures figures,
            CurrentUser currentUser,
            JdbcClient jdbc,
            DatabaseDialect dialect,
            Clock clock) {
        this.cycles = cycles;
        this.progress = progress;
        this.meetings = meetings;
        this.figures = figures;
        this.currentUser = currentUser;
        this.jdbc = jdbc;
        this.dialect = dialect;
        this.clock = clock;
    }

    private record Day(LocalDate day, long talks) {}

    /** The people the signed-in account leads, also where it may see others for another reason. */
    public Scope scope() {
        return currentUser.personId().<Scope>map(Scope.Led::new).orElseGet(Scope.Nobody::new);
    }

    /**
     * @param scope whose people, as {@link #scope()} says
     * @throws NotFoundException if there is no such cycle within the scope
     */
    public MyPeople read(Scope scope, long cycleId) {
        var cycle = cycles.options(scope).stream()
                .filter(option -> option.id() == cycleId)
                .findFirst()
                .orElseThrow(() -> new NotFoundException("cycle", cycleId));
        return new MyPeople(
                cycle,
                clock.instant(),
                figures.today(null),
                states(scope, cycleId),
                weeks(scope, cycleId, Weeks.of(cycle)),
                meetings.read(scope, cycleId));
    }

    /** How many of the people in scope are in a state that asks for something. */
    public PeopleStates states(Scope scope, long cycleId) {
        var everybody = ProgressFilter.of(cycleId);
        var counts = progress.count(scope, everybody);
        var silent = progress.count(scope, everybody.with(ProgressFacet.SILENT, PeopleStates.SILENT_DAYS));
        return new PeopleStates(
                counts.total(), counts.overdue(), silent.matching(), counts.atRisk(), counts.toReview());
    }

    private List<PlannedWeek> weeks(Scope scope, long cycleId, Weeks span) {
        var held = new long[span.count()];
        days(HELD, "held_on", scope, cycleId).forEach(day -> held[span.number(day.day())] += day.talks());
        var planned = new double[span.count()];
        days(WANTED, "due_on", scope, cycleId).forEach(due -> spread(due, span, planned));
        var weeks = new ArrayList<PlannedWeek>();
        for (var number = 0; number < span.count(); number++) {
            weeks.add(new PlannedWeek(number, held[number], planned[number]));
        }
        return weeks;
    }

    /** Evenly over the days from the first of the cycle to the due date, both included. */
    private static void spread(Day due, Weeks span, double[] planned) {
        var until = due.day().isBefore(span.startsOn()) ? span.startsOn() : due.day();
        var days = ChronoUnit.DAYS.between(span.startsOn(), until) + 1;
        for (var number = 0; number <= span.number(until); number++) {
            var last = span.lastDay(number).isBefore(until) ? span.lastDay(number) : until;
            planned[number] += due.talks() * (ChronoUnit.DAYS.between(span.firstDay(number), last) + 1.0) / days;
        }
    }

    private List<Day> days(String sql, String column, Scope scope, long cycleId) {
        return jdbc.sql(sql.formatted(CycleScope.condition(scope, ":cycle", dialect)))
                .params(scope.parameters())
                .param("cycle", cycleId)
                .query((row, n) -> new Day(row.getObject(column, LocalDate.class), row.getLong("talks")))
                .list();
    }
}
