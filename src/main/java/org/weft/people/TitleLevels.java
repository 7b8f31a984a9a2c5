package org.weft.people;

import java.util.Collection;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * A job title with the people who have it.
 *
 * @param jobTitle null for people without one
 * @param people how many of them are at which derived level
 * @param byHand how many of them have a level that was set by hand
 */
public record TitleLevels(@Nullable String jobTitle, Map<Level, Integer> people, int byHand) {

    public TitleLevels {
        people = Map.copyOf(people);
    }

    /** People of one title at one level. */
    record Count(@Nullable String jobTitle, Level level, boolean fixed, int people) {}

    /** In order of title, without one first. */
    static List<TitleLevels> of(Collection<Count> counts) {
        var byTitle = new TreeMap<String, EnumMap<Level, Integer>>();
        var byHand = new HashMap<String, Integer>();
        for (var count : counts) {
            var title = count.jobTitle() == null ? "" : count.jobTitle();
            var derived = byTitle.computeIfAbsent(title, t -> new EnumMap<>(Level.class));
            if (count.fixed()) {
                byHand.merge(title, count.people(), Integer::sum);
            } else {
                derived.merge(count.level(), count.people(), Integer::sum);
            }
        }
        return byTitle.entrySet().stream()
                .map(entry -> new TitleLevels(
                        entry.getKey().isEmpty() ? null : entry.getKey(),
                        entry.getValue(),
                        byHand.getOrDefault(entry.getKey(), 0)))
                .toList();
    }

    /** Everybody with this title. */
    public int total() {
        return derived() + byHand;
    }

    /** How many of those whose level is derived are not at this level. */
    public int differing(Level level) {
        return derived() - people.getOrDefault(level, 0);
    }

    private int derived() {
        return people.values().stream().mapToInt(Integer::intValue).sum();
    }
}
