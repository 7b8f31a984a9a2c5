package org.weft.reports;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.data.domain.PageRequest;
import org.springframework.security.access.AccessDeniedException;
import org.weft.access.Role;
import org.weft.access.Scope;
import org.weft.base.NotFoundException;
import org.weft.base.Text;
import org.weft.conversations.ConversationService;
import org.weft.conversations.Crossing;
import org.weft.conversations.HeldCount;
import org.weft.conversations.HeldFilter;
import org.weft.objectives.AssignmentStatus;
import org.weft.people.Level;
import org.weft.testing.Fixture;
import org.weft.testing.SignedIn;
import org.weft.testing.TestClock;
import org.weft.testing.WeftTest;

@WeftTest
class InsightServiceTest {

    private static final Scope ALL = new Scope.Everybody();

    @Autowired
    private InsightService insights;

    @Autowired
    private ConversationService conversations;

    @Autowired
    private Fixture fixture;

    @Autowired
    private TestClock clock;

    private Quarter quarter;

    @BeforeEach
    void quarter() {
        quarter = new Quarter(fixture);
        SignedIn.as(Role.EXECUTIVE);
    }

    private Insight read() {
        return read(ALL, quarter.cycle);
    }

    private Insight read(Scope scope, long cycle) {
        return insights.read(scope, cycle).orElseThrow();
    }

    @Test
    void completionIsCompletedOfLiveAssignments() {
        var person = quarter.salesPeople[1];
        quarter.assign(person, "COMPLETED", Quarter.PAST);
        quarter.assign(person, "IN_PROGRESS", Quarter.AHEAD);
        quarter.assign(person, "WAIVED", Quarter.AHEAD);
        quarter.assign(person, "CANCELLED", Quarter.AHEAD);
        quarter.assign(quarter.productionPeople[0], "NOT_STARTED", Quarter.AHEAD);
        quarter.assign(quarter.productionPeople[1], "SUBMITTED", Quarter.AHEAD);

        var total = read().total();

        assertThat(total.participants()).isEqualTo(13);
        assertThat(total.live()).isEqualTo(4);
        assertThat(total.completionRate()).isEqualTo(0.25);
        assertThat(total.count(AssignmentStatus.WAIVED)).isEqualTo(1);
        var departments = Quarter.byName(read().departments());
        assertThat(departments.get("Sales").figures().completionRate()).isEqualTo(0.5);
        assertThat(departments.get("Production").figures().completionRate()).isZero();
        assertThat(departments.get("Sales").teamId()).isEqualTo(quarter.sales);
    }

    @Test
    void withoutObjectivesThereIsNoRate() {
        assertThat(read().total().completionRate()).isNull();
        assertThat(read().total().live()).isZero();
    }

    @Test
    void participationIsTheShareOfParticipantsWithAConversation() {
        quarter.talk(Quarter.PAST, quarter.salesPeople[1], quarter.productionPeople[1]);
        quarter.talk(Quarter.PAST, quarter.salesPeople[1], quarter.salesPeople[2]);

        var insight = read();

        assertThat(insight.total().talking()).isEqualTo(3);
        assertThat(insight.total().participation()).isCloseTo(3.0 / 13, within(1e-9));
        assertThat(insight.total().talksPerParticipant()).isCloseTo(4.0 / 13, within(1e-9));
    }

    @Test
    void aConversationIsCountedOnceHoweverManyTakePart() {
        var outsider = fixture.person("Out", "Sider").team(quarter.production).add();
        quarter.talk(Quarter.PAST, quarter.salesPeople[0], quarter.salesPeople[1], quarter.salesPeople[2]);
        quarter.talk(Quarter.PAST, quarter.salesPeople[3], quarter.productionPeople[1]);
        quarter.talk(Quarter.PAST, quarter.salesPeople[3], outsider);
        fixture.conversation(Quarter.PAST, outsider, fixture.person("Any Body"));
        fixture.conversation(Fixture.QUARTER_START.minusDays(1), quarter.salesPeople[1], quarter.productionPeople[1]);
        fixture.conversation(Fixture.QUARTER_END.plusDays(1), quarter.salesPeople[1], quarter.productionPeople[1]);

        assertThat(read().conversations()).isEqualTo(3);
        // North is a team of Sales: between the two is within the department.
        assertThat(read().acrossDepartments()).isEqualTo(2);
    }

    @Test
    void theConversationsOfEachWeekAreListedAsTheyAreCounted() {
        quarter.withSmallGroups();
        var sally = quarter.salesPeople[1];
        var peter = quarter.productionPeople[1];
        var outsider = fixture.person("Out", "Sider").team(quarter.office).add();
        var noTeam = fixture.person("No Team");
        var first = Fixture.QUARTER_START;
        quarter.talk(first, sally, peter);
        quarter.talk(first.plusDays(6), sally, quarter.salesPeople[2]);
        quarter.talk(first.plusDays(7), sally, outsider);
        quarter.talk(first.plusDays(7), peter, noTeam);
        quarter.talk(first.plusDays(7), peter, quarter.productionPeople[2], outsider);
        quarter.talk(Quarter.PAST, outsider, noTeam);
        quarter.talk(first.minusDays(1), sally, peter);
        var moved = fixture.conversation(Quarter.PAST, sally, quarter.salesPeople[3]);
        fixture.jdbc()
                .sql("update conversation_person set team_id = ? where conversation_id = ? and person_id = ?")
                .params(quarter.production, moved, sally)
                .update();
        SignedIn.as(quarter.salesLead, Role.HR, Role.MANAGER);

        for (var scope : List.of(ALL, new Scope.Led(quarter.salesLead))) {
            var insight = insights.count(scope, quarter.cycle);
            var span = insight.span();
            for (var week : insight.weeks()) {
                var filter =
                        HeldFilter.of(quarter.cycle).between(span.firstDay(week.number()), span.lastDay(week.number()));
                assertHeld(scope, filter, week.conversations());
                assertHeld(scope, filter.crossing(Crossing.ACROSS), week.across());
                assertHeld(scope, filter.crossing(Crossing.WITHIN), week.conversations() - week.across());
            }
            assertHeld(scope, HeldFilter.of(quarter.cycle), insight.conversations());
        }
        assertHeld(ALL, HeldFilter.of(quarter.cycle).crossing(Crossing.ACROSS), 4);
    }

    private void assertHeld(Scope scope, HeldFilter filter, long number) {
        assertThat(conversations.countHeld(scope, filter))
                .as("%s of %s", filter, scope)
                .isEqualTo(new HeldCount(number, 0));
        assertThat(conversations.held(scope, filter, PageRequest.of(0, 50))).hasSize((int) number);
    }

    @Test
    void overdueIsJudgedByTheDayWhereThePersonIs() {
        clock.set(Instant.parse("2026-11-17T10:30:00Z"));
        var today = LocalDate.of(2026, 11, 17);
        quarter.zone(quarter.salesPeople[1], "Etc/GMT+12");
        quarter.zone(quarter.salesPeople[2], "Pacific/Kiritimati");
        quarter.zone(quarter.salesPeople[3], "Nowhere/Atall");
        for (var person : new long[] {
            quarter.salesPeople[1], quarter.salesPeople[2], quarter.salesPeople[3], quarter.salesPeople[4]
        }) {
            for (var day = today.minusDays(2); !day.isAfter(today.plusDays(1)); day = day.plusDays(1)) {
                quarter.assign(person, "IN_PROGRESS", day);
                quarter.assign(person, "COMPLETED", day);
            }
        }

        // West of everything it is still the 16th, on Kiritimati already the 18th, elsewhere the 17th.
        assertThat(read().total().overdue()).isEqualTo(1 + 3 + 2 + 2);
    }

    @Test
    void executivesSeeSmallDepartmentsTogether() {
        quarter.withSmallGroups();
        quarter.join(fixture.person("Olaf", "Office").team(quarter.office).add());
        quarter.join(fixture.person("Nadja Noteam"));

        var insight = read();

        assertThat(insight.total().participants()).isEqualTo(18);
        assertThat(Quarter.byName(insight.departments()))
                .containsOnlyKeys("Sales", "Production", "reports.group.otherDepartments");
        assertThat(insight.departments().groups().getLast().participants()).isEqualTo(5);
        assertThat(insight.departmentsNote()).contains(Text.of("reports.together.departments", 5, 2));
    }

    @Test
    void whereSmallDepartmentsAreTooFewTogetherALargerOneIsCountedWithThem() {
        quarter.withSmallGroups();

        var departments = read().departments();

        // Office, nobody's and Production: three of them, nine people.
        assertThat(Quarter.byName(departments)).containsOnlyKeys("Sales", "reports.group.otherDepartments");
        assertThat(departments.groups().getLast().participants()).isEqualTo(9);
    }

    @Test
    void levelsOfFewPeopleAreHiddenWhereTheyCouldBeWorkedOut() {
        // Two managers and eleven others: the others are the total less the two.
        assertThat(read().levels().hidden()).isTrue();
        assertThat(read().levels().groups()).isEmpty();
        assertThat(read().levelsNote()).contains(Text.of("reports.hidden.levels", 5));
    }

    @Test
    void hrSeesEveryGroup() {
        SignedIn.as(Role.HR);
        quarter.withSmallGroups();

        var insight = read();

        assertThat(Quarter.byName(insight.departments()))
                .containsOnlyKeys("Office", "Production", "Sales", "reports.group.noDepartment");
        assertThat(insight.levels().groups()).extracting(Group::level).containsExactly(Level.FRONT_LINE, Level.MANAGER);
        assertThat(insight.departmentsNote()).isEmpty();
    }

    @Test
    void anExecutiveOfALineReadsTheLineOnly() {
        quarter.assign(quarter.salesPeople[1], "COMPLETED", Quarter.PAST);
        quarter.assign(quarter.productionPeople[1], "NOT_STARTED", Quarter.AHEAD);

        var insight = read(new Scope.Led(quarter.salesLead), quarter.cycle);

        assertThat(insight.whole()).isFalse();
        assertThat(insight.total().participants()).isEqualTo(7);
        assertThat(insight.total().completionRate()).isEqualTo(1.0);
        assertThat(Quarter.byName(insight.departments())).containsOnlyKeys("Sales");
    }

    @Test
    void aLineOfFewerThanFivePeopleHasNoFiguresForExecutives() {
        var lead = fixture.person("Tina", "Tiny").team(quarter.office).add();
        quarter.join(lead);
        quarter.join(fixture.person("Tim", "Tiny").manager(lead).add());

        var insight = read(new Scope.Led(lead), quarter.cycle);

        assertThat(insight.withheld()).isTrue();
        assertThat(insight.isEmpty()).isFalse();
        assertThat(insight.total()).isEqualTo(Figures.NONE);
        assertThat(insight.conversations()).isZero();
        assertThat(insight.departments().groups()).isEmpty();
    }

    @Test
    void aCycleOutsideTheScopeLooksAsIfItDidNotExist() {
        assertThatThrownBy(() -> insights.read(ALL, 4711)).isInstanceOf(NotFoundException.class);
        assertThatThrownBy(() -> insights.read(new Scope.Nobody(), quarter.cycle))
                .isInstanceOf(NotFoundException.class);
    }

    @Test
    void aCycleWithoutParticipantsIsEmpty() {
        var empty = fixture.cycle();

        assertThat(read(ALL, empty).isEmpty()).isTrue();
    }

    @ParameterizedTest
    @EnumSource(
            value = Role.class,
            names = {"ADMIN", "MANAGER", "MEMBER"})
    void nobodyElseReadsFigures(Role role) {
        SignedIn.as(role);

        assertThatThrownBy(this::read).isInstanceOf(AccessDeniedException.class);
    }
}
