package org.weft.conversations;

import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A conversation as its form is filled.
 *
 * @param version to be given back with the edit
 * @param assignmentIds what it counts for, as far as the reader may see and change
 * @param editable whether the reader may change all of it, or only which own objectives it counts for
 */
public record ConversationDetails(
        long id,
        int version,
        LocalDate heldOn,
        ConversationKind kind,
        String exchanged,
        @Nullable String agreed,
        @Nullable String result,
        List<ConversationPerson> people,
        Set<Long> assignmentIds,
        boolean editable) {

    ConversationDetails with(List<ConversationPerson> people, Set<Long> assignmentIds) {
        return new ConversationDetails(
                id, version, heldOn, kind, exchanged, agreed, result, people, assignmentIds, editable);
    }
}
