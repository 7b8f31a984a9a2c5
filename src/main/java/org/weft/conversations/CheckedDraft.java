package org.weft.conversations;

import java.time.LocalDate;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** A draft that has passed {@link ConversationRules}: complete, within its limits, trimmed. */
record CheckedDraft(
        String requestId,
        LocalDate heldOn,
        ConversationKind kind,
        Set<Long> personIds,
        String exchanged,
        @Nullable String agreed,
        @Nullable String result,
        Set<Long> assignmentIds) {}
