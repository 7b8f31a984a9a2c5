package org.weft.mail;

import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.data.domain.Pageable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.weft.audit.AuditEvent;
import org.weft.audit.AuditTrail;
import org.weft.base.InvalidInputException;
import org.weft.base.NotFoundException;
import org.weft.base.Selection;
import org.weft.base.StaleEditException;
import org.weft.base.Text;

/**
 * The outbox as people see it, and what they do with one message. HR and administrators see every message, so no scope is asked for; what a mail says is
 * about a person's development, and only HR reads that.
 */
@Service
@PreAuthorize("hasAnyRole('HR', 'ADMIN')")
public class OutboxService {

    private static final Map<String, String> SORTS = Map.of(
            "toName", "lower(to_name)",
            "subject", "lower(subject)",
            "status", "status",
            "kind", "kind",
            "createdAt", "created_at",
            "sentAt", "sent_at",
            "attempts", "attempts");
    private static final String COLUMNS = """
            id, kind, person_id, to_name, to_address, subject, status, reason, server_answer, attempts, created_at, created_by_name,
            send_after, sent_at, attachment_name, attachment_type, attachment_size
            """;

    private final JdbcClient jdbc;
    private final MessageStore store;
    private final MailSettings settings;
    private final AuditTrail audit;
    private final Clock clock;
    private final ApplicationEventPublisher events;

    OutboxService(
            JdbcClient jdbc,
            MessageStore store,
            MailSettings settings,
            AuditTrail audit,
            Clock clock,
            ApplicationEventPublisher events) {
        this.jdbc = jdbc;
        this.store = store;
        this.settings = settings;
        this.audit = audit;
        this.clock = clock;
        this.events = events;
    }

    /**
     * A page of the outbox, the newest first unless the pageable says otherwise. Sorts by {@code toName}, {@code subject},
     * {@code status}, {@code kind}, {@code createdAt}, {@code sentAt} and {@code attempts}.
     */
    @Transactional(readOnly = true)
    public List<MessageRow> list(MessageFilter filter, Pageable page) {
        var query = new MessageQuery(filter, Selection.ALL);
        return jdbc.sql("select " + COLUMNS + " from message where " + query.condition() + " order by " + order(page)
                        + " limit :limit offset :offset")
                .params(query.parameters())
                .param("limit", page.getPageSize())
                .param("offset", page.getOffset())
                .query(MessageRowMapper.INSTANCE)
                .list();
    }

    @Transactional(readOnly = true)
    public long count(MessageFilter filter) {
        var query = new MessageQuery(filter, Selection.ALL);
        return jdbc.sql("select count(*) from message where " + query.condition())
                .params(query.parameters())
                .query(Long.class)
                .single();
    }

    /** One message, or empty if there is none under this id. */
    @Transactional(readOnly = true)
    public Optional<MessageRow> find(long id) {
        return jdbc.sql("select " + COLUMNS + " from message where id = :id")
                .param("id", id)
                .query(MessageRowMapper.INSTANCE)
                .optional();
    }

    /** What the mail says, and how it goes over the line: as it was sent, or would be now. For HR only. */
    @Transactional(readOnly = true)
    @PreAuthorize("hasRole('HR')")
    public MessageBody body(long id) {
        var message = store.read(id).orElseThrow(() -> new NotFoundException("message", id));
        var told = told(id);
        return new MessageBody(
                message.content().html(),
                message.content().text(),
                MimeMail.source(
                        message,
                        told.from().orElseGet(() -> settings.current().from()),
                        told.at().orElseGet(clock::instant)),
                told.from().isEmpty());
    }

    /** Of a message the server has answered for good: who it said it is from, and when it was taken. */
    private record Told(Optional<MailAddress> from, Optional<Instant> at) {}

    private Told told(long id) {
        return jdbc.sql("""
                        select from_address, from_name, sent_at from message
                        where id = :id and status in ('SENT', 'BOUNCED', 'FAILED')""")
                .param("id", id)
                .query((row, number) -> new Told(
                        MailAddress.find(row.getString("from_address"), row.getString("from_name")),
                        Optional.ofNullable(row.getTimestamp("sent_at")).map(Timestamp::toInstant)))
                .optional()
                .orElseGet(() -> new Told(Optional.empty(), Optional.empty()));
    }

    /** What a person of the directory is called in the latest mail to them; empty where there is none. */
    @Transactional(readOnly = true)
    public Optional<String> recipientName(long personId) {
        return jdbc.sql("select to_name from message where person_id = :id order by created_at desc, id desc limit 1")
                .param("id", personId)
                .query(String.class)
                .optional();
    }

    /**
     * Tries one message now: one that is held, that failed, or that waits for its next attempt.
     *
     * @throws StaleEditException if it stands elsewhere by now
     * @throws InvalidInputException while no mail server is set, or if too much that went to the address came back
     */
    @Transactional
    public void retry(long id) {
        settings.require();
        requireReachable(id);
        change(id, "status in ('HELD', 'FAILED', 'QUEUED')", MessageStatus.QUEUED, null, "MESSAGE_RETRIED");
        events.publishEvent(new MailQueued());
    }

    private void requireReachable(long id) {
        var unreachable = jdbc.sql("""
                        select count(*) from message m join unreachable_address u on u.address = lower(m.to_address)
                        where m.id = :id""").param("id", id).query(Long.class).single();
        if (unreachable > 0) {
            throw new InvalidInputException("to", Text.of("mail.outbox.unreachable"));
        }
    }

    /**
     * Calls one message off that has not gone out.
     *
     * @throws StaleEditException if it stands elsewhere by now
     */
    @Transactional
    public void cancel(long id) {
        change(id, MessageQuery.CANCELLABLE, MessageStatus.SUPPRESSED, MessageReason.CANCELLED, "MESSAGE_CANCELLED");
    }

    private void change(long id, String from, MessageStatus to, @Nullable MessageReason reason, String action) {
        var message = jdbc.sql(
                        "select kind, unique_key, to_name, person_id, participant_id from message where id = :id")
                .param("id", id)
                .query((row, number) -> new Concerned(
                        MessageQuery.message(row), row.getString("to_name"), row.getObject("person_id", Long.class)))
                .optional()
                .orElseThrow(() -> new NotFoundException("message", id));
        var changed = jdbc.sql("update message set status = :to, reason = :reason, send_after = :now, attempts = 0"
                        + " where id = :id and " + from)
                .param("to", to.name())
                .param("reason", reason == null ? null : reason.name())
                .param("now", Timestamp.from(clock.instant()))
                .param("id", id)
                .update();
        if (changed == 0) {
            throw new StaleEditException("message", id);
        }
        audit.record(AuditEvent.of(action, "message", id, message.toName()).about(message.personId()));
        MessagesChanged.of(List.of(message.message())).forEach(events::publishEvent);
    }

    private record Concerned(
            MessagesChanged.Message message,
            String toName,
            @Nullable Long personId) {}

    private static String order(Pageable page) {
        var parts = new ArrayList<String>();
        for (var sort : page.getSort()) {
            var column = SORTS.get(sort.getProperty());
            if (column != null) {
                parts.add(column + (sort.isAscending() ? " asc" : " desc") + " nulls last");
            }
        }
        if (parts.isEmpty()) {
            parts.add("created_at desc");
        }
        parts.add("id desc");
        return String.join(", ", parts);
    }
}
