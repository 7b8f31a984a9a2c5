package org.weft.reports;

import java.util.ArrayList;
import java.util.Arrays;
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
 * @param met how many others each department has talked with
 */
record JoinedDepartments(List<String> names, Map<Pair, Long> talks, List<Integer> met) {

    JoinedDepartments {
        names = List.copyOf(names);
        talks = Map.copyOf(talks);
        met = List.copyOf(met);
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
        var talks = counted(places, conversations);
        var met = new int[names.size()];
        for (var pair : talks.keySet()) {
            met[pair.one()]++;
            met[pair.other()]++;
        }
        return new JoinedDepartments(names, talks, Arrays.stream(met).boxed().toList());
    }

    /** @param places where each department is counted */
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

    /** Of the others, those a department has talked with, 0 to 1. */
    double share(int department) {
        return (double) met.get(department) / (names.size() - 1);
    }

    List<Integer> leastFirst() {
        return IntStream.range(0, names.size())
                .boxed()
                .sorted(Comparator.comparing(met::get))
                .toList();
    }
}
