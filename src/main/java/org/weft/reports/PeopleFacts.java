package org.weft.reports;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.weft.access.Scope;
import org.weft.objectives.Health;
import org.weft.people.Departments;
import org.weft.people.Level;

/** Reads the participants of a cycle. */
@Component
class PeopleFacts implements Facts<PersonFact> {

    private static final String SQL = """
            select pt.id, pt.person_id, p.employee_number, pt.display_name, d.name as department, pt.team_name, p.level, pt.location,
                pt.cohort_name, l.display_name as lead, pt.live_count, pt.completed_count, pt.progress, pt.next_due_on,
                pt.health, pt.conversation_count, pt.external_count, pt.last_activity_at, pt.last_reminded_at
            from participant pt
            join person p on p.id = pt.person_id
            left join person l on l.id = pt.lead_id
            left join team t on t.id = pt.team_id
            %s
            where pt.cycle_id = :cycle and %s
            """;

    private static final String BY_NAME = "order by pt.sort_name, pt.id";
    private static final String NEXT = "and pt.id > :after order by pt.id fetch first :limit rows only";

    private static final String HEALTH = """
            select pt.health, count(*) as people from participant pt where pt.cycle_id = :cycle and %s group by pt.health""";

    private final JdbcClient jdbc;

    PeopleFacts(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** By name. */
    @Override
    public void each(Scope scope, long cycleId, Consumer<? super PersonFact> sink) {
        try (var rows = statement(Departments.JOINED, scope, cycleId, BY_NAME)
                .withFetchSize(FETCH_SIZE)
                .query((row, n) -> fact(row))
                .stream()) {
            rows.forEach(sink);
        }
    }

    @Override
    public List<PersonFact> page(Scope scope, long cycleId, long after, int limit) {
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

    /** How many participants in scope are how well. */
    Map<Health, Long> byHealth(Scope scope, long cycleId) {
        var counts = new EnumMap<Health, Long>(Health.class);
        jdbc.sql(HEALTH.formatted(scope.condition("pt.person_id")))
                .params(scope.parameters())
                .param("cycle", cycleId)
                .query(row -> {
                    counts.put(Health.valueOf(row.getString("health")), row.getLong("people"));
                });
        return counts;
    }

    private static PersonFact fact(ResultSet row) throws SQLException {
        return new PersonFact(
                row.getLong("id"),
                row.getLong("person_id"),
                row.getString("employee_number"),
                row.getString("display_name"),
                row.getString("department"),
                row.getString("team_name"),
                Level.valueOf(row.getString("level")),
                row.getString("location"),
                row.getString("cohort_name"),
                row.getString("lead"),
                row.getInt("live_count"),
                row.getInt("completed_count"),
                row.getDouble("progress"),
                row.getObject("next_due_on", LocalDate.class),
                Health.valueOf(row.getString("health")),
                row.getInt("conversation_count"),
                row.getInt("external_count"),
                Moments.of(row.getTimestamp("last_activity_at")),
                Moments.of(row.getTimestamp("last_reminded_at")));
    }
}
