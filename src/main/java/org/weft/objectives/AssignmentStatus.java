package org.weft.objectives;

import java.util.Set;

/**
 * Where an assignment stands, with the moves that exist: {@code NOT_STARTED → IN_PROGRESS → SUBMITTED → COMPLETED},
 * {@code SUBMITTED → RETURNED → IN_PROGRESS}; {@code WAIVED} and {@code CANCELLED} end any open one. Words: {@code
 * status.<NAME>}. Their order is kept in sets of them ({@code participant.statuses}): new ones come last.
 */
public enum AssignmentStatus {
    NOT_STARTED,
    IN_PROGRESS,
    SUBMITTED,
    RETURNED,
    COMPLETED,
    WAIVED,
    CANCELLED;

    /** Not ended yet: the ones that can be due, at risk and overdue. */
    public boolean isOpen() {
        return this != COMPLETED && isLive();
    }

    /** Counted in figures: everything but waived and cancelled. */
    public boolean isLive() {
        return this != WAIVED && this != CANCELLED;
    }

    /** Whether the move exists. */
    public boolean canBecome(AssignmentStatus next) {
        return switch (this) {
            case NOT_STARTED, RETURNED -> Set.of(IN_PROGRESS, WAIVED, CANCELLED).contains(next);
            case IN_PROGRESS -> Set.of(SUBMITTED, WAIVED, CANCELLED).contains(next);
            case SUBMITTED -> Set.of(COMPLETED, RETURNED, WAIVED, CANCELLED).contains(next);
            case COMPLETED, WAIVED, CANCELLED -> false;
        };
    }
}
