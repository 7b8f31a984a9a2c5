package org.weft.reports;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.EnumMap;
import java.util.Map;
import java.util.function.Consumer;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.weft.people.Departments;
import org.weft.reports.EscalationFact.Task;

/** Streams what leads were asked to do as reminders did not reach somebody, and counts it. */
@Component
class EscalationFacts {

    /** As the lead's list of tasks has them: one for each person, however often the lead was asked. */
    private static final String ASKED = """
            (select pt.id as participant_id, min(m.created_at) as asked_at, count(*) as times,
                max(m.done_at) as done_at,
                count(case when m.done_at is null
                    and (pt.last_activity_at is null or pt.last_activity_at < m.created_at) then 1 end) as waiting
            from participant pt join reminder m on m.participant_id = pt.id and m.escalated
            where pt.cycle_id = :cycle and %s
            group by pt.id) asked join participant pt on pt.id = asked.participant_id""";

    private static final String TASK = """
            case when asked.waiting = 0 and asked.done_at is not null then 'DONE'
                when asked.waiting = 0 then 'ANSWERED'
                when pt.lead_id is null or pt.lead_id = pt.person_id or not pt.active
                    or pt.live_count - pt.completed_count - pt.submitted_count <= 0 then 'LAPSED'
                else 'OPEN' end""";

    private static final String ROWS = """
            select p.employee_number, p.display_name, d.name as department, pt.cohort_name, l.display_name as lead,
                asked.asked_at, asked.times, asked.done_at, pt.last_activity_at, %s as task
            from %s
            join person p on p.id = pt.person_id
            left join person l on l.id = pt.lead_id
            left join team t on t.id = pt.team_id
            %s
            order by asked.asked_at, pt.sort_name, pt.id""";

    private static final String COUNTS =
            "select tasks.task, count(*) as tasks from (select %s as task from %s) tasks group by tasks.task";

    private final JdbcClient jdbc;

    EscalationFacts(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Hands on every person in scope a lead was asked about, the earliest first. Within a transaction, as all streams. */
    void each(ReportFrame frame, Consumer<? super EscalationFact> sink) {
        try (var rows = statement(ROWS.formatted(TASK, asked(frame), Departments.JOINED), frame)
                .withFetchSize(ObjectiveFacts.FETCH_SIZE)
                .query((row, n) -> fact(row))
                .stream()) {
            rows.forEach(sink);
        }
    }

    Map<Task, Long> count(ReportFrame frame) {
        var counts = new EnumMap<Task, Long>(Task.class);
        statement(COUNTS.formatted(TASK, asked(frame)), frame).query(row -> {
            counts.put(Task.valueOf(row.getString("task")), row.getLong("tasks"));
        });
        return counts;
    }

    private static String asked(ReportFrame frame) {
        return ASKED.formatted(frame.scope().condition("pt.person_id"));
    }

    private JdbcClient.StatementSpec statement(String sql, ReportFrame frame) {
        return jdbc.sql(sql).params(frame.scope().parameters()).param("cycle", frame.cycleId());
    }

    private static EscalationFact fact(ResultSet row) throws SQLException {
        return new EscalationFact(
                row.getString("employee_number"),
                row.getString("display_name"),
                row.getString("department"),
                row.getString("cohort_name"),
                row.getString("lead"),
                row.getTimestamp("asked_at").toInstant(),
                row.getInt("times"),
                Task.valueOf(row.getString("task")),
                Moments.of(row.getTimestamp("done_at")),
                Moments.of(row.getTimestamp("last_activity_at")));
    }
}
