package org.weft.reminders.policy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.weft.reminders.policy.PolicyScene.TODAY;
import static org.weft.reminders.policy.PolicyScene.audience;
import static org.weft.reminders.policy.PolicyScene.required;
import static org.weft.reminders.policy.PolicyScene.terms;

import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.icegreen.greenmail.util.GreenMailUtil;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.mail.autoconfigure.MailProperties;
import org.springframework.transaction.support.TransactionTemplate;
import org.weft.base.Translations;
import org.weft.mail.MailServers;
import org.weft.mail.MailSettings;
import org.weft.mail.MailTemplates;
import org.weft.mail.Outbox;
import org.weft.mail.RenderedMail;
import org.weft.mail.SendNow;
import org.weft.mail.words.MailTexts;
import org.weft.mail.words.MailWords;
import org.weft.reminders.ReminderLog;
import org.weft.testing.Fixture;
import org.weft.testing.TestClock;
import org.weft.testing.WeftTest;

/** From what is planned to the mail that arrives. */
@WeftTest
class DigestSenderTest {

    @Autowired
    Fixture fixture;

    @Autowired
    DigestSender sender;

    @Autowired
    RecurringTask<Void> reminderTask;

    @Autowired
    SendNow outbox;

    @Autowired
    MailProperties server;

    @Autowired
    SilenceLinks links;

    @Autowired
    SilenceService silence;

    @Autowired
    TestClock clock;

    @Autowired
    DueReminders due;

    @Autowired
    ReminderStore store;

    @Autowired
    LocalHours hours;

    @Autowired
    OpenThings things;

    @Autowired
    MailTemplates templates;

    @Autowired
    MailSettings settings;

    @Autowired
    Translations translations;

    @Autowired
    MailTexts texts;

    @Autowired
    Outbox enqueue;

    @Autowired
    ReminderLog reminded;

    @Autowired
    TransactionTemplate transaction;

    private PolicyScene scene;

    @BeforeEach
    void aCohort() {
        scene = new PolicyScene(fixture);
    }

    @AfterEach
    void noServer() {
        MailServers.useNone(server);
    }

    private void tick(String moment) {
        clock.set(Instant.parse(moment));
        run(reminderTask);
    }

    private static void run(RecurringTask<Void> task) {
        task.execute(null, null);
    }

    private List<Map<String, Object>> mails() {
        return fixture.jdbc()
                .sql(
                        "select unique_key, to_name, reply_to_name, subject, text_body, status, participant_id, created_at from message order by id")
                .query()
                .listOfRows();
    }

    private List<String> states() {
        return scene.written().stream()
                .map(one -> one.recipient() + " " + one.state() + (one.reason() == null ? "" : " " + one.reason()))
                .toList();
    }

    @Test
    void allThatIsDueToOnePersonIsOneMailThatArrivesOnce() throws Exception {
        var greenMail = MailServers.greenMail();
        MailServers.use(server, greenMail.getSmtp().getPort());
        try {
            var ada = fixture.person("Ada Ready");
            scene.participant(ada, TODAY, TODAY.plusDays(7));
            var other = fixture.participant(fixture.cohort(fixture.cycle(), "Others", null), ada);
            scene.due(other, TODAY);
            scene.submit(scene.participant("Bo Waits", TODAY), Instant.parse("2026-11-14T09:00:00Z"));
            scene.policy(terms(TriggerKind.DUE_TODAY, 0));
            scene.policy(terms(TriggerKind.DUE_IN, 7));
            scene.policy(terms(TriggerKind.TO_REVIEW, 3, PolicyRecipient.LEAD));

            for (var minute = 0; minute < 10; minute++) {
                tick("2026-11-17T08:5" + minute + ":00Z");
            }
            outbox.run();
            assertThat(greenMail.getReceivedMessages()).isEmpty();
            for (var minute = 0; minute < 10; minute++) {
                tick("2026-11-17T09:0" + minute + ":00Z");
                outbox.run();
            }

            assertThat(greenMail.getReceivedMessages()).hasSize(2);
            var texts = mails();
            assertThat(texts)
                    .extracting(mail -> mail.get("to_name"))
                    .containsExactlyInAnyOrder("Ada Ready", "Bertha Boss");
            var own = texts.stream()
                    .filter(mail -> mail.get("to_name").equals("Ada Ready"))
                    .findFirst()
                    .orElseThrow();
            assertThat((String) own.get("unique_key")).isEqualTo("digest:" + ada + ":1794906000");
            assertThat(own).as("answers go to the lead").containsEntry("reply_to_name", "Bertha Boss");
            assertThat((String) own.get("text_body"))
                    .contains("Bridges · Q4 2026", "One objective is due today.", "One objective is due in 7 days.")
                    .contains("https://weft.example.com/my-plan")
                    .doesNotContain("Your people");
            assertThat(own.get("participant_id")).as("it is about two").isNull();
            var lead = texts.stream()
                    .filter(mail -> mail.get("to_name").equals("Bertha Boss"))
                    .findFirst()
                    .orElseThrow();
            assertThat(lead).containsEntry("reply_to_name", null);
            assertThat((String) lead.get("text_body"))
                    .contains("Bo Waits", "One objective waits for your review, for up to 3 days.");
            assertThat(GreenMailUtil.getBody(greenMail.getReceivedMessages()[0]))
                    .contains("weft");
            assertThat(states()).allMatch(state -> state.endsWith("SENT"));
        } finally {
            greenMail.stop();
        }
    }

    @Test
    void whatWaitsForConfirmationIsNamedAndSaidNoMoreOnceItIsConfirmed() {
        var ada = scene.participant("Ada Asked", TODAY.plusDays(20));
        scene.waits(ada, LocalDate.of(2026, 11, 12), Instant.parse("2026-11-13T09:00:00Z"));
        scene.waits(ada, LocalDate.of(2026, 11, 13), Instant.parse("2026-11-14T09:00:00Z"));
        fixture.account(77, "Mo Member", null);
        fixture.jdbc()
                .sql("update conversation set created_by = 77 where held_on = date '2026-11-12'")
                .update();
        var bo = scene.participant("Bo Confirms", TODAY.plusDays(20));
        scene.waits(bo, LocalDate.of(2026, 11, 12), Instant.parse("2026-11-14T09:00:00Z"));
        scene.policy(terms(TriggerKind.UNCONFIRMED, 3));
        tick("2026-11-17T08:59:00Z");
        fixture.figures(bo, Map.of("unconfirmed_count", 0));
        tick("2026-11-17T09:00:00Z");

        assertThat(states()).containsExactlyInAnyOrder("Ada Asked SENT", "Bo Confirms HELD_BACK NOTHING_OPEN");
        assertThat((String) text("Ada Asked"))
                .contains("2 conversations wait to be confirmed, the oldest for 4 days.")
                .contains("* Conversation of Nov 12, 2026, logged by Mo Member", "* Conversation of Nov 13, 2026")
                .contains("https://weft.example.com/my-plan")
                .doesNotContain("Objective T1");
    }

    @Test
    void aDigestThatCannotBeWrittenKeepsNobodyElseFromTheirs() {
        scene.participant("Ada Ready", TODAY);
        scene.participant("Bo Broken", TODAY);
        scene.participant("Cy Ready", TODAY);
        scene.policy(terms(TriggerKind.DUE_TODAY, 0));
        tick("2026-11-17T00:01:00Z");

        clock.set(Instant.parse("2026-11-17T09:00:00Z"));
        var broken = new DigestMails(things, templates, settings, links, translations) {
            @Override
            RenderedMail render(List<DueReminder> reminders, Map<Long, List<OpenThing>> open, MailWords words) {
                if (reminders.getFirst().recipient().name().equals("Bo Broken")) {
                    throw new IllegalArgumentException("No address");
                }
                return super.render(reminders, open, words);
            }
        };
        new DigestSender(due, store, hours, broken, texts, enqueue, reminded, transaction, clock).sendDue();

        assertThat(states())
                .containsExactlyInAnyOrder("Ada Ready SENT", "Bo Broken HELD_BACK NOT_WRITTEN", "Cy Ready SENT");
        assertThat(mails()).extracting(mail -> mail.get("to_name")).containsExactlyInAnyOrder("Ada Ready", "Cy Ready");
        assertThat(fixture.jdbc().sql("""
                                select p.display_name from participant pt join person p on p.id = pt.person_id
                                where pt.last_reminded_at is not null order by p.display_name""").query(String.class).list()).containsExactly("Ada Ready", "Cy Ready");
    }

    @Test
    void whatTheDigestOfThatSlotDoesNotSayDoesNotCountAsTold() {
        scene.participant("Ada Ready", TODAY, TODAY.plusDays(7));
        scene.policy(terms(TriggerKind.DUE_TODAY, 0));
        tick("2026-11-17T09:00:00Z");
        scene.policy(terms(TriggerKind.DUE_IN, 7));
        tick("2026-11-17T09:00:00Z");

        assertThat(states()).containsExactly("Ada Ready SENT", "Ada Ready HELD_BACK NOT_WRITTEN");
        assertThat(mails()).hasSize(1);
    }

    @Test
    void theMailSaysHowToStopIt() throws Exception {
        var greenMail = MailServers.greenMail();
        MailServers.use(server, greenMail.getSmtp().getPort());
        try {
            var ada = fixture.person("Ada Ready");
            scene.participant(ada, TODAY);
            scene.submit(scene.participant("Bo Waits", TODAY), Instant.parse("2026-11-14T09:00:00Z"));
            scene.policy(terms(TriggerKind.DUE_TODAY, 0));
            scene.policy(required(terms(TriggerKind.TO_REVIEW, 3, PolicyRecipient.LEAD)));
            tick("2026-11-17T09:00:00Z");
            outbox.run();

            var page = "https://weft.example.com/silence/" + links.token(ada);
            assertThat((String) text("Ada Ready")).contains("Fewer reminders: " + page);
            assertThat((String) text("Bertha Boss")).contains("Fewer reminders: ");
            for (var mail : greenMail.getReceivedMessages()) {
                var optional = mail.getAllRecipients()[0].toString().startsWith("Ada");
                assertThat(mail.getHeader("List-Unsubscribe"))
                        .as("what is required does not stop")
                        .isEqualTo(
                                optional
                                        ? new String[] {
                                            "<https://weft.example.com/unsubscribe/" + links.token(ada) + ">"
                                        }
                                        : null);
                assertThat(mail.getHeader("List-Unsubscribe-Post"))
                        .isEqualTo(optional ? new String[] {"List-Unsubscribe=One-Click"} : null);
            }
            assertThat(greenMail.getReceivedMessages()).hasSize(2);
        } finally {
            greenMail.stop();
        }
    }

    private Object text(String name) {
        return mails().stream()
                .filter(mail -> mail.get("to_name").equals(name))
                .findFirst()
                .orElseThrow()
                .get("text_body");
    }

    @Test
    void whatWaitsInTheOutboxIsTakenBackWhenNothingOfItIsWanted() {
        var greenMail = MailServers.greenMail();
        MailServers.use(server, greenMail.getSmtp().getPort());
        try {
            for (var name : List.of("All Stops", "Kind Stops", "Other Stays", "Later Please", "Required Stays")) {
                scene.participant(fixture.person(name), TODAY, TODAY.plusDays(7));
            }
            scene.policy(terms(TriggerKind.DUE_TODAY, 0));
            scene.policy(audience(
                    required(terms(TriggerKind.DUE_IN, 7)),
                    new PolicyAudience(null, scene.cohort, null, null, "Oslo")));
            fixture.jdbc()
                    .sql("update person set location = 'Oslo' where display_name = 'Required Stays'")
                    .update();
            tick("2026-11-17T09:00:00Z");
            assertThat(mails()).hasSize(5).allMatch(mail -> mail.get("status").equals("QUEUED"));

            silence.stopAll(token("All Stops"));
            silence.stopAll(token("Required Stays"));
            silence.save(token("Kind Stops"), new SilenceWish(false, null, Set.of(TriggerKind.DUE_TODAY)));
            silence.save(token("Other Stays"), new SilenceWish(false, null, Set.of(TriggerKind.SILENT)));
            silence.save(token("Later Please"), new SilenceWish(true, TODAY.plusDays(1), Set.of()));
            outbox.run();

            assertThat(fixture.jdbc()
                            .sql("select to_name || ' ' || coalesce(reason, status) from message order by to_name")
                            .query(String.class)
                            .list())
                    .containsExactly(
                            "All Stops UNWANTED",
                            "Kind Stops UNWANTED",
                            "Later Please UNWANTED",
                            "Other Stays SENT",
                            "Required Stays SENT");
            assertThat(greenMail.getReceivedMessages()).hasSize(2);
            assertThat((String) text("Required Stays"))
                    .contains("due in 7 days")
                    .doesNotContain("due today");
            assertThat(states())
                    .containsExactly(
                            "All Stops HELD_BACK SILENCED",
                            "Kind Stops HELD_BACK SILENCED",
                            "Later Please HELD_BACK SILENCED",
                            "Other Stays SENT",
                            "Required Stays HELD_BACK SILENCED",
                            "Required Stays SENT");
        } finally {
            greenMail.stop();
        }
    }

    @Test
    void whatIsStoppedInADigestThatWaitsIsTakenOutOfItForGood() throws Exception {
        var greenMail = MailServers.greenMail();
        MailServers.use(server, greenMail.getSmtp().getPort());
        try {
            scene.participant("Ada Ready", TODAY, TODAY.plusDays(7));
            scene.policy(terms(TriggerKind.DUE_TODAY, 0));
            scene.policy(required(terms(TriggerKind.DUE_IN, 7)));
            tick("2026-11-17T09:00:00Z");
            assertThat((String) text("Ada Ready")).contains("due today", "due in 7 days");
            var messageId = fixture.jdbc()
                    .sql("select message_id from message")
                    .query(String.class)
                    .single();

            silence.stopAll(token("Ada Ready"));
            MailServers.use(server, 1);
            outbox.run();
            // The server is back, and so is the wish: the mail stays as it was told it would be.
            silence.save(token("Ada Ready"), new SilenceWish(false, null, Set.of()));
            MailServers.use(server, greenMail.getSmtp().getPort());
            for (var minute = 10; minute < 60; minute += 10) {
                tick("2026-11-17T09:" + minute + ":00Z");
                outbox.run();
            }

            assertThat(states()).containsExactly("Ada Ready HELD_BACK SILENCED", "Ada Ready SENT");
            var mail = greenMail.getReceivedMessages()[0];
            assertThat(greenMail.getReceivedMessages()).hasSize(1);
            assertThat(mail.getHeader("Message-ID")).containsExactly(messageId);
            assertThat(mail.getHeader("List-Unsubscribe"))
                    .as("what is left is required")
                    .isNull();
            assertThat(GreenMailUtil.getBody(mail)).contains("due in 7 days").doesNotContain("due today");
            assertThat((String) text("Ada Ready")).doesNotContain("due today");
        } finally {
            greenMail.stop();
        }
    }

    private String token(String name) {
        return links.token(fixture.jdbc()
                .sql("select id from person where display_name = ?")
                .param(name)
                .query(Long.class)
                .single());
    }

    @Test
    void theMailIsInTheRecipientsLanguageAndSaysAStrangersNameAsItIs() {
        scene.participant(
                fixture.person("Jörg <b>", "Öz")
                        .language("de")
                        .email("j@example.com")
                        .add(),
                TODAY);
        scene.policy(terms(TriggerKind.DUE_TODAY, 0));
        tick("2026-11-17T00:01:00Z");
        tick("2026-11-17T09:00:00Z");

        var mail = mails().getFirst();
        assertThat((String) mail.get("subject")).isEqualTo("So stehen Ihre Ziele in Q4 2026");
        assertThat((String) mail.get("text_body")).contains("Guten Tag Jörg <b>,", "Ein Ziel ist heute fällig.");
    }

    @Test
    void whatHasChangedSinceIsAskedAgain() {
        var done = scene.participant("Ada Done", TODAY);
        var quiet = fixture.person("Quinn Quiet");
        scene.participant(quiet, TODAY);
        var left = fixture.person("Lea Left");
        scene.participant(left, TODAY);
        var off = scene.policy(terms(TriggerKind.DUE_TODAY, 0));
        scene.policy(required(terms(TriggerKind.NOT_STARTED, 47)));
        tick("2026-11-17T00:01:00Z");
        assertThat(states()).hasSize(6).allMatch(state -> state.endsWith("PLANNED"));

        fixture.figures(done, Map.of("completed_count", 1, "not_started_count", 0));
        scene.silence(quiet, null, TODAY.plusDays(3));
        fixture.jdbc()
                .sql("update person set active = false where id = ?")
                .param(left)
                .update();
        tick("2026-11-17T09:00:00Z");

        assertThat(states())
                .containsExactly(
                        "Ada Done HELD_BACK NOTHING_OPEN",
                        "Lea Left HELD_BACK INACTIVE",
                        "Quinn Quiet HELD_BACK SILENCED",
                        "Ada Done HELD_BACK NOTHING_OPEN",
                        "Lea Left HELD_BACK INACTIVE",
                        "Quinn Quiet SENT");
        assertThat(mails()).hasSize(1);
        assertThat(off).isPositive();
    }

    @Test
    void aPolicySwitchedOffCallsOffWhatItHadPlanned() {
        scene.participant("Ada Ready", TODAY);
        var policy = scene.policy(terms(TriggerKind.DUE_TODAY, 0));
        tick("2026-11-17T00:01:00Z");
        fixture.jdbc()
                .sql("update reminder_policy set active_since = null where id = ?")
                .param(policy)
                .update();
        tick("2026-11-17T09:00:00Z");

        assertThat(states()).containsExactly("Ada Ready HELD_BACK SWITCHED_OFF");
        assertThat(mails()).isEmpty();
    }

    @Test
    void whoHasMovedWestGetsItAtNineThere() {
        var ada = fixture.person("Ada", "Moves").zone("Europe/Berlin").add();
        scene.participant(ada, TODAY);
        scene.policy(terms(TriggerKind.DUE_TODAY, 0));
        tick("2026-11-17T00:01:00Z");
        move(ada, "America/New_York");

        tick("2026-11-17T08:00:00Z");
        assertThat(mails()).isEmpty();
        tick("2026-11-17T13:59:00Z");
        assertThat(mails()).isEmpty();
        tick("2026-11-17T14:00:00Z");
        assertThat(mails()).hasSize(1);
        tick("2026-11-18T14:00:00Z");
        assertThat(states()).as("once, though the day began twice").containsExactly("Ada Moves SENT");
    }

    @Test
    void whoHasMovedEastGetsItInTheMorningThere() {
        var ada = fixture.person("Ada", "Moves").zone("America/New_York").add();
        scene.participant(ada, TODAY);
        scene.policy(terms(TriggerKind.DUE_TODAY, 0));
        tick("2026-11-17T05:01:00Z");
        move(ada, "Pacific/Auckland");

        // It is three in the morning of the next day in Auckland.
        tick("2026-11-17T14:00:00Z");
        assertThat(mails()).isEmpty();
        tick("2026-11-17T20:00:00Z");
        assertThat(mails()).hasSize(1);
        assertThat(states()).containsExactly("Ada Moves SENT");
    }

    private void move(long person, String zone) {
        fixture.jdbc()
                .sql("update person set time_zone = ? where id = ?")
                .params(zone, person)
                .update();
        fixture.jdbc()
                .sql("update participant set time_zone = ? where person_id = ?")
                .params(zone, person)
                .update();
    }

    @Test
    void whatWasPlannedBeforeAPauseGoesOutByDayOrNotAtAll() {
        scene.participant("Ada Ready", TODAY);
        scene.policy(terms(TriggerKind.DUE_TODAY, 0));
        tick("2026-11-17T00:01:00Z");
        // Down from eight in the morning until ten at night.
        tick("2026-11-17T22:00:00Z");
        assertThat(mails()).isEmpty();
        assertThat(scene.written().getFirst().slot()).isEqualTo("2026-11-18T09:00:00Z");
        // And then until it no longer matters.
        tick("2026-11-21T10:00:00Z");
        assertThat(states()).containsExactly("Ada Ready MISSED TOO_LATE");
    }

    @Test
    void aHolidayEnteredAfterPlanningIsKept() {
        scene.participant("Ada Ready", TODAY);
        scene.policy(terms(TriggerKind.DUE_TODAY, 0));
        tick("2026-11-17T00:01:00Z");
        scene.holiday("Hamburg", TODAY);
        tick("2026-11-17T09:00:00Z");
        assertThat(mails()).isEmpty();
        tick("2026-11-18T09:00:00Z");
        assertThat(mails()).hasSize(1);
    }

    @Test
    void anAddressNoMailCanGoToIsSaid() {
        scene.participant(
                fixture.person("Una", "Usable").email("una@x\nBcc: eve@x").add(), TODAY);
        scene.policy(terms(TriggerKind.DUE_TODAY, 0));
        tick("2026-11-17T00:01:00Z");
        tick("2026-11-17T09:00:00Z");

        assertThat(states()).containsExactly("Una Usable HELD_BACK UNUSABLE_ADDRESS");
        assertThat(mails()).isEmpty();
    }

    @Test
    void twoNodesThatSendAtTheSameMomentWriteEachDigestOnce() throws Exception {
        for (var n = 0; n < 250; n++) {
            scene.participant("Ada Number" + n, TODAY);
        }
        scene.policy(terms(TriggerKind.DUE_TODAY, 0));
        tick("2026-11-17T00:01:00Z");
        clock.set(Instant.parse("2026-11-17T09:00:00Z"));
        var start = new CountDownLatch(1);
        try (var threads = Executors.newFixedThreadPool(2)) {
            var both = List.of(1, 2).stream()
                    .map(n -> threads.submit(() -> {
                        start.await();
                        sender.sendDue();
                        return n;
                    }))
                    .toList();
            start.countDown();
            for (var one : both) {
                one.get();
            }
        }
        assertThat(mails())
                .hasSize(250)
                .extracting(mail -> mail.get("unique_key"))
                .doesNotHaveDuplicates();
        assertThat(states()).hasSize(250).allMatch(state -> state.endsWith(" SENT"));
    }
}
