package org.weft.programs;

import java.util.List;

/**
 * What evaluating a cohort's rule again does, or did.
 *
 * @param joins how many people match and join
 * @param leaves who no longer matches and leaves, by name; nobody who was picked by hand
 * @param stays who no longer matches but has begun to work on objectives and therefore stays, by name
 */
public record MembersUpdate(int joins, List<String> leaves, List<String> stays) {

    public boolean isEmpty() {
        return joins == 0 && leaves.isEmpty();
    }
}
