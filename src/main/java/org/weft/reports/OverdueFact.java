package org.weft.reports;

import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.weft.objectives.AssignmentStatus;
import org.weft.objectives.Health;

/**
 * One open assignment whose due date has passed.
 *
 * @param daysOverdue in the holder's time zone, at least 1
 * @param lead who leads the holder in the cycle
 */
record OverdueFact(
        String employeeNumber,
        String person,
        @Nullable String department,
        @Nullable String team,
        String cohort,
        @Nullable String lead,
        String code,
        String title,
        int target,
        String unit,
        int achieved,
        LocalDate dueOn,
        long daysOverdue,
        AssignmentStatus status,
        Health health,
        @Nullable Instant lastActivity,
        @Nullable Instant lastReminder) {}
