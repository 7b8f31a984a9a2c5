package org.weft.reminders;

import java.sql.Timestamp;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import org.weft.base.KeptColumns;
import org.weft.mail.MailKind;
import org.weft.mail.MessagesChanged;
import org.weft.objectives.PlanFigures;
import org.weft.programs.BulkChanges;
import org.weft.programs.BulkProgress;
import org.weft.programs.ParticipantChanges;

/** Keeps when a participant was reminded last ({@code participant.last_reminded_at}), and guards it. */
@Component
class ReminderLog {

    static final KeptColumns KEPT = KeptColumns.of("participant", """
                    select pt.id, (
                        select max(m.created_at) from message m
                        where m.participant_id = pt.id and m.kind = 'REMINDER'
                            and m.status not in ('SUPPRESSED', 'FAILED', 'BOUNCED')) as last_reminded_at
                    from participant pt where %s""", "last_reminded_at");

    private final JdbcTemplate template;
    private final JdbcClient jdbc;
    private final PlanFigures plans;
    private final ParticipantChanges changes;

    ReminderLog(JdbcTemplate template, JdbcClient jdbc, PlanFigures plans, ParticipantChanges changes) {
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
        return jdbc.sql("""
                        select count(*) as written, coalesce(sum(case when status = 'HELD' then 1 else 0 end), 0) as held
                        from message where batch = :batch""")
                .param("batch", request.requestId())
                .query((row, number) -> new ReminderResult(
                        row.getInt("written") - row.getInt("held"),
                        row.getInt("held"),
                        request.participantIds().size() - row.getInt("written")))
                .optional()
                .filter(result -> result.queued() + result.held() > 0);
    }

    /** A reminder that never went out is no reminder. */
    @EventListener
    @Transactional(propagation = Propagation.MANDATORY)
    void onMessagesChanged(MessagesChanged messages) {
        if (messages.kind() == MailKind.REMINDER) {
            recount(messages.participantIds());
        }
    }
}
