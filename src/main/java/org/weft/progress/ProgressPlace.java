package org.weft.progress;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Where a row stood when it was read: pages beside it are read along the index from here, instead of from the top of the
 * list. What others add or take away above it then moves nothing that is being scrolled through.
 */
public final class ProgressPlace {

    private final int offset;
    private final List<@Nullable Object> keys;

    ProgressPlace(int offset, List<@Nullable Object> keys) {
        this.offset = offset;
        this.keys = keys;
    }

    /** How many rows stood above it. */
    public int offset() {
        return offset;
    }

    List<@Nullable Object> keys() {
        return keys;
    }

    @Override
    public String toString() {
        return "row " + offset + " " + keys;
    }
}
