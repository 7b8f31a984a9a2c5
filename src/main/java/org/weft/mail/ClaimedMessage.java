package org.weft.mail;

import java.sql.ResultSet;
import java.sql.SQLException;
import org.jspecify.annotations.Nullable;

/** A message this node has taken, with all that goes over the wire. */
record ClaimedMessage(
        long id,
        String uniqueKey,
        int version,
        MailKind kind,
        @Nullable Long participantId,
        String toAddress,
        String toName,
        @Nullable String replyToAddress,
        @Nullable String replyToName,
        String language,
        RenderedMail content,
        String messageId,
        int attempts,
        @Nullable String unsubscribe,
        @Nullable AttachedFile attachment) {

    ClaimedMessage revised(LastLook.Revised now) {
        return new ClaimedMessage(
                id,
                uniqueKey,
                version,
                kind,
                participantId,
                toAddress,
                toName,
                replyToAddress,
                replyToName,
                language,
                now.content(),
                messageId,
                attempts,
                now.unsubscribe(),
                attachment);
    }

    static ClaimedMessage read(ResultSet row, int number) throws SQLException {
        return new ClaimedMessage(
                row.getLong("id"),
                row.getString("unique_key"),
                row.getInt("version"),
                MailKind.valueOf(row.getString("kind")),
                row.getObject("participant_id", Long.class),
                row.getString("to_address"),
                row.getString("to_name"),
                row.getString("reply_to_address"),
                row.getString("reply_to_name"),
                row.getString("language"),
                new RenderedMail(row.getString("subject"), row.getString("html_body"), row.getString("text_body")),
                row.getString("message_id"),
                row.getInt("attempts"),
                row.getString("unsubscribe_address"),
                AttachedFile.read(row));
    }
}
