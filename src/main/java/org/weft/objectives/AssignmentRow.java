package org.weft.objectives;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * One assignment of a person, with what the reader may do with it.
 *
 * @param version to be given back with any change
 * @param achieved in the template's unit; may exceed the target
 * @param guide the library's conversation guide as it stands today
 * @param endedReason why it was waived or cancelled
 * @param today today's date where the holder is
 * @param reasons why it is held, the oldest first
 * @param returnNote what the reviewer asked for, while it is returned
 */
public record AssignmentRow(
        long id,
        int version,
        long participantId,
        long personId,
        long cycleId,
        String code,
        String title,
        ObjectiveType type,
        PlanKind planKind,
        int target,
        String unit,
        Measure measure,
        @Nullable String evidence,
        @Nullable String guide,
        LocalDate dueOn,
        AssignmentStatus status,
        Health health,
        int achieved,
        @Nullable String endedReason,
        @Nullable String returnNote,
        Instant statusAt,
        @Nullable Instant lastActivityAt,
        LocalDate cycleStartsOn,
        LocalDate cycleEndsOn,
        LocalDate today,
        List<AssignmentReason> reasons,
        Set<AssignmentAction> allowed) {

    /** Between 0 and 1. */
    public double progress() {
        return Math.min(1.0, (double) achieved / target);
    }

    /** Open, and its due date has passed where the holder is. */
    public boolean overdue() {
        return status.isOpen() && dueOn.isBefore(today);
    }
}
