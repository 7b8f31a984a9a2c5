package org.weft.reminders.policy;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Collection;
import java.util.EnumMap;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.weft.access.Scope;
import org.weft.base.NotFoundException;
import org.weft.mail.MessageStatus;

/** "What went out on Tuesday, and what did not, and why": what is on record, as {@link ForecastService} tells what comes. */
@Service
@PreAuthorize("hasRole('HR')")
public class ReminderHistory {

    private static final String ABOUT = """
            from reminder m
            join participant pt on pt.id = m.participant_id
            join person p on p.id = pt.person_id
            """;

    private static final int LATEST = 20;

    private final PolicyReader policies;
    private final JdbcClient jdbc;

    ReminderHistory(PolicyReader policies, JdbcClient jdbc) {
        this.policies = policies;
        this.jdbc = jdbc;
    }

    /**
     * How many reminders of a policy are on record for a day where each recipient is, and where they stand.
     *
     * @throws NotFoundException if there is no such policy
     */
    @Transactional(readOnly = true)
    public ReminderDay day(Scope scope, long policyId, LocalDate day) {
        var policy = policies.find(policyId).orElseThrow(() -> new NotFoundException("policy", policyId));
        var counts = new EnumMap<ReminderState, Integer>(ReminderState.class);
        jdbc.sql("select m.state, count(*) as found " + ABOUT + onDay(scope) + " group by m.state")
                .params(scope.parameters())
                .param("policy", policyId)
                .param("day", day)
                .query((ResultSet row) -> {
                    counts.put(ReminderState.valueOf(row.getString("state")), row.getInt("found"));
                });
        return new ReminderDay(policy, day, counts);
    }

    /** Some of the day's reminders that stand in one of these states, by the names of their recipients. */
    @Transactional(readOnly = true)
    public List<ForecastRow> page(
            Scope scope, ReminderDay day, Collection<ReminderState> states, long offset, int size) {
        var kind = day.policy().terms().kind();
        return jdbc.sql("""
                        select m.participant_id, p.display_name as about, m.recipient_id, r.display_name as recipient, m.slot_at,
                            m.role, m.escalated, m.things, m.days, m.reason, e.status as mail
                        %s
                        left join person r on r.id = m.recipient_id
                        left join message e on e.unique_key = m.message_key and m.state in ('SENT', 'UNDELIVERED')
                        %s and m.state in (:states)
                        order by r.sort_name, p.sort_name, m.participant_id, m.id
                        offset :offset rows fetch next :size rows only""".formatted(ABOUT, onDay(scope)))
                .params(scope.parameters())
                .param("policy", day.policy().id())
                .param("day", day.day())
                .param("states", states.stream().map(Enum::name).toList())
                .param("offset", offset)
                .param("size", size)
                .query((row, number) -> row(row, kind))
                .list();
    }

    /** What there was for a person lately by any policy, the newest first. */
    @Transactional(readOnly = true)
    public List<PersonReminder> latest(Scope scope, long personId) {
        return jdbc.sql("""
                        select m.local_day, rp.starter, rp.name, m.role, p.display_name as about, m.state, m.reason,
                            e.status as mail
                        %s
                        join reminder_policy rp on rp.id = m.policy_id
                        left join message e on e.unique_key = m.message_key and m.state in ('SENT', 'UNDELIVERED')
                        where m.recipient_id = :person and %s and %s
                        order by m.slot_at desc, m.id desc
                        fetch first %d rows only""".formatted(ABOUT, scope.condition("m.recipient_id"), scope.condition("p.id"), LATEST))
                .params(scope.parameters())
                .param("person", personId)
                .query(ReminderHistory::personRow)
                .list();
    }

    private static PersonReminder personRow(ResultSet row, int number) throws SQLException {
        return new PersonReminder(
                row.getObject("local_day", LocalDate.class),
                PolicyRow.title(row.getString("starter"), row.getString("name")),
                isToLead(row) ? row.getString("about") : null,
                ReminderState.valueOf(row.getString("state")),
                named(HeldBackReason.class, row.getString("reason")),
                named(MessageStatus.class, row.getString("mail")));
    }

    private static boolean isToLead(ResultSet row) throws SQLException {
        return PolicyRecipient.LEAD.name().equals(row.getString("role"));
    }

    private static String onDay(Scope scope) {
        return "where m.policy_id = :policy and m.local_day = :day and " + scope.condition("p.id");
    }

    private static ForecastRow row(ResultSet row, TriggerKind kind) throws SQLException {
        return new ForecastRow(
                row.getLong("participant_id"),
                row.getString("about"),
                row.getObject("recipient_id", Long.class),
                row.getString("recipient"),
                row.getTimestamp("slot_at").toInstant(),
                isToLead(row),
                row.getBoolean("escalated"),
                PolicyWords.why(kind, row.getInt("things"), row.getInt("days")),
                named(HeldBackReason.class, row.getString("reason")),
                named(MessageStatus.class, row.getString("mail")));
    }

    private static <E extends Enum<E>> @Nullable E named(Class<E> type, @Nullable String name) {
        return name == null ? null : Enum.valueOf(type, name);
    }
}
