package org.weft.reminders;

import java.sql.Timestamp;
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
import org.weft.mail.MailKind;
import org.weft.mail.MessageStatusChanged;
import org.weft.programs.ParticipantChanges;

/** Keeps when a participant was reminded last ({@code participant.last_reminded_at}), and guards it. */
@Component
class ReminderLog {

    private final JdbcTemplate template;
    private final JdbcClient jdbc;
    private final ParticipantChanges changes;

    ReminderLog(JdbcTemplate template, JdbcClient jdbc, ParticipantChanges changes) {
        this.changes = changes;
        this.template = template;
        this.jdbc = jdbc;
    }

    /**
     * Marks the participants as reminded now, each only if nobody else did within the pause. Waits for whoever is doing the
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
    void onMessageStatusChanged(MessageStatusChanged message) {
        if (message.kind() != MailKind.REMINDER || message.participantId() == null) {
            return;
        }
        jdbc.sql("""
                        update participant set last_reminded_at = (
                            select max(m.created_at) from message m
                            where m.participant_id = participant.id and m.kind = 'REMINDER'
                                and m.status not in ('SUPPRESSED', 'FAILED'))
                        where id = :id""").param("id", message.participantId()).update();
        changes.changed(Set.of(message.participantId()));
    }
}
