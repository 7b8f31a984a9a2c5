package org.weft.reports;

import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.weft.objectives.AssignmentStatus;
import org.weft.objectives.Health;
import org.weft.objectives.ObjectiveType;
import org.weft.objectives.PlanKind;
import org.weft.people.Level;

/**
 * One assignment with whoever holds it, for pivot tables.
 *
 * @param overdue whether it is open and its due date has passed in the holder's time zone
 */
record ObjectiveFact(
        long assignmentId,
        long participantId,
        long personId,
        String employeeNumber,
        String person,
        @Nullable String department,
        @Nullable String team,
        Level level,
        @Nullable String jobTitle,
        @Nullable String location,
        String cohort,
        String code,
        String title,
        ObjectiveType type,
        PlanKind planKind,
        int target,
        String unit,
        int achieved,
        LocalDate dueOn,
        AssignmentStatus status,
        Health health,
        boolean overdue,
        Instant statusAt) {

    /** Achieved ÷ target, at most 1. */
    double progress() {
        return Math.min(1, (double) achieved / target);
    }
}
