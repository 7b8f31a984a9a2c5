package org.weft.objectives;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.transaction.support.TransactionTemplate;
import org.weft.access.Role;
import org.weft.access.Scope;
import org.weft.base.InvalidInputException;
import org.weft.base.NotFoundException;
import org.weft.base.StaleEditException;
import org.weft.testing.Fixture;
import org.weft.testing.SignedIn;
import org.weft.testing.TestClock;
import org.weft.testing.WeftTest;

@WeftTest
class ReviewTest {

    static final LocalDate DUE = LocalDate.of(2026, 12, 1);

    @Autowired
    AssignmentService assignments;

    @Autowired
    TransactionTemplate transactions;

    @Autowired
    Achievements achievements;

    @Autowired
    PlanFigures figures;

    @Autowired
    TestClock clock;

    @Autowired
    Fixture fixture;

    long lead;
    long anna;
    long cycle;
    long participant;
    long id;

    @BeforeEach
    void oneAssignment() {
        lead = fixture.person("Lea", "Lead").level("MANAGER").add();
        anna = fixture.person("Anna", "Alt")
                .manager(lead)
                .zone("Pacific/Auckland")
                .add();
        account(anna);
        cycle = fixture.cycle();
        participant = fixture.participant(fixture.cohort(cycle, "First", null), anna);
        id = fixture.assignment(participant, fixture.template("X1", "FRONT_LINE", 4), DUE);
    }

    @Test
    void anAssignmentGoesFromStartToCompletion() {
        asAnna();
        checkIn(Health.ON_TRACK, "Met the first");
        assertThat(row().status()).isEqualTo(AssignmentStatus.IN_PROGRESS);
        assertThat(row().health()).isEqualTo(Health.ON_TRACK);
        clock.advance(Duration.ofDays(1));
        assignments.submit(self(), id, row().version(), "See the note");
        asLead();
        assignments.returnForChanges(led(), id, row().version(), "Name the people");
        assertThat(row().status()).isEqualTo(AssignmentStatus.RETURNED);
        assertThat(row().returnNote()).isEqualTo("Name the people");
        asAnna();
        assignments.submit(self(), id, row().version(), null);
        asLead();
        assignments.complete(led(), id, row().version(), "Well done");
        assertThat(row().status()).isEqualTo(AssignmentStatus.COMPLETED);
        assertThat(row().allowed()).isEmpty();
        assertThat(fixture.row("participant", participant))
                .containsEntry("completed_count", 1)
                .containsEntry("live_count", 1)
                .containsEntry("not_started_count", 0);
        assertThat(assignments.history(led(), anna, cycle).reversed())
                .filteredOn(event -> event.kind() == AssignmentEventKind.STATUS)
                .extracting(AssignmentEventRow::to)
                .containsExactly(
                        AssignmentStatus.IN_PROGRESS,
                        AssignmentStatus.SUBMITTED,
                        AssignmentStatus.RETURNED,
                        AssignmentStatus.IN_PROGRESS,
                        AssignmentStatus.SUBMITTED,
                        AssignmentStatus.COMPLETED);
        assertThat(assignments.history(led(), anna, cycle).getFirst().actorName())
                .isEqualTo("Test manager");
        assertThat(fixture.jdbc()
                        .sql("select action from audit_entry where person_id = ? order by id")
                        .param(anna)
                        .query(String.class)
                        .list())
                .containsExactly(
                        "ASSIGNMENT_CHECKED_IN",
                        "ASSIGNMENT_SUBMITTED",
                        "ASSIGNMENT_RETURNED",
                        "ASSIGNMENT_SUBMITTED",
                        "ASSIGNMENT_COMPLETED");
    }

    @Test
    void movesTheStatesDoNotKnowAreRefused() {
        asAnna();
        refused("objectives.refused.move", () -> assignments.submit(self(), id, row().version(), null));
        asLead();
        refused("objectives.refused.move", () -> assignments.complete(led(), id, row().version(), null));
        refused("objectives.refused.move", () -> assignments.returnForChanges(led(), id, row().version(), "More"));
        assignments.waive(led(), id, row().version(), "On leave");
        refused("objectives.refused.move", () -> assignments.cancel(led(), id, row().version(), null));
        refused("objectives.refused.ended", () -> assignments.change(led(), id, row().version(), DUE, 9));
        refused("objectives.refused.checkin", () -> checkIn(Health.ON_TRACK, null));
        assertThat(row().status()).isEqualTo(AssignmentStatus.WAIVED);
        assertThat(row().endedReason()).isEqualTo("On leave");
        assertThat(fixture.row("participant", participant)).containsEntry("live_count", 0);
    }

    @Test
    void theMapOfMovesIsTheOneOfTheDomain() {
        var open = Set.of(
                AssignmentStatus.NOT_STARTED,
                AssignmentStatus.IN_PROGRESS,
                AssignmentStatus.SUBMITTED,
                AssignmentStatus.RETURNED);
        for (var from : AssignmentStatus.values()) {
            for (var to : AssignmentStatus.values()) {
                var step = from + ">" + to;
                var expected = Set.of(
                                        "NOT_STARTED>IN_PROGRESS",
                                        "IN_PROGRESS>SUBMITTED",
                                        "SUBMITTED>COMPLETED",
                                        "SUBMITTED>RETURNED",
                                        "RETURNED>IN_PROGRESS")
                                .contains(step)
                        || open.contains(from) && (to == AssignmentStatus.WAIVED || to == AssignmentStatus.CANCELLED);
                assertThat(from.canBecome(to)).as(step).isEqualTo(expected);
            }
        }
    }

    @Test
    void holdersReportAndSubmitAndDoNotReview() {
        asAnna();
        assertThat(row().allowed()).containsExactly(AssignmentAction.CHECK_IN);
        checkIn(Health.AT_RISK, null);
        assertThat(row().allowed()).containsExactlyInAnyOrder(AssignmentAction.CHECK_IN, AssignmentAction.SUBMIT);
        assertThatThrownBy(() -> assignments.waive(self(), id, row().version(), "No time"))
                .isInstanceOf(AccessDeniedException.class);
        SignedIn.as(anna, Role.MANAGER);
        refused(
                "objectives.refused.who.WAIVE",
                () -> assignments.waive(new Scope.Led(anna), id, row().version(), "No time"));
        assertThat(row().status()).isEqualTo(AssignmentStatus.IN_PROGRESS);
    }

    @Test
    void aLeadSubmitsOnlyForThoseWithoutAnAccount() {
        asLead();
        checkIn(Health.ON_TRACK, null);
        refused("objectives.refused.who.SUBMIT", () -> assignments.submit(led(), id, row().version(), null));
        fixture.jdbc().sql("delete from account").update();
        assertThat(row().allowed()).contains(AssignmentAction.SUBMIT);
        assignments.submit(led(), id, row().version(), null);
        assertThat(row().status()).isEqualTo(AssignmentStatus.SUBMITTED);
    }

    @Test
    void outsideTheScopeThereIsNothing() {
        var stranger = fixture.person("Sam", "Stranger").level("MANAGER").add();
        var version = version();
        SignedIn.as(stranger, Role.MANAGER);
        var scope = new Scope.Led(stranger);
        notFound(() -> assignments.waive(scope, id, version, "Mine now"));
        notFound(() -> assignments.cancel(scope, id, version, null));
        notFound(() -> assignments.change(scope, id, version, DUE, 1));
        notFound(() -> assignments.checkIn(scope, id, version, new CheckIn(Health.ON_TRACK, null, null)));
        notFound(() -> assignments.submit(scope, id, version, null));
        notFound(() -> assignments.complete(scope, id, version, null));
        notFound(() -> assignments.returnForChanges(scope, id, version, "No"));
        notFound(() -> assignments.undo(scope, 1));
        assertThat(assignments.forPerson(scope, anna, cycle)).isEmpty();
        assertThat(assignments.history(scope, anna, cycle)).isEmpty();
        assertThat(assignments.openOf(scope, List.of(anna), DUE)).isEmpty();
        assertThat(fixture.count("audit_entry")).isZero();
    }

    @Test
    void theSecondOfTwoIsTold() {
        asLead();
        var seen = row().version();
        assignments.change(led(), id, seen, DUE.plusDays(2), 4);
        assertThatThrownBy(() -> assignments.change(led(), id, seen, DUE.plusDays(9), 4))
                .isInstanceOf(StaleEditException.class);
        assertThatThrownBy(() -> assignments.waive(led(), id, seen, "Late")).isInstanceOf(StaleEditException.class);
        assertThat(row().dueOn()).isEqualTo(DUE.plusDays(2));
        assertThat(fixture.row("participant", participant).get("next_due_on"))
                .isEqualTo(java.sql.Date.valueOf(DUE.plusDays(2)));
    }

    @Test
    void badInputIsRefusedAtItsField() {
        asLead();
        refusedAt("target", () -> assignments.change(led(), id, row().version(), DUE, 0));
        refusedAt("target", () -> assignments.change(led(), id, row().version(), DUE, -1));
        refusedAt("dueOn", () -> assignments.change(led(), id, row().version(), LocalDate.of(2027, 1, 1), 1));
        refusedAt("reason", () -> assignments.waive(led(), id, row().version(), "  "));
        refusedAt("reason", () -> assignments.waive(led(), id, row().version(), "x".repeat(10_000)));
        refusedAt("reason", () -> assignments.cancel(led(), id, row().version(), "x".repeat(1001)));
        refusedAt("text", () -> checkIn(Health.ON_TRACK, "x".repeat(2001)));
        assertThat(row().status()).isEqualTo(AssignmentStatus.NOT_STARTED);
        assertThat(fixture.count("assignment_event")).isZero();
    }

    @Test
    void aReportedFigureIsReportedInACheckIn() {
        fixture.jdbc()
                .sql("update assignment set measure = 'REPORTED', unit = 'percent of team', target = 80 where id = ?")
                .param(id)
                .update();
        asAnna();
        refusedAt(
                "reported",
                () -> assignments.checkIn(self(), id, row().version(), new CheckIn(Health.ON_TRACK, null, 101)));
        refusedAt(
                "reported",
                () -> assignments.checkIn(self(), id, row().version(), new CheckIn(Health.ON_TRACK, null, -1)));
        assignments.checkIn(self(), id, row().version(), new CheckIn(Health.ON_TRACK, null, 40));
        assertThat(row().progress()).isEqualTo(0.5);
        assertThat((java.math.BigDecimal)
                        fixture.row("participant", participant).get("progress"))
                .isEqualByComparingTo("0.5");
        achieved(Map.of(id, 3));
        assertThat(row().achieved()).isEqualTo(40);
    }

    @Test
    void aConversationStartsWhatWasNotStartedAndTakesUpWhatWasReturned() {
        asAnna();
        achieved(Map.of(id, 1));
        assertThat(row().status()).isEqualTo(AssignmentStatus.IN_PROGRESS);
        assertThat(row().lastActivityAt()).isEqualTo(clock.instant());
        assignments.submit(self(), id, row().version(), null);
        asLead();
        assignments.returnForChanges(led(), id, row().version(), "One more");
        clock.advance(Duration.ofHours(2));
        achieved(Map.of(id, 2));
        assertThat(row().status()).isEqualTo(AssignmentStatus.IN_PROGRESS);
        assertThat(row().progress()).isEqualTo(0.5);
        var activity = clock.instant();
        clock.advance(Duration.ofHours(2));
        transactions.executeWithoutResult(
                tx -> achievements.correct(List.of(id), Achieving.lock(fixture.jdbc(), figures, Map.of(id, 1))));
        assertThat(row().achieved()).isEqualTo(1);
        assertThat(row().lastActivityAt()).isEqualTo(activity);
    }

    @Test
    void overdueFollowsTheDayWhereTheHolderIs() {
        asLead();
        clock.set(Instant.parse("2026-12-01T10:00:00Z"));
        assertThat(row().overdue()).isFalse();
        clock.set(Instant.parse("2026-12-01T11:30:00Z"));
        assertThat(row().today()).isEqualTo(DUE.plusDays(1));
        assertThat(row().overdue()).isTrue();
    }

    @Test
    void openObjectivesAreOfferedOnDaysOfTheirCycleOnly() {
        asAnna();
        assertThat(assignments.openOf(self(), List.of(anna, lead), DUE))
                .extracting(AssignmentOption::id)
                .containsExactly(id);
        assertThat(assignments.openOf(self(), List.of(anna), LocalDate.of(2027, 1, 1)))
                .isEmpty();
        fixture.jdbc()
                .sql("update assignment set status = 'CANCELLED' where id = ?")
                .param(id)
                .update();
        assertThat(assignments.openOf(self(), List.of(anna), DUE)).isEmpty();
    }

    @Test
    void textIsKeptAsItIs() {
        asAnna();
        checkIn(Health.ON_TRACK, "<script>alert(1)</script> =cmd() 🤝 שלום");
        assertThat(assignments.history(self(), anna, cycle).getFirst().note())
                .isEqualTo("<script>alert(1)</script> =cmd() 🤝 שלום");
    }

    private void achieved(Map<Long, Integer> achieved) {
        transactions.executeWithoutResult(tx -> achievements.record(
                achieved.keySet(), Achieving.lock(fixture.jdbc(), figures, achieved), clock.instant()));
    }

    private void checkIn(Health health, @org.jspecify.annotations.Nullable String text) {
        assignments.checkIn(new Scope.Everybody(), id, version(), new CheckIn(health, text, null));
    }

    private int version() {
        return (int)
                java.util.Objects.requireNonNull(fixture.row("assignment", id).get("version"));
    }

    private AssignmentRow row() {
        return assignments.forPerson(new Scope.Everybody(), anna, cycle).getFirst();
    }

    private void asAnna() {
        SignedIn.as(anna, Role.MEMBER);
    }

    private void asLead() {
        SignedIn.as(lead, Role.MANAGER);
    }

    private Scope self() {
        return new Scope.Self(anna);
    }

    private Scope led() {
        return new Scope.Led(lead);
    }

    private void account(long person) {
        fixture.jdbc().sql("""
                        insert into account (username, display_name, person_id, language, time_zone, created_at)
                        values (?, 'Account', ?, 'en', 'UTC', current_timestamp)""").params("user" + person, person).update();
    }

    private static void notFound(ThrowingCallable call) {
        assertThatThrownBy(call).isInstanceOf(NotFoundException.class);
    }

    private static void refused(String key, ThrowingCallable call) {
        assertThatExceptionOfType(InvalidInputException.class)
                .isThrownBy(call)
                .matches(e -> e.text().key().equals(key), key);
    }

    private static void refusedAt(String field, ThrowingCallable call) {
        assertThatExceptionOfType(InvalidInputException.class)
                .isThrownBy(call)
                .matches(e -> field.equals(e.field()), field);
    }
}
