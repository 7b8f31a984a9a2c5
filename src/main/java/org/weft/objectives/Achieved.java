package org.weft.objectives;

/**
 * An assignment of which was counted how far it has come.
 *
 * @param status what it was in before
 */
public record Achieved(long assignmentId, String code, long participantId, AssignmentStatus status) {}
