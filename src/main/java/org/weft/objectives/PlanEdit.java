package org.weft.objectives;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * What shall become of one assignment among many. What is null stays as it is.
 *
 * @param reason of the status, as a single move would have it; some need one
 */
public record PlanEdit(
        long assignmentId,
        long participantId,
        @Nullable Edited<LocalDate> dueOn,
        @Nullable Edited<Integer> target,
        @Nullable Edited<AssignmentStatus> status,
        @Nullable String reason) {

    /**
     * A field that changes.
     *
     * @param before how it stood when somebody decided so
     */
    public record Edited<T>(T before, T after) {}

    /** Whether what is to change still stands as it did. */
    boolean fits(PlanStand now) {
        return (dueOn == null || dueOn.before().equals(now.dueOn()))
                && (target == null || target.before() == now.target())
                && (status == null || status.before() == now.status());
    }

    /** Whether due date or target change. */
    public boolean isChange() {
        return dueOn != null || target != null;
    }
}
