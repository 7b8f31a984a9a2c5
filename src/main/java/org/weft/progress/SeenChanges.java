package org.weft.progress;

import java.time.Duration;
import java.time.Instant;
import java.util.NavigableMap;
import java.util.TreeMap;

/**
 * Which rows of a table that only grows have been read. Ids are given out in order, but rows come to sight when their
 * transaction commits, which may be later than rows with higher ids. So what was read lately is read again, and told
 * from what is new by memory.
 */
final class SeenChanges {

    /** How much later than a row with a higher id a row may come to sight without being missed. */
    static final Duration LATE = Duration.ofSeconds(30);

    private final NavigableMap<Long, Instant> seen = new TreeMap<>();
    private long done;

    /** @param id everything up to this one is long in sight */
    SeenChanges(long id) {
        done = id;
    }

    /** Where to read from: whatever is new has a higher id. */
    long done() {
        return done;
    }

    boolean isNew(long id, Instant now) {
        return seen.putIfAbsent(id, now) == null;
    }

    /** Stops looking below what has been in sight for long enough. */
    void settle(Instant now) {
        var longAgo = now.minus(LATE);
        for (var entry : seen.descendingMap().entrySet()) {
            if (!entry.getValue().isAfter(longAgo)) {
                done = entry.getKey();
                seen.headMap(done, true).clear();
                return;
            }
        }
    }
}
