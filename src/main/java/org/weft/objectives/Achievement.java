package org.weft.objectives;

/**
 * How far an assignment has come, with what it was when that was counted, its participant locked.
 *
 * @param achieved not regarded where it is reported by hand
 */
public record Achievement(long assignmentId, long participantId, AssignmentStatus status, int achieved) {}
