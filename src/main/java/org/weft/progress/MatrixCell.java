package org.weft.progress;

import java.time.LocalDate;
import org.weft.objectives.AssignmentStatus;
import org.weft.objectives.Health;

/**
 * One person's assignment of one objective.
 *
 * @param today the day it is where the person is
 */
public record MatrixCell(
        long assignmentId,
        long templateId,
        AssignmentStatus status,
        Health health,
        int achieved,
        int target,
        LocalDate dueOn,
        LocalDate today) {

    /** How many days the due date of an open assignment has passed; 0 when it has not. */
    public long overdueDays() {
        return status.isOpen() ? Math.max(0, today.toEpochDay() - dueOn.toEpochDay()) : 0;
    }
}
