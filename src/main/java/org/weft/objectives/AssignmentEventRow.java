package org.weft.objectives;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What happened to an assignment.
 *
 * @param from the status before, where the status changed
 * @param to the status after, where the status changed
 * @param health as reported, for a check-in
 */
public record AssignmentEventRow(
        long id,
        long assignmentId,
        String title,
        Instant at,
        String actorName,
        AssignmentEventKind kind,
        @Nullable AssignmentStatus from,
        @Nullable AssignmentStatus to,
        @Nullable Health health,
        @Nullable String note) {}
