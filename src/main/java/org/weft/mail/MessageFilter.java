package org.weft.mail;

import org.jspecify.annotations.Nullable;

/**
 * Which messages of the outbox.
 *
 * @param status only these, or null for all
 * @param personId only those to this person of the directory, or null for all
 * @param search part of a recipient's name or address or of the subject, in any case; blank for all
 */
public record MessageFilter(
        @Nullable MessageStatus status, @Nullable Long personId, String search) {

    public static final MessageFilter ALL = new MessageFilter(null, null, "");

    public MessageFilter withStatus(@Nullable MessageStatus status) {
        return new MessageFilter(status, personId, search);
    }

    public MessageFilter withPerson(@Nullable Long personId) {
        return new MessageFilter(status, personId, search);
    }

    public MessageFilter withSearch(String search) {
        return new MessageFilter(status, personId, search);
    }
}
