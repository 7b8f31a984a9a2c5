package org.weft.reports;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.function.Consumer;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.weft.objectives.AssignmentStatus;
import org.weft.objectives.Health;
import org.weft.people.Departments;

/** Streams what is overdue in a cycle, and counts it by cohort and age. */
@Component
class OverdueFacts {

    /** What may be overdue: where the day ends last decides for each by itself. */
    private static final String PASSED = """
            from assignment a
            join participant pt on pt.id = a.participant_id
            join person p on p.id = pt.person_id
            join cohort c on c.id = pt.cohort_id
            %s
            where pt.cycle_id = :cycle and a.due_on < :furthest and %s and %s
            """;

    private static final String ROWS = """
            select p.employee_number, p.display_name, p.time_zone, d.name as department, t.name as team,
                c.name as cohort, l.display_name as lead, a.code, a.title, a.target, a.unit, a.achieved, a.due_on,
                a.status, a.health, pt.last_activity_at, pt.last_reminded_at
            %s order by a.due_on, p.sort_name, p.id, a.code, a.id""";

    private static final String JOINS = """
            left join person l on l.id = pt.lead_id
            left join team t on t.id = p.team_id
            """ + Departments.JOINED;

    private static final String COUNTS = """
            select c.name as cohort, p.time_zone, a.due_on, count(*) as objectives,
                count(case when pt.last_reminded_at is null then 1 end) as not_reminded
            %s group by c.name, p.time_zone, a.due_on""";

    private final JdbcClient jdbc;
    private final CycleFigures figures;

    OverdueFacts(JdbcClient jdbc, CycleFigures figures) {
        this.jdbc = jdbc;
        this.figures = figures;
    }

    /**
     * So many of one cohort and age.
     *
     * @param notReminded those of people who got no reminder in the cycle
     */
    record Overdue(String cohort, long days, long objectives, long notReminded) {}

    /** Hands on every overdue assignment in scope, the longest overdue first. Within a transaction, as all streams. */
    void each(ReportFrame frame, Consumer<? super OverdueFact> sink) {
        try (var rows = statement(ROWS, JOINS, frame)
                .withFetchSize(ObjectiveFacts.FETCH_SIZE)
                .query((row, n) -> fact(row, frame))
                .stream()) {
            rows.filter(fact -> fact.daysOverdue() > 0).forEach(sink);
        }
    }

    /** Counts them. The same cohort and age may come more than once. */
    List<Overdue> count(ReportFrame frame) {
        return statement(COUNTS, "", frame)
                .query((row, n) -> new Overdue(
                        row.getString("cohort"),
                        days(row, frame),
                        row.getLong("objectives"),
                        row.getLong("not_reminded")))
                .list()
                .stream()
                .filter(one -> one.days() > 0)
                .toList();
    }

    private JdbcClient.StatementSpec statement(String sql, String joins, ReportFrame frame) {
        return jdbc.sql(sql.formatted(PASSED.formatted(
                        joins, CycleFigures.open(), frame.scope().condition("pt.person_id"))))
                .params(frame.scope().parameters())
                .param("cycle", frame.cycleId())
                .param("furthest", LocalDate.ofInstant(frame.asOf(), ZoneOffset.ofHours(14)));
    }

    private long days(ResultSet row, ReportFrame frame) throws SQLException {
        var today = figures.today(row.getString("time_zone"), frame.asOf());
        return today.toEpochDay() - row.getObject("due_on", LocalDate.class).toEpochDay();
    }

    private OverdueFact fact(ResultSet row, ReportFrame frame) throws SQLException {
        return new OverdueFact(
                row.getString("employee_number"),
                row.getString("display_name"),
                row.getString("department"),
                row.getString("team"),
                row.getString("cohort"),
                row.getString("lead"),
                row.getString("code"),
                row.getString("title"),
                row.getInt("target"),
                row.getString("unit"),
                row.getInt("achieved"),
                row.getObject("due_on", LocalDate.class),
                days(row, frame),
                AssignmentStatus.valueOf(row.getString("status")),
                Health.valueOf(row.getString("health")),
                Moments.of(row.getTimestamp("last_activity_at")),
                Moments.of(row.getTimestamp("last_reminded_at")));
    }
}
