package org.weft.reports;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.IntStream;
import org.weft.reports.CycleConversations.Talks;

/**
 * How many conversations joined each two departments. One of three departments joined three pairs.
 *
 * @param names of the departments, each once; they are known by their place in it
 * @param talks by pair, without those that have none
 */
record JoinedDepartments(List<String> names, Map<Pair, Long> talks) {

    JoinedDepartments {
        names = List.copyOf(names);
        talks = Map.copyOf(talks);
    }

    /**
     * Two departments.
     *
     * @param one the place of the one that comes first
     */
    record Pair(int one, int other) {

        static Pair of(int a, int b) {
            return a < b ? new Pair(a, b) : new Pair(b, a);
        }
    }

    /**
     * @param all the departments there are
     * @param shown those of them that are shown; one without an id stands for all others together
     * @param conversations of any departments; those of nobody there is join nothing
     */
    static JoinedDepartments of(List<Group> all, List<Group> shown, ReportWords words, List<Talks> conversations) {
        var places = new HashMap<Long, Integer>();
        var names = new ArrayList<String>();
        var taken = new HashSet<String>();
        for (var group : shown) {
            var id = group.teamId();
            if (id != null) {
                places.put(id, names.size());
            } else {
                var others = names.size();
                all.forEach(one -> places.putIfAbsent(Objects.requireNonNull(one.teamId()), others));
            }
            names.add(unique(words.of(group.name()), words, taken));
        }
        return new JoinedDepartments(names, counted(places, conversations));
    }

    /** @param places of the departments that stand for themselves */
    private static Map<Pair, Long> counted(Map<Long, Integer> places, List<Talks> conversations) {
        var counts = new HashMap<Pair, Long>();
        for (var talks : conversations) {
            var joined = talks.departmentIds().stream()
                    .filter(places::containsKey)
                    .map(places::get)
                    .distinct()
                    .sorted()
                    .toList();
            for (var one = 0; one < joined.size(); one++) {
                for (var other = one + 1; other < joined.size(); other++) {
                    counts.merge(new Pair(joined.get(one), joined.get(other)), talks.conversations(), Long::sum);
                }
            }
        }
        return counts;
    }

    private static String unique(String name, ReportWords words, HashSet<String> taken) {
        var result = name;
        for (var number = 2; !taken.add(result.toLowerCase(words.locale())); number++) {
            result = name + " (" + number + ")";
        }
        return result;
    }

    long between(int one, int other) {
        return talks.getOrDefault(Pair.of(one, other), 0L);
    }

    /** Pairs are counted once here: A with B is B with A. The share is the same. */
    Coverage coverage() {
        return new Coverage(names.size() * (names.size() - 1) / 2, talks.size());
    }

    /** How many others a department has talked with. */
    int met(int department) {
        return (int) IntStream.range(0, names.size())
                .filter(other -> other != department && between(department, other) > 0)
                .count();
    }

    double share(int department) {
        return (double) met(department) / (names.size() - 1);
    }

    List<Integer> leastFirst() {
        return IntStream.range(0, names.size())
                .boxed()
                .sorted(Comparator.comparingInt(this::met))
                .toList();
    }
}
