package org.weft.progress;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.transaction.support.TransactionTemplate;
import org.weft.access.Role;
import org.weft.access.Scope;
import org.weft.base.Selection;
import org.weft.objectives.AssignmentStatus;
import org.weft.objectives.Health;
import org.weft.objectives.ObjectiveType;
import org.weft.objectives.PlanFigures;
import org.weft.people.Level;
import org.weft.testing.Fixture;
import org.weft.testing.SignedIn;
import org.weft.testing.TestClock;
import org.weft.testing.WeftTest;

/**
 * Every facet under every sort, on plans made by chance: a page is asked row by row along the sort where many match, and
 * for all that match where few do, and both must find the same.
 */
@WeftTest
class FacetPagesTest {

    private static final Scope ALL = new Scope.Everybody();
    private static final int PEOPLE = 60;
    private static final int PAGE = 20;

    @Autowired
    Fixture fixture;

    @Autowired
    ProgressService progress;

    @Autowired
    ProgressQueries queries;

    @Autowired
    PlanFigures figures;

    @Autowired
    TransactionTemplate transactions;

    @Autowired
    TestClock clock;

    final Random random = new Random(7);
    final List<Long> participants = new ArrayList<>();
    final List<Long> templates = new ArrayList<>();
    long cycle;
    long cohort;
    long division;
    long lead;

    @BeforeEach
    void plansByChance() {
        SignedIn.as(Role.HR);
        cycle = fixture.cycle();
        cohort = fixture.cohort(cycle, "Blue", null);
        var other = fixture.cohort(cycle, "Amber", null);
        division = fixture.team("Division", "DIVISION", null);
        var team = fixture.team("Below", "TEAM", division);
        lead = fixture.person("The Lead");
        for (var type : ObjectiveType.values()) {
            var template = fixture.template("T" + type.ordinal(), "FRONT_LINE", 3);
            fixture.jdbc()
                    .sql("update objective_template set type = ? where id = ?")
                    .params(type.name(), template)
                    .update();
            templates.add(template);
        }
        for (var i = 0; i < PEOPLE; i++) {
            var person = fixture.person("Person" + i, i % 4 == 0 ? "Rare" : "Common")
                    .level(any(Level.values()).name())
                    .location(i % 5 == 0 ? null : "Kiel")
                    .zone(i % 3 == 0 ? "Pacific/Auckland" : null)
                    .team(i % 2 == 0 ? team : null)
                    .manager(i % 6 == 0 ? lead : null)
                    .add();
            participants.add(fixture.participant(i % 3 == 0 ? cohort : other, person));
        }
        for (var participant : participants) {
            assign(participant);
        }
        transactions.executeWithoutResult(status -> figures.recount(participants));
    }

    private void assign(long participant) {
        var moments = new HashMap<String, Object>();
        if (random.nextBoolean()) {
            moments.put("last_reminded_at", moment());
        }
        if (random.nextInt(3) > 0) {
            moments.put("last_activity_at", moment());
        }
        fixture.figures(participant, moments);
        var done = random.nextInt(4) == 0;
        for (var template : templates) {
            if (random.nextInt(3) == 0) {
                continue;
            }
            var id = fixture.assignment(
                    participant, template, LocalDate.of(2026, 11, 1).plusDays(random.nextInt(50)));
            fixture.jdbc()
                    .sql("update assignment set status = ?, health = ? where id = ?")
                    .params(
                            (done ? AssignmentStatus.COMPLETED : any(AssignmentStatus.values())).name(),
                            any(Health.values()).name(),
                            id)
                    .update();
        }
    }

    private Instant moment() {
        return clock.instant().minusSeconds(random.nextInt(50) * 86_400L);
    }

    private <T> T any(T[] values) {
        return values[random.nextInt(values.length)];
    }

    /** Some of everything a facet can be set to. */
    private List<ProgressFilter> filters() {
        var filters = new ArrayList<ProgressFilter>();
        for (var facet : ProgressFacet.values()) {
            var values = switch (facet) {
                case COHORT -> Stream.of(cohort);
                case TEAM -> Stream.of(division);
                case LEAD -> Stream.of(lead);
                case OBJECTIVE -> templates.stream();
                case LEVEL -> Stream.of(Level.values());
                case TYPE -> Stream.of(ObjectiveType.values());
                case STATUS -> Stream.of(AssignmentStatus.values());
                case STATE -> Stream.of(ProgressState.values());
                case HEALTH -> Stream.of(Health.values());
                case DUE, SILENT -> Stream.of(0, 7, 30);
                case REMINDED -> Stream.of("yes", "no");
                case LOCATION -> Stream.of("Kiel", "Nowhere");
                case TEXT -> Stream.of("rare", "person1 common", "nobody");
            };
            values.forEach(value -> filters.add(ProgressFilter.of(cycle).with(facet, value)));
        }
        filters.add(ProgressFilter.of(cycle).state(ProgressState.OVERDUE).with(ProgressFacet.DUE, 7));
        filters.add(ProgressFilter.of(cycle)
                .state(ProgressState.AT_RISK)
                .with(ProgressFacet.TYPE, ObjectiveType.BIG_PICTURE)
                .text("common"));
        return filters;
    }

    @Test
    void pagesHoldWhoMatchesInTheOrderOfTheSort() {
        var orders = new LinkedHashMap<ProgressSort, List<Long>>();
        for (var column : ProgressColumn.values()) {
            for (var sort :
                    List.of(ProgressSort.by(column), ProgressSort.by(column).descending())) {
                orders.put(sort, progress.ids(ALL, ProgressFilter.of(cycle), sort, Selection.ALL));
            }
        }
        for (var filter : filters()) {
            var matching = matching(filter);
            orders.forEach((sort, order) -> {
                var expected = order.stream().filter(matching::contains).toList();
                for (var offset = 0; offset <= expected.size(); offset += PAGE) {
                    assertThat(progress.list(ALL, filter, sort, offset, PAGE))
                            .as("%s by %s from %d", filter.values(), sort.property(), offset)
                            .extracting(ProgressRow::id)
                            .isEqualTo(expected.subList(offset, Math.min(offset + PAGE, expected.size())));
                }
            });
        }
    }

    /** By the own line, a team above, a cohort and by hand; who is named is asked for one row after the other. */
    @Test
    void aLeadsPageHoldsWhomTheySeeWhetherTheyAreGatheredOrNamed() {
        fixture.jdbc()
                .sql("update team set leader_id = ? where id = ?")
                .params(lead, division)
                .update();
        fixture.jdbc()
                .sql("update cohort set lead_id = ? where id = ?")
                .params(lead, cohort)
                .update();
        fixture.jdbc()
                .sql("update participant set lead_by_hand = true where mod(id, 2) = 0")
                .update();
        var led = new Scope.Led(lead);
        var seen = fixture.jdbc()
                .sql("select pt.id from participant pt where " + led.condition("pt.person_id"))
                .params(led.parameters())
                .query(Long.class)
                .set();
        assertThat(seen).hasSizeBetween(PEOPLE / 4, PEOPLE - 5);
        for (var filter : filters()) {
            var matching = matching(filter);
            for (var sort : List.of(
                    ProgressSort.DEFAULT,
                    ProgressSort.by(ProgressColumn.PROGRESS).descending())) {
                var expected = progress.ids(ALL, ProgressFilter.of(cycle), sort, Selection.ALL).stream()
                        .filter(id -> seen.contains(id) && matching.contains(id))
                        .toList();
                for (var query :
                        List.of(queries.of(led, filter), queries.of(led, filter).participants(participants))) {
                    assertThat(query.page(
                                            fixture.jdbc(),
                                            "pt.id",
                                            new ProgressOrder(sort).by().order(),
                                            0,
                                            PEOPLE)
                                    .query(Long.class)
                                    .list())
                            .as("%s by %s", filter.values(), sort.property())
                            .isEqualTo(expected);
                }
            }
        }
    }

    private Set<Long> matching(ProgressFilter filter) {
        var matching = new HashSet<Long>();
        for (var row : progress.again(ALL, filter, participants)) {
            if (row.matches()) {
                matching.add(row.row().id());
            }
        }
        return matching;
    }

    @Test
    void whatIsAskedOfSingleAssignmentsIsTrueOfOne() {
        for (var status : AssignmentStatus.values()) {
            assertThat(matching(ProgressFilter.of(cycle).with(ProgressFacet.STATUS, status)))
                    .isNotEmpty()
                    .isEqualTo(holding("status = '" + status + "'"));
        }
        for (var type : ObjectiveType.values()) {
            assertThat(matching(ProgressFilter.of(cycle).with(ProgressFacet.TYPE, type)))
                    .isNotEmpty()
                    .isEqualTo(holding("status not in ('WAIVED', 'CANCELLED') and type = '" + type + "'"));
        }
        for (var template : templates) {
            assertThat(matching(ProgressFilter.of(cycle).with(ProgressFacet.OBJECTIVE, template)))
                    .isNotEmpty()
                    .isEqualTo(holding("status not in ('WAIVED', 'CANCELLED') and template_id = " + template));
        }
    }

    private Set<Long> holding(String condition) {
        return fixture.jdbc()
                .sql("select participant_id from assignment where " + condition)
                .query(Long.class)
                .set();
    }

    @Test
    void eachValueLeavesAsManyAsItSays() {
        for (var facet : List.of(ProgressFacet.TYPE, ProgressFacet.STATUS, ProgressFacet.STATE, ProgressFacet.HEALTH)) {
            for (var option :
                    progress.options(ALL, ProgressFilter.of(cycle), facet, "").options()) {
                assertThat(matching(new ProgressFilter(cycle, Map.of(facet, option.value()))))
                        .as("%s %s", facet, option.value())
                        .hasSize((int) option.count());
            }
        }
    }
}
