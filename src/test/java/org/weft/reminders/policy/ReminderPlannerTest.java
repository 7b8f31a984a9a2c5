package org.weft.reminders.policy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.weft.reminders.policy.PolicyScene.TODAY;
import static org.weft.reminders.policy.PolicyScene.mondays;
import static org.weft.reminders.policy.PolicyScene.required;
import static org.weft.reminders.policy.PolicyScene.schedule;
import static org.weft.reminders.policy.PolicyScene.terms;

import java.time.Clock;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import org.weft.access.Role;
import org.weft.access.Scope;
import org.weft.people.PersonDraft;
import org.weft.people.PersonService;
import org.weft.testing.Fixture;
import org.weft.testing.Race;
import org.weft.testing.SignedIn;
import org.weft.testing.TestClock;
import org.weft.testing.WeftTest;

/** What is written down when a day begins, and what after a pause. */
@WeftTest
class ReminderPlannerTest {

    @Autowired
    Fixture fixture;

    @Autowired
    ReminderPlanner planner;

    @Autowired
    ReminderStore store;

    @Autowired
    PolicyQuery query;

    @Autowired
    ReminderRuns runs;

    @Autowired
    PolicyReader policies;

    @Autowired
    PolicyService service;

    @Autowired
    ReminderRules rules;

    @Autowired
    MovedPeople moved;

    @Autowired
    PersonService people;

    @Autowired
    TransactionTemplate transaction;

    @Autowired
    PlatformTransactionManager transactions;

    @Autowired
    TestClock clock;

    private PolicyScene scene;

    @BeforeEach
    void aCohort() {
        scene = new PolicyScene(fixture);
    }

    private void planAt(String moment) {
        clock.set(Instant.parse(moment));
        planner.plan();
    }

    private List<String> states() {
        return scene.written().stream()
                .map(one -> one.day().getDayOfMonth() + " " + one.recipient() + " " + one.state()
                        + (one.reason() == null ? "" : " " + one.reason()))
                .toList();
    }

    @Test
    void aDayIsPlannedOnceItHasBegunWhereThePersonIs() {
        scene.participant(
                fixture.person("Aroha", "Auckland").zone("Pacific/Auckland").add(), TODAY);
        scene.participant(
                fixture.person("Hanna", "Hamburg").zone("Europe/Berlin").add(), TODAY);
        scene.participant(fixture.person("Nora", "Nowhere").zone("Middle/Earth").add(), TODAY);
        scene.policy(terms(TriggerKind.DUE_TODAY, 0));

        planAt("2026-11-16T10:59:00Z");
        assertThat(scene.written()).isEmpty();
        planAt("2026-11-16T11:00:00Z");
        assertThat(scene.written()).extracting(PolicyScene.Written::inShort).containsExactly("Aroha Auckland: 1/0");
        assertThat(scene.written().getFirst().slot()).isEqualTo("2026-11-16T20:00:00Z");
        planAt("2026-11-16T23:00:00Z");
        assertThat(scene.written())
                .extracting(PolicyScene.Written::slot)
                .containsExactly(Instant.parse("2026-11-16T20:00:00Z"), Instant.parse("2026-11-17T08:00:00Z"));
        planAt("2026-11-17T00:00:00Z");
        assertThat(scene.written())
                .extracting(PolicyScene.Written::inShort)
                .containsExactly("Aroha Auckland: 1/0", "Hanna Hamburg: 1/0", "Nora Nowhere: 1/0");
    }

    @Test
    void aDayIsPlannedOnceHoweverOftenItIsAskedFor() {
        scene.participant("Ada Ready", TODAY);
        scene.policy(terms(TriggerKind.DUE_TODAY, 0));
        for (var minute = 0; minute < 5; minute++) {
            planAt("2026-11-17T00:0" + minute + ":00Z");
        }
        fixture.jdbc().sql("delete from reminder_planned where time_zone = ''").update();
        planAt("2026-11-17T00:30:00Z");

        assertThat(states()).containsExactly("17 Ada Ready PLANNED");
    }

    @Test
    void aPolicyThatFailsLeavesTheOthersAlone() {
        scene.participant("Ada Ready", TODAY, TODAY.plusDays(7));
        var failing = scene.policy(terms(TriggerKind.DUE_TODAY, 0));
        scene.policy(terms(TriggerKind.DUE_IN, 7));
        clock.set(Instant.parse("2026-11-17T00:00:00Z"));
        var broken = new ReminderStore(fixture.jdbc(), query) {
            @Override
            int plan(PolicyRow policy, ReminderRun run, Instant now) {
                if (policy.id() == failing) {
                    throw new IllegalStateException("It cannot be planned");
                }
                return super.plan(policy, run, now);
            }
        };

        assertThat(new ReminderPlanner(policies, runs, broken, moved, rules, transaction, clock).plan())
                .isOne();
        assertThat(states()).containsExactly("17 Ada Ready PLANNED");
        planner.plan();
        assertThat(states()).hasSize(2);
    }

    @Test
    void twoPlannersAtTheSameMomentWriteEachReminderOnce() throws Exception {
        for (var n = 0; n < 60; n++) {
            scene.participant("Ada Number" + n, TODAY);
        }
        scene.policy(terms(TriggerKind.DUE_TODAY, 0, PolicyRecipient.BOTH));
        clock.set(Instant.parse("2026-11-17T00:00:00Z"));
        var start = new CountDownLatch(1);
        try (var threads = Executors.newFixedThreadPool(2)) {
            var both = List.of(1, 2).stream()
                    .map(n -> threads.submit(() -> {
                        start.await();
                        return planner.plan();
                    }))
                    .toList();
            start.countDown();
            assertThat(both.get(0).get() + both.get(1).get()).isEqualTo(120);
        }
        assertThat(scene.written()).hasSize(120);
    }

    /** The lock apart: what is written at this moment by somebody else is not written again. */
    @Test
    void theUniqueKeyDecides() throws Exception {
        scene.participant("Ada Ready", TODAY);
        scene.participant("Bo Ready", TODAY);
        var policy =
                policies.find(scene.policy(terms(TriggerKind.DUE_TODAY, 0))).orElseThrow();
        var run = runs.on(policy.terms(), TODAY).getFirst();

        var slower = Race.between(
                transactions,
                () -> store.plan(policy, run, TestClock.START),
                () -> transaction.execute(status -> store.plan(policy, run, TestClock.START)));

        assertThat(slower).isZero();
        assertThat(scene.written()).hasSize(2);
    }

    @Test
    void aPolicySwitchedOnAfterItsHourBeginsTomorrow() {
        scene.participant("Ada Ready", TODAY, TODAY.plusDays(1));
        scene.policy(terms(TriggerKind.DUE_TODAY, 0), Instant.parse("2026-11-17T10:00:00Z"));

        planAt("2026-11-17T10:01:00Z");
        assertThat(scene.written()).isEmpty();
        planAt("2026-11-18T00:01:00Z");
        assertThat(states()).containsExactly("18 Ada Ready PLANNED");
    }

    @Test
    void theFirstRunOfAPolicyIsMadeUpForToo() {
        scene.participant("Ada Friday", LocalDate.of(2026, 11, 13));
        scene.participant("Bo Monday", LocalDate.of(2026, 11, 16));
        var afterItsHour = Instant.parse("2026-11-13T17:00:00Z");
        scene.policy(terms(TriggerKind.DUE_TODAY, 0), afterItsHour);
        scene.policy(mondays(terms(TriggerKind.DUE_TODAY, 0)), afterItsHour);

        // Down before anything was planned, until Tuesday. What is due on Friday belongs to Friday's run, where there
        // is one.
        planAt("2026-11-17T08:00:00Z");
        assertThat(states()).containsExactly("16 Ada Friday PLANNED", "16 Bo Monday PLANNED", "17 Bo Monday PLANNED");
    }

    @Test
    void aFirstRunThatIsTooOldIsKeptOnRecord() {
        scene.participant("Ada Monday", LocalDate.of(2026, 11, 9));
        scene.policy(terms(TriggerKind.DUE_TODAY, 0), Instant.parse("2026-11-06T17:00:00Z"));

        planAt("2026-11-17T08:00:00Z");
        assertThat(states()).containsExactly("9 Ada Monday MISSED TOO_LATE");
    }

    @Test
    void aZoneThatIsNewBeginsWithTheDay() {
        scene.policy(terms(TriggerKind.DUE_TODAY, 0), Instant.parse("2026-11-12T17:00:00Z"));
        planAt("2026-11-13T00:01:00Z");
        planAt("2026-11-17T00:01:00Z");
        scene.participant(
                fixture.person("Hanna", "Hamburg").zone("Europe/Berlin").add(), TODAY.minusDays(1), TODAY);

        planAt("2026-11-17T05:00:00Z");
        assertThat(scene.written()).extracting(PolicyScene.Written::inShort).containsExactly("Hanna Hamburg: 1/0");
    }

    @Test
    void whatIsMadeUpForIsOneMailHoweverLongThePlanningTakes() {
        scene.participant("Ada Ready", TODAY, TODAY.plusDays(1), TODAY.plusDays(2), TODAY.plusDays(3));
        scene.policy(terms(TriggerKind.DUE_TODAY, 0));
        for (var days = 1; days <= 3; days++) {
            scene.policy(terms(TriggerKind.DUE_IN, days));
        }

        new ReminderPlanner(
                        policies,
                        runs,
                        store,
                        moved,
                        rules,
                        transaction,
                        new Ticking(Instant.parse("2026-11-17T10:15:00Z")))
                .plan();

        assertThat(states()).hasSize(4).containsOnly("17 Ada Ready PLANNED");
        assertThat(scene.written())
                .extracting(PolicyScene.Written::slot)
                .containsOnly(Instant.parse("2026-11-17T10:15:00Z"));
    }

    /** Each time it is asked a second has gone. */
    private static final class Ticking extends Clock {

        private Instant next;

        Ticking(Instant next) {
            this.next = next;
        }

        @Override
        public Instant instant() {
            var now = next;
            next = now.plusSeconds(1);
            return now;
        }

        @Override
        public ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            return this;
        }
    }

    private long hanna(LocalDate... dueOn) {
        var hanna = fixture.person("Hanna", "Hamburg").zone("Europe/Berlin").add();
        scene.participant(hanna, dueOn);
        return hanna;
    }

    private void move(long person, String zone, String moment) {
        clock.set(Instant.parse(moment));
        SignedIn.as(Role.HR);
        var everybody = new Scope.Everybody();
        var details = people.get(everybody, person);
        var draft = details.draft();
        people.save(
                everybody,
                person,
                details.version(),
                new PersonDraft(
                        draft.employeeNumber(),
                        draft.givenName(),
                        draft.familyName(),
                        draft.email(),
                        draft.jobTitle(),
                        draft.level(),
                        draft.teamId(),
                        draft.managerId(),
                        draft.location(),
                        zone,
                        draft.language(),
                        draft.joinedOn()));
    }

    @Test
    void whoComesIntoAZoneWhoseDayIsPlannedGetsThatDayTooAndNobodyElseAnything() {
        var hanna = hanna(TODAY, TODAY.plusDays(1));
        var tomorrow = TODAY.plusDays(1);
        scene.participant(
                fixture.person("Aroha", "Auckland").zone("Pacific/Auckland").add(), tomorrow);
        scene.policy(terms(TriggerKind.DUE_TODAY, 0));
        planAt("2026-11-17T00:01:00Z");
        planAt("2026-11-17T11:01:00Z");
        scene.participant(
                fixture.person("Late", "Joiner").zone("Pacific/Auckland").add(), tomorrow);

        move(hanna, "Pacific/Auckland", "2026-11-17T13:00:00Z");
        planAt("2026-11-17T13:01:00Z");
        var expected = List.of("17 Hanna Hamburg PLANNED", "18 Aroha Auckland PLANNED", "18 Hanna Hamburg PLANNED");
        assertThat(states()).isEqualTo(expected);
        assertThat(scene.written().getLast().slot())
                .as("Wednesday at nine in Auckland")
                .isEqualTo("2026-11-17T20:00:00Z");
        assertThat(moved.waiting(clock.instant()).isEmpty()).isTrue();

        move(hanna, "Europe/Berlin", "2026-11-17T13:02:00Z");
        planAt("2026-11-17T13:03:00Z");
        planAt("2026-11-17T23:01:00Z");
        assertThat(states()).as("back again: told already").isEqualTo(expected);
    }

    @Test
    void whoComesAfterTheHourThereIsToldLate() {
        var hanna = hanna(TODAY.plusDays(1));
        scene.participant(
                fixture.person("Aroha", "Auckland").zone("Pacific/Auckland").add(), TODAY.plusDays(1));
        scene.policy(terms(TriggerKind.DUE_TODAY, 0));
        planAt("2026-11-17T11:01:00Z");

        move(hanna, "Pacific/Auckland", "2026-11-18T02:00:00Z");
        planAt("2026-11-18T02:01:00Z");
        assertThat(states()).containsExactly("18 Aroha Auckland PLANNED", "18 Hanna Hamburg PLANNED");
        assertThat(scene.written().getLast().slot()).isEqualTo("2026-11-18T02:01:00Z");
    }

    @Test
    void theDayThatEndsBetweenComingAndPlanningIsNotLost() {
        var hanna = fixture.person("Hanna", "Honolulu").zone("Pacific/Honolulu").add();
        scene.participant(hanna, TODAY, TODAY.plusDays(1));
        scene.participant(
                fixture.person("Aroha", "Auckland").zone("Pacific/Auckland").add());
        scene.policy(terms(TriggerKind.DUE_TODAY, 0));
        planAt("2026-11-17T09:00:00Z");

        move(hanna, "Pacific/Auckland", "2026-11-17T10:59:30Z");
        planAt("2026-11-17T11:00:10Z");
        assertThat(states()).containsExactly("17 Hanna Honolulu PLANNED", "18 Hanna Honolulu PLANNED");
        assertThat(scene.written())
                .as("one mail, in the morning")
                .extracting(PolicyScene.Written::slot)
                .containsOnly(Instant.parse("2026-11-17T20:00:00Z"));
    }

    @Test
    void aLeadWhoMovesIsToldAboutTheirPeople() {
        scene.participant(
                fixture.person("Aroha", "Auckland").zone("Pacific/Auckland").add());
        scene.submit(scene.participant("Ada Waits", TODAY), Instant.parse("2026-11-15T00:00:00Z"));
        scene.policy(terms(TriggerKind.TO_REVIEW, 3, PolicyRecipient.LEAD));
        planAt("2026-11-17T11:01:00Z");
        assertThat(states()).isEmpty();

        move(scene.lead, "Pacific/Auckland", "2026-11-17T13:00:00Z");
        planAt("2026-11-17T13:01:00Z");
        assertThat(states()).containsExactly("18 Bertha Boss PLANNED");
    }

    @Test
    void whatWasMissedIsMadeUpForOnceIfItStillMatters() {
        scene.participant("Ada Monday", LocalDate.of(2026, 11, 16));
        scene.participant("Bo Tuesday", LocalDate.of(2026, 11, 17));
        scene.participant("Cy Wednesday", LocalDate.of(2026, 11, 18));
        scene.participant("Di Wednesday", LocalDate.of(2026, 11, 18));
        scene.policy(terms(TriggerKind.DUE_TODAY, 0));
        planAt("2026-11-13T00:01:00Z");

        // Down until Thursday night; three days still matter, Monday's run does.
        planAt("2026-11-19T22:00:00Z");
        assertThat(states())
                .containsExactly(
                        "19 Ada Monday PLANNED",
                        "19 Bo Tuesday PLANNED",
                        "19 Cy Wednesday PLANNED",
                        "19 Di Wednesday PLANNED");
        assertThat(scene.written())
                .as("not at night: on Friday at nine")
                .extracting(PolicyScene.Written::slot)
                .containsOnly(Instant.parse("2026-11-20T09:00:00Z"));
    }

    @Test
    void whatIsTooOldIsKeptOnRecordAsMissed() {
        scene.participant("Ada Monday", LocalDate.of(2026, 11, 16));
        scene.participant("Bo Friday", LocalDate.of(2026, 11, 20));
        scene.policy(terms(TriggerKind.DUE_TODAY, 0));
        planAt("2026-11-13T00:01:00Z");

        planAt("2026-11-23T13:00:00Z");
        assertThat(states()).containsExactly("16 Ada Monday MISSED TOO_LATE", "23 Bo Friday PLANNED");
        assertThat(scene.written().getLast().slot())
                .as("in the middle of the day: now")
                .isEqualTo("2026-11-23T13:00:00Z");
    }

    @Test
    void otherWeekdaysLoseNothingAndSayNothingTwice() {
        scene.participant("Ada Ready", TODAY, TODAY.plusDays(1), TODAY.plusDays(2), TODAY.plusDays(3));
        var mondays = scene.policy(PolicyScene.mondays(terms(TriggerKind.DUE_TODAY, 0)));
        var daily = scene.policy(terms(TriggerKind.DUE_TODAY, 0));
        for (var day = 16; day <= 18; day++) {
            planAt("2026-11-" + day + "T00:01:00Z");
        }
        assertThat(told()).containsExactly("17: 1", "18: 1");

        // On Wednesday, in the middle of the day.
        clock.set(Instant.parse("2026-11-18T12:00:00Z"));
        SignedIn.as(Role.HR);
        change(mondays, PolicySchedule.everyWorkingDay());
        change(daily, new PolicySchedule(Set.of(DayOfWeek.MONDAY), LocalTime.of(9, 0)));
        for (var day = 19; day <= 23; day++) {
            planAt("2026-11-" + day + "T00:01:00Z");
        }
        assertThat(told())
                .as("Tuesday and Wednesday once by each; Thursday and Friday at once, and on Monday")
                .containsExactly("17: 1", "18: 1", "19: 3", "20: 1", "23: 2");
    }

    private void change(long policy, PolicySchedule schedule) {
        var row = policies.find(policy).orElseThrow();
        service.save(policy, row.version(), PolicyScene.schedule(row.terms(), schedule));
    }

    private List<String> told() {
        return scene.written().stream()
                .map(one -> one.day().getDayOfMonth() + ": " + one.things())
                .toList();
    }

    @Test
    void noMoreThanTheBudgetInAWeekOverAllPrograms() {
        var ada = fixture.person("Ada Ready");
        scene.participant(ada, TODAY.minusDays(1), TODAY, TODAY.plusDays(1), TODAY.plusDays(6));
        var elsewhere = fixture.participant(fixture.cohort(fixture.cycle(), "Others", null), ada);
        scene.due(elsewhere, TODAY.plusDays(1));
        scene.policy(terms(TriggerKind.DUE_TODAY, 0));
        scene.policy(required(terms(TriggerKind.DUE_TODAY, 0)));

        for (var day = 16; day <= 23; day++) {
            planAt("2026-11-" + day + "T00:01:00Z");
        }
        assertThat(states())
                .containsExactly(
                        "16 Ada Ready PLANNED",
                        "16 Ada Ready PLANNED",
                        "17 Ada Ready PLANNED",
                        "17 Ada Ready PLANNED",
                        "18 Ada Ready HELD_BACK OVER_BUDGET",
                        "18 Ada Ready HELD_BACK OVER_BUDGET",
                        "18 Ada Ready PLANNED",
                        "18 Ada Ready PLANNED",
                        "23 Ada Ready PLANNED",
                        "23 Ada Ready PLANNED");
    }

    @Test
    void remindersByHandTakeFromTheBudgetInTheWeekTheyGoOut() {
        var ada = fixture.person("Ada Ready");
        scene.participant(ada, TODAY.minusDays(1), TODAY, TODAY.plusDays(6));
        scene.policy(terms(TriggerKind.DUE_TODAY, 0));
        scene.policy(required(terms(TriggerKind.DUE_TODAY, 0)));
        // Written on Sunday, sent on Monday; those that reached nobody; and one of the week after.
        scene.byHand(ada, Instant.parse("2026-11-16T00:30:00Z"), "SENT");
        scene.byHand(ada, Instant.parse("2026-11-16T08:00:00Z"), "FAILED");
        scene.byHand(ada, Instant.parse("2026-11-16T08:00:00Z"), "SUPPRESSED");
        scene.byHand(ada, Instant.parse("2026-11-16T08:00:00Z"), "BOUNCED");
        scene.byHand(ada, Instant.parse("2026-11-23T08:00:00Z"), "QUEUED");

        for (var day : List.of(16, 17, 23)) {
            planAt("2026-11-" + day + "T00:01:00Z");
        }
        assertThat(states())
                .containsExactly(
                        "16 Ada Ready PLANNED",
                        "16 Ada Ready PLANNED",
                        "17 Ada Ready HELD_BACK OVER_BUDGET",
                        "17 Ada Ready PLANNED",
                        "23 Ada Ready PLANNED",
                        "23 Ada Ready PLANNED");
    }

    @Test
    void whatSharesASlotSharesTheBudget() {
        var ada = fixture.person("Ada Ready");
        scene.participant(ada, TODAY, TODAY.plusDays(3));
        scene.policy(terms(TriggerKind.DUE_TODAY, 0));
        scene.policy(terms(TriggerKind.DUE_IN, 3));
        scene.policy(schedule(
                terms(TriggerKind.NOT_STARTED, 47),
                new PolicySchedule(PolicySchedule.everyWorkingDay().weekdays(), LocalTime.of(11, 0))));
        scene.policy(schedule(
                terms(TriggerKind.SILENT, 47),
                new PolicySchedule(PolicySchedule.everyWorkingDay().weekdays(), LocalTime.of(13, 0))));

        planAt("2026-11-17T00:01:00Z");
        assertThat(states())
                .containsExactly(
                        "17 Ada Ready PLANNED",
                        "17 Ada Ready PLANNED",
                        "17 Ada Ready PLANNED",
                        "17 Ada Ready HELD_BACK OVER_BUDGET");
    }

    @Test
    void afterSoManyUnansweredTheLeadIsToldOnceAndTheParticipantLeftInPeace() {
        var ada = scene.participant("Ada Silent", TODAY.minusDays(21));
        scene.policy(PolicyScene.escalating(terms(TriggerKind.OVERDUE_EVERY, 7), 2));
        for (var week = 0; week < 5; week++) {
            clock.set(TODAY.minusDays(14).plusWeeks(week).atTime(0, 1).toInstant(ZoneOffset.UTC));
            planner.plan();
        }
        assertThat(states())
                .containsExactly(
                        "3 Ada Silent PLANNED",
                        "10 Ada Silent PLANNED",
                        "17 Ada Silent HELD_BACK ESCALATED",
                        "17 Bertha Boss PLANNED",
                        "24 Ada Silent HELD_BACK ESCALATED",
                        "1 Ada Silent HELD_BACK ESCALATED");

        scene.active(ada, clock.instant().plus(Duration.ofDays(1)));
        planAt("2026-12-08T00:01:00Z");
        assertThat(states()).as("an answer begins the count anew").endsWith("8 Ada Silent PLANNED");
    }

    @Test
    void whomNobodyLeadsGoesOnBeingToldInPerson() {
        var ada = scene.participant("Ada Alone", TODAY.minusDays(21));
        fixture.figures(ada, Collections.singletonMap("lead_id", null));
        scene.policy(PolicyScene.escalating(terms(TriggerKind.OVERDUE_EVERY, 7), 1));
        for (var week = 0; week < 3; week++) {
            clock.set(TODAY.minusDays(14).plusWeeks(week).atTime(0, 1).toInstant(ZoneOffset.UTC));
            planner.plan();
        }
        assertThat(states()).containsExactly("3 Ada Alone PLANNED", "10 Ada Alone PLANNED", "17 Ada Alone PLANNED");
    }

    @Test
    void nineStaysNineOverTheWeekendTheClocksChange() {
        scene.participant(
                fixture.person("Hanna", "Hamburg").zone("Europe/Berlin").add(),
                LocalDate.of(2026, 10, 23),
                LocalDate.of(2026, 10, 25),
                LocalDate.of(2026, 10, 26));
        scene.policy(terms(TriggerKind.DUE_TODAY, 0));
        planAt("2026-10-22T22:00:00Z");
        planAt("2026-10-25T23:00:00Z");

        assertThat(scene.written())
                .extracting(PolicyScene.Written::slot)
                .containsExactly(Instant.parse("2026-10-23T07:00:00Z"), Instant.parse("2026-10-26T08:00:00Z"));
        assertThat(scene.written().getLast().things())
                .as("Sunday's and Monday's")
                .isEqualTo(2);
    }

    @Test
    void theWeeksSummaryComesOnceAfterAWeekDown() {
        scene.participant("Ada Open", LocalDate.of(2026, 12, 20));
        scene.policy(mondays(terms(TriggerKind.WEEKLY_DIGEST, 0)));
        planAt("2026-11-13T00:01:00Z");
        planAt("2026-11-24T10:00:00Z");

        assertThat(states()).containsExactly("16 Ada Open MISSED TOO_LATE", "23 Ada Open PLANNED");
    }
}
