package org.weft.mail;

import java.sql.Timestamp;
import java.sql.Types;
import java.time.Clock;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.weft.audit.AuditEvent;
import org.weft.audit.AuditTrail;
import org.weft.base.InvalidInputException;
import org.weft.base.Selection;

/** What people do with many messages of the outbox at once. No scope is asked for, as {@link OutboxService} says. */
@Service
@PreAuthorize("hasAnyRole('HR', 'ADMIN')")
public class OutboxBulkService {

    /** Messages changed by one statement. */
    private static final int CHUNK = 1000;

    private final JdbcClient jdbc;
    private final MailSettings settings;
    private final AuditTrail audit;
    private final Clock clock;
    private final ApplicationEventPublisher events;

    OutboxBulkService(
            JdbcClient jdbc, MailSettings settings, AuditTrail audit, Clock clock, ApplicationEventPublisher events) {
        this.jdbc = jdbc;
        this.settings = settings;
        this.audit = audit;
        this.clock = clock;
        this.events = events;
    }

    /** What waits to be released. */
    @Transactional(readOnly = true)
    public HeldMessages held() {
        return jdbc.sql("select count(*) as held, min(created_at) as oldest from message where status = 'HELD'")
                .query((row, number) -> {
                    var oldest = row.getTimestamp("oldest");
                    return new HeldMessages(row.getLong("held"), oldest == null ? null : oldest.toInstant());
                })
                .single();
    }

    /**
     * Sends everything that was held.
     *
     * @return how many were queued
     * @throws InvalidInputException while no mail server is set
     */
    @Transactional
    public int releaseHeld() {
        settings.require();
        var released =
                jdbc.sql("""
                        update message set status = 'QUEUED', reason = null, send_after = :now, attempts = 0
                        where status = 'HELD'""").param("now", Timestamp.from(clock.instant())).update();
        if (released > 0) {
            audit.record(
                    AuditEvent.of("MESSAGES_RELEASED", "message", null, null).detail(String.valueOf(released)));
            events.publishEvent(new MailQueued());
        }
        return released;
    }

    /** What can be done with those of the messages a filter finds that are marked. */
    @Transactional(readOnly = true)
    public MessageChoices choices(MessageFilter filter, Selection marked) {
        var query = new MessageQuery(filter, marked);
        return jdbc.sql("select count(case when " + MessageQuery.RETRYABLE
                        + " then 1 end) as retryable, count(case when " + MessageQuery.CANCELLABLE
                        + " then 1 end) as cancellable from message where " + MessageQuery.OPEN_TO_CHANGE + " and "
                        + query.condition())
                .params(query.parameters())
                .query((row, number) -> new MessageChoices(row.getLong("retryable"), row.getLong("cancellable")))
                .single();
    }

    /**
     * Tries those of the marked messages of a filter now that have failed, are held or wait for their next attempt, but
     * none to an address from which too much came back.
     *
     * @return how many
     * @throws InvalidInputException while no mail server is set
     */
    @Transactional
    public int retry(MessageFilter filter, Selection marked) {
        settings.require();
        var changed = change(
                new MessageQuery(filter, marked),
                MessageQuery.RETRYABLE,
                MessageStatus.QUEUED,
                null,
                "MESSAGES_RETRIED");
        events.publishEvent(new MailQueued());
        return changed;
    }

    /**
     * Calls those of the marked messages of a filter off that have not gone out.
     *
     * @return how many
     */
    @Transactional
    public int cancel(MessageFilter filter, Selection marked) {
        return change(
                new MessageQuery(filter, marked),
                MessageQuery.CANCELLABLE,
                MessageStatus.SUPPRESSED,
                MessageReason.CANCELLED,
                "MESSAGES_CANCELLED");
    }

    /** What comes in meanwhile is not meant: the rows are held first, and only those are changed. */
    private int change(
            MessageQuery query, String from, MessageStatus to, @Nullable MessageReason reason, String action) {
        var meant = jdbc.sql("select id, kind, unique_key, participant_id from message where " + from + " and "
                        + query.condition() + " order by id for update")
                .params(query.parameters())
                .query((row, number) -> new Meant(row.getLong("id"), MessageQuery.message(row)))
                .list();
        if (meant.isEmpty()) {
            return 0;
        }
        for (var start = 0; start < meant.size(); start += CHUNK) {
            jdbc.sql("update message set status = :to, reason = :reason, send_after = :now, attempts = 0"
                            + " where id in (:ids)")
                    .param("to", to.name())
                    .param("reason", reason == null ? null : reason.name(), Types.VARCHAR)
                    .param("now", Timestamp.from(clock.instant()))
                    .param(
                            "ids",
                            meant.subList(start, Math.min(start + CHUNK, meant.size())).stream()
                                    .map(Meant::id)
                                    .toList())
                    .update();
        }
        audit.record(AuditEvent.of(action, "message", null, null).detail(String.valueOf(meant.size())));
        MessagesChanged.of(meant.stream().map(Meant::message).toList()).forEach(events::publishEvent);
        return meant.size();
    }

    private record Meant(long id, MessagesChanged.Message message) {}
}
