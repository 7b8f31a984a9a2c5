package org.weft.reports;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.function.Consumer;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.weft.access.Scope;
import org.weft.objectives.AssignmentStatus;
import org.weft.objectives.Health;
import org.weft.objectives.ObjectiveType;
import org.weft.objectives.PlanKind;
import org.weft.people.Departments;
import org.weft.people.Level;

/** Reads the assignments of a cycle. */
@Component
class ObjectiveFacts implements Facts<ObjectiveFact> {

    private static final String SQL = """
            select a.id, a.participant_id, pt.person_id, p.employee_number, p.display_name, d.name as department, t.name as team, p.level, p.job_title,
                p.location, p.time_zone, c.name as cohort, a.code, a.title, a.type, a.plan_kind, a.target, a.unit,
                a.achieved, a.due_on, a.status, a.health, a.status_at
            from assignment a
            join participant pt on pt.id = a.participant_id
            join person p on p.id = pt.person_id
            join cohort c on c.id = pt.cohort_id
            left join team t on t.id = p.team_id
            %s
            where a.cycle_id = :cycle and %s
            """;

    private static final String BY_PERSON = "order by p.sort_name, p.id, a.due_on, a.code, a.id";
    private static final String NEXT = "and a.id > :after order by a.id fetch first :limit rows only";

    private final JdbcClient jdbc;
    private final CycleFigures figures;

    ObjectiveFacts(JdbcClient jdbc, CycleFigures figures) {
        this.jdbc = jdbc;
        this.figures = figures;
    }

    /** By person. */
    @Override
    public void each(Scope scope, long cycleId, Consumer<? super ObjectiveFact> sink) {
        try (var rows = statement(Departments.JOINED, scope, cycleId, BY_PERSON)
                .withFetchSize(FETCH_SIZE)
                .query((row, n) -> fact(row))
                .stream()) {
            rows.forEach(sink);
        }
    }

    @Override
    public List<ObjectiveFact> page(Scope scope, long cycleId, long after, int limit) {
        return statement(Departments.joinedTo("t.id"), scope, cycleId, NEXT)
                .param("after", after)
                .param("limit", limit)
                .query((row, n) -> fact(row))
                .list();
    }

    private JdbcClient.StatementSpec statement(String departments, Scope scope, long cycleId, String which) {
        return jdbc.sql(SQL.formatted(departments, scope.condition("pt.person_id")) + which)
                .params(scope.parameters())
                .param("cycle", cycleId);
    }

    private ObjectiveFact fact(ResultSet row) throws SQLException {
        var status = AssignmentStatus.valueOf(row.getString("status"));
        var dueOn = row.getObject("due_on", LocalDate.class);
        return new ObjectiveFact(
                row.getLong("id"),
                row.getLong("participant_id"),
                row.getLong("person_id"),
                row.getString("employee_number"),
                row.getString("display_name"),
                row.getString("department"),
                row.getString("team"),
                Level.valueOf(row.getString("level")),
                row.getString("job_title"),
                row.getString("location"),
                row.getString("cohort"),
                row.getString("code"),
                row.getString("title"),
                ObjectiveType.valueOf(row.getString("type")),
                PlanKind.valueOf(row.getString("plan_kind")),
                row.getInt("target"),
                row.getString("unit"),
                row.getInt("achieved"),
                dueOn,
                status,
                Health.valueOf(row.getString("health")),
                status.isOpen() && dueOn.isBefore(figures.today(row.getString("time_zone"))),
                row.getTimestamp("status_at").toInstant());
    }
}
