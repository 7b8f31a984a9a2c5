package org.weft.objectives;

import java.util.List;
import java.util.Map;
import org.weft.people.Level;

/**
 * What an {@link AssignRequest} would do, in counts.
 *
 * @param people who would get at least one new assignment
 * @param created new assignments
 * @param held assignments of a chosen objective people have already; they gain a further reason
 * @param ended chosen objectives people had and that were waived or cancelled; they stay as they are
 * @param leftOut people who get nothing, by reason
 */
public record AssignPreview(
        int people, int created, int held, int ended, Map<LeftOutReason, Integer> leftOut, List<OfLevel> levels) {

    public AssignPreview {
        leftOut = Map.copyOf(leftOut);
        levels = List.copyOf(levels);
    }

    public int leftOutTotal() {
        return leftOut.values().stream().mapToInt(Integer::intValue).sum();
    }

    /** The same for one level. */
    public record OfLevel(Level level, int people, int objectives, int created, int held, int ended) {}
}
