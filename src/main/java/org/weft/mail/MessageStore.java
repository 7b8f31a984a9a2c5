package org.weft.mail;

import static org.weft.mail.MessageStatus.FAILED;
import static org.weft.mail.MessageStatus.HELD;
import static org.weft.mail.MessageStatus.QUEUED;
import static org.weft.mail.MessageStatus.SENDING;
import static org.weft.mail.MessageStatus.SUPPRESSED;

import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.sql.Timestamp;
import java.sql.Types;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
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
                created_at, created_by, created_by_name, send_after, unsubscribe_address, attachment_name, attachment_type,
                attachment_size)
            values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
            on conflict do nothing""";

    private static final String READ = """
            select id, unique_key, version, kind, participant_id, to_address, to_name, reply_to_address, reply_to_name,
                language, subject, text_body, html_body, message_id, attempts, unsubscribe_address,
                attachment_name, attachment_type, attachment_size
            from message""";

    /** How far ahead messages are taken where only so many a minute may go out. */
    private static final Duration AHEAD = Duration.ofSeconds(5);

    /** How many addresses are asked about at a time. */
    private static final int ADDRESSES = 1000;

    private final JdbcTemplate template;
    private final JdbcClient jdbc;
    private final AttachmentStore attachments;
    private final ApplicationEventPublisher events;

    MessageStore(
            JdbcTemplate template, JdbcClient jdbc, AttachmentStore attachments, ApplicationEventPublisher events) {
        this.template = template;
        this.jdbc = jdbc;
        this.attachments = attachments;
        this.events = events;
    }

    /** Which of these addresses take no mail any more, in lower case. */
    @Transactional(propagation = Propagation.MANDATORY)
    Set<String> unreachable(Collection<String> addresses) {
        var asked = addresses.stream()
                .map(UnreachableAddresses::lower)
                .distinct()
                .sorted()
                .toList();
        var found = new HashSet<String>();
        for (var from = 0; from < asked.size(); from += ADDRESSES) {
            found.addAll(jdbc.sql("select address from unreachable_address where address in (:addresses)")
                    .param("addresses", asked.subList(from, Math.min(from + ADDRESSES, asked.size())))
                    .query(String.class)
                    .list());
        }
        return found;
    }

    record NewMessage(
            NewMail mail,
            MessageStatus status,
            @Nullable MessageReason reason,
            String messageId,
            Instant at,
            Actor actor) {}

    /** @return those that were written; the others' keys were known */
    @Transactional(propagation = Propagation.MANDATORY)
    List<NewMessage> insert(List<NewMessage> messages) {
        var written = changed(messages, template.batchUpdate(INSERT, messages, 200, MessageStore::bind));
        for (var message : written) {
            var attachment = message.mail().attachment();
            if (attachment != null && message.status() != SUPPRESSED) {
                attachments.write(message.mail().uniqueKey(), attachment);
            }
        }
        return written;
    }

    private static void bind(PreparedStatement row, NewMessage message) throws SQLException {
        var mail = message.mail();
        var to = mail.to();
        var replyTo = mail.replyTo();
        var reason = message.reason();
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
        row.setString(15, reason == null ? null : reason.name());
        row.setString(16, message.messageId());
        row.setTimestamp(17, Timestamp.from(message.at()));
        row.setObject(18, message.actor().accountId(), Types.BIGINT);
        row.setString(19, message.actor().name());
        row.setTimestamp(20, Timestamp.from(message.at()));
        row.setString(21, mail.unsubscribe());
        var file = mail.attachment() == null ? null : mail.attachment().file();
        row.setString(22, file == null ? null : file.name());
        row.setString(23, file == null ? null : file.type());
        row.setObject(24, file == null ? null : file.size(), Types.BIGINT);
    }

    /**
     * Takes up to {@code limit} messages for this node alone that stand in the queue behind a place and are due.
     *
     * @return nothing also while the pace allows none
     */
    @Transactional
    Claim claim(int limit, Instant now, MailPace pace, QueuePosition behind) {
        return claim(QUEUED, limit, now, pace, behind);
    }

    /** Takes up to {@code limit} messages that another node took and then was heard of no more. */
    @Transactional
    Claim claimAbandoned(int limit, Instant now, MailPace pace) {
        return claim(SENDING, limit, now, pace, QueuePosition.START);
    }

    private Claim claim(MessageStatus status, int limit, Instant now, MailPace pace, QueuePosition behind) {
        var pause =
                pace.perMinute() == 0 ? Duration.ZERO : Duration.ofMinutes(1).dividedBy(pace.perMinute());
        var from = pause.isZero() ? now : nextMoment(now);
        if (from.isAfter(now.plus(AHEAD))) {
            return Claim.NOTHING;
        }
        var most = pause.isZero() ? limit : (int) Math.clamp(AHEAD.dividedBy(pause), 1, limit);
        var due = due(status, most, now, behind);
        if (due.isEmpty()) {
            return Claim.NOTHING;
        }
        if (!pause.isZero()) {
            jdbc.sql("update mail_pace set next_at = :next")
                    .param("next", Timestamp.from(from.plus(pause.multipliedBy(due.size()))))
                    .update();
        }
        return new Claim(take(due, now.plus(pace.takeOverAfter())), due.getLast(), from, pause);
    }

    /** Holds the row, so that two nodes never plan for the same moment. */
    private Instant nextMoment(Instant now) {
        jdbc.sql("insert into mail_pace (id, next_at) values (1, :now) on conflict do nothing")
                .param("now", Timestamp.from(now))
                .update();
        var next = jdbc.sql("select next_at from mail_pace for update")
                .query((row, number) -> row.getTimestamp("next_at").toInstant())
                .single();
        return next.isBefore(now) ? now : next;
    }

    /** The row comparison lets the database begin at the place in the index; the plain one is for those that cannot. */
    private List<QueuePosition> due(MessageStatus status, int limit, Instant now, QueuePosition behind) {
        return jdbc.sql("""
                        select id, send_after from message
                        where status = :status and send_after <= :now
                            and send_after >= :from and (send_after, id) > (:from, :id)
                        order by send_after, id
                        limit :limit
                        for update skip locked""")
                .param("status", status.name())
                .param("now", Timestamp.from(now))
                .param("from", Timestamp.from(behind.sendAfter()))
                .param("id", behind.id())
                .param("limit", limit)
                .query((row, number) ->
                        new QueuePosition(row.getTimestamp("send_after").toInstant(), row.getLong("id")))
                .list();
    }

    /** The attempt is counted here, so that a message a node dies of is given up some time. */
    private List<ClaimedMessage> take(List<QueuePosition> due, Instant until) {
        var ids = due.stream().map(QueuePosition::id).toList();
        jdbc.sql("""
                        update message set status = 'SENDING', send_after = :until, version = version + 1,
                            attempts = attempts + 1
                        where id in (:ids)""").param("until", Timestamp.from(until)).param("ids", ids).update();
        return jdbc.sql(READ + " where id in (:ids) order by id")
                .param("ids", ids)
                .query(ClaimedMessage::read)
                .list();
    }

    /** One message with all it says, whoever has it. */
    Optional<ClaimedMessage> read(long id) {
        return jdbc.sql(READ + " where id = :id")
                .param("id", id)
                .query(ClaimedMessage::read)
                .optional();
    }

    /**
     * Holds messages this node has taken for longer.
     *
     * @return those that still are this node's
     */
    @Transactional
    List<ClaimedMessage> keep(List<ClaimedMessage> messages, Instant until) {
        var counts = template.batchUpdate("""
                        update message set send_after = ? where id = ? and version = ?""", messages, messages.size(), (row, message) -> {
            row.setTimestamp(1, Timestamp.from(until));
            row.setLong(2, message.id());
            row.setInt(3, message.version());
        });
        return changed(messages, counts);
    }

    /** Writes down what a message says by now. If another node has it, that one will ask for itself. */
    @Transactional
    ClaimedMessage revise(ClaimedMessage message, LastLook.Revised revised) {
        jdbc.sql("""
                        update message set subject = :subject, text_body = :text, html_body = :html,
                            unsubscribe_address = :unsubscribe
                        where id = :id and version = :version""")
                .param("subject", revised.content().subject())
                .param("text", revised.content().text())
                .param("html", revised.content().html())
                .param("unsubscribe", revised.unsubscribe(), Types.VARCHAR)
                .param("id", message.id())
                .param("version", message.version())
                .update();
        return message.revised(revised);
    }

    /**
     * Writes down what came of messages this node had taken, once: a second time, after a commit whose answer was lost,
     * finds nothing, as writing raises the version. What is another's by now stays as it is for the same reason. The
     * status is not asked for beside, or the database may look for it among all that was ever being sent.
     */
    @Transactional
    void settle(List<SendResult> results) {
        var counts = template.batchUpdate("""
                        update message set status = ?, reason = ?, server_answer = ?, send_after = ?, sent_at = ?,
                            attempts = attempts - ?, from_address = coalesce(?, from_address),
                            from_name = coalesce(?, from_name), version = version + 1
                        where id = ? and version = ?""", results, results.size(), MessageStore::bind);
        var ended = changed(results, counts).stream()
                .filter(result -> result.status() == FAILED || result.status() == SUPPRESSED)
                .map(SendResult::message)
                .map(message ->
                        new MessagesChanged.Message(message.kind(), message.uniqueKey(), message.participantId()))
                .toList();
        MessagesChanged.of(ended).forEach(events::publishEvent);
    }

    private static void bind(PreparedStatement row, SendResult result) throws SQLException {
        var reason = result.reason();
        var sentAt = result.sentAt();
        // PostgreSQL takes no text with a zero byte in it, whatever a server answers.
        var answer = result.answer().replace('\0', ' ');
        row.setString(1, result.status().name());
        row.setString(2, reason == null ? null : reason.name());
        row.setString(3, answer.substring(0, Math.min(answer.length(), 1000)));
        row.setTimestamp(4, Timestamp.from(result.sendAfter()));
        row.setTimestamp(5, sentAt == null ? null : Timestamp.from(sentAt));
        row.setInt(6, result.tried() ? 0 : 1);
        var from = result.from();
        row.setString(7, from == null ? null : from.address());
        row.setString(8, from == null ? null : from.name());
        row.setLong(9, result.message().id());
        row.setInt(10, result.message().version());
    }

    private static <T> List<T> changed(List<T> all, int[][] counts) {
        var changed = new ArrayList<T>(all.size());
        var at = 0;
        for (var batch : counts) {
            for (var count : batch) {
                if (count == 1 || count == Statement.SUCCESS_NO_INFO) {
                    changed.add(all.get(at));
                }
                at++;
            }
        }
        return changed;
    }

    /** No mail server any more: what was to be sent waits for a person. */
    @Transactional
    int hold(Instant now) {
        return jdbc.sql("""
                        update message set status = :held, reason = :reason, version = version + 1
                        where status = :queued or (status = :sending and send_after <= :now)""")
                .param("held", HELD.name())
                .param("reason", MessageReason.NO_MAIL_SERVER.name())
                .param("queued", QUEUED.name())
                .param("sending", SENDING.name())
                .param("now", Timestamp.from(now))
                .update();
    }
}
