package org.weft.reminders.policy;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import org.weft.base.Translations;
import org.weft.mail.MailAddress;
import org.weft.mail.MailSettings;
import org.weft.reminders.PlanProgress;
import org.weft.reminders.Silence;

/** The reminders whose moment has come, a number of recipients at a time, and what becomes of them. */
@Repository
class DueReminders {

    private static final String READ =
            """
            select m.*, rp.kind, rp.at_time, rp.catch_up_days, p.display_name as about, pr.name as program, cy.name as cycle,
                r.display_name, r.given_name, r.email, r.language, r.location, r.time_zone as zone_now,
                l.display_name as lead_name, l.email as lead_email,
                pt.progress, pt.completed_count, pt.live_count,
                case when rp.active_since is null then 'SWITCHED_OFF' %s
                    when rp.kind = 'TO_REVIEW' and pt.submitted_count <= 0 then 'NOTHING_OPEN'
                    when rp.kind = 'UNCONFIRMED' and pt.unconfirmed_count <= 0 then 'NOTHING_OPEN'
                    when rp.kind not in ('TO_REVIEW', 'UNCONFIRMED')
                        and pt.live_count - pt.completed_count - pt.submitted_count <= 0 then 'NOTHING_OPEN'
                    when not m.required and %s then 'SILENCED'
                    else null end as reason_now
            from reminder m
            join reminder_policy rp on rp.id = m.policy_id
            join participant pt on pt.id = m.participant_id
            join cycle cy on cy.id = pt.cycle_id
            join program pr on pr.id = cy.program_id
            join person p on p.id = pt.person_id
            join person r on r.id = m.recipient_id
            left join person l on l.id = pt.lead_id and l.id <> pt.person_id and l.active
            where """.formatted(PolicyQuery.unfit(), Silence.holds("r.id", "rp.kind", "m.local_day"));

    private static final String IN_ORDER = " order by m.recipient_id, pr.name, p.sort_name, m.policy_id, m.id";

    private final JdbcClient jdbc;
    private final JdbcTemplate template;
    private final MailSettings mail;

    DueReminders(JdbcClient jdbc, JdbcTemplate template, MailSettings mail) {
        this.jdbc = jdbc;
        this.template = template;
        this.mail = mail;
    }

    /** All that is due to the next recipients in line. */
    @Transactional(propagation = Propagation.MANDATORY)
    Map<Long, List<DueReminder>> next(int recipients, Instant now) {
        var ids = jdbc.sql("""
                        select distinct recipient_id from reminder
                        where state = 'PLANNED' and slot_at <= :now
                        order by recipient_id fetch first %d rows only""".formatted(recipients))
                .param("now", Timestamp.from(now))
                .query(Long.class)
                .list();
        var due = new HashMap<Long, List<DueReminder>>();
        if (!ids.isEmpty()) {
            jdbc.sql(READ + " m.state = 'PLANNED' and m.slot_at <= :now and m.recipient_id in (:recipients)" + IN_ORDER)
                    .param("now", Timestamp.from(now))
                    .param("recipients", ids)
                    .query(this::row)
                    .list()
                    .forEach(
                            reminder -> due.computeIfAbsent(reminder.recipient().id(), any -> new ArrayList<>())
                                    .add(reminder));
        }
        return due;
    }

    /** Some that are in the outbox, in the order a digest tells them. */
    @Transactional(propagation = Propagation.MANDATORY)
    List<DueReminder> sent(Collection<Long> ids) {
        return ids.isEmpty()
                ? List.of()
                : jdbc.sql(READ + " m.state = 'SENT' and m.id in (:ids)" + IN_ORDER)
                        .param("ids", ids)
                        .query(this::row)
                        .list();
    }

    /** Takes back what is in the outbox and shall not go out any more. */
    @Transactional(propagation = Propagation.MANDATORY)
    void takeBack(Map<Long, HeldBackReason> reasons, Instant now) {
        template.batchUpdate(
                "update reminder set state = ?, reason = ?, settled_at = ? where id = ? and state = 'SENT'",
                reasons.entrySet().stream()
                        .map(one -> new Object[] {
                            state(one.getValue()), one.getValue().name(), Timestamp.from(now), one.getKey()
                        })
                        .toList());
    }

    private DueReminder row(ResultSet row, int number) throws SQLException {
        var language = row.getString("language");
        var reason = row.getString("reason_now");
        return new DueReminder(
                row.getLong("id"),
                TriggerKind.valueOf(row.getString("kind")),
                row.getObject("at_time", LocalTime.class),
                row.getInt("catch_up_days"),
                row.getObject("local_day", LocalDate.class),
                row.getTimestamp("slot_at").toInstant(),
                row.getString("time_zone"),
                row.getString("zone_now"),
                row.getBoolean("required"),
                row.getBoolean("escalated"),
                PolicyRecipient.LEAD.name().equals(row.getString("role")),
                row.getInt("things"),
                row.getInt("days"),
                new DueReminder.Person(
                        row.getLong("recipient_id"),
                        row.getString("display_name"),
                        row.getString("given_name"),
                        row.getString("email"),
                        language == null || language.isBlank() ? mail.language() : Translations.nearest(language),
                        row.getString("location")),
                new DueReminder.Subject(
                        row.getLong("participant_id"),
                        row.getString("about"),
                        row.getString("program"),
                        row.getString("cycle"),
                        MailAddress.find(row.getString("lead_email"), row.getString("lead_name"))
                                .orElse(null),
                        PlanProgress.of(
                                row.getDouble("progress"), row.getInt("completed_count"), row.getInt("live_count"))),
                reason == null ? null : HeldBackReason.valueOf(reason));
    }

    /** @return those that were still planned, and are now counted as sent under that key */
    @Transactional(propagation = Propagation.MANDATORY)
    List<DueReminder> claim(List<DueReminder> reminders, String messageKey, Instant now) {
        var counts = template.batchUpdate(
                "update reminder set state = 'SENT', settled_at = ?, message_key = ? where id = ? and state = 'PLANNED'",
                reminders.stream()
                        .map(one -> new Object[] {Timestamp.from(now), messageKey, one.id()})
                        .toList());
        var won = new ArrayList<DueReminder>(reminders.size());
        for (var at = 0; at < counts.length; at++) {
            if (counts[at] == 1) {
                won.add(reminders.get(at));
            }
        }
        return won;
    }

    @Transactional(propagation = Propagation.MANDATORY)
    void holdBack(Collection<DueReminder> reminders, HeldBackReason reason, Instant now) {
        template.batchUpdate(
                "update reminder set state = ?, reason = ?, settled_at = ? where id = ? and state = 'PLANNED'",
                reminders.stream()
                        .map(one -> new Object[] {state(reason), reason.name(), Timestamp.from(now), one.id()})
                        .toList());
    }

    private static String state(HeldBackReason reason) {
        return reason == HeldBackReason.TOO_LATE ? "MISSED" : "HELD_BACK";
    }

    /** Not now after all: at another moment, by the hours of where the recipient is now. */
    @Transactional(propagation = Propagation.MANDATORY)
    void move(DueReminder reminder, Instant slot, @Nullable String zone) {
        jdbc.sql("update reminder set slot_at = :slot, time_zone = :zone where id = :id and state = 'PLANNED'")
                .param("slot", Timestamp.from(slot))
                .param("zone", zone)
                .param("id", reminder.id())
                .update();
    }
}
