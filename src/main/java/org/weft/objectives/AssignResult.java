package org.weft.objectives;

/**
 * What an act of assigning did.
 *
 * @param batchId for {@link AssignmentService#undo}
 * @param people who got something new
 * @param created new assignments
 * @param held assignments that were there and gained a reason
 */
public record AssignResult(long batchId, int people, int created, int held) {}
