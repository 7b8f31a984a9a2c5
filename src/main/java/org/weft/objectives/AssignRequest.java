package org.weft.objectives;

import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.weft.people.Level;

/**
 * Who shall get what.
 *
 * @param requestId made once per act of assigning (a random UUID); the same again creates nothing more
 * @param cohortId everybody in this cohort; or null for {@code personIds}
 * @param personIds people chosen one by one or marked elsewhere, any number; ignored where a cohort is given
 * @param choices the objectives per level
 */
public record AssignRequest(
        String requestId, long cycleId, @Nullable Long cohortId, Set<Long> personIds, List<Choice> choices) {

    public static final int MAX_TARGET = 1000;

    public AssignRequest {
        personIds = Set.copyOf(personIds);
        choices = List.copyOf(choices);
    }

    /** One objective for everybody of a level. */
    public record Choice(Level level, long templateId, int target, LocalDate dueOn) {}
}
