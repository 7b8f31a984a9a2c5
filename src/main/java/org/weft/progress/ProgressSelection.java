package org.weft.progress;

import java.util.Set;

/**
 * Which of the participants a filter matches are marked. "All but" costs the same for five and for a million.
 *
 * @param allBut true: all that match except {@code participantIds}; false: only those
 */
public record ProgressSelection(boolean allBut, Set<Long> participantIds) {

    /** Everybody who matches. */
    public static final ProgressSelection ALL = new ProgressSelection(true, Set.of());

    public static final ProgressSelection NONE = new ProgressSelection(false, Set.of());

    public ProgressSelection {
        participantIds = Set.copyOf(participantIds);
    }

    public static ProgressSelection only(Set<Long> participantIds) {
        return new ProgressSelection(false, participantIds);
    }

    public boolean contains(long participantId) {
        return allBut != participantIds.contains(participantId);
    }

    /** How many are marked when so many match. */
    public long size(long matching) {
        return allBut ? Math.max(0, matching - participantIds.size()) : participantIds.size();
    }
}
