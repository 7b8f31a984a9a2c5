package org.weft.reminders.policy;

import java.util.List;
import org.springframework.context.event.EventListener;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import org.weft.mail.MailKind;
import org.weft.mail.MessagesChanged;

/**
 * Writes down which reminders reached nobody: their mail failed, came back or was called off. They take from no budget and
 * leave nothing unanswered; a mail that is tried again makes them sent again.
 */
@Component
class Delivery {

    private static final int CHUNK = 1000;

    private final JdbcClient jdbc;

    Delivery(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Before others count what was sent. */
    @EventListener
    @Order(Ordered.HIGHEST_PRECEDENCE)
    @Transactional(propagation = Propagation.MANDATORY)
    public void onMessagesChanged(MessagesChanged messages) {
        if (messages.kind() == MailKind.DIGEST) {
            var keys = List.copyOf(messages.uniqueKeys());
            for (var from = 0; from < keys.size(); from += CHUNK) {
                jdbc.sql("""
                                update reminder set state = case when exists (
                                    select 1 from message m where m.unique_key = reminder.message_key
                                        and m.status in ('FAILED', 'BOUNCED', 'SUPPRESSED')) then 'UNDELIVERED' else 'SENT' end
                                where message_key in (:keys) and state in ('SENT', 'UNDELIVERED')""")
                        .param("keys", keys.subList(from, Math.min(from + CHUNK, keys.size())))
                        .update();
            }
        }
    }
}
