package org.weft.reminders.policy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.weft.reminders.policy.PolicyScene.TODAY;
import static org.weft.reminders.policy.PolicyScene.terms;

import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.icegreen.greenmail.util.GreenMail;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.mail.autoconfigure.MailProperties;
import org.springframework.transaction.support.TransactionTemplate;
import org.weft.access.Role;
import org.weft.base.Selection;
import org.weft.mail.MailAddress;
import org.weft.mail.MailKind;
import org.weft.mail.MailServers;
import org.weft.mail.MessageFilter;
import org.weft.mail.NewMail;
import org.weft.mail.Outbox;
import org.weft.mail.OutboxBulkService;
import org.weft.mail.RenderedMail;
import org.weft.mail.ScriptedSmtpServer;
import org.weft.mail.SendNow;
import org.weft.testing.Fixture;
import org.weft.testing.SignedIn;
import org.weft.testing.TestClock;
import org.weft.testing.WeftTest;

/** What has waited in the outbox is looked at again before it goes out, whatever it waited for. */
@WeftTest
class DigestLookTest {

    /** Nobody listens there. */
    private static final int NO_PORT = 1;

    @Autowired
    Fixture fixture;

    @Autowired
    RecurringTask<Void> reminderTask;

    @Autowired
    SendNow outbox;

    @Autowired
    Outbox mails;

    @Autowired
    OutboxBulkService messages;

    @Autowired
    MailProperties server;

    @Autowired
    TransactionTemplate transaction;

    @Autowired
    TestClock clock;

    private PolicyScene scene;
    private GreenMail greenMail;

    @BeforeEach
    void aServer() {
        scene = new PolicyScene(fixture);
        greenMail = MailServers.greenMail();
        MailServers.use(server, NO_PORT);
    }

    @AfterEach
    void noServer() {
        greenMail.stop();
        MailServers.useNone(server);
    }

    /** Writes what is due and sends what may be sent. */
    private void tick(String moment) {
        clock.set(Instant.parse(moment));
        reminderTask.execute(null, null);
        outbox.run();
    }

    private void serverIsBack() {
        MailServers.use(server, greenMail.getSmtp().getPort());
    }

    private String message() {
        return fixture.jdbc()
                .sql("select status || coalesce(' ' || reason, '') from message")
                .query(String.class)
                .single();
    }

    private List<String> reminders() {
        return scene.written().stream()
                .map(one -> one.recipient() + " " + one.state() + (one.reason() == null ? "" : " " + one.reason()))
                .toList();
    }

    @Test
    void aServerThatComesBackAtNightSendsInTheMorning() {
        scene.participant(fixture.person("Ada", "Ready").zone("Europe/Berlin").add(), TODAY);
        scene.policy(terms(TriggerKind.DUE_TODAY, 0));
        tick("2026-11-17T08:00:00Z");
        assertThat(message()).isEqualTo("QUEUED UNREACHABLE");
        serverIsBack();

        // Eleven at night in Berlin, and an hour before the first minute that is allowed.
        tick("2026-11-17T22:00:00Z");
        assertThat(message()).isEqualTo("QUEUED NOT_NOW");
        SignedIn.as(Role.HR);
        messages.retry(MessageFilter.ALL, Selection.ALL);
        outbox.run();
        assertThat(message()).as("not by hand either").isEqualTo("QUEUED NOT_NOW");
        tick("2026-11-18T07:00:00Z");
        assertThat(greenMail.getReceivedMessages()).isEmpty();
        tick("2026-11-18T08:00:00Z");
        assertThat(greenMail.getReceivedMessages()).hasSize(1);
        assertThat(message()).isEqualTo("SENT");
    }

    @Test
    void whatIsReleasedOnASundayWaitsForTheNextWorkingDay() {
        MailServers.useNone(server);
        scene.participant("Ada Ready", TODAY.plusDays(3));
        scene.policy(terms(TriggerKind.DUE_TODAY, 0));
        tick("2026-11-20T09:00:00Z");
        assertThat(message()).isEqualTo("HELD NO_MAIL_SERVER");
        serverIsBack();

        clock.set(Instant.parse("2026-11-22T12:00:00Z"));
        SignedIn.as(Role.HR);
        messages.releaseHeld();
        tick("2026-11-22T12:01:00Z");
        assertThat(message()).isEqualTo("QUEUED NOT_NOW");
        tick("2026-11-23T09:00:00Z");
        assertThat(message()).isEqualTo("SENT");
    }

    @Test
    void whatWaitedTooLongIsKeptOnRecordAsMissed() {
        MailServers.useNone(server);
        scene.participant("Ada Ready", TODAY);
        scene.policy(terms(TriggerKind.DUE_TODAY, 0));
        tick("2026-11-17T09:00:00Z");
        serverIsBack();

        clock.set(Instant.parse("2026-12-08T10:00:00Z"));
        SignedIn.as(Role.HR);
        messages.releaseHeld();
        outbox.run();

        assertThat(greenMail.getReceivedMessages()).isEmpty();
        assertThat(message()).isEqualTo("SUPPRESSED UNWANTED");
        assertThat(reminders()).containsExactly("Ada Ready MISSED TOO_LATE");
    }

    @Test
    void whatAPolicySaidThatIsOffByNowIsTakenOut() {
        scene.participant("Ada Ready", TODAY, TODAY.plusDays(7));
        var off = scene.policy(terms(TriggerKind.DUE_TODAY, 0));
        scene.policy(terms(TriggerKind.DUE_IN, 7));
        tick("2026-11-17T09:00:00Z");
        fixture.jdbc()
                .sql("update reminder_policy set active_since = null where id = ?")
                .param(off)
                .update();
        serverIsBack();
        tick("2026-11-17T09:10:00Z");

        assertThat(reminders()).containsExactlyInAnyOrder("Ada Ready HELD_BACK SWITCHED_OFF", "Ada Ready SENT");
        assertThat(greenMail.getReceivedMessages()).hasSize(1);
        assertThat((String) fixture.jdbc()
                        .sql("select text_body from message")
                        .query(String.class)
                        .single())
                .contains("due in 7 days")
                .doesNotContain("due today");
    }

    @Test
    void whatReachedNobodyTakesFromNoBudgetAndLeavesNothingUnanswered() throws Exception {
        scene.participant("Ada Ready", TODAY);
        scene.policy(terms(TriggerKind.DUE_TODAY, 0));
        try (var refusing = new ScriptedSmtpServer()) {
            MailServers.use(server, refusing.port());
            refusing.answer("rcpt to:", "550 5.7.1 not from you");
            tick("2026-11-17T09:00:00Z");
            assertThat(message()).isEqualTo("FAILED REFUSED");
            assertThat(reminders()).containsExactly("Ada Ready UNDELIVERED");
        }
        serverIsBack();
        SignedIn.as(Role.HR);
        messages.retry(MessageFilter.ALL, Selection.ALL);
        assertThat(reminders()).containsExactly("Ada Ready SENT");
        outbox.run();
        assertThat(message()).isEqualTo("SENT");
    }

    @Test
    void aReminderByHandDoesNotGoOutToSomebodyWhoStoppedAllMeanwhile() {
        var quiet = fixture.person("Quinn Quiet");
        var some = fixture.person("Sam Some");
        clock.set(Instant.parse("2026-11-17T09:00:00Z"));
        transaction.executeWithoutResult(
                status -> List.of(quiet, some).forEach(person -> mails.enqueue(byHand(person))));
        scene.silence(quiet, null, TODAY.plusDays(1));
        scene.silence(some, TriggerKind.DUE_TODAY, null);
        serverIsBack();
        outbox.run();

        assertThat(fixture.jdbc()
                        .sql("select person_id || ' ' || coalesce(reason, status) from message")
                        .query(String.class)
                        .list())
                .containsExactlyInAnyOrder(quiet + " UNWANTED", some + " SENT");
    }

    @Test
    void norToSomebodyWhoLeftOrHasNothingOpenAnyMoreWhenTheHoursBegin() {
        var done = scene.participant("Dan Done", TODAY.plusDays(3));
        var left = scene.participant("Lea Left", TODAY.plusDays(3));
        var open = scene.participant("Olga Open", TODAY.plusDays(3));
        clock.set(Instant.parse("2026-11-21T12:00:00Z"));
        transaction.executeWithoutResult(status -> List.of(done, left, open)
                .forEach(one -> mails.enqueue(byHand(personOf(one)).about(personOf(one), one))));
        serverIsBack();
        outbox.run();
        assertThat(fixture.jdbc()
                        .sql("select distinct status || ' ' || reason from message")
                        .query(String.class)
                        .list())
                .containsExactly("QUEUED NOT_NOW");

        fixture.jdbc()
                .sql("update assignment set status = 'SUBMITTED' where participant_id = ?")
                .param(done)
                .update();
        fixture.jdbc()
                .sql("update person set active = false where id = ?")
                .param(personOf(left))
                .update();
        clock.set(Instant.parse("2026-11-23T08:00:00Z"));
        outbox.run();

        assertThat(fixture.jdbc()
                        .sql("select participant_id || ' ' || coalesce(reason, status) from message")
                        .query(String.class)
                        .list())
                .containsExactlyInAnyOrder(done + " UNWANTED", left + " UNWANTED", open + " SENT");
    }

    private long personOf(long participant) {
        return fixture.jdbc()
                .sql("select person_id from participant where id = ?")
                .param(participant)
                .query(Long.class)
                .single();
    }

    private static NewMail byHand(long person) {
        return new NewMail(
                "by-hand:" + person,
                MailKind.REMINDER,
                null,
                "Somebody",
                new MailAddress("somebody" + person + "@example.com", "Somebody"),
                null,
                Locale.ENGLISH,
                new RenderedMail("Subject", "<p>Text</p>", "Text"),
                person,
                null,
                null,
                null);
    }
}
