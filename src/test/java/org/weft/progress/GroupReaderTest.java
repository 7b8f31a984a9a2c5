package org.weft.progress;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.weft.access.Role;
import org.weft.access.Scope;
import org.weft.base.Selection;
import org.weft.people.Level;
import org.weft.testing.Fixture;
import org.weft.testing.SignedIn;
import org.weft.testing.WeftTest;

@WeftTest
class GroupReaderTest {

    private static final Scope ALL = new Scope.Everybody();

    @Autowired
    Fixture fixture;

    @Autowired
    ProgressService progress;

    @Autowired
    LocalDays days;

    long cycle;
    long bertha;
    long assembly;

    /** Twelve people: in three teams or none, of two leads or none, on four levels. */
    @BeforeEach
    void people() {
        days.forget();
        SignedIn.as(Role.HR);
        cycle = fixture.cycle();
        var cohort = fixture.cohort(cycle, "Blue", null);
        bertha = fixture.person("Bertha Benz");
        var leads = List.of(bertha, fixture.person("Ada Aal"));
        assembly = fixture.team("Assembly");
        var teams = List.of(assembly, fixture.team("Sales"), fixture.team("Bakery"));
        for (var i = 0; i < 12; i++) {
            var id = fixture.participant(
                    cohort,
                    fixture.person("Pat", "Name" + i)
                            .team(i % 4 == 3 ? null : teams.get(i % 4))
                            .manager(i % 3 == 2 ? null : leads.get(i % 3))
                            .level(Level.values()[i % 4].name())
                            .add());
            fixture.figures(
                    id,
                    Map.of(
                            "live_count",
                            i % 3,
                            "completed_count",
                            i % 2,
                            "progress",
                            i / 12.0,
                            "conversation_count",
                            i));
            fixture.figures(
                    id,
                    Map.of(
                            "external_count",
                            i % 2,
                            "health",
                            i % 2 == 0 ? "AT_RISK" : "ON_TRACK",
                            "next_due_on",
                            LocalDate.of(2026, 11, 11 + i)));
        }
    }

    @Test
    void groupsStandByNameThoseWithoutLast() {
        assertThat(groups(ProgressGrouping.TEAM))
                .extracting(ProgressGroup::name)
                .containsExactly("Assembly", "Bakery", "Sales", null);
        assertThat(groups(ProgressGrouping.LEAD))
                .extracting(ProgressGroup::name)
                .containsExactly("Ada Aal", "Bertha Benz", null);
        assertThat(groups(ProgressGrouping.LEVEL))
                .extracting(group -> group.key().level())
                .containsExactly(Level.values());
    }

    @ParameterizedTest
    @EnumSource(ProgressGrouping.class)
    void someAreReadAgainByWhichTheyAre(ProgressGrouping by) {
        var all = groups(by);
        var some = List.of(all.getFirst(), all.getLast());

        assertThat(progress.groups(
                        ALL,
                        ProgressFilter.of(cycle),
                        some.stream().map(ProgressGroup::key).toList()))
                .containsExactlyElementsOf(some);
        assertThat(progress.groups(ALL, ProgressFilter.of(cycle), List.of())).isEmpty();
    }

    private List<ProgressGroup> groups(ProgressGrouping by) {
        return progress.groups(ALL, ProgressFilter.of(cycle), by, 0, 100);
    }

    @ParameterizedTest
    @EnumSource(ProgressGrouping.class)
    void subtotalsAreThoseOfThePeopleInTheGroupAndEverybodyIsInOne(ProgressGrouping by) {
        for (var scope : List.of(ALL, new Scope.Led(bertha))) {
            for (var filter :
                    List.of(ProgressFilter.of(cycle), ProgressFilter.of(cycle).state(ProgressState.AT_RISK))) {
                var seen = new ArrayList<Long>();
                var groups = progress.groups(scope, filter, by, 0, 100);
                for (var group : groups) {
                    var people = progress.list(scope, filter, group.key(), ProgressSort.DEFAULT, 0, 100);
                    people.forEach(row -> seen.add(row.id()));
                    assertThat(group.people()).isEqualTo(people.size());
                    assertThat(group.completed())
                            .isEqualTo(people.stream()
                                    .mapToLong(ProgressRow::completed)
                                    .sum());
                    assertThat(group.live())
                            .isEqualTo(
                                    people.stream().mapToLong(ProgressRow::live).sum());
                    assertThat(group.conversations())
                            .isEqualTo(people.stream()
                                    .mapToLong(ProgressRow::conversations)
                                    .sum());
                    assertThat(group.external())
                            .isEqualTo(people.stream()
                                    .mapToLong(ProgressRow::external)
                                    .sum());
                    assertThat(group.overdue())
                            .isEqualTo(people.stream()
                                    .filter(row -> row.overdueDays() > 0)
                                    .count());
                    assertThat(group.progress())
                            .isCloseTo(
                                    people.stream()
                                            .filter(row -> row.live() > 0)
                                            .mapToDouble(ProgressRow::progress)
                                            .average()
                                            .orElse(0),
                                    org.assertj.core.data.Offset.offset(0.0001));
                }
                assertThat(progress.groupCount(scope, filter, by)).isEqualTo(groups.size());
                assertThat(seen)
                        .containsExactlyInAnyOrderElementsOf(
                                progress.ids(scope, filter, ProgressSort.DEFAULT, Selection.ALL));
            }
        }
    }

    @ParameterizedTest
    @EnumSource(ProgressGrouping.class)
    void aPageOfGroupsIsOneStatementAndPagesFollowEachOther(ProgressGrouping by) {
        var all = groups(by);
        var paged = new ArrayList<ProgressGroup>();
        for (var offset = 0; offset < all.size(); offset += 2) {
            paged.addAll(progress.groups(ALL, ProgressFilter.of(cycle), by, offset, 2));
        }
        assertThat(paged).isEqualTo(all);
        assertThat(Statements.of(() -> groups(by))).hasSize(1);
    }

    @Test
    void theSortHoldsWithinTheGroup() {
        var key = new GroupKey(ProgressGrouping.TEAM, assembly);
        var sort = ProgressSort.by(ProgressColumn.CONVERSATIONS).descending();
        assertThat(progress.list(ALL, ProgressFilter.of(cycle), key, sort, 0, 10))
                .extracting(ProgressRow::conversations)
                .containsExactly(8, 4, 0);
        assertThat(progress.list(ALL, ProgressFilter.of(cycle), key, sort, 1, 1))
                .extracting(ProgressRow::conversations)
                .containsExactly(4);
    }
}
