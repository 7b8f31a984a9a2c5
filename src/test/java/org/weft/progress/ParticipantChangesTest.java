package org.weft.progress;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.LongStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.transaction.support.TransactionTemplate;
import org.weft.access.Role;
import org.weft.access.Scope;
import org.weft.conversations.ConversationDraft;
import org.weft.conversations.ConversationKind;
import org.weft.conversations.ConversationService;
import org.weft.objectives.AssignRequest;
import org.weft.objectives.AssignmentService;
import org.weft.objectives.CheckIn;
import org.weft.objectives.Health;
import org.weft.objectives.PlanChange;
import org.weft.objectives.PlanChanges;
import org.weft.people.Level;
import org.weft.people.PersonService;
import org.weft.programs.BulkProgress;
import org.weft.programs.LeadChanges;
import org.weft.programs.ParticipantChanges;
import org.weft.programs.Participants;
import org.weft.reminders.ReminderRequest;
import org.weft.reminders.ReminderService;
import org.weft.testing.Fixture;
import org.weft.testing.SignedIn;
import org.weft.testing.TestClock;
import org.weft.testing.WeftTest;

/** Each kind of write leaves the ids of those whose row it changed, once a transaction. */
@WeftTest
class ParticipantChangesTest {

    private static final Scope ALL = new Scope.Everybody();
    private static final LocalDate DAY = LocalDate.of(2026, 11, 16);

    @Autowired
    Participants participants;

    @Autowired
    PersonService people;

    @Autowired
    AssignmentService assignments;

    @Autowired
    ConversationService conversations;

    @Autowired
    ReminderService reminders;

    @Autowired
    PlanChanges plans;

    @Autowired
    LeadChanges leads;

    @Autowired
    ParticipantChanges changes;

    @Autowired
    TransactionTemplate transaction;

    @Autowired
    TestClock clock;

    @Autowired
    Fixture fixture;

    long cycle;
    long cohort;
    long ada;
    long alan;
    long adaTakesPart;
    long alanTakesPart;
    long template;

    @BeforeEach
    void twoPeople() {
        SignedIn.as(Role.HR);
        cycle = fixture.cycle();
        cohort = fixture.cohort(cycle, "Blue", null);
        ada = fixture.person("Ada Lovelace");
        alan = fixture.person("Alan Turing");
        adaTakesPart = fixture.participant(cohort, ada);
        alanTakesPart = fixture.participant(cohort, alan);
        template = fixture.template("X1", "FRONT_LINE", 3);
        forget();
    }

    private void forget() {
        fixture.jdbc().sql("delete from progress_change").update();
    }

    private List<Long> told() {
        assertThat(fixture.jdbc()
                        .sql("select distinct cycle_id from progress_change")
                        .query(Long.class)
                        .list())
                .isSubsetOf(cycle);
        return fixture.jdbc()
                .sql("select participant_id from progress_change order by participant_id")
                .query(Long.class)
                .list();
    }

    @Test
    void joiningAndLeaving() {
        var grace = fixture.person("Grace Hopper");
        participants.add(ALL, cohort, List.of(grace));
        var graceTakesPart = fixture.jdbc()
                .sql("select id from participant where person_id = ?")
                .param(grace)
                .query(Long.class)
                .single();
        assertThat(told()).containsExactly(graceTakesPart);

        forget();
        participants.remove(ALL, cohort, List.of(graceTakesPart, alanTakesPart));
        assertThat(told()).containsExactlyInAnyOrder(alanTakesPart, graceTakesPart);
    }

    @Test
    void whatTheDirectorySays() {
        people.deactivate(ALL, ada, people.get(ALL, ada).version(), null);

        assertThat(told()).containsExactly(adaTakesPart);
    }

    @Test
    void assigningCheckingInAndTalking() {
        assign();
        assertThat(told()).containsExactlyInAnyOrder(adaTakesPart, alanTakesPart);

        forget();
        var held = assignments.forPerson(ALL, ada, cycle).getFirst();
        assignments.checkIn(ALL, held.id(), held.version(), new CheckIn(Health.AT_RISK, "Slow", null));
        assertThat(told()).containsExactly(adaTakesPart);

        forget();
        conversations.log(
                ALL,
                new ConversationDraft(
                        UUID.randomUUID().toString(),
                        DAY,
                        ConversationKind.TALK,
                        Set.of(ada, alan),
                        "How the work flows",
                        null,
                        null,
                        Set.of(held.id())));
        assertThat(told()).as("each once, though counted twice").containsExactlyInAnyOrder(adaTakesPart, alanTakesPart);
    }

    private void assign() {
        assignments.assign(
                ALL,
                new AssignRequest(
                        UUID.randomUUID().toString(),
                        cycle,
                        cohort,
                        Set.of(),
                        List.of(new AssignRequest.Choice(Level.FRONT_LINE, template, 3, DAY))));
    }

    @Test
    void reminding() {
        assign();
        forget();
        reminders.send(
                ALL,
                new ReminderRequest(UUID.randomUUID().toString(), List.of(adaTakesPart), Map.of()),
                BulkProgress.SILENT);

        assertThat(told()).containsExactly(adaTakesPart);
    }

    @Test
    void movingDueDatesOfManyAndBack() {
        assign();
        forget();
        var done = plans.apply(
                ALL,
                UUID.randomUUID().toString(),
                new PlanChange.DueLater(null, 3),
                List.of(adaTakesPart, alanTakesPart),
                BulkProgress.SILENT);
        assertThat(told()).containsExactlyInAnyOrder(adaTakesPart, alanTakesPart);

        forget();
        plans.undo(ALL, done.id(), BulkProgress.SILENT);
        assertThat(told()).containsExactlyInAnyOrder(adaTakesPart, alanTakesPart);
    }

    @Test
    void waivingForManyAndBack() {
        assign();
        forget();
        var done = plans.apply(
                ALL,
                UUID.randomUUID().toString(),
                new PlanChange.Waive(template, "No longer needed"),
                List.of(adaTakesPart),
                BulkProgress.SILENT);
        assertThat(told()).containsExactly(adaTakesPart);

        forget();
        plans.undo(ALL, done.id(), BulkProgress.SILENT);
        assertThat(told()).containsExactly(adaTakesPart);
    }

    @Test
    void givingManyToAnotherLeadAndBack() {
        var grace = fixture.person("Grace Hopper");
        var done = leads.apply(
                ALL, UUID.randomUUID().toString(), grace, List.of(adaTakesPart, alanTakesPart), BulkProgress.SILENT);
        assertThat(told()).containsExactlyInAnyOrder(adaTakesPart, alanTakesPart);

        forget();
        leads.undo(ALL, done.id(), BulkProgress.SILENT);
        assertThat(told()).containsExactlyInAnyOrder(adaTakesPart, alanTakesPart);
    }

    @Test
    void whatIsRolledBackIsNotTold() {
        transaction.executeWithoutResult(status -> {
            changes.changed(List.of(adaTakesPart));
            status.setRollbackOnly();
        });

        assertThat(told()).isEmpty();
    }

    @Test
    void manyAreOneRowOfTheirCycle() {
        var many = many(1200);
        transaction.executeWithoutResult(status -> {
            changes.changed(List.of(adaTakesPart));
            changes.changed(many);
            changes.changed(List.of(alanTakesPart));
        });

        assertThat(fixture.jdbc()
                        .sql("select cycle_id from progress_change where participant_id is null")
                        .query(Long.class)
                        .list())
                .containsExactly(cycle);
        assertThat(fixture.count("progress_change"))
                .as("and whoever came after")
                .isLessThanOrEqualTo(2);
    }

    private List<Long> many(int count) {
        var first = fixture.person("First Of-Many");
        fixture.jdbc().sql("""
                        insert into person (employee_number, given_name, family_name, display_name, sort_name, level,
                            active, created_at, updated_at)
                        select 'M' || n.x, 'Many', 'No', 'Many No', 'No, Many', 'FRONT_LINE', true, p.created_at, p.updated_at
                        from person p cross join %s where p.id = ?""".formatted(numbers(count))).param(first).update();
        fixture.jdbc().sql("""
                        insert into participant (cycle_id, cohort_id, person_id, added_at)
                        select c.cycle_id, c.id, p.id, p.created_at from cohort c cross join person p
                        where c.id = ? and p.employee_number like 'M%'""").param(cohort).update();
        return fixture.jdbc()
                .sql("select pt.id from participant pt where pt.id not in (?, ?)")
                .params(adaTakesPart, alanTakesPart)
                .query(Long.class)
                .list();
    }

    private static String numbers(int count) {
        return "(values "
                + String.join(
                        ", ",
                        LongStream.rangeClosed(1, count)
                                .mapToObj(n -> "(" + n + ")")
                                .toList())
                + ") as n(x)";
    }

    @Test
    void whatIsOldIsDeleted() {
        transaction.executeWithoutResult(status -> changes.changed(List.of(adaTakesPart)));
        clock.advance(ChangeCleaningJob.KEPT.plusSeconds(1));
        transaction.executeWithoutResult(status -> changes.changed(List.of(alanTakesPart)));

        ChangeCleaningJob.clean(fixture.jdbc(), clock);

        assertThat(told()).containsExactly(alanTakesPart);
    }
}
