package org.weft.reports.subscriptions;

import static org.assertj.core.api.Assertions.assertThat;

import com.icegreen.greenmail.util.GreenMail;
import jakarta.mail.BodyPart;
import jakarta.mail.MessagingException;
import jakarta.mail.internet.ContentType;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.sql.Timestamp;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.mail.autoconfigure.MailProperties;
import org.springframework.transaction.PlatformTransactionManager;
import org.weft.access.Role;
import org.weft.mail.MailServers;
import org.weft.mail.SendNow;
import org.weft.progress.ProgressView;
import org.weft.reports.Quarter;
import org.weft.reports.ReportKind;
import org.weft.testing.Fixture;
import org.weft.testing.Race;
import org.weft.testing.TestClock;
import org.weft.testing.WeftTest;
import org.weft.workbook.FileFormat;

/** What is due is planned once, made in each recipient's scope, and mailed; or it is told why not. */
@WeftTest
class SubscriptionRunTest {

    private static final long HR = SubscriptionScene.HR;
    private static final long LEAD = SubscriptionScene.LEAD;
    private static final long EXECUTIVE = SubscriptionScene.EXECUTIVE;

    @Autowired
    SubscriptionService service;

    @Autowired
    SubscriptionScene scene;

    @Autowired
    SubscriptionPlanner planner;

    @Autowired
    SendNow outbox;

    @Autowired
    MailProperties server;

    @Autowired
    Fixture fixture;

    @Autowired
    TestClock clock;

    @Autowired
    PlatformTransactionManager transactions;

    private Quarter quarter;
    private GreenMail greenMail;

    @BeforeEach
    void quarter() {
        quarter = scene.quarter();
        greenMail = MailServers.greenMail();
        MailServers.use(server, greenMail.getSmtp().getPort());
    }

    @AfterEach
    void noServer() {
        greenMail.stop();
        MailServers.useNone(server);
    }

    private long subscribe(ReportKind kind, Delivery delivery, Long... recipients) {
        scene.signIn(HR);
        return service.add(scene.draft(kind, delivery, recipients));
    }

    private void onMonday() {
        clock.set(Instant.parse(SubscriptionScene.FIRST_MONDAY));
    }

    private List<MimeMessage> received() {
        outbox.run();
        return Arrays.stream(greenMail.getReceivedMessages())
                .sorted(Comparator.comparing(SubscriptionRunTest::to))
                .toList();
    }

    private static String to(MimeMessage mail) {
        try {
            return mail.getAllRecipients()[0].toString();
        } catch (MessagingException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String text(MimeMessage mail) throws Exception {
        var parts = (MimeMultipart) mail.getContent();
        var first = parts.getBodyPart(0).getContent();
        return first instanceof MimeMultipart words
                ? words.getBodyPart(0).getContent().toString()
                : first.toString();
    }

    private static XSSFWorkbook workbook(BodyPart file) throws Exception {
        return new XSSFWorkbook(new ByteArrayInputStream(file.getInputStream().readAllBytes()));
    }

    @Test
    void theFileComesWithTheMailInEachRecipientsScopeAndLanguage() throws Exception {
        fixture.jdbc()
                .sql("update account set language = 'de' where id = ?")
                .param(LEAD)
                .update();
        subscribe(ReportKind.TEAM, Delivery.ATTACHMENT, HR, LEAD);
        assertThat(scene.jobs()).as("not before Monday").isZero();
        onMonday();

        assertThat(scene.jobs()).isEqualTo(2);

        assertThat(scene.outcomes()).containsExactly("71 SENT", "72 SENT");
        var mails = received();
        assertThat(mails)
                .extracting(MimeMessage::getSubject)
                .containsExactly("Team progress, Q4 2026", "Teamfortschritt, Q4 2026");
        assertThat(text(mails.getFirst()))
                .contains("Hello Helga Human,", "The report is attached: Weft Q4 2026", "(")
                .contains("because you subscribed to it: every Monday at 7:00")
                .contains("https://weft.example.com/reports", "https://weft.example.com/subscription/");
        assertThat(text(mails.getLast()))
                .contains(
                        "Der Bericht ist angehängt: ",
                        "weil Helga Human es für Sie abonniert hat: jeden Montag um 07:00");
        var everybody = ((MimeMultipart) mails.getFirst().getContent()).getBodyPart(1);
        var led = ((MimeMultipart) mails.getLast().getContent()).getBodyPart(1);
        assertThat(everybody.getFileName()).startsWith("Weft Q4 2026").endsWith(".xlsx");
        try (var whole = workbook(everybody);
                var own = workbook(led)) {
            assertThat(whole.getSheet("People").getLastRowNum()).isEqualTo(13);
            assertThat(own.getSheet("Personen").getLastRowNum()).isEqualTo(7);
        }
        assertThat(mails.getFirst().getHeader("List-Unsubscribe")[0])
                .contains("https://weft.example.com/unsubscribe/report/");
        assertThat(fixture.jdbc()
                        .sql(
                                "select action || ' ' || actor_id from audit_entry where action like 'REPORT%' order by id")
                        .query(String.class)
                        .list())
                .containsExactly("REPORT_MADE 71", "REPORT_MAILED 71", "REPORT_MADE 72", "REPORT_MAILED 72");
    }

    private long subscribe(ReportKind kind, FileFormat format, Delivery delivery) {
        scene.signIn(HR);
        return service.add(new SubscriptionDraft(
                new SubscribedReport(kind, format, ProgressView.ALL, scene.program(), null),
                SubscriptionScene.MONDAYS,
                delivery,
                Set.of(HR)));
    }

    @ParameterizedTest
    @EnumSource(FileFormat.class)
    void theFileComesInTheFormatThatWasChosen(FileFormat format) throws Exception {
        subscribe(ReportKind.TEAM, format, Delivery.ATTACHMENT);
        onMonday();
        scene.jobs();

        var mail = received().getFirst();
        var file = ((MimeMultipart) mail.getContent()).getBodyPart(1);
        assertThat(file.getFileName()).startsWith("Weft Q4 2026 Team progress").endsWith(format.ending());
        var type = new ContentType(file.getContentType());
        assertThat(type.match(format.contentType())).isTrue();
        assertThat(type.getParameter("charset")).isEqualTo(format == FileFormat.CSV ? "UTF-8" : null);
        assertThat(text(mail)).contains("The report is attached: " + file.getFileName());
        var content = file.getInputStream().readAllBytes();
        switch (format) {
            case XLSX ->
                assertThat(workbook(file).getSheet("People").getLastRowNum()).isEqualTo(13);
            case CSV ->
                assertThat(new String(content, StandardCharsets.UTF_8).lines()).hasSize(14);
            case PDF ->
                assertThat(new String(content, StandardCharsets.ISO_8859_1)).startsWith("%PDF-");
        }
    }

    @Test
    void aLinkNamesTheFileInItsFormat() throws Exception {
        subscribe(ReportKind.COHORTS, FileFormat.PDF, Delivery.LINK);
        onMonday();
        scene.jobs();

        assertThat(text(received().getFirst())).containsPattern("The report is ready: Weft Q4 2026 .*\\.pdf \\(");
        assertThat(fixture.jdbc()
                        .sql("select format || ' ' || state from report_download")
                        .query(String.class)
                        .list())
                .containsExactly("PDF READY");
    }

    @Test
    void aLinkLeadsToTheFileBehindTheSignIn() throws Exception {
        subscribe(ReportKind.EXECUTIVE, Delivery.LINK, EXECUTIVE);
        onMonday();
        scene.jobs();

        var mail = received().getFirst();
        assertThat(mail.getContentType()).startsWith("multipart/alternative");
        assertThat(text(mail))
                .contains("The report is ready", "It lies under Downloads until Nov 30, 2026", "signing in opens it")
                .contains("https://weft.example.com/reports");
        assertThat(fixture.jdbc()
                        .sql("select account_id || ' ' || state from report_download")
                        .query(String.class)
                        .list())
                .containsExactly("73 READY");
        assertThat(fixture.count("message_piece")).isZero();
    }

    @Test
    void oneThatIsTooLargeIsLinkedToAndSaysSo() throws Exception {
        subscribe(ReportKind.TEAM, Delivery.ATTACHMENT, HR);
        onMonday();
        CompletableFuture.runAsync(planner::plan).join();
        scene.makeOnly();
        fixture.jdbc().sql("update report_download set size = 15000000").update();
        CompletableFuture.runAsync(scene::send).join();

        var mail = received().getFirst();
        assertThat(mail.getContentType()).startsWith("multipart/alternative");
        assertThat(text(mail)).contains("At 14.3 MB the report is too large to come with a mail (10 MB at most)");
    }

    private void subscribe(ReportKind kind, String view, Long... recipients) {
        scene.signIn(HR);
        service.add(scene.filtered(kind, view, recipients));
    }

    @Test
    void aFilterIsAskedInEachRecipientsScopeAtThatMomentAndTold() throws Exception {
        fixture.jdbc()
                .sql("update account set language = 'de' where id = ?")
                .param(LEAD)
                .update();
        subscribe(ReportKind.TEAM, "level=front-line&columns=name,progress", HR, LEAD);
        fixture.jdbc()
                .sql("update person set level = 'MANAGER' where id = ?")
                .param(quarter.salesPeople[1])
                .update();
        fixture.jdbc()
                .sql("update participant set level_rank = 3 where person_id = ?")
                .param(quarter.salesPeople[1])
                .update();
        onMonday();
        scene.jobs();

        var mails = received();
        assertThat(text(mails.getFirst()).lines()).contains("Filter: Level: Front line", "Columns: Name, Progress");
        assertThat(text(mails.getLast()).lines()).contains("Filter: Ebene: Ausführung", "Spalten: Name, Fortschritt");
        var everybody = ((MimeMultipart) mails.getFirst().getContent()).getBodyPart(1);
        var led = ((MimeMultipart) mails.getLast().getContent()).getBodyPart(1);
        assertThat(everybody.getFileName()).endsWith(", filtered.xlsx");
        try (var whole = workbook(everybody);
                var own = workbook(led)) {
            assertThat(whole.getSheet("People").getLastRowNum()).isEqualTo(10);
            assertThat(whole.getSheet("People").getRow(0).getCell(1).getStringCellValue())
                    .isEqualTo("Progress");
            assertThat(own.getSheet("Personen").getLastRowNum()).isEqualTo(5);
        }
    }

    @Test
    void aFilterThatNamesWhatIsGoneStopsNoMailAndIsToldOf() throws Exception {
        subscribe(ReportKind.TEAM, "team=" + quarter.office, HR);
        onMonday();
        scene.jobs();

        assertThat(scene.outcomes()).containsExactly("71 NOTHING reports.filter.gone");
        var mail = received().getFirst();
        assertThat(mail.getSubject()).startsWith("No report this time: Team progress");
        assertThat(text(mail))
                .contains("The filter names what is no longer there, or what you see nobody of: Team and below.")
                .contains("Filter: Team and below: none of these people");
        scene.signIn(HR);
        assertThat(service.list()
                        .getFirst()
                        .recipients()
                        .getFirst()
                        .last()
                        .why()
                        .args())
                .containsExactly("Team and below");
    }

    /** Cohorts are those of one cycle. */
    @Test
    void aCohortIsGoneInTheNextCycle() {
        subscribe(ReportKind.TEAM, "cohort=" + quarter.cohort, HR);
        var january = fixture.cycle(scene.program(), "Q1 2027", LocalDate.of(2027, 1, 1), LocalDate.of(2027, 3, 31));
        fixture.participant(fixture.cohort(january, "New", null), quarter.salesPeople[1]);
        onMonday();
        scene.jobs();
        clock.set(Instant.parse("2027-01-04T07:00:00Z"));
        scene.jobs();

        assertThat(scene.outcomes()).containsExactly("71 SENT", "71 NOTHING reports.filter.gone");
    }

    @Test
    void whereTheFilterLeavesNobodyTheMailSaysSo() throws Exception {
        subscribe(ReportKind.FACTS, "q=zeppelin", HR);
        onMonday();
        scene.jobs();

        assertThat(scene.outcomes()).containsExactly("71 NOTHING reports.filter.nobody");
        assertThat(text(received().getFirst()))
                .contains("There is no report this time. Nobody you may see matches the filter.")
                .contains("Filter: Search: zeppelin");
    }

    @Test
    void whoSeesProtectedFiguresByThenGetsNoneOfSomePeopleAlone() throws Exception {
        subscribe(ReportKind.EXECUTIVE, "level=front-line", HR);
        fixture.jdbc()
                .sql("update account_role set role = 'EXECUTIVE' where account_id = ?")
                .param(HR)
                .update();
        onMonday();
        scene.jobs();

        assertThat(scene.outcomes()).containsExactly("71 NOTHING reports.filter.refused");
        scene.signIn(HR);
        assertThat(service.list().getFirst().filter())
                .as("no list of people, no names")
                .isEmpty();
    }

    @Test
    void whereThereIsNothingToReportTheMailSaysWhy() throws Exception {
        subscribe(ReportKind.OVERDUE, Delivery.ATTACHMENT, HR);
        onMonday();
        scene.jobs();

        assertThat(scene.outcomes()).containsExactly("71 NOTHING reports.report.nothing.overdue");
        var mail = received().getFirst();
        assertThat(mail.getSubject()).startsWith("No report this time: Overdue and escalated, Program");
        assertThat(text(mail))
                .contains("There is no report this time.", "nothing is overdue")
                .doesNotContain("Open reports");
    }

    @Test
    void whereNoCycleRunsOrNobodyIsInScopeTheMailSaysSo() throws Exception {
        scene.account(74, "Nobody Lead", fixture.person("Nora Nobody"), Role.MANAGER);
        subscribe(ReportKind.TEAM, Delivery.ATTACHMENT, HR, 74L);
        onMonday();
        scene.jobs();
        assertThat(scene.outcomes()).containsExactly("71 SENT", "74 NOTHING reports.subscription.nothing.nobody");

        clock.set(Instant.parse("2027-02-01T07:00:00Z"));
        scene.jobs();
        assertThat(scene.outcomes())
                .as("January is made up for by its latest Monday, once")
                .containsExactly(
                        "71 SENT",
                        "74 NOTHING reports.subscription.nothing.nobody",
                        "71 NOTHING reports.subscription.nothing.noCycle",
                        "74 NOTHING reports.subscription.nothing.noCycle");
        assertThat(text(received().getLast())).contains("No cycle of Program", "is running.");
    }

    @Test
    void whoMayNotHaveItByThenGetsNothingAndItIsRecordedWhy() {
        scene.account(75, "Off Duty", null, Role.HR);
        scene.account(76, "Off Post", null, Role.HR);
        scene.account(77, "No Address", null, Role.HR);
        subscribe(ReportKind.TEAM, Delivery.ATTACHMENT, HR, 75L, 76L, 77L);
        fixture.jdbc().sql("update account set active = false where id = 75").update();
        fixture.jdbc()
                .sql("update account_role set role = 'MEMBER' where account_id = 76")
                .update();
        fixture.jdbc().sql("update account set email = null where id = 77").update();
        onMonday();
        scene.jobs();

        assertThat(scene.outcomes())
                .containsExactly("71 SENT", "75 SKIPPED ACCOUNT_OFF", "76 SKIPPED NO_RIGHT", "77 SKIPPED NO_ADDRESS");
        assertThat(received()).hasSize(1);
    }

    @Test
    void twoNodesPlanAtTheSameMomentAndEachReportIsSentOnce() throws Exception {
        subscribe(ReportKind.TEAM, Delivery.ATTACHMENT, HR, LEAD);
        onMonday();
        var slower = Race.between(transactions, () -> planner.plan(), () -> planner.plan());

        assertThat(slower).isZero();
        scene.jobs();
        assertThat(scene.outcomes()).containsExactly("71 SENT", "72 SENT");
        assertThat(fixture.count("scheduled_tasks")).isEqualTo(4);
        clock.advance(Duration.ofMinutes(1));
        assertThat(scene.jobs()).isZero();
        assertThat(received()).hasSize(2);
    }

    @Test
    void aNodeThatDiesBetweenTheStepsLeavesWhatAnotherGoesOnFrom() throws Exception {
        subscribe(ReportKind.TEAM, Delivery.ATTACHMENT, HR);
        onMonday();
        CompletableFuture.runAsync(planner::plan).join();
        scene.makeOnly();
        CompletableFuture.runAsync(scene::send).join();
        // The mail is written, and the run is not over: as if the commit had been lost.
        fixture.jdbc().sql("update report_run set state = 'MAKING'").update();
        CompletableFuture.runAsync(scene::send).join();

        assertThat(scene.outcomes()).containsExactly("71 SENT");
        assertThat(received()).hasSize(1);
    }

    @Test
    void whatGoesWrongIsTriedAgainAndGivenUpAfterThree() {
        subscribe(ReportKind.TEAM, Delivery.ATTACHMENT, HR);
        onMonday();
        CompletableFuture.runAsync(planner::plan).join();
        for (var attempt = 1; attempt <= SubscriptionSender.ATTEMPTS; attempt++) {
            scene.orderOnly();
            fixture.jdbc()
                    .sql("update report_download set state = 'FAILED', making = null, error_key ="
                            + " 'reports.download.failed.unexpected', error_detail = '7' where making is not null")
                    .update();
            CompletableFuture.runAsync(scene::stepOnly).join();
            assertThat(fixture.jdbc()
                            .sql("select attempts from report_run")
                            .query(Integer.class)
                            .single())
                    .isEqualTo(attempt);
        }

        assertThat(scene.outcomes()).containsExactly("71 FAILED");
        assertThat(received()).isEmpty();
        scene.signIn(HR);
        assertThat(service.list().getFirst().recipients().getFirst().last().troubled())
                .isTrue();
    }

    @Test
    void aMailThatWaitedDoesNotReachWhoMayNotHaveItAnyMore() {
        MailServers.useNone(server);
        var id = subscribe(ReportKind.TEAM, Delivery.ATTACHMENT, HR, LEAD);
        subscribe(ReportKind.COHORTS, Delivery.LINK, HR);
        onMonday();
        scene.jobs();
        fixture.jdbc()
                .sql("update account_role set role = 'MEMBER' where account_id = ?")
                .param(LEAD)
                .update();
        fixture.jdbc()
                .sql("delete from report_recipient where subscription_id = ? and account_id = ?")
                .params(id, HR)
                .update();
        fixture.jdbc()
                .sql("update message set status = 'QUEUED', reason = null")
                .update();
        MailServers.use(server, greenMail.getSmtp().getPort());

        assertThat(received()).hasSize(1);
        assertThat(scene.mails())
                .extracting(mail -> mail.get("status") + " " + mail.get("reason"))
                .containsExactlyInAnyOrder("SENT null", "SUPPRESSED UNWANTED", "SUPPRESSED UNWANTED");
    }

    @Test
    void theEndOfACycleIsReportedWhenItIsOverAndThenAgainForTheNext() {
        var january = fixture.cycle(scene.program(), "Q1 2027", LocalDate.of(2027, 1, 1), LocalDate.of(2027, 3, 31));
        fixture.participant(fixture.cohort(january, "New", null), quarter.salesPeople[1]);
        scene.signIn(HR);
        service.add(new SubscriptionDraft(
                scene.running(ReportKind.TEAM),
                new Timing(Rhythm.END_OF_CYCLE, DayOfWeek.MONDAY, 1, LocalTime.of(7, 0)),
                Delivery.ATTACHMENT,
                Set.of(HR)));
        clock.set(Instant.parse("2027-01-01T06:59:00Z"));
        assertThat(scene.jobs()).isZero();
        clock.set(Instant.parse("2027-01-01T07:00:00Z"));
        assertThat(scene.jobs()).isOne();
        clock.set(Instant.parse("2027-04-02T07:00:00Z"));
        assertThat(scene.jobs()).as("a day late").isOne();

        assertThat(fixture.jdbc()
                        .sql("select cycle_id from report_run order by due_at")
                        .query(Long.class)
                        .list())
                .containsExactly(quarter.cycle, january);
        assertThat(scene.mails())
                .extracting(mail -> mail.get("subject"))
                .containsExactly("Team progress, Q4 2026", "Team progress, Q1 2027");
    }

    @Test
    void aTryGoesToWhoAsksForItAloneInTheirScope() throws Exception {
        var id = subscribe(ReportKind.TEAM, Delivery.ATTACHMENT, LEAD);
        service.tryNow(id);
        CompletableFuture.runAsync(scene::send).join();

        var mails = received();
        assertThat(mails).hasSize(1);
        assertThat(to(mails.getFirst())).contains("account71@example.com");
        assertThat(mails.getFirst().getSubject()).isEqualTo("Try: Team progress, Q4 2026");
        assertThat(mails.getFirst().getHeader("List-Unsubscribe")).isNull();
        try (var whole = workbook(((MimeMultipart) mails.getFirst().getContent()).getBodyPart(1))) {
            assertThat(whole.getSheet("People").getLastRowNum()).isEqualTo(13);
        }
        scene.signIn(HR);
        assertThat(service.list().getFirst().trial().state()).isEqualTo(RunState.SENT);
        onMonday();
        assertThat(scene.jobs()).as("the next one comes all the same").isOne();
    }

    @Test
    void whatIsLongOverIsForgotten() {
        subscribe(ReportKind.TEAM, Delivery.LINK, HR);
        onMonday();
        scene.jobs();
        fixture.jdbc()
                .sql("update report_run set ended_at = ?")
                .param(Timestamp.from(TestClock.START.minus(Duration.ofDays(401))))
                .update();
        scene.clean();
        assertThat(fixture.count("report_run")).isZero();
    }
}
