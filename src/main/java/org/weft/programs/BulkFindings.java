package org.weft.programs;

import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/**
 * What a bulk change would do now. It holds ids, no people, so that it serves a million; the people behind them are read
 * a page at a time.
 *
 * @param changing participants for whom something changes, in the order they were marked
 * @param things what changes: assignments, or participants where the change is about these
 * @param leftOut participants for whom nothing changes, by reason; those hidden are counted and not named
 * @param hidden how many of those marked the scope does not show
 * @param outside due dates that stay because they would lie outside the cycle, also of people for whom others change
 */
public record BulkFindings(
        List<Long> changing, int things, Map<NotChanged, List<Long>> leftOut, int hidden, int outside) {

    public BulkFindings {
        // Not copied: they may hold a million ids, and nobody else has them.
        changing = Collections.unmodifiableList(changing);
        leftOut = Collections.unmodifiableMap(leftOut);
    }

    /** Those left out who may be named, reason by reason. */
    public List<Long> named() {
        return leftOut.values().stream().flatMap(List::stream).toList();
    }

    public int leftOutTotal() {
        return hidden + leftOut.values().stream().mapToInt(List::size).sum();
    }

    /** Findings in the making. */
    static final class Builder {
        private final List<Long> changing = new ArrayList<>();
        private final Map<NotChanged, List<Long>> leftOut = new EnumMap<>(NotChanged.class);
        private int things;
        private int hidden;
        private int outside;

        void add(long participantId, int verdict, int changes, int outsideCycle) {
            var reason = NotChanged.of(verdict);
            if (reason == null) {
                changing.add(participantId);
            } else {
                leftOut.computeIfAbsent(reason, any -> new ArrayList<>()).add(participantId);
            }
            things += changes;
            outside += outsideCycle;
        }

        void hidden(int count) {
            hidden += count;
        }

        BulkFindings build() {
            return new BulkFindings(changing, things, leftOut, hidden, outside);
        }
    }
}
