package org.weft.reports;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import org.weft.base.Text;
import org.weft.objectives.AssignmentStatus;

class SmallGroupsTest {

    private static final Text OTHERS = Text.of("others");

    private static List<Group> groups(int... sizes) {
        var groups = new ArrayList<Group>();
        for (var i = 0; i < sizes.length; i++) {
            groups.add(new Group(
                    Text.of("group" + i),
                    (long) i,
                    null,
                    new Figures(
                            sizes[i],
                            sizes[i] / 2,
                            sizes[i],
                            0,
                            0,
                            0,
                            Map.of(AssignmentStatus.COMPLETED, 2L * sizes[i]),
                            1)));
        }
        return groups;
    }

    private static List<Integer> sizes(Breakdown breakdown) {
        return breakdown.groups().stream().map(Group::participants).toList();
    }

    @Test
    void groupsOfFiveAndMoreStandForThemselvesInTheirOrder() {
        var breakdown = SmallGroups.protect(groups(7, 5, 12), OTHERS);

        assertThat(sizes(breakdown)).containsExactly(7, 5, 12);
        assertThat(breakdown.together()).isZero();
        assertThat(breakdown.hidden()).isFalse();
    }

    @Test
    void smallGroupsAreCountedTogetherLast() {
        var breakdown = SmallGroups.protect(groups(3, 20, 4, 8), OTHERS);

        assertThat(sizes(breakdown)).containsExactly(20, 8, 7);
        assertThat(breakdown.together()).isEqualTo(2);
        var others = breakdown.groups().getLast();
        assertThat(others.name()).isEqualTo(OTHERS);
        assertThat(others.teamId()).isNull();
        assertThat(others.figures().completed()).isEqualTo(14);
        assertThat(others.figures().overdue()).isEqualTo(2);
    }

    @Test
    void aSingleSmallGroupTakesTheNextLargerOneWithIt() {
        assertThat(sizes(SmallGroups.protect(groups(20, 4, 8), OTHERS))).containsExactly(20, 12);
    }

    @Test
    void twoGroupsTooSmallTogetherTakeTheNextLargerOneWithThem() {
        assertThat(sizes(SmallGroups.protect(groups(20, 2, 1, 6), OTHERS))).containsExactly(20, 9);
    }

    @Test
    void whereOnlyTheTotalWouldBeLeftAllIsHidden() {
        var breakdown = SmallGroups.protect(groups(20, 2), OTHERS);

        assertThat(breakdown.groups()).isEmpty();
        assertThat(breakdown.hidden()).isTrue();
        assertThat(SmallGroups.protect(groups(3, 3), OTHERS).hidden()).isTrue();
        assertThat(SmallGroups.protect(groups(4), OTHERS).hidden()).isTrue();
    }

    @Test
    void nobodyIsNothingToHide() {
        assertThat(SmallGroups.protect(List.of(), OTHERS).hidden()).isFalse();
        assertThat(SmallGroups.protect(groups(0, 6), OTHERS).groups()).hasSize(1);
    }

    /** Whatever the sizes: no cell of fewer than five, no small group as the rest of a subtraction, nobody lost. */
    @RepeatedTest(200)
    void noSmallGroupCanBeWorkedOut() {
        var random = new Random();
        var given = groups(random.ints(1 + random.nextInt(8), 1, 15).toArray());
        var total = given.stream().mapToInt(Group::participants).sum();

        var breakdown = SmallGroups.protect(given, OTHERS);

        assertThat(sizes(breakdown)).allMatch(size -> size >= SmallGroups.LEAST);
        if (breakdown.hidden()) {
            assertThat(breakdown.groups()).isEmpty();
        } else {
            assertThat(sizes(breakdown).stream().mapToInt(Integer::intValue).sum())
                    .isEqualTo(total);
            assertThat(breakdown.together()).isNotEqualTo(1);
        }
    }
}
