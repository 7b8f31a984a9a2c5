package org.weft.reports;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.weft.base.Text;

/**
 * Keeps groups of fewer than {@value #LEAST} people from being read, directly or by subtraction.
 *
 * <p>The total is known and groups share nobody, so a single group left out is the total less the others. Small groups
 * are therefore counted together, with the next larger ones until they are at least two groups and {@value #LEAST}
 * people. Where that takes in every group, nothing would be left but the total, and all are hidden.
 */
final class SmallGroups {

    /** Cells with fewer people are hidden from executives. */
    static final int LEAST = 5;

    private SmallGroups() {}

    /**
     * @param groups in the order they shall be shown
     * @param others what those counted together are called; the last of the outcome
     */
    static Breakdown protect(List<Group> groups, Text others) {
        var bySize = groups.stream()
                .filter(group -> group.participants() > 0)
                .sorted(Comparator.comparingInt(Group::participants))
                .toList();
        if (bySize.isEmpty() || bySize.getFirst().participants() >= LEAST) {
            return new Breakdown(bySize.isEmpty() ? List.of() : shown(groups, List.of()), 0, false);
        }
        var together = new ArrayList<Group>();
        var sum = Figures.NONE;
        for (var group : bySize) {
            if (group.participants() >= LEAST && together.size() > 1 && sum.participants() >= LEAST) {
                break;
            }
            together.add(group);
            sum = sum.plus(group.figures());
        }
        if (together.size() == bySize.size()) {
            return new Breakdown(List.of(), together.size(), true);
        }
        var result = new ArrayList<>(shown(groups, together));
        result.add(new Group(others, null, null, sum));
        return new Breakdown(result, together.size(), false);
    }

    private static List<Group> shown(List<Group> groups, List<Group> together) {
        return groups.stream()
                .filter(group -> group.participants() > 0 && !together.contains(group))
                .toList();
    }
}
