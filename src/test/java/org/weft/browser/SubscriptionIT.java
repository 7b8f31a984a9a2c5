package org.weft.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.github.kagkarlsson.scheduler.Scheduler;
import com.github.kagkarlsson.scheduler.task.TaskInstanceId;
import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.icegreen.greenmail.util.GreenMail;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import jakarta.mail.MessagingException;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import java.io.ByteArrayInputStream;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.regex.Pattern;
import org.apache.poi.ss.usermodel.WorkbookFactory;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer.OrderAnnotation;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.TestMethodOrder;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.mail.autoconfigure.MailProperties;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.ActiveProfiles;
import org.springframework.test.context.TestPropertySource;
import org.weft.mail.MailServers;
import org.weft.testing.PortalTest;
import org.weft.testing.TestClock;

/** A lead subscribes, tries it, gets it on Monday as the jobs of a portal send it, and stops it from the mail. */
@PortalTest
@ActiveProfiles("demo")
@TestPropertySource(properties = {"db-scheduler.enabled=true", "weft.reports.at-once=100"})
@TestInstance(Lifecycle.PER_CLASS)
@TestMethodOrder(OrderAnnotation.class)
class SubscriptionIT {

    private static final Duration PATIENCE = Duration.ofSeconds(90);
    private static final Pattern STOP = Pattern.compile("http\\S+/(subscription/[\\w-]+)");

    @LocalServerPort
    int port;

    @Autowired
    Scheduler scheduler;

    @Autowired
    TestClock clock;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    MailProperties mailProperties;

    GreenMail mail;
    Portal portal;

    @BeforeAll
    void open() {
        mail = MailServers.greenMail();
        MailServers.use(mailProperties, mail.getSmtp().getPort());
        portal = new Portal(port);
    }

    /** Others look at the same portal. */
    @AfterAll
    void close() {
        portal.close();
        MailServers.useNone(mailProperties);
        mail.stop();
        clock.set(TestClock.START);
        jdbc.sql("delete from report_subscription").update();
        jdbc.sql("delete from report_download").update();
    }

    private Walk as(String account, Page page) {
        Portal.signIn(page, account, "weft");
        return new Walk(page, portal.address());
    }

    private static Locator list(Walk walk) {
        return walk.page().locator(".weft-reports-subscriptions");
    }

    private static void inList(Walk walk, String words) {
        list(walk).getByText(words).first().waitFor();
    }

    /** The latest to somebody, once so many have come to whomever. */
    private MimeMessage received(int count, String account) throws MessagingException {
        assertThat(mail.waitForIncomingEmail(PATIENCE.toMillis(), count))
                .as("the portal sends it by itself")
                .isTrue();
        var address = jdbc.sql("select email from account where username = ?")
                .param(account)
                .query(String.class)
                .single();
        MimeMessage latest = null;
        for (var message : mail.getReceivedMessages()) {
            if (message.getAllRecipients()[0].toString().contains(address)) {
                latest = message;
            }
        }
        return Objects.requireNonNull(latest, "a mail to " + account);
    }

    private MimeMessage received(int count) throws MessagingException {
        return received(count, "director");
    }

    @Test
    @Order(2)
    void aLeadSubscribesGetsItOnMondayAndStopsItFromTheMail() throws Exception {
        var lead = as("director", portal.desktop());
        lead.go("reports").sees("Subscribe to a report above");
        lead.press("Subscribe: Team progress").sees("Next: Monday, November 23, 2026 at 7:00");
        lead.page().getByText("Every month").click();
        lead.sees("Next: Tuesday, December 1, 2026 at 7:00");
        lead.page().getByText("Every week").click();
        lead.sees("Next: Monday, November 23, 2026 at 7:00");
        look(lead, "subscribe");
        lead.confirm().sees("You find it under Subscriptions.");
        inList(lead, "every Monday at 7:00");
        lead.page().getByText("Send to me now").click();
        lead.sees("It is on its way to you by mail.");
        tried();
        lead.go("reports");
        inList(lead, "Your try:");
        look(lead, "subscriptions");
        others();

        onMonday();
        var stop = STOP.matcher(text(received(3)));
        assertThat(stop.find()).as("a way out").isTrue();
        var nobody = portal.desktop();
        nobody.navigate(portal.address() + "/" + stop.group(1));
        var walk = new Walk(nobody, portal.address());
        walk.sees("Stop this report?");
        look(walk, "unsubscribe");
        walk.press("Stop it for me").sees("This report no longer comes to you.").close();
        assertThat(((MimeMultipart) received(3, "hr").getContent())
                        .getBodyPart(0)
                        .getContent()
                        .toString())
                .as("the sample's, which is a link")
                .contains("The report is ready: ");
        lead.go("reports").sees("Subscribe to a report above").close();
    }

    /** The demonstration has one, of which nothing has gone out. */
    @Test
    @Order(1)
    void somebodyOfHrSeesASample() {
        var hr = as("hr", portal.desktop());
        hr.go("reports");
        inList(hr, "every Monday at 7:30");
        inList(hr, "Next: Monday, November 23, 2026 at 7:30");
        look(hr, "subscription-sample");
        hr.close();
        assertThat(jdbc.sql("select count(*) from report_run").query(Long.class).single())
                .isZero();
    }

    /** What a try brings is what the lead may see, and no more. */
    private void tried() throws Exception {
        var message = received(1);
        assertThat(message.getSubject()).startsWith("Try: Team progress, ");
        var file = ((MimeMultipart) message.getContent()).getBodyPart(1);
        try (var workbook = WorkbookFactory.create(
                new ByteArrayInputStream(file.getInputStream().readAllBytes()))) {
            assertThat((long) workbook.getSheet("People").getLastRowNum())
                    .isEqualTo(jdbc.sql("""
                                    select count(*) from participant pt
                                    where pt.cycle_id = (select cycle_id from report_download fetch first row only)
                                        and pt.person_id in (select v.person_id from visible_person v
                                            where v.viewer_id = (select person_id from account where username = 'director'))""").query(Long.class).single())
                    .isPositive();
        }
    }

    /** The job comes by once a minute; it need not be waited for. */
    private void onMonday() {
        clock.set(Instant.parse("2026-11-23T08:00:00Z"));
        scheduler.reschedule(TaskInstanceId.of("report-subscriptions", RecurringTask.INSTANCE), Instant.EPOCH);
        scheduler.triggerCheckForDueExecutions();
    }

    private static String text(MimeMessage message) throws Exception {
        var words = (MimeMultipart)
                ((MimeMultipart) message.getContent()).getBodyPart(0).getContent();
        return words.getBodyPart(0).getContent().toString();
    }

    private static void look(Walk walk, String name) {
        walk.page().waitForTimeout(300);
        BrowserTest.picture(walk.page(), name);
        assertThat(Axe.grave(walk.page())).as(name).isEmpty();
    }

    /** The same list, and the dialog, on a phone and at night. */
    private void others() {
        for (var page : List.of(portal.phone(), portal.desktopDark())) {
            var walk = as("director", page);
            walk.go("reports").sees("every Monday at 7:00");
            list(walk).scrollIntoViewIfNeeded();
            look(walk, "subscriptions-" + page.viewportSize().width);
            list(walk).getByText("Change").click();
            walk.sees("Next: Monday, November 23, 2026");
            look(walk, "subscription-change-" + page.viewportSize().width);
            assertThat((Integer) page.evaluate("document.documentElement.scrollWidth"))
                    .isLessThanOrEqualTo(page.viewportSize().width);
            walk.close();
        }
    }
}
