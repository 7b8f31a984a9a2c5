package org.weft.mail.bounce;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.util.List;
import java.util.Locale;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;
import org.weft.mail.MailAddress;
import org.weft.mail.MailKind;
import org.weft.mail.MessageReason;
import org.weft.mail.MessagesChanged;

/** Writes down what came back, once however often it is read, and what follows for the address. */
@Repository
class BounceStore {

    private static final Logger log = LoggerFactory.getLogger(BounceStore.class);
    private static final int MOST_WORDS = 1000;

    private final JdbcClient jdbc;
    private final BounceBox box;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    BounceStore(JdbcClient jdbc, BounceBox box, ApplicationEventPublisher events, Clock clock) {
        this.jdbc = jdbc;
        this.box = box;
        this.events = events;
        this.clock = clock;
    }

    private record Returned(long id, String address, MessagesChanged.Message message) {}

    private static MessagesChanged.Message message(ResultSet row) throws SQLException {
        return new MessagesChanged.Message(
                MailKind.valueOf(row.getString("kind")),
                row.getString("unique_key"),
                row.getObject("participant_id", Long.class));
    }

    /** @return whether it is about a message of ours, and was not known */
    @Transactional
    boolean record(Bounce bounce) {
        var found = jdbc.sql("""
                        select id, to_address, kind, unique_key, participant_id from message
                        where message_id = :id and to_address is not null""")
                .param("id", bounce.messageId())
                .query((row, number) -> new Returned(
                        row.getLong("id"), row.getString("to_address").toLowerCase(Locale.ROOT), message(row)))
                .optional();
        return found.isPresent() && record(bounce, found.get());
    }

    private boolean record(Bounce bounce, Returned message) {
        var answer = words(bounce.answer());
        var written = jdbc.sql("""
                        insert into mail_bounce (notification, message, address, hard, answer, at)
                        values (:notification, :message, :address, :hard, :answer, :now)
                        on conflict do nothing""")
                .param("notification", cut(bounce.notification(), 300))
                .param("message", message.id())
                .param("address", message.address())
                .param("hard", bounce.hard())
                .param("answer", answer)
                .param("now", Timestamp.from(clock.instant()))
                .update();
        if (written == 0) {
            return false;
        }
        var bounced = jdbc.sql("""
                        update message set status = 'BOUNCED', reason = :reason, server_answer = :answer
                        where id = :id and status = 'SENT'""")
                .param("reason", (bounce.hard() ? MessageReason.BOUNCED : MessageReason.BOUNCED_FOR_NOW).name())
                .param("answer", answer)
                .param("id", message.id())
                .update();
        if (bounced > 0) {
            MessagesChanged.of(List.of(message.message())).forEach(events::publishEvent);
        }
        count(message.address(), answer);
        return true;
    }

    /** Past the limit nothing more goes there, and what waits is called off. */
    private void count(String address, String answer) {
        var since = clock.instant().minus(box.within());
        var past = jdbc.sql("""
                        select case when sum(case when hard then 1 else 0 end) >= :hardLimit
                            or sum(case when hard then 0 else 1 end) >= :softLimit then 1 else 0 end
                        from mail_bounce where address = :address and counted and at > :since""")
                .param("hardLimit", box.hardLimit())
                .param("softLimit", box.softLimit())
                .param("address", address)
                .param("since", Timestamp.from(since))
                .query(Integer.class)
                .single();
        if (past == 0) {
            return;
        }
        var marked = jdbc.sql("""
                        insert into unreachable_address (address, since, answer) values (:address, :now, :answer)
                        on conflict do nothing""")
                .param("address", address)
                .param("now", Timestamp.from(clock.instant()))
                .param("answer", answer)
                .update();
        if (marked > 0) {
            callOff(address);
            log.info("An address counts as unreachable from now on: {}", answer);
        }
    }

    /** What is called off was no reminder: whoever counts them hears of it. */
    private void callOff(String address) {
        var waiting = " where status in ('QUEUED', 'HELD') and lower(to_address) = :address";
        var messages = jdbc.sql(
                        "select kind, unique_key, participant_id from message" + waiting + " order by id for update")
                .param("address", address)
                .query((row, number) -> message(row))
                .list();
        jdbc.sql("update message set status = 'SUPPRESSED', reason = 'UNREACHABLE_ADDRESS'" + waiting)
                .param("address", address)
                .update();
        MessagesChanged.of(messages).forEach(events::publishEvent);
    }

    private static String words(String answer) {
        return cut(MailAddress.clean(answer.replace('\0', ' ')), MOST_WORDS);
    }

    private static String cut(String text, int most) {
        return text.substring(0, Math.min(text.length(), most));
    }
}
