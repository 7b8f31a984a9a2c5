package org.weft.objectives;

import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.weft.people.Level;

/**
 * A template as lists show it.
 *
 * @param dueDays days into the cycle it is usually due, or null for the cycle's end
 */
public record TemplateRow(
        long id,
        String code,
        String title,
        ObjectiveType type,
        PlanKind planKind,
        Set<Level> levels,
        int target,
        String unit,
        Measure measure,
        @Nullable Integer dueDays,
        @Nullable String evidence,
        boolean retired) {

    /** Whether its target is a percentage, which can be 100 at most. */
    public boolean isPercent() {
        return Targets.isPercent(unit);
    }
}
