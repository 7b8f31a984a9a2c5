package org.weft.mail;

import static org.weft.mail.MessageStatus.FAILED;
import static org.weft.mail.MessageStatus.QUEUED;
import static org.weft.mail.MessageStatus.SENT;
import static org.weft.mail.MessageStatus.SUPPRESSED;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What is written down about a message this node had taken.
 *
 * @param sendAfter when it is due again, or the moment of the result
 * @param tried whether the server was asked; if not, the taking does not count as an attempt
 * @param from who it said it is from, null where it was not tried
 */
record SendResult(
        ClaimedMessage message,
        MessageStatus status,
        @Nullable MessageReason reason,
        String answer,
        Instant sendAfter,
        @Nullable Instant sentAt,
        boolean tried,
        @Nullable MailAddress from) {

    /** The same, of a mail that said it is from there. */
    SendResult from(MailAddress address) {
        return new SendResult(message, status, reason, answer, sendAfter, sentAt, tried, address);
    }

    static SendResult sent(ClaimedMessage message, String answer, Instant at) {
        return new SendResult(message, SENT, null, answer, at, at, true, null);
    }

    static SendResult tryAgain(ClaimedMessage message, MessageReason reason, String answer, Instant at) {
        return new SendResult(message, QUEUED, reason, answer, at, null, true, null);
    }

    static SendResult failed(ClaimedMessage message, MessageReason reason, String answer, Instant at) {
        return new SendResult(message, FAILED, reason, answer, at, null, true, null);
    }

    static SendResult suppressed(ClaimedMessage message, MessageReason reason, Instant at) {
        return new SendResult(message, SUPPRESSED, reason, "", at, null, false, null);
    }

    static SendResult untried(ClaimedMessage message, @Nullable MessageReason reason, String answer, Instant at) {
        return new SendResult(message, QUEUED, reason, answer, at, null, false, null);
    }
}
