package org.weft.reports;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Collection;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.weft.access.Scope;
import org.weft.objectives.Health;
import org.weft.people.Level;

/** Reads the participants of a cycle. */
@Component
class PeopleFacts implements Facts<PersonFact> {

    private static final String SQL = """
            select pt.id, pt.person_id, p.employee_number, pt.display_name, pt.sort_name, pt.team_id, pt.team_name, p.level,
                p.job_title, pt.location, p.time_zone, pt.cohort_id, pt.cohort_name, l.display_name as lead, pt.live_count,
                pt.completed_count, pt.progress, pt.next_due_on, pt.health, pt.conversation_count, pt.external_count,
                pt.last_activity_at, pt.last_reminded_at
            from (%s) pt
            join person p on p.id = pt.person_id
            left join person l on l.id = pt.lead_id
            order by %s""";

    /**
     * Along the index of the list by name. H2 walks along it where the order begins as the index does, and begins where the
     * name alone says; PostgreSQL begins where name and id say.
     */
    private static final String BY_NAME = """
            select pt.* from participant pt
            where %s and pt.cycle_id = :cycle and pt.sort_name >= :name and (pt.sort_name, pt.id) > (:name, :after)
            order by pt.cycle_id, pt.sort_name, pt.id fetch first :limit rows only""";

    private static final String BY_ID = """
            select pt.* from participant pt
            where %s and pt.cycle_id = :cycle and pt.id > :after order by pt.id fetch first :limit rows only""";

    private static final String OF = "select pt.* from participant pt where pt.id in (:ids)";

    private static final String HEALTH = """
            select pt.health, count(*) as people from participant pt where pt.cycle_id = :cycle and %s group by pt.health""";

    private final JdbcClient jdbc;

    PeopleFacts(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** By name. */
    @Override
    public void each(Scope scope, long cycleId, Consumer<? super PersonFact> sink) {
        eachBatch(scope, cycleId, batch -> batch.forEach(sink));
    }

    /** By name, some at a time; of a small batch PostgreSQL needs no sort, and H2 no more than that. */
    void eachBatch(Scope scope, long cycleId, Consumer<List<PersonFact>> sink) {
        Facts.requireOnePicture();
        var departments = new TeamDepartments(jdbc);
        var name = "";
        var after = 0L;
        List<PersonFact> batch;
        do {
            batch = read(
                    jdbc.sql(SQL.formatted(BY_NAME.formatted(scope.condition("pt.person_id")), "pt.sort_name, pt.id"))
                            .params(scope.parameters())
                            .param("cycle", cycleId)
                            .param("name", name)
                            .param("after", after)
                            .param("limit", BATCH),
                    departments);
            if (!batch.isEmpty()) {
                sink.accept(batch);
                name = batch.getLast().sortName();
                after = batch.getLast().participantId();
            }
        } while (batch.size() == BATCH);
    }

    @Override
    public List<PersonFact> page(Scope scope, long cycleId, long after, int limit) {
        return read(
                jdbc.sql(SQL.formatted(BY_ID.formatted(scope.condition("pt.person_id")), "pt.id"))
                        .params(scope.parameters())
                        .param("cycle", cycleId)
                        .param("after", after)
                        .param("limit", limit),
                new TeamDepartments(jdbc));
    }

    /** These participants, whose scope was asked before. */
    List<PersonFact> of(Collection<Long> ids) {
        return ids.isEmpty()
                ? List.of()
                : read(jdbc.sql(SQL.formatted(OF, "pt.id")).param("ids", ids), new TeamDepartments(jdbc));
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

    private static List<PersonFact> read(JdbcClient.StatementSpec statement, TeamDepartments departments) {
        var found = statement.query((row, n) -> fact(row)).list();
        departments.learn(found.stream().map(PersonFact::teamId).toList());
        return found.stream()
                .map(fact -> fact.in(departments.of(fact.teamId())))
                .toList();
    }

    private static PersonFact fact(ResultSet row) throws SQLException {
        return new PersonFact(
                row.getLong("id"),
                row.getLong("person_id"),
                row.getString("employee_number"),
                row.getString("display_name"),
                row.getString("sort_name"),
                null,
                row.getObject("team_id", Long.class),
                row.getString("team_name"),
                Level.valueOf(row.getString("level")),
                row.getString("job_title"),
                row.getString("location"),
                row.getString("time_zone"),
                row.getLong("cohort_id"),
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
