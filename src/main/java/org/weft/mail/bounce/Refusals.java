package org.weft.mail.bounce;

import java.util.List;
import java.util.regex.Pattern;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.event.TransactionalEventListener;
import org.weft.mail.MessagesChanged;

/**
 * Counts what the mail server itself would not take because there is nobody at the address (RFC 3463: 5.1.x about the
 * recipient) as mail that came back for good: some servers say at once what others write in a notification. After the
 * result is written down, so that counting never costs it.
 */
@Component
class Refusals {

    /** 5.1.7 and 5.1.8 are about the sender. */
    private static final Pattern NOBODY_THERE = Pattern.compile("\\b5\\.1\\.(0|1|2|3|6|10)\\b");

    private static final int CHUNK = 1000;

    private final JdbcClient jdbc;
    private final BounceStore bounces;

    Refusals(JdbcClient jdbc, BounceStore bounces) {
        this.jdbc = jdbc;
        this.bounces = bounces;
    }

    @TransactionalEventListener
    @Transactional(propagation = Propagation.REQUIRES_NEW)
    void onMessagesChanged(MessagesChanged messages) {
        var keys = List.copyOf(messages.uniqueKeys());
        for (var from = 0; from < keys.size(); from += CHUNK) {
            jdbc
                    .sql("""
                            select message_id, version, server_answer from message
                            where unique_key in (:keys) and status = 'FAILED' and reason = 'REFUSED'""")
                    .param("keys", keys.subList(from, Math.min(from + CHUNK, keys.size())))
                    .query((row, number) -> new Bounce(
                            "refused:" + row.getString("message_id") + ":" + row.getInt("version"),
                            row.getString("message_id"),
                            true,
                            row.getString("server_answer")))
                    .list()
                    .stream()
                    .filter(refusal -> NOBODY_THERE.matcher(refusal.answer()).find())
                    .forEach(bounces::record);
        }
    }
}
