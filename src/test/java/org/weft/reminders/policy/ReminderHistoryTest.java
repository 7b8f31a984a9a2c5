package org.weft.reminders.policy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;
import static org.weft.reminders.policy.PolicyScene.TODAY;
import static org.weft.reminders.policy.PolicyScene.terms;

import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.security.access.AccessDeniedException;
import org.weft.access.Role;
import org.weft.access.Scope;
import org.weft.base.NotFoundException;
import org.weft.mail.MessageStatus;
import org.weft.testing.Fixture;
import org.weft.testing.SignedIn;
import org.weft.testing.TestClock;
import org.weft.testing.WeftTest;

@WeftTest
class ReminderHistoryTest {

    private static final Scope ALL = new Scope.Everybody();
    private static final Set<ReminderState> SENT = Set.of(ReminderState.SENT);
    private static final Set<ReminderState> WAITING = Set.of(ReminderState.PLANNED);
    private static final Set<ReminderState> LEFT_OUT = Set.of(ReminderState.HELD_BACK, ReminderState.MISSED);

    @Autowired
    Fixture fixture;

    @Autowired
    ReminderPlanner planner;

    @Autowired
    DigestSender sender;

    @Autowired
    ReminderHistory history;

    @Autowired
    TestClock clock;

    private PolicyScene scene;
    private long ada;
    private long policy;

    /** Two got it this morning, one will in New York's, and two did not. */
    @BeforeEach
    void aMorning() {
        scene = new PolicyScene(fixture);
        ada = fixture.person("Ada Ready");
        scene.participant(fixture.person("Zoe Ready"), TODAY);
        scene.participant(ada, TODAY);
        scene.participant(
                fixture.person("Nora", "York").zone("America/New_York").add(), TODAY);
        scene.participant(fixture.person("Noa", "Address").email(null).add(), TODAY);
        var silent = fixture.person("Cleo Calm");
        scene.participant(silent, TODAY);
        scene.silence(silent, null, null);
        policy = scene.policy(terms(TriggerKind.DUE_TODAY, 0));
        clock.set(TODAY.atTime(9, 1).toInstant(ZoneOffset.UTC));
        planner.plan();
        sender.sendDue();
        SignedIn.as(Role.HR);
    }

    /** Page by page, as a list reads them. */
    private List<ForecastRow> rows(Scope scope, Set<ReminderState> states) {
        var day = history.day(scope, policy, TODAY);
        var rows = new ArrayList<ForecastRow>();
        for (var offset = 0; offset < day.count(states); offset++) {
            rows.addAll(history.page(scope, day, states, offset, 1));
        }
        assertThat(rows).hasSize(day.count(states));
        return rows;
    }

    @Test
    void itSaysWhoGotItWhoWillAndWhoDidNot() {
        assertThat(rows(ALL, SENT)).extracting(ForecastRow::recipient).containsExactly("Ada Ready", "Zoe Ready");
        assertThat(rows(ALL, WAITING)).extracting(ForecastRow::recipient).containsExactly("Nora York");
        assertThat(rows(ALL, LEFT_OUT))
                .extracting(row -> row.recipient() + ": " + row.reason())
                .containsExactly("Noa Address: NO_ADDRESS", "Cleo Calm: SILENCED");
        var row = rows(ALL, SENT).getFirst();
        assertThat(row.recipientId()).isEqualTo(ada);
        assertThat(row.about()).isEqualTo("Ada Ready");
        assertThat(row.slot()).isEqualTo("2026-11-17T09:01:00Z");
        assertThat(row.why().key()).isEqualTo("reminders.why.due");
        assertThat(row.why().args()).containsExactly(1, 0);
        assertThat(row.reason()).isNull();
        assertThat(row.mail()).isNotNull();
    }

    @Test
    void whatWentOutTellsWhatBecameOfItsMail() {
        fixture.jdbc()
                .sql("update message set status = 'BOUNCED' where to_name = 'Zoe Ready'")
                .update();
        fixture.jdbc().sql("delete from message where to_name = 'Ada Ready'").update();
        assertThat(rows(ALL, SENT)).extracting(ForecastRow::mail).containsExactly(null, MessageStatus.BOUNCED);
    }

    @Test
    void whatWasTooLateIsAmongThoseThatDidNot() {
        clock.set(TODAY.plusDays(8).atTime(9, 1).toInstant(ZoneOffset.UTC));
        sender.sendDue();
        assertThat(rows(ALL, WAITING)).isEmpty();
        assertThat(rows(ALL, LEFT_OUT))
                .filteredOn(row -> "Nora York".equals(row.recipient()))
                .extracting(ForecastRow::reason)
                .containsExactly(HeldBackReason.TOO_LATE);
        assertThat(history.day(ALL, policy, TODAY).counts()).containsEntry(ReminderState.MISSED, 1);
    }

    @Test
    void aReminderWithoutALeadToTellIsNamedByWhomItIsAbout() {
        fixture.jdbc().sql("update participant set lead_id = null").update();
        policy = scene.policy(terms(TriggerKind.DUE_TODAY, 0, PolicyRecipient.LEAD));
        planner.plan();
        assertThat(rows(ALL, LEFT_OUT))
                .allMatch(row -> row.recipient() == null && row.toLead())
                .extracting(ForecastRow::reason)
                .containsOnly(HeldBackReason.NO_LEAD);
        assertThat(rows(ALL, LEFT_OUT))
                .extracting(ForecastRow::about)
                .isNotEmpty()
                .doesNotHaveDuplicates();
    }

    @Test
    void anotherDayAndAnotherPolicyHaveARecordOfTheirOwn() {
        assertThat(history.day(ALL, policy, TODAY.minusDays(1)).isEmpty()).isTrue();
        assertThat(history.day(ALL, scene.policy(terms(TriggerKind.DUE_TODAY, 0)), TODAY)
                        .isEmpty())
                .isTrue();
        assertThatThrownBy(() -> history.day(ALL, -1, TODAY)).isInstanceOf(NotFoundException.class);
    }

    @Test
    void itShowsOnlyThoseInTheScopeAndOnlyToHr() {
        assertThat(rows(new Scope.Self(ada), SENT))
                .extracting(ForecastRow::about)
                .containsExactly("Ada Ready");
        assertThat(rows(new Scope.Self(ada), LEFT_OUT)).isEmpty();
        var day = history.day(ALL, policy, TODAY);
        assertThat(history.page(new Scope.Nobody(), day, SENT, 0, 10)).isEmpty();
        SignedIn.as(Role.MANAGER);
        assertThatThrownBy(() -> history.day(ALL, policy, TODAY)).isInstanceOf(AccessDeniedException.class);
        assertThatThrownBy(() -> history.page(ALL, day, SENT, 0, 10)).isInstanceOf(AccessDeniedException.class);
    }

    @Test
    void aPersonsLatestAreToldWithThePolicyAndTheReason() {
        assertThat(history.latest(ALL, ada))
                .extracting(PersonReminder::day, PersonReminder::state, PersonReminder::about, PersonReminder::reason)
                .containsExactly(tuple(TODAY, ReminderState.SENT, null, null));
        assertThat(history.latest(ALL, ada).getFirst().policy().args()).containsExactly("A DUE_TODAY");
        var silent = rows(ALL, LEFT_OUT).getLast().recipientId();
        assertThat(history.latest(ALL, silent))
                .extracting(PersonReminder::state, PersonReminder::reason)
                .containsExactly(tuple(ReminderState.HELD_BACK, HeldBackReason.SILENCED));
        assertThat(history.latest(ALL, scene.lead)).isEmpty();
        assertThat(history.latest(new Scope.Self(ada), silent)).isEmpty();
    }

    @Test
    void aLeadsLatestNameWhomTheyAreAboutAndAreNoMoreThanTwenty() {
        for (var day = 1; day <= 5; day++) {
            scene.policy(terms(TriggerKind.DUE_TODAY, 0, PolicyRecipient.LEAD));
        }
        planner.plan();
        assertThat(history.latest(ALL, scene.lead)).hasSize(20).allMatch(reminder -> reminder.about() != null);
        SignedIn.as(Role.MANAGER);
        assertThatThrownBy(() -> history.latest(ALL, ada)).isInstanceOf(AccessDeniedException.class);
    }
}
