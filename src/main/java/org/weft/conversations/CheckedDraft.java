package org.weft.conversations;

import java.time.LocalDate;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A draft that has passed {@link ConversationRules}: complete, within its limits, trimmed.
 *
 * @param people the ids and the names of those who took part, in the order of their names
 */
record CheckedDraft(
        String requestId,
        LocalDate heldOn,
        ConversationKind kind,
        Map<Long, String> people,
        String exchanged,
        @Nullable String agreed,
        @Nullable String result,
        Set<Long> assignmentIds) {

    Set<Long> personIds() {
        return people.keySet();
    }
}
