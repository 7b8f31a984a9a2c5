package org.weft.reminders;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMultipart;
import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.BeanFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.mail.autoconfigure.MailProperties;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.core.context.SecurityContextHolder;
import org.weft.access.Role;
import org.weft.access.Scope;
import org.weft.base.InvalidInputException;
import org.weft.base.NotFoundException;
import org.weft.base.Selection;
import org.weft.mail.MailServers;
import org.weft.mail.MessageFilter;
import org.weft.mail.OutboxBulkService;
import org.weft.mail.OutboxService;
import org.weft.mail.ScriptedSmtpServer;
import org.weft.mail.SendNow;
import org.weft.programs.BulkProgress;
import org.weft.reminders.policy.SilenceTokens;
import org.weft.testing.Fixture;
import org.weft.testing.SignedIn;
import org.weft.testing.TestClock;
import org.weft.testing.WeftTest;

@WeftTest
class ReminderServiceTest {

    private static final Scope ALL = new Scope.Everybody();
    private static final LocalDate TODAY = LocalDate.of(2026, 11, 17);

    @Autowired
    ReminderService reminders;

    @Autowired
    OutboxService outbox;

    @Autowired
    OutboxBulkService bulk;

    @Autowired
    SendNow sendNow;

    @Autowired
    MailProperties server;

    @Autowired
    Fixture fixture;

    @Autowired
    BeanFactory beans;

    @Autowired
    TestClock clock;

    private long boss;
    private long cohort;
    private long template;

    @BeforeEach
    void aCohortWithALead() {
        boss = fixture.person("Bertha", "Boss").email("bertha@example.com").add();
        var cycle = fixture.cycle(fixture.program("Bridges"), "Q4 2026", Fixture.QUARTER_START, Fixture.QUARTER_END);
        cohort = fixture.cohort(cycle, "Engineers", boss);
        template = fixture.template("T1", "FRONT_LINE", 3);
        SignedIn.as(boss, Role.MANAGER);
    }

    @AfterEach
    void noServer() {
        MailServers.useNone(server);
    }

    @Test
    void thePreviewSaysWhoGetsItAndWhyOthersDoNot() {
        var ready = participant(fixture.person("Ada Ready"), TODAY.minusDays(3), TODAY.plusDays(3));
        var noAddress = participant(fixture.person("Noa", "Address").email(null).add(), TODAY);
        var unusable = participant(
                fixture.person("Una", "Usable").email("una@x\nBcc: eve@x").add(), TODAY);
        var inactive = participant(fixture.person("Ina", "Active").inactive().add(), TODAY);
        var nothingOpen = participant(fixture.person("Dan Done"));
        var waiting = participant(fixture.person("Wanda Waiting"), TODAY);
        fixture.jdbc()
                .sql("update assignment set status = 'SUBMITTED' where participant_id = ?")
                .param(waiting)
                .update();
        var recent = participant(fixture.person("Rita Recent"), TODAY);
        remindedAgo(recent, Duration.ofHours(24).minusSeconds(1));
        var yesterday = participant(fixture.person("Yves Yesterday"), TODAY);
        remindedAgo(yesterday, Duration.ofHours(24));
        var quiet = participant(silent("Quinn Quiet", TODAY.plusDays(1)), TODAY);
        var loud = participant(silent("Zoe Heard", TODAY), TODAY);

        var preview = preview(
                ALL,
                List.of(recent, ready, noAddress, unusable, inactive, nothingOpen, waiting, yesterday, quiet, loud));

        assertThat(preview.willGetIt())
                .extracting(ReminderRecipient::name)
                .containsExactly("Ada Ready", "Yves Yesterday", "Zoe Heard");
        assertThat(preview.willGetIt().getFirst().open()).isEqualTo(2);
        assertThat(preview.willGetIt().getFirst().overdue()).isEqualTo(1);
        assertThat(preview.willNot())
                .extracting(ReminderRecipient::reason)
                .containsExactly(
                        NoReminderReason.REMINDED_RECENTLY,
                        NoReminderReason.NO_ADDRESS,
                        NoReminderReason.UNUSABLE_ADDRESS,
                        NoReminderReason.INACTIVE,
                        NoReminderReason.NOTHING_OPEN,
                        NoReminderReason.NOTHING_OPEN,
                        NoReminderReason.SILENCED);
        assertThat(preview.mailServer()).isFalse();
    }

    private long silent(String name, LocalDate until) {
        var person = fixture.person(name);
        fixture.jdbc()
                .sql("insert into reminder_silence (person_id, until_on, created_at) values (?, ?, ?)")
                .params(person, until, Timestamp.from(TestClock.START))
                .update();
        return person;
    }

    @Test
    void overdueIsReckonedInThePersonsOwnZone() {
        clock.set(TestClock.START.plus(Duration.ofHours(6)));
        participant(fixture.person("Nora", "Nowhere").zone("Middle/Earth").add(), TODAY);
        var auckland = participant(
                fixture.person("Aroha", "Auckland").zone("Pacific/Auckland").add(), TODAY);
        var hamburg = participant(
                fixture.person("Hanna", "Hamburg").zone("Europe/Berlin").add(), TODAY);

        var everybody = fixture.jdbc()
                .sql("select id from participant order by id")
                .query(Long.class)
                .list();
        assertThat(everybody).endsWith(auckland, hamburg);
        assertThat(preview(ALL, everybody).recipients())
                .extracting(ReminderRecipient::overdue)
                .containsExactly(0, 1, 0);
    }

    @Test
    void aManagerSeesAndRemindsOnlyTheOwnPeople() {
        var own = participant(fixture.person("Olga", "Own").manager(boss).add(), TODAY);
        var otherCohort = fixture.cohort(
                fixture.jdbc()
                        .sql("select cycle_id from cohort where id = ?")
                        .param(cohort)
                        .query(Long.class)
                        .single(),
                "Others",
                null);
        var foreign = fixture.participant(otherCohort, fixture.person("Fred Foreign"));
        fixture.assignment(foreign, template, TODAY);
        var scope = new Scope.Led(boss);

        assertThat(preview(scope, List.of(foreign, own)).recipients())
                .extracting(ReminderRecipient::participantId)
                .containsExactly(own);
        assertThatThrownBy(() -> reminders.render(scope, foreign, Map.of())).isInstanceOf(NotFoundException.class);
        assertThatThrownBy(() -> send(scope, request(foreign))).isInstanceOf(NotFoundException.class);
        assertThat(send(scope, request(foreign, own))).isEqualTo(new ReminderResult(0, 0, 1, 1));
        assertThat(recipients()).containsExactly("olga.own@example.com");
    }

    @Test
    void aMemberMayNotRemindAnybody() {
        var participant = participant(fixture.person("Ada Ready"), TODAY);
        SignedIn.as(boss, Role.MEMBER);

        assertThatThrownBy(() -> send(ALL, request(participant))).isInstanceOf(AccessDeniedException.class);
        assertThatThrownBy(() -> preview(ALL, List.of(participant))).isInstanceOf(AccessDeniedException.class);
    }

    @Test
    void withoutAMailServerRemindersWaitInTheOutboxAndCountAsReminders() {
        var participant = participant(fixture.person("Ada Ready"), TODAY);

        assertThat(send(ALL, request(participant))).isEqualTo(new ReminderResult(0, 0, 1, 0));

        assertThat(fixture.row("participant", participant).get("last_reminded_at"))
                .isNotNull();
        assertThat(fixture.jdbc()
                        .sql("select status from message")
                        .query(String.class)
                        .single())
                .isEqualTo("HELD");
        assertThat(fixture.jdbc()
                        .sql("select action, subject_name, person_id is not null as about from audit_entry")
                        .query()
                        .singleRow())
                .containsEntry("action", "REMINDER_SENT")
                .containsEntry("subject_name", "Ada Ready")
                .containsEntry("about", true);
    }

    @Test
    void theSameRequestAgainSendsNothingAndTellsWhatItDid() {
        MailServers.use(server, 1);
        var participant = participant(fixture.person("Ada Ready"), TODAY);
        var request = request(participant);

        var first = send(ALL, request);
        var second = send(ALL, request);

        assertThat(first).isEqualTo(new ReminderResult(1, 0, 0, 0)).isEqualTo(second);
        assertThat(fixture.count("message")).isEqualTo(1);
    }

    @Test
    void anotherReminderWithinADayIsSkipped() {
        var participant = participant(fixture.person("Ada Ready"), TODAY);
        send(ALL, request(participant));

        clock.advance(Duration.ofHours(23));
        assertThat(send(ALL, request(participant))).isEqualTo(new ReminderResult(0, 0, 0, 1));
        clock.advance(Duration.ofHours(1));
        assertThat(send(ALL, request(participant))).isEqualTo(new ReminderResult(0, 0, 1, 0));
    }

    @Test
    void whatIsSentAtNightWaitsForTheMorningWhereTheRecipientIs() {
        var greenMail = MailServers.greenMail();
        MailServers.use(server, greenMail.getSmtp().getPort());
        try {
            // Ten in the morning in Hamburg, ten in the evening in Auckland, and eleven on Monday evening in Honolulu.
            var hamburg = participant(
                    fixture.person("Hanna", "Hamburg").zone("Europe/Berlin").add(), TODAY);
            var auckland = participant(
                    fixture.person("Aroha", "Auckland")
                            .zone("Pacific/Auckland")
                            .location("Auckland")
                            .add(),
                    TODAY);
            var honolulu = participant(
                    fixture.person("Hoku", "Honolulu").zone("Pacific/Honolulu").add(), TODAY);
            fixture.jdbc()
                    .sql("insert into holiday (on_day, name, location) values (?, 'A day off', 'auckland')")
                    .param(TODAY.plusDays(1))
                    .update();

            var preview = preview(ALL, List.of(hamburg, auckland, honolulu));
            assertThat(preview.willGetIt())
                    .extracting(one -> String.valueOf(one.waitsUntil()))
                    .containsExactly(
                            "null",
                            "2026-11-19T08:00+13:00[Pacific/Auckland]",
                            "2026-11-17T08:00-10:00[Pacific/Honolulu]");
            assertThat(preview.waiting()).isEqualTo(2);

            var request = request(hamburg, auckland, honolulu);
            assertThat(send(ALL, request)).isEqualTo(new ReminderResult(1, 2, 0, 0));
            sendNow.run();
            assertThat(sent()).containsExactly("Hanna Hamburg");
            assertThat(send(ALL, request)).as("told again").isEqualTo(new ReminderResult(1, 2, 0, 0));

            clock.set(Instant.parse("2026-11-17T17:59:59Z"));
            sendNow.run();
            assertThat(sent()).hasSize(1);
            clock.set(Instant.parse("2026-11-17T18:00:00Z"));
            sendNow.run();
            assertThat(sent()).containsExactly("Hanna Hamburg", "Hoku Honolulu");
            clock.set(Instant.parse("2026-11-18T18:59:59Z"));
            sendNow.run();
            assertThat(sent()).hasSize(2);
            clock.set(Instant.parse("2026-11-18T19:00:00Z"));
            sendNow.run();
            assertThat(sent()).hasSize(3);
            assertThat(greenMail.getReceivedMessages()).hasSize(3);
        } finally {
            greenMail.stop();
        }
    }

    @Test
    void whereOneWaitsOrWentOutLessThanADayAgoThereIsNoSecond() {
        var greenMail = MailServers.greenMail();
        MailServers.use(server, greenMail.getSmtp().getPort());
        try {
            var ada = participant(fixture.person("Ada Ready"), TODAY);
            clock.set(Instant.parse("2026-11-20T20:00:00Z"));
            assertThat(send(ALL, request(ada))).isEqualTo(new ReminderResult(0, 1, 0, 0));
            sendNow.run();

            clock.set(Instant.parse("2026-11-22T20:00:00Z"));
            assertThat(reasonAgainst(ada)).isEqualTo(NoReminderReason.WAITING);
            assertThat(send(ALL, request(ada))).isEqualTo(new ReminderResult(0, 0, 0, 1));
            clock.set(Instant.parse("2026-11-23T08:00:00Z"));
            sendNow.run();
            assertThat(sent()).hasSize(1);
            clock.advance(Duration.ofHours(24).minusSeconds(1));
            assertThat(reasonAgainst(ada)).isEqualTo(NoReminderReason.REMINDED_RECENTLY);
            clock.advance(Duration.ofSeconds(1));
            assertThat(reasonAgainst(ada)).isNull();
        } finally {
            greenMail.stop();
        }
    }

    private @Nullable NoReminderReason reasonAgainst(long participant) {
        return preview(ALL, List.of(participant)).recipients().getFirst().reason();
    }

    private List<String> sent() {
        return fixture.jdbc()
                .sql("select to_name from message where status = 'SENT' order by sent_at, id")
                .query(String.class)
                .list();
    }

    @Test
    void theMailSaysHowToStopItAndOnlyToItsRecipient() throws Exception {
        var greenMail = MailServers.greenMail();
        MailServers.use(server, greenMail.getSmtp().getPort());
        try {
            var ada = fixture.person("Ada Ready");
            var jörg = fixture.person("Jörg", "Müller")
                    .email("joerg@example.com")
                    .language("de")
                    .add();
            var participants = List.of(participant(ada, TODAY), participant(jörg, TODAY));
            send(ALL, request(participants.toArray(Long[]::new)));
            sendNow.run();

            for (var mail : greenMail.getReceivedMessages()) {
                var toAda = mail.getAllRecipients()[0].toString().contains("Ada");
                var token = SilenceTokens.of(beans, toAda ? ada : jörg);
                assertThat(mail.getHeader("List-Unsubscribe"))
                        .containsExactly("<https://weft.example.com/unsubscribe/" + token + ">");
                assertThat(mail.getHeader("List-Unsubscribe-Post")).containsExactly("List-Unsubscribe=One-Click");
                var parts = (MimeMultipart) mail.getContent();
                assertThat(String.valueOf(parts.getBodyPart(0).getContent()).replace("\r\n", "\n"))
                        .contains((toAda ? "Fewer reminders" : "Weniger Erinnerungen")
                                + ": https://weft.example.com/silence/" + token);
            }
            assertThat(fixture.jdbc()
                            .sql("select html_body from message where person_id = ?")
                            .param(jörg)
                            .query(String.class)
                            .single())
                    .contains(
                            "href=\"https://weft.example.com/silence/" + SilenceTokens.of(beans, jörg) + "\"",
                            ">Weniger Erinnerungen</a>");
            var shown = reminders.render(ALL, participants.getFirst(), Map.of());
            assertThat(shown.text()).endsWith("Fewer reminders: https://weft.example.com/silence/\n");
            assertThat(shown.html()).contains(">Fewer reminders</a>").doesNotContainPattern("silence/[\\w-]");
        } finally {
            greenMail.stop();
        }
    }

    @Test
    void twoLeadsAtTheSameMomentNeverMakeTwoMails() throws Exception {
        var participants = new ArrayList<Long>();
        for (var number = 0; number < 30; number++) {
            participants.add(participant(fixture.person("Person Number" + number), TODAY));
        }
        var results = atOnce(
                () -> send(ALL, new ReminderRequest("first", participants, Map.of())),
                () -> send(ALL, new ReminderRequest("second", participants.reversed(), Map.of())));

        assertThat(results.get(0).held() + results.get(1).held()).isEqualTo(30);
        assertThat(results.get(0).skipped() + results.get(1).skipped()).isEqualTo(30);
        assertThat(recipients()).hasSize(30).doesNotHaveDuplicates();
    }

    @Test
    void aDoubleClickSendsOnceAndBothClicksTellTheSame() throws Exception {
        var participant = participant(fixture.person("Ada Ready"), TODAY);
        var request = request(participant);

        var results = atOnce(() -> send(ALL, request), () -> send(ALL, request));

        assertThat(results).containsOnly(new ReminderResult(0, 0, 1, 0));
        assertThat(fixture.count("message")).isEqualTo(1);
    }

    @Test
    void aReminderThatWasCalledOffIsNoReminder() {
        var participant = participant(fixture.person("Ada Ready"), TODAY);
        send(ALL, request(participant));
        SignedIn.as(boss, Role.HR, Role.MANAGER);

        outbox.cancel(
                fixture.jdbc().sql("select id from message").query(Long.class).single());

        assertThat(fixture.row("participant", participant).get("last_reminded_at"))
                .isNull();
        assertThat(preview(ALL, List.of(participant)).willGetIt()).hasSize(1);
    }

    @Test
    void aReminderTheServerRefusesIsNoReminderEither() throws Exception {
        var participant = participant(fixture.person("Ada Ready"), TODAY);
        try (var smtp = new ScriptedSmtpServer()) {
            MailServers.use(server, smtp.port());
            smtp.answer("rcpt to:", "550 5.1.1 no such user");
            send(ALL, request(participant));
            assertThat(fixture.row("participant", participant).get("last_reminded_at"))
                    .isNotNull();

            runOutboxJob();

            assertThat(fixture.row("participant", participant).get("last_reminded_at"))
                    .isNull();
        }
    }

    @Test
    void remindersCalledOffTogetherAreNoReminders() {
        var ada = participant(fixture.person("Ada Answers"), TODAY);
        var bo = participant(fixture.person("Bo Answers"), TODAY);
        send(ALL, request(ada, bo));
        assertThat(fixture.row("participant", ada).get("last_reminded_at")).isNotNull();

        SignedIn.as(Role.HR);
        bulk.cancel(MessageFilter.ALL, Selection.ALL);

        assertThat(fixture.row("participant", ada).get("last_reminded_at")).isNull();
        assertThat(fixture.row("participant", bo).get("last_reminded_at")).isNull();
    }

    @Test
    void whoeverSendsWithoutAnAddressLeavesTheAnswersToTheLead() {
        SignedIn.as(Role.HR);
        var ada = participant(fixture.person("Ada Answers"), TODAY);

        send(ALL, request(ada));

        assertThat(fixture.jdbc()
                        .sql("select reply_to_address from message")
                        .query(String.class)
                        .single())
                .isEqualTo("bertha@example.com");
    }

    @Test
    void remindersArriveInEachLanguageUnderTheLeadsNameAndAddress() throws Exception {
        var account = SignedIn.as(boss, Role.MANAGER);
        account(account.id());
        var greenMail = MailServers.greenMail();
        MailServers.use(server, greenMail.getSmtp().getPort());
        var ada = participant(
                fixture.person("Ada 🎉", "כהן").email("ada@example.com").add(), TODAY);
        var jorg = participant(
                fixture.person("Jörg", "Müller")
                        .email("joerg@example.com")
                        .language("de")
                        .add(),
                TODAY);

        send(ALL, request(ada, jorg));
        runOutboxJob();

        var mails = greenMail.getReceivedMessages();
        assertThat(mails).hasSize(2);
        assertThat(mails[0].getSubject()).isEqualTo("Your objectives in Q4 2026");
        assertThat(((InternetAddress) mails[0].getAllRecipients()[0]).getPersonal())
                .isEqualTo("Ada 🎉 כהן");
        assertThat(((InternetAddress) mails[0].getReplyTo()[0]).getAddress()).isEqualTo("bertha@example.com");
        assertThat(mails[1].getSubject()).isEqualTo("Ihre Ziele in Q4 2026");
        var parts = (MimeMultipart) mails[1].getContent();
        assertThat(parts.getBodyPart(0).getContent().toString())
                .contains("Guten Tag Jörg,", "https://weft.example.com/my-plan");
        assertThat(parts.getBodyPart(1).getContent().toString()).contains("Guten Tag Jörg,", "Meinen Plan öffnen");
        greenMail.stop();
    }

    @Test
    void everybodyReadsTheirOwnLanguageAndTheirOwnFigures() {
        var german = participant(
                fixture.person("Jörg", "Müller").language("de").add(), TODAY.minusDays(1), TODAY.plusDays(10));
        var swiss = participant(fixture.person("Ueli", "Aebi").language("de-CH").add(), TODAY);
        var unknown = participant(fixture.person("Ada Lovelace"), TODAY.minusDays(3));

        fixture.figures(german, Map.of("progress", 0.4567, "completed_count", 1, "live_count", 4));

        var de = reminders.render(ALL, german, Map.of());
        assertThat(de.subject()).isEqualTo("Ihre Ziele in Q4 2026");
        assertThat(de.text())
                .contains("Guten Tag Jörg,", "2 offene Ziele", "Fällig am 16.11.2026 · seit einem Tag überfällig")
                .contains(
                        "0\u00a0von\u00a03\u00a0conversations", "Meinen Plan öffnen: https://weft.example.com/my-plan")
                .contains("weil Sie an Bridges, Q4 2026, teilnehmen.");
        assertThat(de.text()).contains("45 % Ihres Plans erreicht · 1 von 4 Zielen erfüllt");
        assertThat(de.html())
                .as("nothing is fetched when it is read")
                .doesNotContain("url(", "@import")
                .doesNotContainPattern("src=\"(?!cid:)")
                .contains("src=\"cid:weft-progress-45\"", "alt=\"Ein zu 45 % gefüllter Ring\"")
                .contains("lang=\"de\"", "Guten Tag Jörg,", "href=\"https://weft.example.com/my-plan\"");
        assertThat(reminders.render(ALL, swiss, Map.of()).subject()).isEqualTo("Ihre Ziele in Q4 2026");
        var en = reminders.render(ALL, unknown, Map.of());
        assertThat(en.subject()).isEqualTo("Your objectives in Q4 2026");
        assertThat(en.text()).contains("Hi Ada,", "One open objective", "Due Nov 14, 2026 · 3 days overdue");
    }

    @Test
    void whatTheLeadWroteIsFilledInForEachAndPlaceholdersOfBothLanguagesWork() {
        var ada = participant(fixture.person("Ada Lovelace"), TODAY.plusDays(2), TODAY.minusDays(2));
        var words = Map.of(
                Locale.ENGLISH,
                new ReminderWording(
                        "{First Name}: {open} open",
                        "Dear {full name} / {Vorname},\nline two\n\n{overdue} overdue, next {next due}. {sender}"));

        var mail = reminders.render(ALL, ada, words);

        assertThat(mail.subject()).isEqualTo("Ada: 2 open");
        assertThat(mail.text())
                .startsWith("Dear Ada Lovelace / Ada,\nline two\n\n1 overdue, next Nov 19, 2026. Test manager\n\n");
        assertThat(mail.html()).contains("Dear Ada Lovelace / Ada,<br>line two</div>");
    }

    @Test
    void markupEmojiAndRightToLeftStayTheTextTheyAre() {
        var person = fixture.person("<b>Sara</b> 🎉", "שרה & \"co\"")
                .email("sara@example.com")
                .add();
        var participant = participant(person, TODAY);
        fixture.jdbc()
                .sql("update assignment set title = ? where participant_id = ?")
                .params("<script>alert(1)</script> ${7*7} [[${7*7}]] </td></mj-table> =cmd()", participant)
                .update();
        var words = Map.of(
                Locale.ENGLISH,
                new ReminderWording("{first name} <i>", "<img src=x onerror=alert(1)> {full name} $1 \\"));

        var mail = reminders.render(ALL, participant, words);

        assertThat(mail.subject()).isEqualTo("<b>Sara</b> 🎉 <i>");
        assertThat(mail.text())
                .contains("<img src=x onerror=alert(1)> <b>Sara</b> 🎉 שרה & \"co\" $1 \\")
                .contains("<script>alert(1)</script> ${7*7} [[${7*7}]] </td></mj-table> =cmd()");
        assertThat(mail.html())
                .doesNotContain("<script", "<img", "<b>Sara", "<i>")
                .contains("&lt;b&gt;Sara&lt;/b&gt; 🎉 שרה &amp; ")
                .contains(
                        "&lt;script&gt;alert(1)&lt;/script&gt; ${7*7} [[${7*7}]] &lt;/td&gt;&lt;/mj-table&gt; =cmd()");
    }

    @Test
    void aLongPlanIsCutInTheMailAndSaysHowMuchMoreThereIs() {
        var participant = fixture.participant(cohort, fixture.person("Ada Lovelace"));
        for (var number = 0; number < 13; number++) {
            fixture.assignment(participant, fixture.template("L" + number, "FRONT_LINE", 1), TODAY.plusDays(number));
        }

        var mail = reminders.render(ALL, participant, Map.of());

        assertThat(mail.text()).contains("13 open objectives", "Objective L9", "3 more are in your plan.");
        assertThat(mail.text()).doesNotContain("Objective L10");
    }

    @Test
    void aWordingThatCannotBeUsedIsRefusedWhereItIsWrong() {
        var participant = participant(fixture.person("Ada Lovelace"), TODAY);

        assertRefused(participant, "Hello {nickname}", "x", "subject", "mail.words.problem.unknown");
        assertRefused(participant, "Hello", "{first name} {} {nickname}", "intro", "mail.words.problem.unknown");
        assertRefused(participant, " ", "x", "subject", "mail.words.problem.blank");
        assertRefused(participant, "Hello\r\nBcc: eve@example.com", "x", "subject", "mail.words.problem.lineBreak");
        assertRefused(participant, "x".repeat(201), "x", "subject", "mail.words.problem.long");
        assertRefused(participant, "Hello", "x".repeat(2001), "intro", "mail.words.problem.long");
        assertThat(fixture.count("message")).isZero();
        assertThat(fixture.row("participant", participant).get("last_reminded_at"))
                .isNull();
    }

    @Test
    void nobodyMarkedIsRefused() {
        assertThatThrownBy(() -> send(ALL, request()))
                .isInstanceOfSatisfying(
                        InvalidInputException.class,
                        refused -> assertThat(refused.text().key()).isEqualTo("reminders.nobody"));
    }

    @Test
    void theDefaultWordingUsesThePlaceholdersOfItsLanguage() {
        assertThat(reminders.defaultWording(Locale.GERMAN).intro()).startsWith("Guten Tag {Vorname},");
        assertThat(reminders.defaultWording(Locale.ENGLISH).subject()).isEqualTo("Your objectives in {cycle}");
        assertThat(reminders.placeholders(Locale.GERMAN)).contains("{überfällig}", "{nächste Fälligkeit}");
    }

    @Test
    void answersGoToTheLeadsAddressAndTheMailSaysSo() {
        var account = SignedIn.as(boss, Role.MANAGER);
        account(account.id());
        var participant = participant(fixture.person("Ada Ready"), TODAY);

        send(ALL, request(participant));

        assertThat(fixture.jdbc()
                        .sql("select reply_to_address, text_body from message")
                        .query()
                        .singleRow())
                .containsEntry("reply_to_address", "bertha@example.com");
        assertThat(reminders.render(ALL, participant, Map.of()).text()).contains("Your answer goes to Test manager.");
    }

    @Test
    void hundredsAreRemindedInOneGo() {
        var participants = new ArrayList<Long>();
        for (var number = 0; number < 300; number++) {
            participants.add(participant(fixture.person("Person Number" + number), TODAY));
        }

        assertThat(send(ALL, new ReminderRequest("many", participants, Map.of()))
                        .held())
                .isEqualTo(300);
    }

    private void account(long id) {
        fixture.jdbc()
                .sql("""
                        insert into account (id, username, display_name, person_id, language, time_zone, created_at)
                        values (?, 'bertha', 'Bertha Boss', ?, 'en', 'UTC', ?)""")
                .params(id, boss, Timestamp.from(TestClock.START))
                .update();
    }

    private void runOutboxJob() {
        sendNow.run();
    }

    private void assertRefused(long participant, String subject, String intro, String field, String key) {
        var request = new ReminderRequest(
                UUID.randomUUID().toString(),
                List.of(participant),
                Map.of(Locale.ENGLISH, new ReminderWording(subject, intro)));
        assertThatThrownBy(() -> send(ALL, request)).isInstanceOfSatisfying(InvalidInputException.class, refused -> {
            assertThat(refused.field()).isEqualTo(field);
            assertThat(refused.text().key()).isEqualTo(key);
        });
    }

    private List<ReminderResult> atOnce(Callable<ReminderResult> first, Callable<ReminderResult> second)
            throws Exception {
        var signedIn = SecurityContextHolder.getContext();
        var start = new CountDownLatch(1);
        try (var threads = Executors.newFixedThreadPool(2)) {
            var running = List.of(first, second).stream()
                    .map(task -> threads.submit(() -> {
                        SecurityContextHolder.setContext(signedIn);
                        start.await();
                        return task.call();
                    }))
                    .toList();
            start.countDown();
            return List.of(running.get(0).get(), running.get(1).get());
        }
    }

    private long participant(long personId, LocalDate... dueOn) {
        var participant = fixture.participant(cohort, personId);
        for (var at = 0; at < dueOn.length; at++) {
            var used = at == 0 ? template : fixture.template("P" + participant + "-" + at, "FRONT_LINE", 3);
            fixture.assignment(participant, used, dueOn[at]);
        }
        return participant;
    }

    private void remindedAgo(long participantId, Duration ago) {
        fixture.figures(participantId, Map.of("last_reminded_at", TestClock.START.minus(ago)));
    }

    private static ReminderRequest request(Long... participantIds) {
        return new ReminderRequest(UUID.randomUUID().toString(), List.of(participantIds), Map.of());
    }

    private ReminderPreview preview(Scope scope, List<Long> participants) {
        return reminders.preview(scope, participants, BulkProgress.SILENT);
    }

    private ReminderResult send(Scope scope, ReminderRequest request) {
        return reminders.send(scope, request, BulkProgress.SILENT);
    }

    private List<String> recipients() {
        return fixture.jdbc()
                .sql("select to_address from message order by id")
                .query(String.class)
                .list();
    }
}
