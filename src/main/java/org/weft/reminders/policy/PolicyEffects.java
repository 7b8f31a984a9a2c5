package org.weft.reminders.policy;

import java.sql.Timestamp;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * What followed the reminders of each policy. Counted by night, so that nobody waits for a million reminders to be looked
 * through.
 */
@Service
public class PolicyEffects {

    /** How long after a reminder something counts as having followed it. */
    static final int DAYS_AFTER = 7;

    private static final int DAYS_SHOWN = 28;

    private final JdbcClient jdbc;
    private final Clock clock;

    PolicyEffects(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** By policy; without those that sent nothing in the four weeks of which all that could follow is known. */
    @PreAuthorize("hasRole('HR')")
    @Transactional(readOnly = true)
    public Map<Long, PolicyEffect> lately() {
        var last = today().minusDays(DAYS_AFTER + 1);
        var first = last.minusDays(DAYS_SHOWN - 1);
        var effects = new HashMap<Long, PolicyEffect>();
        jdbc.sql("""
                        select policy_id, sum(sent) as sent, sum(talked) as talked, sum(checked_in) as checked_in
                        from policy_effect where local_day between :first and :last and sent > 0
                        group by policy_id""").param("first", first).param("last", last).query(row -> {
            effects.put(
                    row.getLong("policy_id"),
                    new PolicyEffect(
                            first, last, row.getLong("sent"), row.getLong("talked"), row.getLong("checked_in")));
        });
        return effects;
    }

    /** Counts the days that are shown, or will be, anew: so nights that were missed are made up for. */
    @Transactional
    void count() {
        // A day longer on both sides: there are zones ahead of and behind this one.
        var from = today().minusDays(DAYS_SHOWN + DAYS_AFTER + 2);
        jdbc.sql("delete from policy_effect where local_day >= :from")
                .param("from", from)
                .update();
        jdbc.sql("""
                        insert into policy_effect (policy_id, local_day, sent, talked, checked_in)
                        select f.policy_id, f.local_day, count(*), sum(f.talked), sum(f.checked_in)
                        from (
                            select r.policy_id, r.local_day,
                                case when exists (
                                    select 1 from conversation_person cp join conversation c on c.id = cp.conversation_id
                                    where cp.person_id = pt.person_id and c.created_at > m.sent_at
                                        and c.held_on between r.local_day
                                            and cast(r.local_day + interval '%1$d' day as date)) then 1 else 0 end as talked,
                                case when exists (
                                    select 1 from assignment a join assignment_event e on e.assignment_id = a.id
                                    where a.participant_id = pt.id and e.kind = 'CHECK_IN'
                                        and e.at > m.sent_at and e.at < m.sent_at + interval '%1$d' day) then 1 else 0 end
                                    as checked_in
                            from reminder r
                            join message m on m.unique_key = r.message_key
                            join participant pt on pt.id = r.participant_id
                            where r.state = 'SENT' and r.slot_at >= :since and r.local_day >= :from
                                and m.status = 'SENT' and m.sent_at is not null) f
                        group by f.policy_id, f.local_day""".formatted(DAYS_AFTER))
                .param(
                        "since",
                        Timestamp.from(
                                from.minusDays(1).atStartOfDay(ZoneOffset.UTC).toInstant()))
                .param("from", from)
                .update();
    }

    private LocalDate today() {
        return LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
    }
}
