package org.weft.progress;

import java.util.Set;

/**
 * Participants of one cycle whose row has changed since one last heard.
 *
 * @param many so many that they are not named: any may have changed
 */
public record ProgressChanges(boolean many, Set<Long> participantIds) {

    /** Nothing new, only the time that was asked for. */
    public static final ProgressChanges NONE = new ProgressChanges(false, Set.of());

    public ProgressChanges {
        participantIds = Set.copyOf(participantIds);
    }

    public boolean concern(long participantId) {
        return many || participantIds.contains(participantId);
    }

    public boolean isEmpty() {
        return !many && participantIds.isEmpty();
    }
}
