package org.weft.programs;

import org.jspecify.annotations.Nullable;

/**
 * A program as lists show it.
 *
 * @param cycle the cycle today lies in, else the next, else the last; null where there is none
 */
public record ProgramRow(
        long id,
        String name,
        String purpose,
        @Nullable String ownerName,
        ProgramStatus status,
        @Nullable CycleRow cycle) {}
