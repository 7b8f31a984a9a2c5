package org.weft.mail;

import java.util.Set;

/**
 * Messages went on to another status in a way that changes what they count for: failed, came back, called off, or tried again after
 * that. Published in the transaction that changed them.
 *
 * @param participantIds the participants they are about; messages about nobody are told of nowhere
 */
public record MessagesChanged(MailKind kind, Set<Long> participantIds) {}
