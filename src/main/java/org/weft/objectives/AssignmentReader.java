package org.weft.objectives;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.weft.access.Scope;

/** Reads assignments, always within a scope. */
@Component
class AssignmentReader {

    private final JdbcClient jdbc;
    private final AssignmentPolicy policy;
    private final Clock clock;
    private final ZoneId portalZone;

    AssignmentReader(
            JdbcClient jdbc, AssignmentPolicy policy, Clock clock, @Value("${weft.time-zone}") ZoneId portalZone) {
        this.jdbc = jdbc;
        this.policy = policy;
        this.clock = clock;
        this.portalZone = portalZone;
    }

    List<AssignmentRow> forPerson(Scope scope, long personId, long cycleId) {
        var params = Map.of("person", personId, "cycle", cycleId);
        var reasons = reasons(scope, params);
        return jdbc.sql("""
                        select a.*, t.guide, c.starts_on, c.ends_on, p.time_zone,
                               exists (select 1 from account ac where ac.person_id = a.person_id and ac.active) as has_account,
                               case when a.status = 'RETURNED' then
                                   (select e.note from assignment_event e where e.id =
                                       (select max(r.id) from assignment_event r
                                        where r.assignment_id = a.id and r.to_status = 'RETURNED')) end as return_note
                        from assignment a
                        join objective_template t on t.id = a.template_id
                        join cycle c on c.id = a.cycle_id
                        join person p on p.id = a.person_id
                        where a.person_id = :person and a.cycle_id = :cycle and %s
                        order by case when a.status in ('COMPLETED', 'WAIVED', 'CANCELLED') then 1 else 0 end,
                                 a.due_on, a.code, a.id""".formatted(scope.condition("a.person_id")))
                .params(params)
                .params(scope.parameters())
                .query((row, number) -> row(row, reasons))
                .list();
    }

    List<AssignmentOption> openOf(Scope scope, Collection<Long> personIds, LocalDate on) {
        if (personIds.isEmpty()) {
            return List.of();
        }
        return jdbc.sql("""
                        select a.id, a.person_id, p.display_name, a.title, a.type, a.measure, a.target, a.unit, a.achieved,
                               a.due_on, a.status, c.name as cycle_name
                        from assignment a
                        join cycle c on c.id = a.cycle_id
                        join person p on p.id = a.person_id
                        where a.person_id in (:people) and :day between c.starts_on and c.ends_on
                          and a.status not in ('COMPLETED', 'WAIVED', 'CANCELLED') and %s
                        order by p.sort_name, p.id, a.due_on, a.code, a.id""".formatted(scope.condition("a.person_id")))
                .param("people", personIds)
                .param("day", on)
                .params(scope.parameters())
                .query((row, number) -> new AssignmentOption(
                        row.getLong("id"),
                        row.getLong("person_id"),
                        row.getString("display_name"),
                        row.getString("title"),
                        ObjectiveType.valueOf(row.getString("type")),
                        Measure.valueOf(row.getString("measure")),
                        row.getInt("target"),
                        row.getString("unit"),
                        row.getInt("achieved"),
                        row.getObject("due_on", LocalDate.class),
                        AssignmentStatus.valueOf(row.getString("status")),
                        row.getString("cycle_name")))
                .list();
    }

    List<AssignmentEventRow> history(Scope scope, long personId, long cycleId) {
        return jdbc.sql("""
                        select e.*, a.title from assignment_event e
                        join assignment a on a.id = e.assignment_id
                        where a.person_id = :person and a.cycle_id = :cycle and %s
                        order by e.at desc, e.id desc""".formatted(scope.condition("a.person_id")))
                .param("person", personId)
                .param("cycle", cycleId)
                .params(scope.parameters())
                .query((row, number) -> new AssignmentEventRow(
                        row.getLong("id"),
                        row.getLong("assignment_id"),
                        row.getString("title"),
                        row.getTimestamp("at").toInstant(),
                        row.getString("actor_name"),
                        AssignmentEventKind.valueOf(row.getString("kind")),
                        status(row.getString("from_status")),
                        status(row.getString("to_status")),
                        row.getString("health") == null ? null : Health.valueOf(row.getString("health")),
                        row.getString("note")))
                .list();
    }

    private Map<Long, List<AssignmentReason>> reasons(Scope scope, Map<String, ?> params) {
        record Held(long assignmentId, AssignmentReason reason) {}
        return jdbc
                .sql("""
                        select r.assignment_id, r.kind, coalesce(co.name, ac.display_name) as name
                        from assignment_reason r
                        join assignment a on a.id = r.assignment_id
                        left join cohort co on r.kind = 'COHORT' and co.id = r.ref_id
                        left join account ac on r.kind = 'MANAGER' and ac.id = r.ref_id
                        where a.person_id = :person and a.cycle_id = :cycle and %s
                        order by r.added_at, r.kind, r.ref_id""".formatted(scope.condition("a.person_id")))
                .params(params)
                .params(scope.parameters())
                .query((row, number) -> new Held(
                        row.getLong("assignment_id"),
                        new AssignmentReason(AssignedVia.valueOf(row.getString("kind")), row.getString("name"))))
                .list()
                .stream()
                .collect(Collectors.groupingBy(
                        Held::assignmentId, HashMap::new, Collectors.mapping(Held::reason, Collectors.toList())));
    }

    private AssignmentRow row(ResultSet row, Map<Long, List<AssignmentReason>> reasons) throws SQLException {
        var id = row.getLong("id");
        var personId = row.getLong("person_id");
        var status = AssignmentStatus.valueOf(row.getString("status"));
        return new AssignmentRow(
                id,
                row.getInt("version"),
                row.getLong("participant_id"),
                personId,
                row.getLong("cycle_id"),
                row.getString("code"),
                row.getString("title"),
                ObjectiveType.valueOf(row.getString("type")),
                PlanKind.valueOf(row.getString("plan_kind")),
                row.getInt("target"),
                row.getString("unit"),
                Measure.valueOf(row.getString("measure")),
                row.getString("evidence"),
                row.getString("guide"),
                row.getObject("due_on", LocalDate.class),
                status,
                Health.valueOf(row.getString("health")),
                row.getInt("achieved"),
                row.getString("ended_reason"),
                row.getString("return_note"),
                row.getTimestamp("status_at").toInstant(),
                instant(row, "last_activity_at"),
                row.getObject("starts_on", LocalDate.class),
                row.getObject("ends_on", LocalDate.class),
                today(row.getString("time_zone")),
                reasons.getOrDefault(id, List.of()),
                policy.allowed(status, personId, row.getBoolean("has_account")));
    }

    private LocalDate today(@Nullable String zone) {
        return LocalDate.ofInstant(clock.instant(), zone == null ? portalZone : zoneOf(zone));
    }

    private ZoneId zoneOf(String zone) {
        try {
            return ZoneId.of(zone);
        } catch (DateTimeException e) {
            return portalZone;
        }
    }

    private static @Nullable AssignmentStatus status(@Nullable String name) {
        return name == null ? null : AssignmentStatus.valueOf(name);
    }

    private static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
        var timestamp = row.getTimestamp(column);
        return timestamp == null ? null : timestamp.toInstant();
    }
}
