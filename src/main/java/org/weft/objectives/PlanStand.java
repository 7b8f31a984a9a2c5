package org.weft.objectives;

import java.time.LocalDate;

/**
 * How an assignment stands, as far as edits of many look at it.
 *
 * @param hasAccount whether the holder can sign in, and so submits without anybody's help
 * @param startsOn the first day of its cycle
 */
public record PlanStand(
        long assignmentId,
        long participantId,
        long personId,
        String title,
        String unit,
        LocalDate dueOn,
        int target,
        AssignmentStatus status,
        boolean hasAccount,
        LocalDate startsOn,
        LocalDate endsOn) {

    /** The same assignment as it stood with these values. */
    public PlanStand with(LocalDate dueOn, int target, AssignmentStatus status) {
        return new PlanStand(
                assignmentId,
                participantId,
                personId,
                title,
                unit,
                dueOn,
                target,
                status,
                hasAccount,
                startsOn,
                endsOn);
    }
}
