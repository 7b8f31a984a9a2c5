package org.weft.progress;

import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.weft.objectives.Health;
import org.weft.people.Level;

/**
 * A participant in the progress list.
 *
 * @param active false for somebody who has left
 * @param progress mean progress of the live assignments, 0 to 1
 * @param completed how many of the live assignments are completed
 * @param external conversations with somebody outside the own team
 * @param nextDue the earliest due date among the open assignments
 * @param today the day it is where the person is
 */
public record ProgressRow(
        long id,
        long personId,
        String name,
        boolean active,
        @Nullable String team,
        Level level,
        String cohort,
        double progress,
        int completed,
        int live,
        int conversations,
        int external,
        @Nullable LocalDate nextDue,
        LocalDate today,
        Health health,
        @Nullable Instant lastActivity,
        @Nullable Instant lastReminder) {

    /** How many days the next due date has passed where the person is; 0 when it has not. */
    public long overdueDays() {
        return nextDue == null ? 0 : Math.max(0, today.toEpochDay() - nextDue.toEpochDay());
    }
}
