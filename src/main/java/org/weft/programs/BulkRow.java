package org.weft.programs;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.weft.people.Level;

/**
 * One person in the preview of a bulk change.
 *
 * @param things how many of the person's things change
 * @param dueBefore the earliest due date that moves, null where none does
 * @param dueAfter the earliest due date of those that move, after it
 * @param leadName who leads the person now, where the change is about that
 * @param reason why nothing changes, null where something does
 */
public record BulkRow(
        long participantId,
        String name,
        @Nullable String teamName,
        Level level,
        int things,
        @Nullable LocalDate dueBefore,
        @Nullable LocalDate dueAfter,
        @Nullable String leadName,
        @Nullable NotChanged reason) {}
