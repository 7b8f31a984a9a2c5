package org.weft.reminders.policy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.weft.reminders.policy.PolicyScene.TODAY;
import static org.weft.reminders.policy.PolicyScene.terms;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.weft.access.Scope;
import org.weft.people.Level;
import org.weft.testing.Fixture;
import org.weft.testing.WeftTest;

/** Whom each trigger finds on a day, and with which figures. */
@WeftTest
class TriggersTest {

    @Autowired
    Fixture fixture;

    @Autowired
    PolicyReader policies;

    @Autowired
    ReminderRuns runs;

    @Autowired
    PolicyQuery query;

    private PolicyScene scene;

    @BeforeEach
    void aCohort() {
        scene = new PolicyScene(fixture);
    }

    /** Who is found on a day, "Name: things/days" each, with the reason where nothing goes out. */
    private List<String> found(PolicyDraft terms, LocalDate day) {
        var policy = policies.find(scene.policy(terms)).orElseThrow();
        return runs.on(policy.terms(), day).stream()
                .flatMap(run -> {
                    var question = query.ask(new Scope.Everybody(), policy, run);
                    return fixture
                            .jdbc()
                            .sql("""
                                    select coalesce(r.display_name, '-') || case when q.role = 'LEAD' then ' about ' || p.display_name else '' end
                                        || ': ' || q.things || '/' || q.days || coalesce(' ' || q.reason, '')
                                    from (%s) q left join person r on r.id = q.recipient_id
                                    join participant pt on pt.id = q.participant_id join person p on p.id = pt.person_id""".formatted(question.sql()))
                            .params(question.parameters())
                            .query(String.class)
                            .list()
                            .stream();
                })
                .sorted()
                .toList();
    }

    @Test
    void dueInSoManyDays() {
        scene.participant("Ada Exact", TODAY.plusDays(3), TODAY.plusDays(3), TODAY.plusDays(9));
        scene.participant("Bo Early", TODAY.plusDays(4));
        scene.participant("Cy Late", TODAY.plusDays(2));

        assertThat(found(terms(TriggerKind.DUE_IN, 3), TODAY)).containsExactly("Ada Exact: 2/-3");
    }

    @Test
    void whatFallsOnAWeekendIsSaidOnMonday() {
        var monday = TODAY.plusDays(6);
        scene.participant("Sam Saturday", monday.minusDays(2));
        scene.participant("Sue Sunday", monday.minusDays(1));
        scene.participant("Mo Monday", monday);

        assertThat(found(terms(TriggerKind.DUE_TODAY, 0), monday))
                .containsExactly("Mo Monday: 1/0", "Sam Saturday: 1/2", "Sue Sunday: 1/1");
        assertThat(found(terms(TriggerKind.DUE_TODAY, 0), monday.minusDays(1))).isEmpty();
    }

    @Test
    void overdueEverySoManyDays() {
        scene.participant("Ada Week", TODAY.minusDays(7), TODAY.minusDays(2));
        scene.participant("Bo Fortnight", TODAY.minusDays(14));
        scene.participant("Cy Between", TODAY.minusDays(8));
        scene.participant("Di Today", TODAY);
        var done = scene.participant("Ed Done", TODAY.minusDays(7));
        fixture.jdbc()
                .sql("update assignment set status = 'COMPLETED' where participant_id = ?")
                .param(done)
                .update();

        assertThat(found(terms(TriggerKind.OVERDUE_EVERY, 7), TODAY))
                .containsExactly("Ada Week: 2/7", "Bo Fortnight: 1/14");
    }

    @Test
    void silentByTheDayItWasWhereThePersonIs() {
        var early = Instant.parse("2026-11-10T22:30:00Z");
        scene.active(scene.participant(fixture.person("Ada", "Utc").zone("UTC").add(), TODAY), early);
        scene.active(
                scene.participant(
                        fixture.person("Bo", "Auckland")
                                .zone("Pacific/Auckland")
                                .add(),
                        TODAY),
                early);
        scene.active(scene.participant("Cy Twice", TODAY), Instant.parse("2026-11-03T12:00:00Z"));

        assertThat(found(terms(TriggerKind.SILENT, 7), TODAY)).containsExactly("Ada Utc: 1/7", "Cy Twice: 1/14");
        assertThat(found(terms(TriggerKind.SILENT, 7), TODAY.plusDays(1))).containsExactly("Bo Auckland: 1/7");
    }

    @Test
    void whoNeverDidAnythingIsSilentSinceTheyJoined() {
        scene.participant("Ada Never", TODAY);
        scene.active(scene.participant("Bo Done"), Instant.parse("2026-10-01T12:00:00Z"));

        assertThat(found(terms(TriggerKind.SILENT, 47), TODAY)).containsExactly("Ada Never: 1/47");
    }

    @Test
    void nothingStartedSoManyDaysIntoTheCycle() {
        scene.participant("Ada Idle", TODAY, TODAY);
        fixture.figures(scene.participant("Bo Busy", TODAY), Map.of("not_started_count", 0));

        assertThat(found(terms(TriggerKind.NOT_STARTED, 47, PolicyRecipient.BOTH), TODAY))
                .containsExactly("Ada Idle: 2/47", "Bertha Boss about Ada Idle: 2/47");
        assertThat(found(terms(TriggerKind.NOT_STARTED, 46), TODAY)).isEmpty();
    }

    @Test
    void waitingForTheLeadsReview() {
        scene.submit(scene.participant("Ada Waits", TODAY, TODAY), Instant.parse("2026-11-14T12:00:00Z"));
        scene.submit(scene.participant("Bo Just", TODAY), Instant.parse("2026-11-16T12:00:00Z"));

        assertThat(found(terms(TriggerKind.TO_REVIEW, 3, PolicyRecipient.LEAD), TODAY))
                .containsExactly("Bertha Boss about Ada Waits: 2/3");
    }

    @Test
    void whoHasNoAccountIsNotAskedToConfirm() {
        var at = Instant.parse("2026-11-14T12:00:00Z");
        scene.waits(scene.participant("Ada Member", TODAY), TODAY.minusDays(5), at);
        scene.waits(scene.participant("Bo Locked", TODAY), TODAY.minusDays(5), at);
        scene.waits(scene.participant("Cy Without", TODAY), TODAY.minusDays(5), at);
        fixture.jdbc()
                .sql("update account set active = false where display_name = 'Bo Locked'")
                .update();
        fixture.jdbc()
                .sql("delete from account where display_name = 'Cy Without'")
                .update();

        assertThat(found(terms(TriggerKind.UNCONFIRMED, 3), TODAY)).containsExactly("Ada Member: 1/3");
    }

    @Test
    void waitingForConfirmationByTheDayItWasWhereThePersonIs() {
        var evening = Instant.parse("2026-11-14T22:30:00Z");
        var held = TODAY.minusDays(5);
        var ada = scene.participant(fixture.person("Ada", "Utc").zone("UTC").add());
        scene.waits(ada, held, evening);
        scene.waits(ada, held, Instant.parse("2026-11-16T08:00:00Z"));
        scene.waits(ada, Fixture.QUARTER_START.minusDays(1), Instant.parse("2026-11-14T12:00:00Z"));
        scene.waits(
                scene.participant(
                        fixture.person("Bo", "Auckland")
                                .zone("Pacific/Auckland")
                                .add(),
                        TODAY),
                held,
                evening);
        scene.waits(scene.participant("Cy Twice", TODAY), held, Instant.parse("2026-11-11T12:00:00Z"));
        var done = scene.participant("Di Done", TODAY);
        scene.waits(done, held, evening);
        fixture.jdbc()
                .sql("update conversation_person set confirmation = 'CONFIRMED' where person_id = "
                        + "(select person_id from participant where id = ?)")
                .param(done)
                .update();

        assertThat(found(terms(TriggerKind.UNCONFIRMED, 3), TODAY)).containsExactly("Ada Utc: 2/3", "Cy Twice: 1/6");
        assertThat(found(terms(TriggerKind.UNCONFIRMED, 3, PolicyRecipient.BOTH), TODAY.plusDays(1)))
                .containsExactly("Bo Auckland: 1/3");
        assertThat(found(terms(TriggerKind.UNCONFIRMED, 2, PolicyRecipient.LEAD), TODAY.plusDays(1)))
                .as("what waits long and what waits lately")
                .containsExactly("Bertha Boss about Ada Utc: 2/4", "Bertha Boss about Bo Auckland: 1/4");
    }

    @Test
    void theWeeklySummaryOfWhatIsOpen() {
        var monday = TODAY.plusDays(6);
        scene.participant("Ada Open", TODAY, TODAY);
        var done = scene.participant("Bo Done", TODAY);
        fixture.figures(done, Map.of("completed_count", 1, "not_started_count", 0));
        var weekly = PolicyScene.mondays(terms(TriggerKind.WEEKLY_DIGEST, 0));

        assertThat(found(weekly, monday)).containsExactly("Ada Open: 2/0", "Bo Done: 0/0 NOTHING_OPEN");
        assertThat(found(weekly, TODAY)).isEmpty();
        scene.holiday("Hamburg", monday);
        assertThat(found(weekly, monday)).containsExactly("Ada Open: 2/0 HOLIDAY", "Bo Done: 0/0 HOLIDAY");
        assertThat(found(weekly, monday.plusDays(1))).containsExactly("Ada Open: 2/0", "Bo Done: 0/0 NOTHING_OPEN");
    }

    @Test
    void aHolidayOnlyConcernsThoseWhereItIs() {
        scene.participant(fixture.person("Ada", "Munich").location("Munich").add(), TODAY);
        scene.participant(fixture.person("Bo", "Nowhere").location(null).add(), TODAY);
        scene.participant("Cy Hamburg", TODAY);
        scene.holiday("MUNICH", TODAY);

        assertThat(found(terms(TriggerKind.DUE_TODAY, 0), TODAY))
                .containsExactly("Ada Munich: 1/0 HOLIDAY", "Bo Nowhere: 1/0", "Cy Hamburg: 1/0");
        assertThat(found(terms(TriggerKind.DUE_TODAY, 0), TODAY.plusDays(1))).containsExactly("Ada Munich: 1/1");
        scene.holiday(null, TODAY.plusDays(1));
        assertThat(found(terms(TriggerKind.DUE_TODAY, 0), TODAY.plusDays(2))).containsExactly("Ada Munich: 1/2");
    }

    @Test
    void whoIsLeftOutIsLeftOutForAReason() {
        scene.participant(fixture.person("Ina", "Active").inactive().add(), TODAY);
        scene.participant(fixture.person("Noa", "Address").email(null).add(), TODAY);
        scene.participant(fixture.person("Una", "Usable").email("una").add(), TODAY);
        var quiet = fixture.person("Quinn Quiet");
        scene.participant(quiet, TODAY);
        scene.silence(quiet, null, null);
        var kind = fixture.person("Kim Kind");
        scene.participant(kind, TODAY);
        scene.silence(kind, TriggerKind.DUE_TODAY, null);
        var other = fixture.person("Otto Other");
        scene.participant(other, TODAY);
        scene.silence(other, TriggerKind.SILENT, null);
        var snooze = fixture.person("Sid Snooze");
        scene.participant(snooze, TODAY, TODAY.plusDays(1));
        scene.silence(snooze, null, TODAY.plusDays(1));

        assertThat(found(terms(TriggerKind.DUE_TODAY, 0), TODAY))
                .containsExactly(
                        "Ina Active: 1/0 INACTIVE",
                        "Kim Kind: 1/0 SILENCED",
                        "Noa Address: 1/0 NO_ADDRESS",
                        "Otto Other: 1/0",
                        "Quinn Quiet: 1/0 SILENCED",
                        "Sid Snooze: 1/0 SILENCED",
                        "Una Usable: 1/0 UNUSABLE_ADDRESS");
        assertThat(found(terms(TriggerKind.DUE_TODAY, 0), TODAY.plusDays(1))).containsExactly("Sid Snooze: 1/0");
        assertThat(found(PolicyScene.required(terms(TriggerKind.DUE_TODAY, 0)), TODAY))
                .contains("Quinn Quiet: 1/0", "Kim Kind: 1/0", "Sid Snooze: 1/0");
    }

    @Test
    void anAudienceIsAProgramACohortATeamALevelOrALocation() {
        scene.participant("Ada Here", TODAY);
        var elsewhere = fixture.cohort(fixture.cycle(), "Others", null);
        var division = fixture.team("Division");
        var other = fixture.participant(
                elsewhere,
                fixture.person("Bo", "There")
                        .level("MANAGER")
                        .location("Oslo")
                        .team(fixture.team("Team", "TEAM", division))
                        .add());
        scene.due(other, TODAY);

        var everyone = terms(TriggerKind.DUE_TODAY, 0);
        assertThat(found(everyone, TODAY)).hasSize(2);
        assertThat(found(new PolicyAudience(null, elsewhere, null, null, null))).containsExactly("Bo There: 1/0");
        assertThat(found(new PolicyAudience(null, null, division, null, null))).containsExactly("Bo There: 1/0");
        assertThat(found(new PolicyAudience(null, null, null, Level.FRONT_LINE, null)))
                .containsExactly("Ada Here: 1/0");
        assertThat(found(new PolicyAudience(null, null, null, null, "OSLO"))).containsExactly("Bo There: 1/0");
        assertThat(found(new PolicyAudience(null, null, division, Level.FRONT_LINE, null)))
                .isEmpty();
        var program = fixture.jdbc()
                .sql("select program_id from cycle where id = ?")
                .param(scene.cycle)
                .query(Long.class)
                .single();
        assertThat(found(new PolicyAudience(program, null, null, null, null))).containsExactly("Ada Here: 1/0");
        assertThat(found(terms(TriggerKind.DUE_TODAY, 0, PolicyRecipient.LEAD), TODAY))
                .containsExactly("- about Bo There: 1/0 NO_LEAD", "Bertha Boss about Ada Here: 1/0");

        fixture.jdbc()
                .sql("update program set status = 'ENDED' where id = ?")
                .param(program)
                .update();
        assertThat(found(everyone, TODAY)).containsExactly("Bo There: 1/0");
    }

    private List<String> found(PolicyAudience audience) {
        return found(PolicyScene.audience(terms(TriggerKind.DUE_TODAY, 0), audience), TODAY);
    }
}
