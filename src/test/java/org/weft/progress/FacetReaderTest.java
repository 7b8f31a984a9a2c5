package org.weft.progress;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.weft.access.Role;
import org.weft.access.Scope;
import org.weft.people.Level;
import org.weft.testing.Fixture;
import org.weft.testing.SignedIn;
import org.weft.testing.WeftTest;

/** A lead with Ada and Alan, and Grace of another line. */
@WeftTest
class FacetReaderTest {

    private static final Scope ALL = new Scope.Everybody();

    @Autowired
    Fixture fixture;

    @Autowired
    ProgressService progress;

    @Autowired
    LocalDays days;

    long cycle;
    long lead;
    long division;
    long below;
    long blue;
    long amber;
    long objective;

    @BeforeEach
    void people() {
        days.forget();
        SignedIn.as(Role.HR);
        cycle = fixture.cycle();
        lead = fixture.person("The Lead");
        division = fixture.team("Division", "DIVISION", null);
        below = fixture.team("Below", "TEAM", division);
        blue = fixture.cohort(cycle, "Blue", null);
        amber = fixture.cohort(cycle, "Amber", null);
        var ada = fixture.participant(
                blue,
                fixture.person("Ada", "Lovelace").manager(lead).team(division).add());
        fixture.figures(
                ada,
                Map.of(
                        "live_count",
                        1,
                        "not_started_count",
                        1,
                        "types",
                        1,
                        "next_due_on",
                        LocalDate.of(2026, 11, 20),
                        "last_activity_at",
                        Instant.parse("2026-11-09T10:00:00Z"),
                        "last_reminded_at",
                        Instant.parse("2026-11-10T10:00:00Z")));
        objective = fixture.template("T1", "FRONT_LINE", 3);
        fixture.assignment(ada, objective, LocalDate.of(2026, 11, 20));
        var alan = fixture.participant(
                blue,
                fixture.person("Alan", "Turing")
                        .manager(lead)
                        .team(below)
                        .level("TEAM_LEAD")
                        .location("Kiel")
                        .add());
        fixture.figures(
                alan,
                Map.of(
                        "live_count",
                        1,
                        "not_started_count",
                        1,
                        "types",
                        1,
                        "health",
                        "AT_RISK",
                        "next_due_on",
                        LocalDate.of(2026, 12, 10)));
        fixture.assignment(alan, objective, LocalDate.of(2026, 12, 10));
        fixture.participant(
                amber, fixture.person("Grace", "Hopper").location(null).add());
    }

    private List<String> counted(Scope scope, ProgressFilter filter, ProgressFacet facet) {
        return progress.options(scope, filter, facet, "").options().stream()
                .map(option -> (option.name().isEmpty() ? option.value() : option.name()) + " " + option.count())
                .toList();
    }

    @Test
    void eachFacetOffersWhatThereIsWithHowManyItLeaves() {
        var any = ProgressFilter.of(cycle);
        assertThat(counted(ALL, any, ProgressFacet.COHORT)).containsExactly("Blue 2", "Amber 1");
        assertThat(counted(ALL, any, ProgressFacet.TEAM)).containsExactly("Division 2", "Below 1");
        assertThat(counted(ALL, any, ProgressFacet.LEVEL))
                .containsExactly("front-line 2", "team-lead 1", "manager 0", "executive 0");
        assertThat(counted(ALL, any, ProgressFacet.LEAD)).containsExactly("The Lead 2");
        assertThat(counted(ALL, any, ProgressFacet.OBJECTIVE)).containsExactly("Objective T1 2");
        assertThat(counted(ALL, any, ProgressFacet.TYPE)).contains("information-exchange 2", "relationship 0");
        assertThat(counted(ALL, any, ProgressFacet.STATUS)).contains("not-started 2", "completed 0");
        assertThat(counted(ALL, any, ProgressFacet.HEALTH))
                .containsExactlyInAnyOrder("not-updated 2", "at-risk 1", "on-track 0", "off-track 0");
        assertThat(counted(ALL, any, ProgressFacet.DUE)).containsExactly("7 1", "14 1", "30 2");
        assertThat(counted(ALL, any, ProgressFacet.SILENT)).containsExactly("7 3", "14 2", "30 2");
        assertThat(counted(ALL, any, ProgressFacet.REMINDED)).containsExactly("yes 1", "no 2");
        assertThat(counted(ALL, any, ProgressFacet.LOCATION)).containsExactly("Hamburg 1", "Kiel 1");
        assertThat(counted(ALL, any, ProgressFacet.STATE)).contains("at-risk 1");
        assertThat(counted(ALL, any, ProgressFacet.TEXT)).isEmpty();
    }

    @ParameterizedTest
    @EnumSource(ProgressFacet.class)
    void whatIsCountedIsWhatIsFound(ProgressFacet facet) {
        for (var filter : List.of(
                ProgressFilter.of(cycle),
                ProgressFilter.of(cycle).level(Level.FRONT_LINE),
                ProgressFilter.of(cycle).text("a").with(ProgressFacet.TYPE, "information-exchange"))) {
            for (var scope : List.of(ALL, new Scope.Led(lead))) {
                progress.options(scope, filter, facet, "")
                        .options()
                        .forEach(option -> assertThat(progress.count(scope, filter.with(facet, option.value()))
                                        .matching()
                                        .number())
                                .as("%s in %s", option, filter)
                                .isEqualTo(option.count()));
            }
        }
    }

    @Test
    void theOwnValueDoesNotNarrowItsOptionsButTheOthersDo() {
        var front = ProgressFilter.of(cycle).level(Level.FRONT_LINE);
        assertThat(counted(ALL, front, ProgressFacet.LEVEL)).contains("front-line 2", "team-lead 1");
        assertThat(counted(ALL, front, ProgressFacet.COHORT)).containsExactly("Amber 1", "Blue 1");
    }

    @Test
    void aScopeCountsItsOwn() {
        assertThat(counted(new Scope.Led(lead), ProgressFilter.of(cycle), ProgressFacet.COHORT))
                .containsExactly("Blue 2");
        assertThat(counted(new Scope.Nobody(), ProgressFilter.of(cycle), ProgressFacet.TEAM))
                .isEmpty();
    }

    @Test
    void fiftyAreOfferedAndASearchFindsTheOthers() {
        for (var i = 0; i < 60; i++) {
            fixture.participant(
                    fixture.cohort(cycle, "Wave " + i, null),
                    fixture.person("Pat", "Name" + i).add());
        }
        var any = ProgressFilter.of(cycle);
        var first = progress.options(ALL, any, ProgressFacet.COHORT, "");
        assertThat(first.options()).hasSize(50);
        assertThat(first.more()).isTrue();
        var found = progress.options(ALL, any, ProgressFacet.COHORT, " wAVE 59 ");
        assertThat(found.options()).extracting(FacetOption::name).containsExactly("Wave 59");
        assertThat(found.more()).isFalse();
        assertThat(progress.options(ALL, any, ProgressFacet.COHORT, "%").options())
                .isEmpty();
    }

    @Test
    void namesAreReadInOneStatementAndOnlyOfWhatIsInSight() {
        var filter = ProgressFilter.of(cycle)
                .cohort(amber)
                .team(below)
                .with(ProgressFacet.LEAD, lead)
                .with(ProgressFacet.OBJECTIVE, objective);
        assertThat(Statements.of(() -> progress.names(ALL, filter))).hasSize(1);
        assertThat(progress.names(ALL, filter))
                .containsOnly(
                        Map.entry(ProgressFacet.COHORT, "Amber"),
                        Map.entry(ProgressFacet.TEAM, "Below"),
                        Map.entry(ProgressFacet.LEAD, "The Lead"),
                        Map.entry(ProgressFacet.OBJECTIVE, "Objective T1"));
        assertThat(progress.names(new Scope.Led(lead), filter)).doesNotContainKey(ProgressFacet.COHORT);
        assertThat(progress.names(ALL, filter.cohort(999L))).doesNotContainKey(ProgressFacet.COHORT);
        assertThat(Statements.of(() -> progress.names(ALL, ProgressFilter.of(cycle))))
                .isEmpty();
    }
}
