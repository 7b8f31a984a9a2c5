package org.weft.progress;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Some rows of a list, one below the other.
 *
 * @param first where the first row stands, null if unknown
 * @param last where the last row stands, null if unknown
 */
public record ProgressSlice<T>(
        List<T> rows,
        @Nullable ProgressPlace first,
        @Nullable ProgressPlace last) {

    /** The same places with other rows. */
    <R> ProgressSlice<R> with(List<R> others) {
        return new ProgressSlice<>(others, first, last);
    }
}
