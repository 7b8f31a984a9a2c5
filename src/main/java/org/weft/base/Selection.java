package org.weft.base;

import java.util.Set;

/**
 * Which of the things a filter matches are marked, by their ids. "All but" costs the same for five and for a million.
 *
 * @param allBut true: all that match except {@code ids}; false: only those
 */
public record Selection(boolean allBut, Set<Long> ids) {

    /** All that match. */
    public static final Selection ALL = new Selection(true, Set.of());

    public static final Selection NONE = new Selection(false, Set.of());

    public Selection {
        ids = Set.copyOf(ids);
    }

    public static Selection only(Set<Long> ids) {
        return new Selection(false, ids);
    }

    public boolean contains(long id) {
        return allBut != ids.contains(id);
    }

    /** How many are marked when so many match. */
    public long size(long matching) {
        return allBut ? Math.max(0, matching - ids.size()) : ids.size();
    }
}
