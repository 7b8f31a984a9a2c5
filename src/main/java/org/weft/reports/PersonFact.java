package org.weft.reports;

import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.weft.objectives.Health;
import org.weft.people.Level;

/**
 * One participant with what is kept of them, for pivot tables.
 *
 * @param external conversations with somebody outside the own team
 * @param progress mean progress of the live assignments, 0 to 1
 */
record PersonFact(
        long participantId,
        long personId,
        String employeeNumber,
        String person,
        @Nullable String department,
        @Nullable String team,
        Level level,
        @Nullable String location,
        String cohort,
        @Nullable String lead,
        int live,
        int completed,
        double progress,
        @Nullable LocalDate nextDue,
        Health health,
        int conversations,
        int external,
        @Nullable Instant lastActivity,
        @Nullable Instant lastReminder) {}
