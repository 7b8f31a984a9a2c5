package org.weft.objectives;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a bulk change of some people's assignments can be about.
 *
 * @param startsOn the first day of their cycle, null where none of them can be seen
 * @param objectives those they hold open ones of, by code
 */
public record PlanChoices(
        @Nullable LocalDate startsOn, @Nullable LocalDate endsOn, List<Held> objectives) {

    public PlanChoices {
        objectives = List.copyOf(objectives);
    }

    /** An objective, and how many hold an open assignment of it. */
    public record Held(long templateId, String code, String title, int open) {}
}
