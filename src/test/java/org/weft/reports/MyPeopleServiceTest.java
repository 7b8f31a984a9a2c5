package org.weft.reports;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.data.domain.PageRequest;
import org.springframework.security.access.AccessDeniedException;
import org.weft.access.Role;
import org.weft.access.Scope;
import org.weft.base.Count;
import org.weft.base.NotFoundException;
import org.weft.conversations.ConversationService;
import org.weft.conversations.HeldCount;
import org.weft.conversations.HeldFilter;
import org.weft.reports.Meetings.Grain;
import org.weft.testing.Fixture;
import org.weft.testing.SignedIn;
import org.weft.testing.TestClock;
import org.weft.testing.WeftTest;

@WeftTest
class MyPeopleServiceTest {

    @Autowired
    private MyPeopleService people;

    @Autowired
    private ConversationService conversations;

    @Autowired
    private Fixture fixture;

    private Quarter quarter;

    @BeforeEach
    void quarter() {
        quarter = new Quarter(fixture);
        SignedIn.as(quarter.salesLead, Role.MANAGER);
    }

    private MyPeople read() {
        return people.read(people.scope(), quarter.cycle);
    }

    private void figures(long person, Map<String, Object> columns) {
        fixture.figures(quarter.participant(person), columns);
    }

    @Test
    void aManagerSeesTheOwnPeopleOnly() {
        figures(quarter.salesPeople[1], Map.of("next_due_on", Quarter.PAST, "last_activity_at", TestClock.START));
        figures(quarter.salesPeople[2], Map.of("health", "OFF_TRACK"));
        figures(quarter.productionPeople[1], Map.of("next_due_on", Quarter.PAST, "health", "AT_RISK"));
        figures(quarter.salesPeople[3], Map.of("submitted_count", 2));
        figures(quarter.productionPeople[2], Map.of("submitted_count", 1));
        figures(
                quarter.salesPeople[4],
                Map.of(
                        "last_activity_at",
                        TestClock.START.minus(Duration.ofDays(14)).minusSeconds(1)));
        figures(
                quarter.salesPeople[5],
                Map.of(
                        "last_activity_at",
                        TestClock.START.minus(Duration.ofDays(14)).plusSeconds(1)));

        // Seven people, of whom two did something within the last fourteen days.
        assertThat(read().states())
                .isEqualTo(new PeopleStates(
                        Count.exactly(7), Count.exactly(1), Count.exactly(5), Count.exactly(1), Count.exactly(1)));
    }

    @Test
    void weeksTellWhatCountsForTheOwnPeopleBesideThePlan() {
        var first = Fixture.QUARTER_START;
        var mine = quarter.assign(quarter.salesPeople[1], "IN_PROGRESS", first.plusDays(13));
        var theirs = quarter.assign(quarter.productionPeople[1], "IN_PROGRESS", first.plusDays(6));
        var waived = quarter.assign(quarter.salesPeople[2], "WAIVED", first.plusDays(6));
        count(first.plusDays(1), mine);
        count(first.plusDays(8), mine);
        count(first.plusDays(8), theirs);
        count(first.plusDays(8), waived);

        var weeks = read().weeks();

        assertThat(weeks).hasSize(14);
        assertThat(weeks).extracting(PlannedWeek::held).startsWith(1L, 1L, 0L);
        // A target of two, due at the end of the second week: one a week.
        assertThat(weeks.get(0).planned()).isCloseTo(1, within(1e-9));
        assertThat(weeks.get(1).planned()).isCloseTo(1, within(1e-9));
        assertThat(weeks.get(2).planned()).isZero();
        assertThat(read().held()).isEqualTo(2);
        assertThat(read().plannedByNow()).isEqualTo(2);
    }

    @Test
    void theConversationsOfEachWeekAreListedAsTheyAreCounted() {
        var first = Fixture.QUARTER_START;
        var one = quarter.assign(quarter.salesPeople[1], "IN_PROGRESS", Quarter.AHEAD);
        var other = quarter.assign(quarter.salesPeople[1], "COMPLETED", Quarter.AHEAD);
        var waived = quarter.assign(quarter.salesPeople[1], "WAIVED", Quarter.AHEAD);
        var theirs = quarter.assign(quarter.productionPeople[1], "IN_PROGRESS", Quarter.AHEAD);
        count(first, one, other, theirs);
        count(first.plusDays(6), one);
        count(first.plusDays(7), other);
        count(first.plusDays(7), waived, theirs);
        count(first.plusDays(7));
        count(first.minusDays(1), one);

        var seen = read();
        var scope = people.scope();
        for (var week : seen.weeks()) {
            var filter = HeldFilter.of(quarter.cycle)
                    .between(seen.span().firstDay(week.number()), seen.span().lastDay(week.number()))
                    .counting(true);
            var found = conversations.countHeld(scope, filter);
            assertThat(found.counted()).as("week %s", week).isEqualTo(week.held());
            assertThat(conversations.held(scope, filter, PageRequest.of(0, 50))).hasSize((int) found.conversations());
        }
        assertThat(seen.held()).isEqualTo(4);
        assertThat(conversations.countHeld(scope, HeldFilter.of(quarter.cycle).counting(true)))
                .isEqualTo(new HeldCount(3, 4));
        assertThat(conversations.countHeld(scope, HeldFilter.of(quarter.cycle))).isEqualTo(new HeldCount(5, 0));
    }

    private void count(LocalDate day, long... assignments) {
        var conversation = fixture.conversation(day, quarter.salesPeople[1], quarter.productionPeople[1]);
        for (var assignment : assignments) {
            fixture.jdbc()
                    .sql("insert into conversation_assignment (conversation_id, assignment_id) values (?, ?)")
                    .params(conversation, assignment)
                    .update();
        }
    }

    @Test
    void meetingsAreThoseOutsideTheOwnTeam() {
        quarter.talk(Quarter.PAST, quarter.salesPeople[1], quarter.productionPeople[1]);
        quarter.talk(Quarter.PAST, quarter.salesPeople[1], quarter.productionPeople[1], quarter.productionPeople[2]);
        quarter.talk(Quarter.PAST, quarter.salesPeople[1], quarter.salesPeople[3]);
        quarter.talk(Quarter.PAST, quarter.salesPeople[1], quarter.salesPeople[2]);
        quarter.talk(Fixture.QUARTER_START.minusDays(1), quarter.salesPeople[4], quarter.productionPeople[1]);

        var meetings = read().meetings();

        assertThat(meetings.grain()).isEqualTo(Grain.PEOPLE);
        assertThat(meetings.columns())
                .extracting(Meetings.Column::name)
                .containsExactly("Production", "Sales", "North");
        assertThat(meetings.rows()).hasSize(7);
        assertThat(row(meetings, "Sally1 Sales")).containsExactly(2L, 1L, 0L);
        assertThat(row(meetings, "Sally2 Sales")).containsExactly(0L, 0L, 1L);
        assertThat(row(meetings, "Sally4 Sales")).containsExactly(0L, 0L, 0L);
        assertThat(meetings.metNobody()).isEqualTo(5);
    }

    private static List<Long> row(Meetings meetings, String name) {
        return meetings.rows().stream()
                .filter(row -> row.name().equals(name))
                .findFirst()
                .orElseThrow()
                .talks();
    }

    @Test
    void manyPeopleAreToldByTeamAndManyTeamsByDepartment() {
        for (var i = 0; i < 31; i++) {
            quarter.join(fixture.person("More" + i, "People")
                    .team(quarter.sales)
                    .manager(quarter.salesLead)
                    .add());
        }
        quarter.talk(Quarter.PAST, quarter.salesPeople[1], quarter.productionPeople[1]);
        assertThat(read().meetings().grain()).isEqualTo(Grain.TEAMS);
        assertThat(row(read().meetings(), "North")).containsExactly(1L);
        assertThat(row(read().meetings(), "Sales")).containsExactly(0L);

        for (var i = 0; i < 31; i++) {
            quarter.join(fixture.person("Far" + i, "People")
                    .team(fixture.team("Team " + i, "TEAM", quarter.sales))
                    .manager(quarter.salesLead)
                    .add());
        }
        var meetings = read().meetings();
        assertThat(meetings.grain()).isEqualTo(Grain.DEPARTMENTS);
        assertThat(meetings.rows()).extracting(Meetings.Row::name).containsExactly("Sales");
        assertThat(row(meetings, "Sales")).containsExactly(1L);
    }

    @Test
    void whoAlsoRunsTheProgramSeesTheOwnPeopleHere() {
        SignedIn.as(quarter.salesLead, Role.HR, Role.MANAGER);

        assertThat(read().states().total()).isEqualTo(Count.exactly(7));
    }

    @Test
    void anAccountWithoutAPersonLeadsNobody() {
        SignedIn.as(Role.MANAGER);

        assertThat(people.scope()).isEqualTo(new Scope.Nobody());
        assertThatThrownBy(this::read).isInstanceOf(NotFoundException.class);
    }

    @ParameterizedTest
    @EnumSource(
            value = Role.class,
            names = {"ADMIN", "EXECUTIVE", "MEMBER"})
    void nobodyElseReadsPeople(Role role) {
        var scope = new Scope.Led(quarter.salesLead);
        SignedIn.as(role);

        assertThatThrownBy(() -> people.read(scope, quarter.cycle)).isInstanceOf(AccessDeniedException.class);
    }
}
