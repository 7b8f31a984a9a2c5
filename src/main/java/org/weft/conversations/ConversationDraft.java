package org.weft.conversations;

import java.time.LocalDate;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A conversation as somebody enters it.
 *
 * @param requestId made once per opened form, at most 60 characters; the same one logs the conversation only once
 * @param heldOn the date it took place, in the zone of whoever logs it
 * @param personIds who took part, two or more
 * @param exchanged what was exchanged, required, at most {@link #MAX_EXCHANGED} characters
 * @param agreed the change agreed, at most {@link #MAX_OUTCOME} characters
 * @param result the result that followed, at most {@link #MAX_OUTCOME} characters
 * @param assignmentIds which objectives of those who took part it counts for
 */
public record ConversationDraft(
        String requestId,
        @Nullable LocalDate heldOn,
        @Nullable ConversationKind kind,
        Set<Long> personIds,
        @Nullable String exchanged,
        @Nullable String agreed,
        @Nullable String result,
        Set<Long> assignmentIds) {

    public static final int MAX_EXCHANGED = 4000;
    public static final int MAX_OUTCOME = 2000;
    public static final int MAX_PEOPLE = 100;

    public ConversationDraft {
        personIds = Set.copyOf(personIds);
        assignmentIds = Set.copyOf(assignmentIds);
    }
}
