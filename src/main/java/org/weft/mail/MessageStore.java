package org.weft.mail;

import static org.weft.mail.MessageStatus.FAILED;
import static org.weft.mail.MessageStatus.HELD;
import static org.weft.mail.MessageStatus.QUEUED;
import static org.weft.mail.MessageStatus.SENDING;
import static org.weft.mail.MessageStatus.SENT;
import static org.weft.mail.MessageStatus.SUPPRESSED;

import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.sql.Timestamp;
import java.sql.Types;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import org.weft.audit.Actor;

/** The rows of the outbox as the sending side writes and takes them. Every method is one short transaction. */
@Repository
class MessageStore {

    private static final String INSERT = """
            insert into message (unique_key, batch, kind, person_id, participant_id, to_address, to_name,
                reply_to_address, reply_to_name, language, subject, text_body, html_body, status, reason, message_id,
                created_at, created_by, created_by_name, send_after, unsubscribe_address)
            values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
            on conflict do nothing""";

    private final JdbcTemplate template;
    private final JdbcClient jdbc;
    private final ApplicationEventPublisher events;

    MessageStore(JdbcTemplate template, JdbcClient jdbc, ApplicationEventPublisher events) {
        this.template = template;
        this.jdbc = jdbc;
        this.events = events;
    }

    record NewMessage(NewMail mail, MessageStatus status, String messageId, Instant at, Actor actor) {}

    /** @return those that were written; the others' keys were known */
    @Transactional(propagation = Propagation.MANDATORY)
    List<NewMessage> insert(List<NewMessage> messages) {
        var written = new ArrayList<NewMessage>(messages.size());
        var at = 0;
        for (var counts : template.batchUpdate(INSERT, messages, 200, MessageStore::bind)) {
            for (var count : counts) {
                if (count == 1 || count == Statement.SUCCESS_NO_INFO) {
                    written.add(messages.get(at));
                }
                at++;
            }
        }
        return written;
    }

    private static void bind(PreparedStatement row, NewMessage message) throws SQLException {
        var mail = message.mail();
        var to = mail.to();
        var replyTo = mail.replyTo();
        row.setString(1, mail.uniqueKey());
        row.setString(2, mail.batch());
        row.setString(3, mail.kind().name());
        row.setObject(4, mail.personId(), Types.BIGINT);
        row.setObject(5, mail.participantId(), Types.BIGINT);
        row.setString(6, to == null ? null : to.address());
        row.setString(7, to == null ? MailAddress.clean(mail.toName()) : to.name());
        row.setString(8, replyTo == null ? null : replyTo.address());
        row.setString(9, replyTo == null ? null : replyTo.name());
        row.setString(10, mail.language().toLanguageTag());
        row.setString(11, mail.content().subject());
        row.setString(12, mail.content().text());
        row.setString(13, mail.content().html());
        row.setString(14, message.status().name());
        row.setString(15, firstReason(message.status()));
        row.setString(16, message.messageId());
        row.setTimestamp(17, Timestamp.from(message.at()));
        row.setObject(18, message.actor().accountId(), Types.BIGINT);
        row.setString(19, message.actor().name());
        row.setTimestamp(20, Timestamp.from(message.at()));
        row.setString(21, mail.unsubscribe());
    }

    private static @Nullable String firstReason(MessageStatus status) {
        return switch (status) {
            case HELD -> MessageReason.NO_MAIL_SERVER.name();
            case SUPPRESSED -> MessageReason.NO_ADDRESS.name();
            default -> null;
        };
    }

    /**
     * Takes up to {@code limit} due messages for this node alone: what is queued and due, and what another node took and
     * then was heard of no more.
     */
    @Transactional
    List<ClaimedMessage> claim(int limit, Instant now, Duration lease) {
        var ids = jdbc.sql("""
                        select id from message
                        where status in ('QUEUED', 'SENDING') and send_after <= :now
                        order by send_after, id
                        limit :limit
                        for update skip locked""")
                .param("now", Timestamp.from(now))
                .param("limit", limit)
                .query(Long.class)
                .list();
        if (ids.isEmpty()) {
            return List.of();
        }
        jdbc.sql("""
                        update message set status = 'SENDING', send_after = :until, version = version + 1
                        where id in (:ids)""")
                .param("until", Timestamp.from(now.plus(lease)))
                .param("ids", ids)
                .update();
        return jdbc.sql("""
                        select id, unique_key, version, kind, participant_id, to_address, to_name, reply_to_address, reply_to_name,
                            language, subject, text_body, html_body, message_id, attempts, unsubscribe_address
                        from message where id in (:ids) order by id""").param("ids", ids).query(ClaimedMessage::read).list();
    }

    /**
     * Notes an attempt just before it is made and holds the message for that long.
     *
     * @return false if another node has it by now
     */
    @Transactional
    boolean attempt(ClaimedMessage message, Instant until) {
        return jdbc.sql("""
                        update message set send_after = :until, attempts = attempts + 1
                        where id = :id and version = :version and status = 'SENDING'""")
                        .param("until", Timestamp.from(until))
                        .param("id", message.id())
                        .param("version", message.version())
                        .update()
                == 1;
    }

    /** Writes down what a message says by now. If another node has it, that one will ask for itself. */
    @Transactional
    ClaimedMessage revise(ClaimedMessage message, LastLook.Revised revised) {
        jdbc.sql("""
                        update message set subject = :subject, text_body = :text, html_body = :html,
                            unsubscribe_address = :unsubscribe
                        where id = :id and version = :version and status = 'SENDING'""")
                .param("subject", revised.content().subject())
                .param("text", revised.content().text())
                .param("html", revised.content().html())
                .param("unsubscribe", revised.unsubscribe(), Types.VARCHAR)
                .param("id", message.id())
                .param("version", message.version())
                .update();
        return message.revised(revised);
    }

    @Transactional
    void sent(ClaimedMessage message, String answer, Instant at) {
        result(message, SENT, null, answer, at, at);
    }

    @Transactional
    void tryAgain(ClaimedMessage message, MessageReason reason, String answer, Instant at) {
        result(message, QUEUED, reason, answer, at, null);
    }

    /** Whoever wrote it does not want it to go out any more. */
    @Transactional
    void suppress(ClaimedMessage message, MessageReason reason, Instant at) {
        if (result(message, SUPPRESSED, reason, "", at, null)) {
            events.publishEvent(
                    new MessageStatusChanged(message.id(), message.kind(), message.participantId(), SUPPRESSED));
        }
    }

    @Transactional
    void failed(ClaimedMessage message, MessageReason reason, String answer, Instant at) {
        if (result(message, FAILED, reason, answer, at, null)) {
            events.publishEvent(
                    new MessageStatusChanged(message.id(), message.kind(), message.participantId(), FAILED));
        }
    }

    private boolean result(
            ClaimedMessage message,
            MessageStatus status,
            @Nullable MessageReason reason,
            String answer,
            Instant sendAfter,
            @Nullable Instant sentAt) {
        return jdbc.sql("""
                        update message set status = :status, reason = :reason, server_answer = :answer,
                            send_after = :sendAfter, sent_at = :sentAt
                        where id = :id and version = :version and status = 'SENDING'""")
                        .param("status", status.name())
                        .param("reason", reason == null ? null : reason.name())
                        .param("answer", answer.substring(0, Math.min(answer.length(), 1000)))
                        .param("sendAfter", Timestamp.from(sendAfter))
                        .param("sentAt", sentAt == null ? null : Timestamp.from(sentAt), Types.TIMESTAMP)
                        .param("id", message.id())
                        .param("version", message.version())
                        .update()
                == 1;
    }

    /** No mail server any more: what was to be sent waits for a person. */
    @Transactional
    int hold(Instant now) {
        return jdbc.sql("""
                        update message set status = :held, reason = :reason
                        where status = :queued or (status = :sending and send_after <= :now)""")
                .param("held", HELD.name())
                .param("reason", MessageReason.NO_MAIL_SERVER.name())
                .param("queued", QUEUED.name())
                .param("sending", SENDING.name())
                .param("now", Timestamp.from(now))
                .update();
    }
}
