package org.weft.reminders;

import java.sql.Timestamp;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import org.weft.base.KeptColumns;
import org.weft.mail.MessagesChanged;
import org.weft.objectives.PlanFigures;
import org.weft.programs.BulkChanges;
import org.weft.programs.BulkProgress;
import org.weft.programs.ParticipantChanges;

/**
 * Keeps when a participant was reminded last ({@code participant.last_reminded_at}), and guards it. What counts is a
 * reminder sent by hand, and a digest that tells them of their own plan; what tells their lead does not.
 */
@Component
public class ReminderLog {

    private static final int CHUNK = 1000;

    static final KeptColumns KEPT = KeptColumns.of("participant", """
                    select pt.id, greatest((
                        select max(m.created_at) from message m
                        where m.participant_id = pt.id and m.kind = 'REMINDER'
                            and m.status not in ('SUPPRESSED', 'FAILED', 'BOUNCED')), (
                        select max(m.created_at) from reminder r join message m on m.unique_key = r.message_key
                        where r.participant_id = pt.id and r.role = 'PARTICIPANT' and r.state = 'SENT'
                            and m.status not in ('SUPPRESSED', 'FAILED', 'BOUNCED'))) as last_reminded_at
                    from participant pt where %s""", "last_reminded_at");

    private final JdbcTemplate template;
    private final JdbcClient jdbc;
    private final PlanFigures plans;
    private final ParticipantChanges changes;
    private final MailHours hours;

    ReminderLog(
            JdbcTemplate template, JdbcClient jdbc, PlanFigures plans, ParticipantChanges changes, MailHours hours) {
        this.hours = hours;
        this.plans = plans;
        this.changes = changes;
        this.template = template;
        this.jdbc = jdbc;
    }

    /**
     * Marks the participants as reminded now, before the mails are written, each only if nobody else did within the pause. Waits for whoever is doing the
     * same at this moment.
     *
     * @param participantIds in ascending order
     * @return those that were marked
     */
    @Transactional(propagation = Propagation.MANDATORY)
    Set<Long> claim(List<Long> participantIds, Timestamp now) {
        var before = Timestamp.from(now.toInstant().minus(ReminderSubject.PAUSE));
        var counts = template.batchUpdate(
                """
                update participant set last_reminded_at = ?
                where id = ? and (last_reminded_at is null or last_reminded_at <= ?)""",
                participantIds.stream()
                        .map(id -> new Object[] {now, id, before})
                        .toList());
        var marked = new HashSet<Long>();
        for (var at = 0; at < counts.length; at++) {
            if (counts[at] == 1) {
                marked.add(participantIds.get(at));
            }
        }
        changes.changed(marked);
        return marked;
    }

    /** Counts anew when these participants were reminded last: when the latest reminder was written that was not stopped. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void recount(Collection<Long> participantIds) {
        plans.lock(participantIds);
        BulkChanges.inOrder(
                participantIds,
                BulkProgress.SILENT,
                ids -> jdbc.sql(KEPT.update("pt.id in (:ids)"))
                        .param("ids", ids)
                        .update());
        changes.changed(participantIds);
    }

    /** What a request did when it was carried out, empty if it was not. */
    Optional<ReminderResult> resultOf(ReminderRequest request) {
        var written = jdbc.sql("""
                        select m.status, m.created_at, p.time_zone, p.location
                        from message m left join person p on p.id = m.person_id
                        where m.batch = :batch""")
                .param("batch", request.requestId())
                .query((row, number) -> new Written(
                        "HELD".equals(row.getString("status")),
                        row.getTimestamp("created_at").toInstant(),
                        hours.zone(row.getString("time_zone")),
                        row.getString("location")))
                .list();
        if (written.isEmpty()) {
            return Optional.empty();
        }
        var places = hours.about(written.getFirst().at());
        var held = (int) written.stream().filter(Written::held).count();
        var waiting = (int)
                written.stream().filter(one -> !one.held() && one.waits(places)).count();
        return Optional.of(new ReminderResult(
                written.size() - held - waiting,
                waiting,
                held,
                request.participantIds().size() - written.size()));
    }

    private record Written(
            boolean held, Instant at, ZoneId zone, @Nullable String location) {

        boolean waits(MailHours.Places places) {
            return places.next(at, zone, location).isAfter(at);
        }
    }

    /** A reminder that never went out is no reminder. */
    @EventListener
    @Transactional(propagation = Propagation.MANDATORY)
    void onMessagesChanged(MessagesChanged messages) {
        switch (messages.kind()) {
            case REMINDER -> recount(messages.participantIds());
            case DIGEST -> recount(toldOfThemselves(List.copyOf(messages.uniqueKeys())));
            case TEST -> {}
        }
    }

    /** Whom digests told of their own plan. */
    private Set<Long> toldOfThemselves(List<String> messageKeys) {
        var told = new HashSet<Long>();
        for (var from = 0; from < messageKeys.size(); from += CHUNK) {
            told.addAll(jdbc.sql("""
                            select distinct r.participant_id from reminder r
                            where r.message_key in (:keys) and r.role = 'PARTICIPANT'""")
                    .param("keys", messageKeys.subList(from, Math.min(from + CHUNK, messageKeys.size())))
                    .query(Long.class)
                    .list());
        }
        return told;
    }
}
