package org.weft.reports;

import java.time.Instant;
import java.time.LocalDate;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.weft.objectives.AssignmentStatus;
import org.weft.objectives.Health;
import org.weft.objectives.ObjectiveType;
import org.weft.objectives.PlanKind;

/**
 * One assignment with whoever holds it, for pivot tables.
 *
 * @param overdue whether it is open and its due date has passed in the holder's time zone
 */
record ObjectiveFact(
        PersonFact holder,
        long assignmentId,
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

    /** What is asked of the holder. */
    static <V extends @Nullable Object> Function<ObjectiveFact, V> holder(Function<PersonFact, V> asked) {
        return fact -> asked.apply(fact.holder());
    }
}
