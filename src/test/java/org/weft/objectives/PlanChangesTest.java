package org.weft.objectives;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import java.sql.Date;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import org.weft.access.Role;
import org.weft.access.Scope;
import org.weft.base.InvalidInputException;
import org.weft.base.NotFoundException;
import org.weft.programs.BulkProgress;
import org.weft.programs.BulkResult;
import org.weft.programs.BulkRow;
import org.weft.programs.BulkUndone;
import org.weft.programs.NotChanged;
import org.weft.testing.Fixture;
import org.weft.testing.Race;
import org.weft.testing.SignedIn;
import org.weft.testing.TestClock;
import org.weft.testing.WeftTest;

/** What many changes at once do, what they leave alone, and that Undo gives back exactly that. */
@WeftTest
class PlanChangesTest {

    private static final Scope ALL = new Scope.Everybody();
    private static final LocalDate DUE = LocalDate.of(2026, 12, 1);
    private static final PlanChange WEEK_LATER = new PlanChange.DueLater(null, 7);

    @Autowired
    PlanChanges changes;

    @Autowired
    AssignmentService assignments;

    @Autowired
    PlanFigures figures;

    @Autowired
    PlatformTransactionManager transactions;

    @Autowired
    Achievements achievements;

    @Autowired
    TestClock clock;

    @Autowired
    Fixture fixture;

    private long boss;
    private long cohort;
    private long first;
    private long second;
    private long ada;
    private long alan;
    private long grace;

    @BeforeEach
    void threePeople() {
        boss = fixture.person("Bertha", "Boss").level("MANAGER").add();
        cohort = fixture.cohort(fixture.cycle(), "First", null);
        first = fixture.template("X1", "FRONT_LINE", 3);
        second = fixture.template("X2", "FRONT_LINE", 3);
        ada = participant("Ada", first, second);
        alan = participant("Alan", first);
        grace = participant("Grace");
        SignedIn.as(Role.HR);
    }

    @Test
    void dueDatesMoveAndComeBack() {
        var preview = changes.preview(ALL, WEEK_LATER, List.of(grace, alan, ada), BulkProgress.SILENT);
        assertThat(preview.changing()).containsExactly(alan, ada);
        assertThat(preview.things()).isEqualTo(3);
        assertThat(preview.leftOut()).containsExactly(Map.entry(NotChanged.NOTHING_OPEN, List.of(grace)));
        assertThat(changes.rows(ALL, WEEK_LATER, List.of(ada, grace)))
                .extracting(BulkRow::name, BulkRow::things, BulkRow::dueBefore, BulkRow::dueAfter, BulkRow::reason)
                .containsExactly(
                        tuple("Ada Member", 2, DUE, DUE.plusDays(7), null),
                        tuple("Grace Member", 0, null, null, NotChanged.NOTHING_OPEN));

        var result = apply(WEEK_LATER);

        assertThat(result)
                .extracting(BulkResult::people, BulkResult::things, BulkResult::leftOut)
                .containsExactly(2, 3, 1);
        assertThat(dueDates()).containsOnly(DUE.plusDays(7));
        assertThat(fixture.row("participant", ada)).containsEntry("next_due_on", Date.valueOf(DUE.plusDays(7)));
        assertThat(notes()).containsOnly("due: 2026-12-01 → 2026-12-08").hasSize(3);
        assertThat(audited("DUE_DATES_MOVED")).isEqualTo(3);

        assertThat(changes.undo(ALL, result.id(), BulkProgress.SILENT)).isEqualTo(new BulkUndone(3, 0));
        assertThat(dueDates()).containsOnly(DUE);
        assertThat(fixture.row("participant", ada)).containsEntry("next_due_on", Date.valueOf(DUE));
        assertThat(audited("BULK_CHANGE_UNDONE")).isEqualTo(3);
        assertThatThrownBy(() -> changes.undo(ALL, result.id(), BulkProgress.SILENT))
                .isInstanceOf(InvalidInputException.class);
    }

    @Test
    void oneObjectiveToADateWithinTheCycle() {
        var to = new PlanChange.DueOn(second, DUE.plusDays(3));
        assertThat(apply(to)).extracting(BulkResult::people, BulkResult::things).containsExactly(1, 1);
        assertThat(dueDates()).containsExactlyInAnyOrder(DUE, DUE, DUE.plusDays(3));

        var again = changes.preview(ALL, to, List.of(ada, alan), BulkProgress.SILENT);
        assertThat(again.leftOut())
                .containsOnly(
                        Map.entry(NotChanged.ALREADY, List.of(ada)), Map.entry(NotChanged.NOTHING_OPEN, List.of(alan)));
        var beyond = changes.preview(
                ALL, new PlanChange.DueOn(null, Fixture.QUARTER_END.plusDays(1)), List.of(ada), BulkProgress.SILENT);
        assertThat(beyond.leftOut()).containsOnlyKeys(NotChanged.OUTSIDE_CYCLE);
        assertThat(beyond.outside()).isEqualTo(2);
        assertThatThrownBy(() -> apply(new PlanChange.DueLater(null, 0))).isInstanceOf(InvalidInputException.class);
    }

    @Test
    void choicesAreTheObjectivesHeld() {
        var choices = changes.choices(ALL, List.of(ada, alan, grace), BulkProgress.SILENT);
        assertThat(choices.startsOn()).isEqualTo(Fixture.QUARTER_START);
        assertThat(choices.endsOn()).isEqualTo(Fixture.QUARTER_END);
        assertThat(choices.objectives())
                .containsExactly(
                        new PlanChoices.Held(first, "X1", "Objective X1", 2),
                        new PlanChoices.Held(second, "X2", "Objective X2", 1));
    }

    @Test
    void aWaiverNeedsAReasonAndGoesBackToWhereEachStood() {
        assertThatThrownBy(() -> apply(new PlanChange.Waive(null, " "))).isInstanceOf(InvalidInputException.class);
        achieve(ada, first, 1);

        var result = apply(new PlanChange.Waive(null, "Reorganised"));

        assertThat(result.things()).isEqualTo(3);
        assertThat(statuses()).containsOnly("WAIVED");
        assertThat(fixture.row("participant", ada))
                .containsEntry("live_count", 0)
                .containsEntry("phase", 0);
        assertThat(fixture.jdbc()
                        .sql("select distinct ended_reason from assignment")
                        .query(String.class)
                        .single())
                .isEqualTo("Reorganised");

        assertThat(changes.undo(ALL, result.id(), BulkProgress.SILENT)).isEqualTo(new BulkUndone(3, 0));
        assertThat(statuses()).containsExactlyInAnyOrder("IN_PROGRESS", "NOT_STARTED", "NOT_STARTED");
        assertThat(fixture.row("participant", ada))
                .containsEntry("live_count", 2)
                .containsEntry("phase", 2);
        assertThat(fixture.jdbc()
                        .sql("select count(ended_reason) from assignment")
                        .query(Integer.class)
                        .single())
                .isZero();
    }

    @Test
    void undoLeavesAloneWhatWasChangedSince() {
        var moved = apply(WEEK_LATER);
        clock.advance(Duration.ofMinutes(5));
        var row = row(ada, first);
        assignments.change(ALL, row.id(), row.version(), DUE.plusDays(9), row.target());
        var other = row(ada, second);
        assignments.waive(ALL, other.id(), other.version(), "Away");
        achieve(alan, first, 1);

        assertThat(changes.undo(ALL, moved.id(), BulkProgress.SILENT)).isEqualTo(new BulkUndone(1, 2));

        assertThat(row(ada, first).dueOn()).isEqualTo(DUE.plusDays(9));
        assertThat(row(ada, second).status()).isEqualTo(AssignmentStatus.WAIVED);
        assertThat(row(alan, first).dueOn()).isEqualTo(DUE);
        assertThat(row(alan, first).achieved()).isEqualTo(1);
    }

    @Test
    void theSameRequestTwiceHappensOnce() throws Exception {
        var request = UUID.randomUUID().toString();
        var marked = List.of(ada, alan);
        try (var threads = Executors.newFixedThreadPool(2)) {
            var both = List.<Callable<BulkResult>>of(() -> twice(request, marked), () -> twice(request, marked));
            var results = threads.invokeAll(both);
            assertThat(results.getFirst().get()).isEqualTo(results.getLast().get());
        }
        assertThat(dueDates()).containsOnly(DUE.plusDays(7));
        assertThat(fixture.count("bulk_change")).isEqualTo(1);
        SignedIn.as(boss, Role.HR);
        assertThatThrownBy(() -> changes.apply(ALL, request, WEEK_LATER, marked, BulkProgress.SILENT))
                .isInstanceOf(NotFoundException.class);
    }

    private BulkResult twice(String request, List<Long> marked) {
        SignedIn.as(Role.HR);
        return changes.apply(ALL, request, WEEK_LATER, marked, BulkProgress.SILENT);
    }

    /** Somebody logs a conversation while the change waits: it counts, and what Undo goes by is what it left. */
    @Test
    void aConversationLoggedInBetweenCounts() throws Exception {
        var id = row(ada, first).id();
        var result = Race.between(transactions, () -> achieve(id, 2), () -> {
            SignedIn.as(Role.HR);
            return apply(new PlanChange.Waive(null, "Reorganised"));
        });
        assertThat(result.things()).isEqualTo(3);
        changes.undo(ALL, result.id(), BulkProgress.SILENT);
        assertThat(row(ada, first).status()).isEqualTo(AssignmentStatus.IN_PROGRESS);
        assertThat(row(ada, first).achieved()).isEqualTo(2);
        var kept = fixture.row("participant", ada);
        transaction().executeWithoutResult(tx -> figures.recount(List.of(ada)));
        assertThat(fixture.row("participant", ada)).isEqualTo(kept);
    }

    @Test
    void aManagerChangesOnlyTheOwnPeopleAndNotTheOwnPlan() {
        var own = fixture.participant(cohort, boss);
        fixture.assignment(own, first, DUE);
        var led = fixture.participant(
                cohort, fixture.person("Lena", "Led").manager(boss).add());
        fixture.assignment(led, first, DUE);
        var scope = new Scope.Led(boss);
        SignedIn.as(boss, Role.MANAGER);

        var preview = changes.preview(scope, WEEK_LATER, List.of(ada, own, led), BulkProgress.SILENT);
        assertThat(preview.changing()).containsExactly(led);
        assertThat(preview.leftOut()).containsExactly(Map.entry(NotChanged.OWN, List.of(own)));
        assertThat(preview.hidden()).isEqualTo(1);
        assertThat(changes.rows(scope, WEEK_LATER, List.of(ada))).isEmpty();

        var result = changes.apply(
                scope, UUID.randomUUID().toString(), WEEK_LATER, List.of(ada, own, led), BulkProgress.SILENT);
        assertThat(result).extracting(BulkResult::things, BulkResult::leftOut).containsExactly(1, 2);
        assertThat(row(ada, first).dueOn()).isEqualTo(DUE);

        SignedIn.as(ownerOf(ada), Role.MANAGER);
        assertThatThrownBy(() -> changes.undo(scope, result.id(), BulkProgress.SILENT))
                .isInstanceOf(NotFoundException.class);
        SignedIn.as(boss, Role.MEMBER);
        assertThatThrownBy(() -> changes.apply(scope, "x", WEEK_LATER, List.of(led), BulkProgress.SILENT))
                .isInstanceOf(AccessDeniedException.class);
    }

    /** More than a chunk, with news of how far it is. */
    @Test
    void manyAreChangedInOneGo() {
        var people = manyPeople();
        var told = new ArrayList<Long>();
        var result =
                changes.apply(ALL, UUID.randomUUID().toString(), WEEK_LATER, people, (done, total) -> told.add(done));
        assertThat(result.things()).isEqualTo(1200);
        assertThat(told).containsExactly(0L, 1000L, 1200L);
        assertThat(changes.undo(ALL, result.id(), BulkProgress.SILENT).back()).isEqualTo(1200);
    }

    /** Written by three statements, as one at a time takes longer than what is tested. */
    private List<Long> manyPeople() {
        var digits = "(values (0), (1), (2), (3), (4), (5), (6), (7), (8), (9))";
        var numbers = "(select 5000000 + a.n + 10 * b.n + 100 * c.n + 1000 * d.n as id from " + digits + " a (n), "
                + digits + " b (n), " + digits + " c (n), " + digits + " d (n)) n where n.id < 5001200";
        fixture.jdbc().sql("""
                        insert into person (id, employee_number, given_name, family_name, display_name, sort_name, level,
                            active, created_at, updated_at)
                        select n.id, 'N' || n.id, 'P', 'Many', 'P Many', 'Many, P', 'FRONT_LINE', true, current_timestamp,
                            current_timestamp from\s""" + numbers).update();
        fixture.jdbc()
                .sql(
                        "insert into participant (id, cycle_id, cohort_id, person_id, added_at) select n.id, c.cycle_id, c.id,"
                                + " n.id, current_timestamp from cohort c cross join " + numbers)
                .update();
        fixture.jdbc().sql("""
                        insert into assignment (id, participant_id, template_id, cycle_id, person_id, code, title, type,
                            plan_kind, target, unit, measure, due_on, status, health, created_at, status_at)
                        select p.id, p.id, a.template_id, p.cycle_id, p.person_id, a.code, a.title, a.type, a.plan_kind,
                            a.target, a.unit, a.measure, a.due_on, a.status, a.health, a.created_at, a.status_at
                        from participant p cross join assignment a where p.id >= 5000000 and a.participant_id = ?""").param(alan).update();
        return fixture.jdbc()
                .sql("select id from participant where id >= 5000000")
                .query(Long.class)
                .list();
    }

    private BulkResult apply(PlanChange change) {
        return changes.apply(ALL, UUID.randomUUID().toString(), change, List.of(ada, alan, grace), BulkProgress.SILENT);
    }

    private void achieve(long participant, long template, int count) {
        var id = row(participant, template).id();
        transaction().executeWithoutResult(tx -> achieve(id, count));
    }

    private void achieve(long id, int count) {
        achievements.record(List.of(id), Achieving.lock(fixture.jdbc(), figures, Map.of(id, count)), clock.instant());
    }

    private TransactionTemplate transaction() {
        return new TransactionTemplate(transactions);
    }

    private long participant(String name, long... templates) {
        var id = fixture.participant(cohort, fixture.person(name, "Member").add());
        for (var template : templates) {
            fixture.assignment(id, template, DUE);
        }
        transaction().executeWithoutResult(tx -> figures.recount(List.of(id)));
        return id;
    }

    private long ownerOf(long participant) {
        return ((Number) fixture.row("participant", participant).get("person_id")).longValue();
    }

    private AssignmentRow row(long participant, long template) {
        var cycle = ((Number) fixture.row("participant", participant).get("cycle_id")).longValue();
        var code = template == first ? "X1" : "X2";
        return assignments.forPerson(ALL, ownerOf(participant), cycle).stream()
                .filter(one -> one.code().equals(code))
                .findFirst()
                .orElseThrow();
    }

    private List<LocalDate> dueDates() {
        return fixture.jdbc()
                .sql("select due_on from assignment")
                .query(LocalDate.class)
                .list();
    }

    private List<String> statuses() {
        return fixture.jdbc()
                .sql("select status from assignment")
                .query(String.class)
                .list();
    }

    private List<String> notes() {
        return fixture.jdbc()
                .sql("select note from assignment_event where kind = 'CHANGED'")
                .query(String.class)
                .list();
    }

    private int audited(String action) {
        return fixture.jdbc()
                .sql("select count(*) from audit_entry where action = ?")
                .param(action)
                .query(Integer.class)
                .single();
    }
}
