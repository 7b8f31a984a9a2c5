package org.weft.mail;

import org.jspecify.annotations.Nullable;

/**
 * A message was called off, refused for good, or queued again by a person. Published in the transaction of the change,
 * so that what is told elsewhere about the message ("last reminded") stays true.
 */
public record MessageStatusChanged(
        long messageId, MailKind kind, @Nullable Long participantId, MessageStatus status) {}
