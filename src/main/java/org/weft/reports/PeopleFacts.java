package org.weft.reports;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.EnumMap;
import java.util.Map;
import java.util.function.Consumer;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.weft.access.Scope;
import org.weft.objectives.Health;
import org.weft.people.Departments;
import org.weft.people.Level;

/** Streams the participants of a cycle; none is kept. */
@Component
class PeopleFacts {

    private static final String SQL = """
            select p.employee_number, pt.display_name, d.name as department, pt.team_name, p.level, pt.location,
                pt.cohort_name, l.display_name as lead, pt.live_count, pt.completed_count, pt.progress, pt.next_due_on,
                pt.health, pt.conversation_count, pt.external_count, pt.last_activity_at, pt.last_reminded_at
            from participant pt
            join person p on p.id = pt.person_id
            left join person l on l.id = pt.lead_id
            left join team t on t.id = pt.team_id
            %s
            where pt.cycle_id = :cycle and %s
            order by pt.sort_name, pt.id""";

    private static final String HEALTH = """
            select pt.health, count(*) as people from participant pt where pt.cycle_id = :cycle and %s group by pt.health""";

    private final JdbcClient jdbc;

    PeopleFacts(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Hands on every participant in scope, by name. Within a transaction: outside one, PostgreSQL would send all at once. */
    void each(Scope scope, long cycleId, Consumer<? super PersonFact> sink) {
        try (var rows = jdbc
                .sql(SQL.formatted(Departments.JOINED, scope.condition("pt.person_id")))
                .withFetchSize(ObjectiveFacts.FETCH_SIZE)
                .params(scope.parameters())
                .param("cycle", cycleId)
                .query((row, n) -> fact(row))
                .stream()) {
            rows.forEach(sink);
        }
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
