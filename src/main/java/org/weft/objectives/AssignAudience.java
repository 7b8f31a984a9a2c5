package org.weft.objectives;

import java.time.LocalDate;
import java.util.Map;
import org.weft.people.Level;

/**
 * The people chosen for an {@link AssignRequest}, before objectives are.
 *
 * @param startsOn the cycle's first day
 * @param endsOn the cycle's last day
 * @param levels active participants per level, levels without anybody left out
 * @param leftOut people who get nothing whatever is chosen, by reason
 */
public record AssignAudience(
        LocalDate startsOn, LocalDate endsOn, Map<Level, Integer> levels, Map<LeftOutReason, Integer> leftOut) {

    /** Active participants. */
    public int people() {
        return levels.values().stream().mapToInt(Integer::intValue).sum();
    }

    /** The due date a template suggests: so many days into the cycle, at the latest its end. */
    public LocalDate dueOn(TemplateRow template) {
        var days = template.dueDays();
        if (days == null) {
            return endsOn;
        }
        var due = startsOn.plusDays(days);
        return due.isAfter(endsOn) ? endsOn : due;
    }
}
