package org.weft.people.imports;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Finds the circles among people of whom each has one manager at most. Looks at everybody once. */
final class Circles {

    private final Map<Long, Long> managers;

    Circles(Map<Long, Long> managers) {
        this.managers = managers;
    }

    /** Each circle once, from person to manager. */
    List<List<Long>> find() {
        var walkOf = new HashMap<Long, Long>();
        var circles = new ArrayList<List<Long>>();
        for (var start : managers.keySet().stream().sorted().toList()) {
            var at = start;
            while (at != null && !walkOf.containsKey(at)) {
                walkOf.put(at, start);
                at = managers.get(at);
            }
            if (at != null && start.equals(walkOf.get(at))) {
                circles.add(from(at));
            }
        }
        return circles;
    }

    private List<Long> from(Long first) {
        var circle = new ArrayList<>(List.of(first));
        for (var next = managers.get(first); next != null && !next.equals(first); next = managers.get(next)) {
            circle.add(next);
        }
        return circle;
    }
}
