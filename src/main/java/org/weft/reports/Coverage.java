package org.weft.reports;

import java.util.Collection;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * How well the departments are joined: of all ordered pairs of departments with participants in the cycle, those with at
 * least one conversation between them in it.
 *
 * @param pairs ordered pairs: A with B and B with A are two
 * @param met those of them that met
 */
public record Coverage(int pairs, int met) {

    static final Coverage NONE = new Coverage(0, 0);

    /**
     * @param departmentIds all there are
     * @param together those that stood in one conversation, for every conversation; may hold others too, which do not count
     */
    static Coverage of(Set<Long> departmentIds, Collection<List<Long>> together) {
        record Pair(long one, long other) {}
        var met = together.stream()
                .flatMap(ids -> ids.stream().flatMap(one -> ids.stream().map(other -> new Pair(one, other))))
                .filter(pair -> pair.one() != pair.other()
                        && departmentIds.contains(pair.one())
                        && departmentIds.contains(pair.other()))
                .distinct()
                .count();
        return new Coverage(departmentIds.size() * (departmentIds.size() - 1), (int) met);
    }

    /** Met ÷ all pairs, 0 to 1; null with fewer than two departments. */
    public @Nullable Double share() {
        return pairs == 0 ? null : (double) met / pairs;
    }
}
