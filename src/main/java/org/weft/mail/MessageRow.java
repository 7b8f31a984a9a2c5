package org.weft.mail;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A message in the list of the outbox: everything but its content.
 *
 * @param personId the person of the directory it is for, null where it is for none
 * @param toAddress null where the recipient has none
 * @param serverAnswer what the mail server said last, as it said it
 * @param sendAfter of a queued message: when it is tried next
 * @param attachment the file that goes with it, null where none does
 */
public record MessageRow(
        long id,
        MailKind kind,
        @Nullable Long personId,
        String toName,
        @Nullable String toAddress,
        String subject,
        MessageStatus status,
        @Nullable MessageReason reason,
        @Nullable String serverAnswer,
        int attempts,
        Instant createdAt,
        String createdByName,
        Instant sendAfter,
        @Nullable Instant sentAt,
        @Nullable AttachedFile attachment) {}
