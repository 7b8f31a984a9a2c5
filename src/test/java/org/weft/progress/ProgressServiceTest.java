package org.weft.progress;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.security.access.AccessDeniedException;
import org.weft.access.Role;
import org.weft.access.Scope;
import org.weft.base.Count;
import org.weft.base.DatabaseDialect;
import org.weft.base.Selection;
import org.weft.people.Level;
import org.weft.testing.Fixture;
import org.weft.testing.SignedIn;
import org.weft.testing.TestClock;
import org.weft.testing.WeftTest;

@WeftTest
class ProgressServiceTest {

    private static final Scope ALL = new Scope.Everybody();

    @Autowired
    Fixture fixture;

    @Autowired
    TestClock clock;

    @Autowired
    ProgressService progress;

    @Autowired
    LocalDays days;

    @Autowired
    DatabaseDialect dialect;

    long cycle;

    @BeforeEach
    void start() {
        days.forget();
        SignedIn.as(Role.HR);
        cycle = fixture.cycle();
    }

    @ParameterizedTest
    @MethodSource("everySort")
    void everySortShowsEveryRowExactlyOnceAcrossPages(ProgressSort sort) {
        var all = crowd();

        var seen = new ArrayList<ProgressRow>();
        for (var offset = 0; offset < all.size(); offset += 7) {
            seen.addAll(progress.list(ALL, ProgressFilter.of(cycle), sort, offset, 7));
        }

        assertThat(seen).extracting(ProgressRow::id).containsExactlyInAnyOrderElementsOf(all);
        assertThat(seen)
                .extracting(ProgressRow::id)
                .isEqualTo(progress.ids(ALL, ProgressFilter.of(cycle), sort, Selection.ALL));
        assertThat(seen).isSortedAccordingTo(inOrder(sort));
    }

    @ParameterizedTest
    @MethodSource("everySort")
    void aPageIsTheSameFromWhicheverPlaceItIsRead(ProgressSort sort) {
        crowd();
        var filter = ProgressFilter.of(cycle);
        var rows = progress.list(ALL, filter, sort, 0, 100);
        var places = new ArrayList<@Nullable ProgressPlace>();
        for (var offset = 0; offset < rows.size(); offset++) {
            places.add(progress.list(ALL, filter, sort, null, offset, 1).first());
        }

        for (var place : places) {
            for (var offset = 0; offset <= rows.size(); offset++) {
                for (var limit : List.of(1, 3, 20)) {
                    var end = Math.min(rows.size(), offset + limit);
                    assertThat(progress.list(ALL, filter, sort, place, offset, limit)
                                    .rows())
                            .as("%d rows from %d, read from %s", limit, offset, place)
                            .isEqualTo(rows.subList(offset, end));
                }
            }
        }
    }

    @ParameterizedTest
    @MethodSource("everySort")
    void theNeighboursAreThoseOfTheList(ProgressSort sort) {
        crowd();
        var filter = ProgressFilter.of(cycle);
        var rows = progress.list(ALL, filter, sort, 0, 100);

        for (var i = 0; i < rows.size(); i++) {
            var neighbours = progress.neighbours(ALL, filter, sort, rows.get(i).id());
            assertThat(neighbours.previousPersonId())
                    .isEqualTo(i == 0 ? null : rows.get(i - 1).personId());
            assertThat(neighbours.nextPersonId())
                    .isEqualTo(i == rows.size() - 1 ? null : rows.get(i + 1).personId());
        }
    }

    static Stream<ProgressSort> everySort() {
        return Stream.of(ProgressColumn.values())
                .flatMap(column -> Stream.of(
                        ProgressSort.by(column), ProgressSort.by(column).descending()));
    }

    /** Twenty participants with many equal and missing values. */
    private List<Long> crowd() {
        var teams = List.of(fixture.team("Sales"), fixture.team("Assembly"));
        var cohorts = List.of(fixture.cohort(cycle, "Blue", null), fixture.cohort(cycle, "Amber", null));
        var healths = List.of("NOT_UPDATED", "ON_TRACK", "AT_RISK", "OFF_TRACK");
        var ids = new ArrayList<Long>();
        for (var i = 0; i < 20; i++) {
            var person = fixture.person("Pat", "Name" + i % 6)
                    .level(Level.values()[i % 4].name())
                    .team(i % 3 == 2 ? null : teams.get(i % 3))
                    .add();
            var id = fixture.participant(cohorts.get(i % 2), person);
            fixture.figures(
                    id,
                    Map.of(
                            "live_count",
                            4,
                            "completed_count",
                            i % 5,
                            "progress",
                            (i % 4) / 4.0,
                            "conversation_count",
                            i % 3,
                            "external_count",
                            i % 2,
                            "health",
                            healths.get(i % 4)));
            if (i % 4 != 0) {
                fixture.figures(id, Map.of("next_due_on", LocalDate.of(2026, 12, 1 + i % 3)));
            }
            if (i % 5 != 0) {
                fixture.figures(
                        id,
                        Map.of(
                                "last_activity_at", Instant.parse("2026-11-0" + (1 + i % 3) + "T10:00:00Z"),
                                "last_reminded_at", Instant.parse("2026-11-1" + i % 2 + "T10:00:00Z")));
            }
            ids.add(id);
        }
        return ids;
    }

    private static Comparator<ProgressRow> inOrder(ProgressSort sort) {
        var order = ascending(sort.column());
        return sort.ascending() ? order : order.reversed();
    }

    private static Comparator<ProgressRow> ascending(ProgressColumn column) {
        return switch (column) {
            case NAME ->
                Comparator.comparing(row -> row.name().substring(row.name().indexOf(' ')));
            case TEAM -> nothingLast(ProgressRow::team);
            case LEVEL -> Comparator.comparing(ProgressRow::level);
            case COHORT -> Comparator.comparing(ProgressRow::cohort);
            case PROGRESS -> Comparator.comparing(ProgressRow::progress);
            case DONE -> Comparator.comparing(ProgressRow::completed);
            case CONVERSATIONS -> Comparator.comparing(ProgressRow::conversations);
            case EXTERNAL -> Comparator.comparing(ProgressRow::external);
            case NEXT_DUE -> nothingLast(ProgressRow::nextDue);
            case HEALTH ->
                Comparator.comparing(row -> List.of("OFF_TRACK", "AT_RISK", "NOT_UPDATED", "ON_TRACK")
                        .indexOf(row.health().name()));
            case LAST_ACTIVITY -> neverFirst(ProgressRow::lastActivity);
            case LAST_REMINDER -> neverFirst(ProgressRow::lastReminder);
        };
    }

    private static <C extends Comparable<? super C>> Comparator<ProgressRow> nothingLast(
            Function<ProgressRow, @Nullable C> value) {
        return Comparator.comparing(value, Comparator.nullsLast(Comparator.naturalOrder()));
    }

    private static <C extends Comparable<? super C>> Comparator<ProgressRow> neverFirst(
            Function<ProgressRow, @Nullable C> value) {
        return Comparator.comparing(value, Comparator.nullsFirst(Comparator.naturalOrder()));
    }

    @Test
    void eachFilterLeavesWhoItSays() {
        var division = fixture.team("Division", "DIVISION", null);
        var below = fixture.team("Below", "TEAM", division);
        var beside = fixture.team("Beside");
        var blue = fixture.cohort(cycle, "Blue", null);
        var amber = fixture.cohort(cycle, "Amber", null);
        var ada = participant(blue, fixture.person("Ada", "Lovelace").team(division));
        var alan =
                participant(amber, fixture.person("Alan", "Turing").team(below).level("TEAM_LEAD"));
        var grace = participant(amber, fixture.person("Grace", "Hopper").team(beside));
        var elsewhere = fixture.cohort(fixture.cycle(), "Other cycle", null);
        participant(elsewhere, fixture.person("Not", "Here").team(below));

        var any = ProgressFilter.of(cycle);
        assertThat(shown(any)).containsExactlyInAnyOrder(ada, alan, grace);
        assertThat(shown(any.cohort(amber))).containsExactlyInAnyOrder(alan, grace);
        assertThat(shown(any.team(division))).containsExactlyInAnyOrder(ada, alan);
        assertThat(shown(any.team(below))).containsExactly(alan);
        assertThat(shown(any.level(Level.TEAM_LEAD))).containsExactly(alan);
        assertThat(shown(any.text("LOVE"))).containsExactly(ada);
        assertThat(shown(any.text("hop gra"))).containsExactly(grace);
        assertThat(shown(any.text("%"))).isEmpty();
        assertThat(shown(any.text("_da"))).isEmpty();
        assertThat(shown(any.text("\\"))).isEmpty();
        assertThat(shown(any.text("'; drop table person; --"))).isEmpty();
        assertThat(shown(any.cohort(amber).team(division).level(Level.TEAM_LEAD).text("al")))
                .containsExactly(alan);
    }

    @Test
    void statesAreFoundAndCounted() {
        var cohort = fixture.cohort(cycle, "Blue", null);
        var nothing = participant(cohort, fixture.person("No", "Objectives"));
        var idle = participant(cohort, fixture.person("Not", "Started"));
        fixture.figures(idle, Map.of("live_count", 2, "not_started_count", 2, "next_due_on", day(20)));
        var risky = participant(cohort, fixture.person("At", "Risk"));
        fixture.figures(risky, Map.of("live_count", 2, "health", "AT_RISK", "next_due_on", day(20)));
        var off = participant(cohort, fixture.person("Off", "Track"));
        fixture.figures(off, Map.of("live_count", 2, "health", "OFF_TRACK", "next_due_on", day(1)));
        var done = participant(cohort, fixture.person("All", "Done"));
        fixture.figures(done, Map.of("live_count", 2, "completed_count", 2, "progress", 1));

        var any = ProgressFilter.of(cycle);
        assertThat(shown(any.state(ProgressState.OVERDUE))).containsExactly(off);
        assertThat(shown(any.state(ProgressState.AT_RISK))).containsExactlyInAnyOrder(risky, off);
        assertThat(shown(any.state(ProgressState.NOT_STARTED))).containsExactly(idle);
        assertThat(shown(any.state(ProgressState.DONE))).containsExactly(done);
        assertThat(shown(any)).contains(nothing);
        assertThat(progress.count(ALL, any)).isEqualTo(counts(5, 5, 5, 1, 2, 0, 1, 1));
        assertThat(progress.count(ALL, any.state(ProgressState.AT_RISK))).isEqualTo(counts(5, 2, 5, 1, 2, 0, 1, 1));
        assertThat(progress.count(ALL, any.text("off"))).isEqualTo(counts(5, 1, 1, 1, 1, 0, 0, 0));
    }

    @Test
    void aDueDateHasPassedWhenItHasPassedWhereThePersonIs() {
        var cohort = fixture.cohort(cycle, "World", null);
        var auckland = participant(cohort, fixture.person("Mere", "Ngata").zone("Pacific/Auckland"));
        var angeles = participant(cohort, fixture.person("Kim", "Lee").zone("America/Los_Angeles"));
        var portal = participant(cohort, fixture.person("No", "Zone"));
        var unknown = participant(cohort, fixture.person("Odd", "Zone").zone("Mars/Olympus"));
        var due = LocalDate.of(2026, 11, 17);
        for (var id : List.of(auckland, angeles, portal, unknown)) {
            fixture.figures(id, Map.of("live_count", 1, "next_due_on", due));
        }

        // Already the 18th in Auckland, still the 17th in Los Angeles and in UTC, the portal's zone.
        clock.set(Instant.parse("2026-11-17T12:00:00Z"));
        assertThat(overdue()).containsExactly(auckland);

        clock.set(Instant.parse("2026-11-18T01:00:00Z"));
        assertThat(overdue()).containsExactlyInAnyOrder(auckland, portal, unknown);

        clock.set(Instant.parse("2026-11-18T08:00:01Z"));
        assertThat(overdue()).containsExactlyInAnyOrder(auckland, portal, unknown, angeles);

        clock.set(Instant.parse("2026-11-17T10:59:59Z"));
        assertThat(overdue()).isEmpty();
    }

    /** The filter, the count and the rows' own days must agree. */
    private List<Long> overdue() {
        var filter = ProgressFilter.of(cycle).state(ProgressState.OVERDUE);
        var found = shown(filter);
        assertThat(progress.count(ALL, filter).overdue()).isEqualTo(Count.exactly(found.size()));
        assertThat(progress.list(ALL, ProgressFilter.of(cycle), ProgressSort.DEFAULT, 0, 100).stream()
                        .filter(row -> row.overdueDays() > 0)
                        .map(ProgressRow::id))
                .containsExactlyInAnyOrderElementsOf(found);
        return found;
    }

    @Test
    void aManagerSeesTheOwnLineTheTeamsLedAndTheCohortsLedAndNothingElse() {
        var team = fixture.team("Led team");
        var teamBelow = fixture.team("Below", "TEAM", team);
        var other = fixture.team("Other");
        var lead = fixture.person("The Lead");
        fixture.leads(lead, team);
        var blue = fixture.cohort(cycle, "Blue", null);
        var led = fixture.cohort(cycle, "Led", lead);
        var direct = fixture.person("Direct", "Report").manager(lead).add();
        var mine = List.of(
                fixture.participant(blue, lead),
                fixture.participant(blue, direct),
                participant(blue, fixture.person("Second", "Level").manager(direct)),
                participant(blue, fixture.person("In", "Team").team(team)),
                participant(blue, fixture.person("Team", "Below").team(teamBelow)),
                participant(led, fixture.person("In", "Cohort").team(other)));
        var hidden = participant(blue, fixture.person("Some", "Body").team(other));

        var scope = new Scope.Led(lead);
        SignedIn.as(lead, Role.MANAGER);
        var any = ProgressFilter.of(cycle);
        assertThat(progress.list(scope, any, ProgressSort.DEFAULT, 0, 100))
                .extracting(ProgressRow::id)
                .containsExactlyInAnyOrderElementsOf(mine);
        assertThat(progress.count(scope, any).total()).isEqualTo(Count.exactly(6));
        assertThat(progress.list(scope, any.team(other), ProgressSort.DEFAULT, 0, 100))
                .extracting(ProgressRow::cohort)
                .containsExactly("Led");
        assertThat(progress.ids(scope, any, ProgressSort.DEFAULT, Selection.only(Set.of(hidden))))
                .isEmpty();
        assertThat(progress.neighbours(scope, any, ProgressSort.DEFAULT, hidden))
                .isEqualTo(new Neighbours(null, null));
        assertThat(progress.list(new Scope.Nobody(), any, ProgressSort.DEFAULT, 0, 100))
                .isEmpty();
    }

    @Test
    void onlyHrAndManagersMayAsk() {
        for (var role : List.of(Role.ADMIN, Role.EXECUTIVE, Role.MEMBER)) {
            SignedIn.as(role);
            assertThatThrownBy(() -> progress.count(ALL, ProgressFilter.of(cycle)))
                    .isInstanceOf(AccessDeniedException.class);
        }
    }

    @Test
    void markedRowsAreThoseTickedOrAllThatMatchButSome() {
        var cohort = fixture.cohort(cycle, "Blue", null);
        var a = participant(cohort, fixture.person("A", "A"));
        var b = participant(cohort, fixture.person("B", "B"));
        var c = participant(cohort, fixture.person("C", "C"));
        var any = ProgressFilter.of(cycle);
        var sort = ProgressSort.by(ProgressColumn.NAME).descending();

        assertThat(progress.ids(ALL, any, sort, Selection.ALL)).containsExactly(c, b, a);
        assertThat(progress.ids(ALL, any, sort, Selection.NONE)).isEmpty();
        assertThat(progress.ids(ALL, any, sort, Selection.only(Set.of(a, c)))).containsExactly(c, a);
        assertThat(progress.ids(ALL, any, sort, new Selection(true, Set.of(a)))).containsExactly(c, b);
        assertThat(progress.ids(ALL, any.text("b"), sort, new Selection(true, Set.of(a))))
                .containsExactly(b);
    }

    @Test
    void anExportIsTheListAndLeavesATrace() {
        crowd();
        var sort = ProgressSort.by(ProgressColumn.TEAM).descending();
        var filter = ProgressFilter.of(cycle).level(Level.TEAM_LEAD);
        var exported = new ArrayList<ProgressRow>();

        progress.export(ALL, filter, sort, Selection.ALL, "Q4", (count, rows) -> {
            rows.forEach(exported::add);
            assertThat(count).isEqualTo(exported.size());
        });

        assertThat(exported).isNotEmpty().isEqualTo(progress.list(ALL, filter, sort, 0, 100));
        assertThat(fixture.jdbc()
                        .sql("select detail from audit_entry where action = 'PROGRESS_EXPORTED'")
                        .query(String.class)
                        .list())
                .containsExactly("list, rows: " + exported.size());
    }

    @Test
    void aPageCostsOneStatementForTheRowsOrTwoOnH2AndOneForTheCounts() {
        crowd();
        for (var filter : List.of(
                ProgressFilter.of(cycle).state(ProgressState.OVERDUE),
                ProgressFilter.of(cycle).text("a"))) {
            progress.count(ALL, filter);

            assertThat(Statements.of(() -> {
                        progress.list(ALL, filter, ProgressSort.DEFAULT, 0, 50);
                        progress.count(ALL, filter);
                    }))
                    .hasSize(dialect.postgres() ? 2 : 3);
        }
    }

    @Test
    void pagesOfAFilterFollowEachOtherHoweverFarDown() {
        many(2100);
        var due = ProgressFilter.of(cycle).text("body").state(ProgressState.OVERDUE);
        var bodies = ProgressFilter.of(cycle).text("body");
        var all = ProgressFilter.of(cycle).level(Level.FRONT_LINE);

        for (var filter : List.of(due, bodies, all)) {
            for (var sort : List.of(
                    ProgressSort.DEFAULT, ProgressSort.by(ProgressColumn.NAME).descending())) {
                var ids = progress.ids(ALL, filter, sort, Selection.ALL);
                for (var offset = 0; offset < ids.size() + 130; offset += 130) {
                    assertThat(progress.list(ALL, filter, sort, offset, 50))
                            .extracting(ProgressRow::id)
                            .isEqualTo(ids.subList(Math.min(offset, ids.size()), Math.min(offset + 50, ids.size())));
                }
            }
        }
    }

    @Test
    void countsEndWhereNobodyReadsOn() {
        var many = Count.MOST + 100;
        many(many);

        var all = progress.count(ALL, ProgressFilter.of(cycle));
        assertThat(all.total()).isEqualTo(all.matching()).isEqualTo(Count.exactly(many));
        assertThat(all.overdue()).isEqualTo(Count.exactly(many / 10));

        var bodies = ProgressFilter.of(cycle).text("body");
        var found = progress.count(ALL, bodies);
        assertThat(found.matching()).isEqualTo(new Count(Count.MOST, true));
        assertThat(found.overdue().more()).isTrue();
        assertThat(found.overdue().number()).isBetween(100L, many / 10L);
        assertThat(progress.count(ALL, bodies.state(ProgressState.OVERDUE)).matching())
                .isEqualTo(Count.exactly(many / 10));
        assertThat(progress.matching(ALL, bodies)).isEqualTo(many);
    }

    /** As many front-line people, every tenth overdue. */
    private void many(int many) {
        var cohort = fixture.cohort(cycle, "Many", null);
        fixture.jdbc()
                .sql("""
                        insert into person (employee_number, given_name, family_name, display_name, sort_name, level,
                            active, created_at, updated_at)
                        select 'N' || n.n, 'No', 'Body', 'No Body', 'Body, No', 'FRONT_LINE', true, now(), now()
                        from (select a.d + 10 * b.d + 100 * c.d + 1000 * e.d as n
                            from DIGITS a cross join DIGITS b cross join DIGITS c cross join DIGITS e) n
                        where n.n < :many""".replace("DIGITS", "(values (0), (1), (2), (3), (4), (5), (6), (7), (8), (9))")
                        .replaceAll("\\)\\) ([abce])\\b", ")) $1 (d)"))
                .param("many", many)
                .update();
        fixture.jdbc()
                .sql("""
                        insert into participant (cycle_id, cohort_id, person_id, added_at, search_text, next_due_on)
                        select :cycle, :cohort, p.id, now(), 'no body', case when p.employee_number like 'N%7' then :due end
                        from person p where p.employee_number like 'N%'""")
                .param("cycle", cycle)
                .param("cohort", cohort)
                .param("due", day(1))
                .update();
        fixture.jdbc().sql("update cohort set member_count = ?").param(many).update();
    }

    private long participant(long cohort, Fixture.PersonBuilder person) {
        return fixture.participant(cohort, person.add());
    }

    private List<Long> shown(ProgressFilter filter) {
        var rows = progress.list(ALL, filter, ProgressSort.DEFAULT, 0, 100);
        assertThat(progress.count(ALL, filter).matching()).isEqualTo(Count.exactly(rows.size()));
        return rows.stream().map(ProgressRow::id).toList();
    }

    private static LocalDate day(int dayOfNovember) {
        return LocalDate.of(2026, 11, dayOfNovember);
    }

    private static ProgressCounts counts(long... numbers) {
        var counts = Arrays.stream(numbers).mapToObj(Count::exactly).toList();
        return new ProgressCounts(
                counts.get(0),
                counts.get(1),
                counts.get(2),
                counts.get(3),
                counts.get(4),
                counts.get(5),
                counts.get(6),
                counts.get(7));
    }
}
