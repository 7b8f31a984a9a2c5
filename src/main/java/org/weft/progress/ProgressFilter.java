package org.weft.progress;

import java.util.Collections;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.weft.people.Level;

/**
 * Which participants of a cycle are meant: all facets that are set must hold.
 *
 * @param values by facet, in the form addresses have; what means nothing is left out
 */
public record ProgressFilter(long cycleId, Map<ProgressFacet, String> values) {

    public ProgressFilter {
        var tidied = new EnumMap<ProgressFacet, String>(ProgressFacet.class);
        values.forEach((facet, value) -> {
            var tidy = facet.tidy(value);
            if (!tidy.isEmpty()) {
                tidied.put(facet, tidy);
            }
        });
        values = Collections.unmodifiableMap(tidied);
    }

    /** Every participant of the cycle. */
    public static ProgressFilter of(long cycleId) {
        return new ProgressFilter(cycleId, Map.of());
    }

    /** With the facet set to something else; null takes it out. */
    public ProgressFilter with(ProgressFacet facet, @Nullable Object value) {
        var changed = new EnumMap<ProgressFacet, String>(ProgressFacet.class);
        changed.putAll(values);
        if (value == null) {
            changed.remove(facet);
        } else {
            changed.put(facet, value instanceof Enum<?> constant ? ProgressFacet.word(constant) : value.toString());
        }
        return new ProgressFilter(cycleId, changed);
    }

    public ProgressFilter cohort(@Nullable Long cohortId) {
        return with(ProgressFacet.COHORT, cohortId);
    }

    public ProgressFilter team(@Nullable Long teamId) {
        return with(ProgressFacet.TEAM, teamId);
    }

    public ProgressFilter level(@Nullable Level level) {
        return with(ProgressFacet.LEVEL, level);
    }

    public ProgressFilter state(@Nullable ProgressState state) {
        return with(ProgressFacet.STATE, state);
    }

    public ProgressFilter text(String text) {
        return with(ProgressFacet.TEXT, text);
    }

    public Optional<String> get(ProgressFacet facet) {
        return Optional.ofNullable(values.get(facet));
    }

    /** The value of a facet whose values are ids. */
    public @Nullable Long id(ProgressFacet facet) {
        return get(facet).map(Long::valueOf).orElse(null);
    }

    /** The value of a facet whose values are constants. */
    public <E extends Enum<E>> @Nullable E constant(ProgressFacet facet, Class<E> type) {
        return get(facet).map(word -> ProgressFacet.constant(type, word)).orElse(null);
    }

    public @Nullable ProgressState state() {
        return constant(ProgressFacet.STATE, ProgressState.class);
    }

    /** The words searched for; empty for none. */
    public String text() {
        return get(ProgressFacet.TEXT).orElse("");
    }

    /** Whether it leaves anybody of the cycle out. */
    public boolean narrows() {
        return !values.isEmpty();
    }
}
