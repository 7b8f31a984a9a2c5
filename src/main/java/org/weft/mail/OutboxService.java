package org.weft.mail;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.sql.Types;
import java.time.Clock;
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
import org.weft.base.LikePattern;
import org.weft.base.NotFoundException;
import org.weft.base.StaleEditException;
import org.weft.base.Text;

/**
 * The outbox as people see it. HR and administrators see every message, so no scope is asked for; what a mail says is
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
    private static final String RETRYABLE = """
            ((status in ('FAILED', 'HELD') or (status = 'QUEUED' and reason is not null))
                and not exists (select 1 from unreachable_address u where u.address = lower(message.to_address)))""";
    private static final String CANCELLABLE = "status in ('HELD', 'QUEUED')";

    /** Messages changed by one statement. */
    private static final int CHUNK = 1000;

    private static final String COLUMNS = """
            id, kind, person_id, to_name, to_address, subject, status, reason, server_answer, attempts, created_at, created_by_name,
            send_after, sent_at
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
        return jdbc.sql("select " + COLUMNS + " from message where " + condition(filter) + " order by " + order(page)
                        + " limit :limit offset :offset")
                .params(parameters(filter))
                .param("limit", page.getPageSize())
                .param("offset", page.getOffset())
                .query(MessageRowMapper.INSTANCE)
                .list();
    }

    @Transactional(readOnly = true)
    public long count(MessageFilter filter) {
        return jdbc.sql("select count(*) from message where " + condition(filter))
                .params(parameters(filter))
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
        var sentAt = find(id).map(MessageRow::sentAt).orElse(null);
        return new MessageBody(
                message.content().html(),
                message.content().text(),
                MimeMail.source(message, settings.current().from(), sentAt == null ? clock.instant() : sentAt));
    }

    /** What a person of the directory is called in the latest mail to them; empty where there is none. */
    @Transactional(readOnly = true)
    public Optional<String> recipientName(long personId) {
        return jdbc.sql("select to_name from message where person_id = :id order by created_at desc, id desc limit 1")
                .param("id", personId)
                .query(String.class)
                .optional();
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
        requireServer();
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

    /**
     * Tries one message now: one that is held, that failed, or that waits for its next attempt.
     *
     * @throws StaleEditException if it stands elsewhere by now
     * @throws InvalidInputException while no mail server is set
     */
    @Transactional
    public void retry(long id) {
        requireServer();
        change(id, "status in ('HELD', 'FAILED', 'QUEUED')", MessageStatus.QUEUED, null, "MESSAGE_RETRIED");
        events.publishEvent(new MailQueued());
    }

    /**
     * Calls one message off that has not gone out.
     *
     * @throws StaleEditException if it stands elsewhere by now
     */
    @Transactional
    public void cancel(long id) {
        change(id, CANCELLABLE, MessageStatus.SUPPRESSED, MessageReason.CANCELLED, "MESSAGE_CANCELLED");
    }

    /** What can be done with all messages of a filter. */
    @Transactional(readOnly = true)
    public MessageChoices choices(MessageFilter filter) {
        return jdbc.sql("select count(case when " + RETRYABLE + " then 1 end) as retryable, count(case when "
                        + CANCELLABLE + " then 1 end) as cancellable from message where " + condition(filter))
                .params(parameters(filter))
                .query((row, number) -> new MessageChoices(row.getLong("retryable"), row.getLong("cancellable")))
                .single();
    }

    /**
     * Tries all messages of a filter now that have failed, are held or wait for their next attempt, but none to an address
     * from which too much came back.
     *
     * @return how many
     * @throws InvalidInputException while no mail server is set
     */
    @Transactional
    public int retry(MessageFilter filter) {
        requireServer();
        var changed = change(filter, RETRYABLE, MessageStatus.QUEUED, null, "MESSAGES_RETRIED");
        events.publishEvent(new MailQueued());
        return changed;
    }

    /**
     * Calls all messages of a filter off that have not gone out.
     *
     * @return how many
     */
    @Transactional
    public int cancel(MessageFilter filter) {
        return change(filter, CANCELLABLE, MessageStatus.SUPPRESSED, MessageReason.CANCELLED, "MESSAGES_CANCELLED");
    }

    /** What comes in meanwhile is not meant: the rows are held first, and only those are changed. */
    private int change(
            MessageFilter filter, String from, MessageStatus to, @Nullable MessageReason reason, String action) {
        var meant = jdbc.sql("select id, kind, unique_key, participant_id from message where " + from + " and "
                        + condition(filter) + " order by id for update")
                .params(parameters(filter))
                .query((row, number) -> new Meant(row.getLong("id"), message(row)))
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

    private static MessagesChanged.Message message(ResultSet row) throws SQLException {
        return new MessagesChanged.Message(
                MailKind.valueOf(row.getString("kind")),
                row.getString("unique_key"),
                row.getObject("participant_id", Long.class));
    }

    private void change(long id, String from, MessageStatus to, @Nullable MessageReason reason, String action) {
        var message = jdbc.sql(
                        "select kind, unique_key, to_name, person_id, participant_id from message where id = :id")
                .param("id", id)
                .query((row, number) ->
                        new Concerned(message(row), row.getString("to_name"), row.getObject("person_id", Long.class)))
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

    private void requireServer() {
        if (!settings.configured()) {
            throw new InvalidInputException(Text.of("mail.outbox.noServer"));
        }
    }

    private static String condition(MessageFilter filter) {
        var conditions = new ArrayList<String>();
        conditions.add("1 = 1");
        if (filter.status() != null) {
            conditions.add("status = :status");
        }
        if (filter.personId() != null) {
            conditions.add("person_id = :person");
        }
        if (!filter.search().isBlank()) {
            conditions.add("(lower(to_name) like :search escape '\\' or lower(to_address) like :search escape '\\'"
                    + " or lower(subject) like :search escape '\\')");
        }
        return String.join(" and ", conditions);
    }

    private static Map<String, Object> parameters(MessageFilter filter) {
        return Map.of(
                "status",
                filter.status() == null ? "" : filter.status().name(),
                "person",
                filter.personId() == null ? 0L : filter.personId(),
                "search",
                LikePattern.containing(filter.search()));
    }

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
