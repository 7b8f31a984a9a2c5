package org.weft.reports;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.function.Consumer;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.weft.people.Departments;

/** Streams the reminders of a cycle that went out, by policy and by hand, and counts what followed. */
@Component
class ReminderFacts {

    /** The finest step between zones, so that all of a slot lies within one day wherever one is. */
    private static final int SLOT_SECONDS = 900;

    private static final String SENT = """
            select pt.id as participant_id, pt.person_id, r.policy_id, false as by_hand, r.role = 'LEAD' as to_lead,
                r.escalated, m.id as message_id, m.sent_at, %1$s as talked, %2$s as checked_in
            from participant pt
            join reminder r on r.participant_id = pt.id and r.state = 'SENT'
            join message m on m.unique_key = r.message_key and m.status = 'SENT' and m.sent_at is not null
            where pt.cycle_id = :cycle and %3$s
            union all
            select pt.id, pt.person_id, cast(null as bigint), true, false, false, m.id, m.sent_at, %1$s, %2$s
            from participant pt
            join message m on m.participant_id = pt.id and m.kind = 'REMINDER' and m.status = 'SENT'
                and m.sent_at is not null
            where pt.cycle_id = :cycle and %3$s""";

    private static final String ROWS = """
            select p.employee_number, p.display_name, d.name as department, pt.cohort_name, sent.by_hand,
                rp.name as policy_name, rp.starter as policy_starter, sent.sent_at, sent.to_lead, sent.escalated,
                sent.talked, sent.checked_in
            from (%s) sent
            join participant pt on pt.id = sent.participant_id
            join person p on p.id = pt.person_id
            left join reminder_policy rp on rp.id = sent.policy_id
            left join team t on t.id = pt.team_id
            %s
            order by sent.sent_at, sent.message_id, pt.sort_name, pt.id, sent.policy_id""";

    private static final String COUNTS = """
            select sent.slot, sent.by_hand, rp.name as policy_name, rp.starter as policy_starter, sum(sent.reminders) as reminders,
                sum(sent.escalated) as escalated, sum(sent.talked) as talked, sum(sent.checked_in) as checked_in,
                sum(sent.followed) as followed
            from (
                select floor(extract(epoch from one.sent_at) / %d) as slot, one.policy_id, one.by_hand,
                    count(*) as reminders,
                    count(case when one.escalated then 1 end) as escalated,
                    count(case when one.talked then 1 end) as talked,
                    count(case when one.checked_in then 1 end) as checked_in,
                    count(case when one.talked or one.checked_in then 1 end) as followed
                from (%s) one
                group by floor(extract(epoch from one.sent_at) / %d), one.policy_id, one.by_hand) sent
            left join reminder_policy rp on rp.id = sent.policy_id
            group by sent.slot, sent.by_hand, rp.name, rp.starter""";

    private final JdbcClient jdbc;

    ReminderFacts(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * So many reminders of a policy on a day.
     *
     * @param day in the reader's zone
     * @param escalated those of them to the lead as the participant did not answer
     * @param talked those after which the participant had a conversation
     * @param checkedIn those after which the participant checked in
     * @param followed those after which the participant did one or the other
     */
    record Sent(
            PolicyName policy,
            LocalDate day,
            long reminders,
            long escalated,
            long talked,
            long checkedIn,
            long followed) {}

    /** Hands on every reminder about a participant in scope, as they went out. Within a transaction, as all streams. */
    void each(ReportFrame frame, Consumer<? super ReminderFact> sink) {
        try (var rows = statement(ROWS.formatted(sent(frame), Departments.JOINED), frame)
                .withFetchSize(ObjectiveFacts.FETCH_SIZE)
                .query((row, n) -> fact(row))
                .stream()) {
            rows.forEach(sink);
        }
    }

    /** Counts them. The same policy and day may come more than once. */
    List<Sent> count(ReportFrame frame) {
        var zone = frame.words().zone();
        return statement(COUNTS.formatted(SLOT_SECONDS, sent(frame), SLOT_SECONDS), frame)
                .query((row, n) -> new Sent(
                        policy(row),
                        LocalDate.ofInstant(Instant.ofEpochSecond(row.getLong("slot") * SLOT_SECONDS), zone),
                        row.getLong("reminders"),
                        row.getLong("escalated"),
                        row.getLong("talked"),
                        row.getLong("checked_in"),
                        row.getLong("followed")))
                .list();
    }

    private static String sent(ReportFrame frame) {
        return SENT.formatted(
                CycleReminders.TALKED, CycleReminders.CHECKED_IN, frame.scope().condition("pt.person_id"));
    }

    private JdbcClient.StatementSpec statement(String sql, ReportFrame frame) {
        return jdbc.sql(sql).params(frame.scope().parameters()).param("cycle", frame.cycleId());
    }

    private static PolicyName policy(ResultSet row) throws SQLException {
        return new PolicyName(row.getString("policy_name"), row.getString("policy_starter"), row.getBoolean("by_hand"));
    }

    private static ReminderFact fact(ResultSet row) throws SQLException {
        return new ReminderFact(
                row.getString("employee_number"),
                row.getString("display_name"),
                row.getString("department"),
                row.getString("cohort_name"),
                policy(row),
                row.getTimestamp("sent_at").toInstant(),
                row.getBoolean("to_lead"),
                row.getBoolean("escalated"),
                row.getBoolean("talked"),
                row.getBoolean("checked_in"));
    }
}
