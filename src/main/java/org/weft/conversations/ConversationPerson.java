package org.weft.conversations;

import org.jspecify.annotations.Nullable;

/** Somebody who took, or may take, part in a conversation: a name and a team, nothing more. */
public record ConversationPerson(
        long id, String name, @Nullable String teamName) {}
