package org.weft.reminders.policy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.weft.reminders.policy.PolicyScene.TODAY;
import static org.weft.reminders.policy.PolicyScene.terms;

import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.weft.access.Role;
import org.weft.testing.Fixture;
import org.weft.testing.SignedIn;
import org.weft.testing.TestClock;
import org.weft.testing.WeftTest;

@WeftTest
class PolicyEffectsTest {

    @Autowired
    Fixture fixture;

    @Autowired
    ReminderPlanner planner;

    @Autowired
    DigestSender sender;

    @Autowired
    PolicyEffects effects;

    @Autowired
    TestClock clock;

    private PolicyScene scene;
    private long policy;
    private long ada;

    /** Three are reminded on the same morning. */
    @BeforeEach
    void threeAreReminded() {
        scene = new PolicyScene(fixture);
        ada = scene.participant("Ada Talks", TODAY);
        scene.participant("Ben Checks", TODAY);
        scene.participant("Cleo Calm", TODAY);
        policy = scene.policy(terms(TriggerKind.DUE_TODAY, 0));
        clock.set(TODAY.atTime(9, 1).toInstant(ZoneOffset.UTC));
        planner.plan();
        sender.sendDue();
        fixture.jdbc()
                .sql("update message set status = 'SENT', sent_at = ?")
                .param(Timestamp.from(clock.instant()))
                .update();
        SignedIn.as(Role.HR);
    }

    private void talk(LocalDate heldOn, String loggedAt) {
        var id = fixture.jdbc()
                .sql("select nextval('conversation_seq')")
                .query(Long.class)
                .single();
        fixture.jdbc()
                .sql("""
                        insert into conversation (id, request_id, held_on, kind, exchanged, created_at, created_by)
                        values (?, ?, ?, 'TALK', 'Who does what', ?, ?)""")
                .params(id, "talk " + id, heldOn, Timestamp.from(Instant.parse(loggedAt)), 1L)
                .update();
        fixture.jdbc().sql("""
                        insert into conversation_person (conversation_id, person_id, team_id)
                        select ?, pt.person_id, 0 from participant pt where pt.id = ?""").params(id, ada).update();
    }

    private void checkIn(String name, String at) {
        fixture.jdbc().sql("""
                        insert into assignment_event (assignment_id, at, actor_name, kind, health)
                        select a.id, ?, 'Somebody', 'CHECK_IN', 'ON_TRACK'
                        from assignment a join person p on p.id = a.person_id where p.display_name = ?""").params(Timestamp.from(Instant.parse(at)), name).update();
    }

    private PolicyEffect after(int days) {
        effects.count();
        return countedAfter(days);
    }

    private PolicyEffect countedAfter(int days) {
        clock.set(TODAY.plusDays(days).atTime(2, 30).toInstant(ZoneOffset.UTC));
        effects.count();
        return effects.lately().get(policy);
    }

    @Test
    void whatFollowsWithinSevenDaysIsCountedOnceAPersonAndPolicy() {
        talk(TODAY.plusDays(2), "2026-11-19T15:00:00Z");
        talk(TODAY.plusDays(3), "2026-11-20T15:00:00Z");
        checkIn("Ben Checks", "2026-11-23T09:00:00Z");
        var effect = after(9);
        assertThat(effect)
                .extracting(PolicyEffect::sent, PolicyEffect::talked, PolicyEffect::checkedIn)
                .containsExactly(3L, 1L, 1L);
        assertThat(effect.talkedPercent()).isEqualTo(33);
        assertThat(effect.last()).isEqualTo(TODAY.plusDays(1));
        assertThat(effect.first()).isEqualTo(TODAY.minusDays(26));
    }

    @Test
    void whatWasBeforeOrComesLaterDoesNotCount() {
        talk(TODAY, "2026-11-17T08:00:00Z");
        talk(TODAY.minusDays(2), "2026-11-17T12:00:00Z");
        talk(TODAY.plusDays(8), "2026-11-25T12:00:00Z");
        checkIn("Ben Checks", "2026-11-17T08:00:00Z");
        checkIn("Cleo Calm", "2026-11-24T09:02:00Z");
        assertThat(after(9))
                .extracting(PolicyEffect::sent, PolicyEffect::talked, PolicyEffect::checkedIn)
                .containsExactly(3L, 0L, 0L);
    }

    @Test
    void nightsThatWereMissedAreMadeUpFor() {
        effects.count();
        talk(TODAY.plusDays(2), "2026-11-19T15:00:00Z");
        assertThat(countedAfter(35).talked()).as("on the last day it is shown").isEqualTo(1);
    }

    @Test
    void aReminderWhoseWeekIsNotOverIsNotTold() {
        assertThat(after(7)).isNull();
        assertThat(after(8)).isNotNull();
    }

    @Test
    void whatTheServerDidNotTakeIsNoReminder() {
        fixture.jdbc()
                .sql("update message set status = 'FAILED' where to_name = 'Cleo Calm'")
                .update();
        assertThat(after(9).sent()).isEqualTo(2);
    }
}
