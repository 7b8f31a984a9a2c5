package org.weft.objectives;

import java.time.LocalDate;
import java.util.Map;
import org.weft.people.Level;

/**
 * The people chosen for an {@link AssignRequest}, before objectives are.
 *
 * @param startsOn the cycle's first day
 * @param endsOn the cycle's last day
 * @param today where the portal is
 * @param levels active participants per level, levels without anybody left out
 * @param leftOut people who get nothing whatever is chosen, by reason
 */
public record AssignAudience(
        LocalDate startsOn,
        LocalDate endsOn,
        LocalDate today,
        Map<Level, Integer> levels,
        Map<LeftOutReason, Integer> leftOut) {

    /** Active participants. */
    public int people() {
        return levels.values().stream().mapToInt(Integer::intValue).sum();
    }

    /**
     * The due date a template suggests: so many days into the cycle, at the latest its end. Where that day has passed
     * before anybody could begin, the end of the cycle.
     */
    public LocalDate dueOn(TemplateRow template) {
        var days = template.dueDays();
        var due = days == null ? endsOn : startsOn.plusDays(days);
        return due.isAfter(endsOn) || due.isBefore(today) ? endsOn : due;
    }
}
