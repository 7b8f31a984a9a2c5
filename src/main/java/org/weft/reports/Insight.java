package org.weft.reports;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.weft.base.Text;
import org.weft.programs.CycleOption;

/**
 * What executives see of a cycle.
 *
 * @param whole whether it is about the whole organisation, not one reporting line
 * @param asOf when it was counted
 * @param total everybody in scope
 * @param conversations held in the cycle by at least one participant in scope, each counted once
 * @param acrossDepartments those of them between people of two departments or more
 * @param weeks what happened in each week of the cycle
 * @param withheld whether there are so few participants in all that no figure may be shown; then all figures are 0
 */
public record Insight(
        CycleOption cycle,
        boolean whole,
        Instant asOf,
        Figures total,
        long conversations,
        long acrossDepartments,
        Coverage coverage,
        List<Week> weeks,
        Breakdown departments,
        Breakdown levels,
        boolean withheld) {

    /** Figures of fewer people are shown to HR only. */
    public static final int LEAST_PEOPLE = SmallGroups.LEAST;

    public Insight {
        weeks = List.copyOf(weeks);
    }

    /** The share of the conversations that crossed departments, 0 to 1; null without conversations. */
    public @Nullable Double acrossShare() {
        return conversations == 0 ? null : (double) acrossDepartments / conversations;
    }

    public Weeks span() {
        return Weeks.of(cycle);
    }

    /** What is not shown of the departments, and why; empty where all is. */
    public Optional<Text> departmentsNote() {
        return note(departments, "reports.hidden.departments", "reports.together.departments");
    }

    /** What is not shown of the levels, and why; empty where all is. */
    public Optional<Text> levelsNote() {
        return note(levels, "reports.hidden.levels", "reports.together.levels");
    }

    private static Optional<Text> note(Breakdown breakdown, String hiddenKey, String togetherKey) {
        if (breakdown.hidden()) {
            return Optional.of(Text.of(hiddenKey, LEAST_PEOPLE));
        }
        return breakdown.together() == 0
                ? Optional.empty()
                : Optional.of(Text.of(togetherKey, LEAST_PEOPLE, breakdown.together()));
    }

    /** Whether nobody takes part in the cycle, as far as the scope reaches. */
    public boolean isEmpty() {
        return total.participants() == 0 && !withheld;
    }
}
