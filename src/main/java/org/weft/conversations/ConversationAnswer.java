package org.weft.conversations;

import org.jspecify.annotations.Nullable;

/**
 * What somebody who was asked to confirm a conversation says to it.
 *
 * @param objection what they hold against it, in their words; null where there is nothing, or it is not for the reader:
 *     it is for whoever may change the conversation, and for themselves
 */
public record ConversationAnswer(
        long personId,
        String name,
        Confirmation state,
        @Nullable String objection) {

    ConversationAnswer withoutObjection() {
        return new ConversationAnswer(personId, name, state, null);
    }
}
