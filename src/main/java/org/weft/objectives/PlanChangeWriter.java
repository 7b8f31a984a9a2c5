package org.weft.objectives;

import java.sql.Timestamp;
import java.sql.Types;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.weft.access.Scope;
import org.weft.audit.AuditEvent;
import org.weft.audit.AuditTrail;
import org.weft.audit.CurrentActor;

/** Writes a bulk change of assignments, a chunk of locked participants at a time. */
@Component
class PlanChangeWriter {

    /** What a chunk of a change is about: its items. */
    private static final String ITEMS = """
            from bulk_change_item i join assignment a on a.id = i.thing_id
            where i.bulk_change_id = :bulk and i.participant_id in (:ids)""";

    private final JdbcClient jdbc;
    private final AuditTrail audit;
    private final CurrentActor actor;
    private final Clock clock;

    PlanChangeWriter(JdbcClient jdbc, AuditTrail audit, CurrentActor actor, Clock clock) {
        this.jdbc = jdbc;
        this.audit = audit;
        this.actor = actor;
        this.clock = clock;
    }

    /** Keeps what will be changed, as it is before. */
    void keep(long bulkId, PlanChangeSql sql, List<Long> ids) {
        jdbc.sql("""
                        insert into bulk_change_item (bulk_change_id, participant_id, thing_id, due_before, due_after,
                            status_before, status_at_before)
                        select cast(:bulk as bigint), x.participant_id, x.thing_id, x.due_on, x.due_after, x.status, x.status_at
                        from\s""" + sql.candidates() + " where x.verdict = 0")
                .params(sql.parameters(ids))
                .param("bulk", bulkId)
                .update();
    }

    /**
     * Does it to what was kept.
     *
     * @param reason of a waiver; null where due dates move
     */
    void change(long bulkId, @Nullable String reason, List<Long> ids) {
        if (reason == null) {
            update("due_on = s.due_after", "", bulkId, ids, Map.of());
            events("'CHANGED', null, null, 'due: ' || i.due_before || ' → ' || i.due_after", "", bulkId, ids, Map.of());
        } else {
            // The moment of the whole change: what still carries it has not been touched since.
            update(
                    "status = 'WAIVED', status_at = s.created_at, ended_reason = :reason",
                    "",
                    bulkId,
                    ids,
                    Map.of("reason", reason));
            events(
                    "'STATUS', i.status_before, 'WAIVED', cast(:reason as varchar(1000))",
                    "",
                    bulkId,
                    ids,
                    Map.of("reason", reason));
        }
        tell(reason == null ? "DUE_DATES_MOVED" : "OBJECTIVES_WAIVED", "", bulkId, ids);
    }

    /** Gives back what still is as the change left it. */
    void takeBack(Scope scope, long bulkId, List<Long> ids) {
        jdbc.sql("""
                        update bulk_change_item i set taken_back = true
                        where i.bulk_change_id = :bulk and i.participant_id in (:ids) and exists (
                            select 1 from assignment a join bulk_change b on b.id = :bulk
                            where a.id = i.thing_id and %s and (
                                b.kind = 'DUE_DATE' and a.due_on = i.due_after and a.status%s
                                or b.kind = 'WAIVE' and a.status = 'WAIVED' and a.status_at = b.created_at))""".formatted(scope.condition("a.person_id"), PlanChangeSql.OPEN))
                .param("bulk", bulkId)
                .param("ids", ids)
                .params(scope.parameters())
                .update();
        var waived = jdbc.sql("select kind from bulk_change where id = ?")
                .param(bulkId)
                .query(String.class)
                .single()
                .equals("WAIVE");
        var back = " and i.taken_back";
        if (waived) {
            update(
                    "status = s.status_before, status_at = s.status_at_before, ended_reason = null",
                    back,
                    bulkId,
                    ids,
                    Map.of());
            events("'STATUS', 'WAIVED', i.status_before, null", back, bulkId, ids, Map.of());
        } else {
            update("due_on = s.due_before", back, bulkId, ids, Map.of());
            events(
                    "'CHANGED', null, null, 'due: ' || i.due_after || ' → ' || i.due_before",
                    back,
                    bulkId,
                    ids,
                    Map.of());
        }
        tell("BULK_CHANGE_UNDONE", back, bulkId, ids);
    }

    private void update(String set, String which, long bulkId, List<Long> ids, Map<String, ?> parameters) {
        jdbc.sql("update assignment a set " + set + ", version = a.version + 1 from ("
                        + "select i.thing_id, i.due_before, i.due_after, i.status_before, i.status_at_before,"
                        + " b.created_at from bulk_change_item i join bulk_change b on b.id = i.bulk_change_id"
                        + " where i.bulk_change_id = :bulk and i.participant_id in (:ids)" + which
                        + ") s where s.thing_id = a.id")
                .param("bulk", bulkId)
                .param("ids", ids)
                .params(parameters)
                .update();
    }

    private void events(String what, String which, long bulkId, List<Long> ids, Map<String, ?> parameters) {
        var who = actor.get();
        jdbc.sql("""
                        insert into assignment_event (assignment_id, at, actor_id, actor_name, kind, from_status, to_status, note)
                        select a.id, cast(:at as timestamp with time zone), cast(:actor as bigint), cast(:name as varchar(200)),
                        \s""" + what + " " + ITEMS + which)
                .param("at", Timestamp.from(clock.instant()))
                .param("actor", who.accountId(), Types.BIGINT)
                .param("name", who.name())
                .param("bulk", bulkId)
                .param("ids", ids)
                .params(parameters)
                .update();
    }

    /** An entry for each person it concerns. */
    private void tell(String action, String which, long bulkId, List<Long> ids) {
        audit.record(
                jdbc.sql("select a.person_id, p.display_name, string_agg(a.code, ', ') as codes from (select i.thing_id"
                                + " from bulk_change_item i where i.bulk_change_id = :bulk and i.participant_id in (:ids)"
                                + which
                                + ") s join assignment a on a.id = s.thing_id join person p on p.id = a.person_id"
                                + " group by a.person_id, p.display_name order by a.person_id")
                        .param("bulk", bulkId)
                        .param("ids", ids)
                        .query((row, n) -> AuditEvent.of(
                                        action, "person", row.getLong("person_id"), row.getString("display_name"))
                                .about(row.getLong("person_id"))
                                .detail(row.getString("codes")))
                        .list());
    }
}
