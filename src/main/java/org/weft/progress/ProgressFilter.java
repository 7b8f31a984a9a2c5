package org.weft.progress;

import org.jspecify.annotations.Nullable;
import org.weft.people.Level;

/**
 * Which participants of a cycle are meant.
 *
 * @param teamId those of this team and of every team below it
 * @param name words that must all stand in the person's name; empty for anyone; what is longer than any name is cut
 */
public record ProgressFilter(
        long cycleId,
        @Nullable Long cohortId,
        @Nullable Long teamId,
        @Nullable Level level,
        @Nullable ProgressState state,
        String name) {

    private static final int LONGEST_NAME = 200;

    public ProgressFilter {
        name = name.strip();
        if (name.length() > LONGEST_NAME) {
            name = name.substring(0, LONGEST_NAME).strip();
        }
    }

    /** Every participant of the cycle. */
    public static ProgressFilter of(long cycleId) {
        return new ProgressFilter(cycleId, null, null, null, null, "");
    }

    public ProgressFilter cohort(@Nullable Long cohortId) {
        return new ProgressFilter(cycleId, cohortId, teamId, level, state, name);
    }

    public ProgressFilter team(@Nullable Long teamId) {
        return new ProgressFilter(cycleId, cohortId, teamId, level, state, name);
    }

    public ProgressFilter level(@Nullable Level level) {
        return new ProgressFilter(cycleId, cohortId, teamId, level, state, name);
    }

    public ProgressFilter state(@Nullable ProgressState state) {
        return new ProgressFilter(cycleId, cohortId, teamId, level, state, name);
    }

    public ProgressFilter name(String name) {
        return new ProgressFilter(cycleId, cohortId, teamId, level, state, name);
    }

    /** Whether it leaves anybody of the cycle out. */
    public boolean narrows() {
        return !equals(of(cycleId));
    }
}
