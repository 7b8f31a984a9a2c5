package org.weft.reminders.policy;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import org.weft.access.Scope;

/** What has been planned, and how far. */
@Repository
class ReminderStore {

    private static final String LOCK = "reminder-planning";

    private final JdbcClient jdbc;
    private final PolicyQuery query;

    ReminderStore(JdbcClient jdbc, PolicyQuery query) {
        this.jdbc = jdbc;
        this.query = query;
    }

    /**
     * Lets one node at a time plan or send, until its transaction ends. The unique keys alone keep a reminder from being
     * there twice; this keeps two nodes from spending one person's budget together.
     */
    @Transactional(propagation = Propagation.MANDATORY)
    void lock() {
        jdbc.sql("insert into setting (name, content) values (:name, '') on conflict do nothing")
                .param("name", LOCK)
                .update();
        jdbc.sql("update setting set version = version + 1 where name = :name")
                .param("name", LOCK)
                .update();
    }

    /**
     * Writes down what a run comes to. What is there already, for the same policy, recipient, participant and local day,
     * stays as it is.
     *
     * @return how many were written
     */
    @Transactional(propagation = Propagation.MANDATORY)
    int plan(PolicyRow policy, ReminderRun run, Instant now) {
        var question = query.ask(new Scope.Everybody(), policy, run);
        return jdbc.sql("""
                        insert into reminder (policy_id, participant_id, local_day, recipient_id, role, state, reason, slot_at,
                            time_zone, required, escalated, things, days, created_at)
                        select cast(:policy as bigint), q.participant_id, cast(:day as date), q.recipient_id, q.role,
                            case when q.reason is null then 'PLANNED' when q.reason = 'TOO_LATE' then 'MISSED' else 'HELD_BACK' end,
                            q.reason, q.slot_at, q.time_zone, cast(:required as boolean),
                            q.escalated, q.things, q.days, cast(:now as timestamp with time zone)
                        from (%s) q
                        order by q.participant_id, q.recipient_id
                        on conflict do nothing""".formatted(question.sql()))
                .params(question.parameters())
                .param("required", policy.terms().required())
                .param("now", Timestamp.from(now))
                .update();
    }

    /** The last local day a policy was planned for, by zone. */
    Map<String, LocalDate> plannedThrough(long policyId) {
        var through = new HashMap<String, LocalDate>();
        jdbc.sql("select time_zone, through from reminder_planned where policy_id = :policy")
                .param("policy", policyId)
                .query((ResultSet row) -> remember(through, row));
        return through;
    }

    private static void remember(Map<String, LocalDate> through, ResultSet row) throws SQLException {
        through.put(row.getString("time_zone"), row.getObject("through", LocalDate.class));
    }

    @Transactional(propagation = Propagation.MANDATORY)
    void plannedThrough(long policyId, String zone, LocalDate day) {
        var known = jdbc.sql(
                        "update reminder_planned set through = :day where policy_id = :policy and time_zone = :zone")
                .param("day", day)
                .param("policy", policyId)
                .param("zone", zone)
                .update();
        if (known == 0) {
            jdbc.sql("insert into reminder_planned (policy_id, time_zone, through) values (:policy, :zone, :day)")
                    .param("day", day)
                    .param("policy", policyId)
                    .param("zone", zone)
                    .update();
        }
    }
}
