package org.weft.conversations;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A conversation in a list.
 *
 * @param people who took part, by name
 * @param objectives what it counts for, as far as the reader may see
 * @param answers what those who were asked to confirm it say, by name; whoever logged it is not asked
 * @param author the account that logged it, or null if the portal did
 * @param editable whether the reader may change and delete it
 * @param tookPart whether the reader took part, and so may say which own objectives it counts for
 */
public record ConversationRow(
        long id,
        int version,
        LocalDate heldOn,
        ConversationKind kind,
        String exchanged,
        @Nullable String agreed,
        @Nullable String result,
        Instant createdAt,
        @Nullable String author,
        boolean editable,
        boolean tookPart,
        List<ConversationPerson> people,
        List<CountedObjective> objectives,
        List<ConversationAnswer> answers) {

    ConversationRow with(
            List<ConversationPerson> people, List<CountedObjective> objectives, List<ConversationAnswer> answers) {
        return new ConversationRow(
                id,
                version,
                heldOn,
                kind,
                exchanged,
                agreed,
                result,
                createdAt,
                author,
                editable,
                tookPart,
                people,
                objectives,
                answers);
    }
}
