package org.weft.people;

import java.util.Collection;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * A job title with the people who have it.
 *
 * @param jobTitle null for people without one
 * @param people how many of them are at which level
 */
public record TitleLevels(@Nullable String jobTitle, Map<Level, Integer> people) {

    public TitleLevels {
        people = Map.copyOf(people);
    }

    /** People of one title at one level. */
    record Count(@Nullable String jobTitle, Level level, int people) {}

    /** In order of title, without one first. */
    static List<TitleLevels> of(Collection<Count> counts) {
        var byTitle = new TreeMap<String, EnumMap<Level, Integer>>();
        for (var count : counts) {
            byTitle.computeIfAbsent(count.jobTitle() == null ? "" : count.jobTitle(), t -> new EnumMap<>(Level.class))
                    .merge(count.level(), count.people(), Integer::sum);
        }
        return byTitle.entrySet().stream()
                .map(entry -> new TitleLevels(entry.getKey().isEmpty() ? null : entry.getKey(), entry.getValue()))
                .toList();
    }

    public int total() {
        return people.values().stream().mapToInt(Integer::intValue).sum();
    }

    /** How many of them are not at this level. */
    public int differing(Level level) {
        return total() - people.getOrDefault(level, 0);
    }
}
