package org.weft.objectives;

import org.jspecify.annotations.Nullable;
import org.weft.people.Level;

/**
 * One chosen person in the preview.
 *
 * @param leftOut why this person gets nothing, or null
 */
public record AssignPreviewRow(
        long personId,
        String name,
        @Nullable String teamName,
        Level level,
        int created,
        int held,
        int ended,
        @Nullable LeftOutReason leftOut) {}
