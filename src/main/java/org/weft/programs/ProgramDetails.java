package org.weft.programs;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A program with its cycles, the latest first.
 *
 * @param version to be given back with an edit
 * @param cycles those the reader may see
 */
public record ProgramDetails(
        long id,
        String name,
        String purpose,
        @Nullable Long ownerId,
        @Nullable String ownerName,
        ProgramStatus status,
        int version,
        List<CycleRow> cycles) {

    public ProgramDraft draft() {
        return new ProgramDraft(name, purpose, ownerId);
    }
}
