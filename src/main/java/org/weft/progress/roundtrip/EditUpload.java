package org.weft.progress.roundtrip;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A file that came back.
 *
 * @param rows of the file
 * @param untouched rows that say nothing new
 * @param problems cells that keep it from being applied
 * @param appliedAt null while it waits
 * @param expiresAt when it goes, whatever became of it
 */
public record EditUpload(
        long id,
        long cycleId,
        String fileName,
        int rows,
        int untouched,
        int problems,
        Instant createdAt,
        @Nullable Instant appliedAt,
        Instant expiresAt,
        EditCounts counts) {

    public boolean applied() {
        return appliedAt != null;
    }

    /** Whether it can be applied as it is decided. */
    public boolean ready() {
        return !applied() && problems == 0 && counts.undecided() == 0 && counts.changes() > 0;
    }
}
