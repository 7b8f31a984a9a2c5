package org.weft.progress.ui;

import java.util.Comparator;
import java.util.List;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.weft.progress.ProgressPlace;
import org.weft.progress.ProgressSlice;

/** Remembers places of a list one has scrolled through, so that what is beside them is found from there. */
final class Scrolled<T> {

    /** Reads a slice of the rows the page shows now. */
    interface Rows<T> {
        ProgressSlice<T> read(@Nullable ProgressPlace near, int offset, int limit);
    }

    /** Enough for where one came from and where one is. */
    private static final int ENOUGH = 16;

    private final Rows<T> rows;
    private final TreeMap<Integer, ProgressPlace> places = new TreeMap<>();

    Scrolled(Rows<T> rows) {
        this.rows = rows;
    }

    /** The list is another one now. */
    void clear() {
        places.clear();
    }

    List<T> read(int offset, int limit) {
        var slice = rows.read(near(offset, limit), offset, limit);
        remember(slice.first(), offset);
        remember(slice.last(), offset);
        return slice.rows();
    }

    private @Nullable ProgressPlace near(int offset, int limit) {
        var above = places.floorEntry(offset);
        var below = places.ceilingEntry(offset + limit);
        if (above == null || below == null) {
            return above != null ? above.getValue() : below == null ? null : below.getValue();
        }
        return offset - above.getKey() <= below.getKey() - offset - limit ? above.getValue() : below.getValue();
    }

    private void remember(@Nullable ProgressPlace place, int offset) {
        if (place != null) {
            places.put(place.offset(), place);
        }
        while (places.size() > ENOUGH) {
            places.keySet().stream()
                    .max(Comparator.comparingInt(row -> Math.abs(row - offset)))
                    .ifPresent(places::remove);
        }
    }
}
