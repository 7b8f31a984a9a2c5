package org.weft.browser;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.GreenMailUtil;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.options.AriaRole;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.regex.Pattern;
import org.apache.poi.ss.usermodel.CellType;
import org.apache.poi.ss.usermodel.DateUtil;
import org.apache.poi.ss.usermodel.WorkbookFactory;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.mail.autoconfigure.MailProperties;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.TestPropertySource;
import org.weft.access.SignInLinks;
import org.weft.mail.MailServers;
import org.weft.testing.PortalTest;
import org.weft.testing.TestClock;

/** One quarter of a real organisation, from an empty portal to the executive's workbook, in a real browser. */
@PortalTest
@TestPropertySource(properties = {"db-scheduler.enabled=true", "db-scheduler.polling-interval=1s"})
@TestInstance(Lifecycle.PER_CLASS)
class JourneyIT {

    private static final Path DIRECTORY = Path.of(
                    Optional.ofNullable(System.getenv("WEFT_REAL_DATA")).orElse("../shared/data"))
            .resolve("HRDataset_v14.csv");
    private static final String PASSWORD = "a loom and a shuttle";
    private static final String MANAGER = "Kissy Sullivan";

    @LocalServerPort
    int port;

    @Autowired
    SignInLinks links;

    @Autowired
    TestClock clock;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    MailProperties mailProperties;

    @TempDir
    Path folder;

    GreenMail mail;
    Portal portal;

    @BeforeAll
    void open() {
        Assumptions.assumeTrue(
                Files.exists(DIRECTORY),
                "The real directory is not at " + DIRECTORY.toAbsolutePath() + "; name its folder in WEFT_REAL_DATA");
        mail = MailServers.greenMail();
        MailServers.use(mailProperties, mail.getSmtp().getPort());
        portal = new Portal(port);
    }

    @AfterAll
    void close() {
        if (portal != null) {
            portal.close();
            mail.stop();
            MailServers.useNone(mailProperties);
        }
    }

    @Test
    void aQuarterOfARealOrganisation() throws Exception {
        createTheFirstAdministrator();
        var hr = signedIn("root");
        importPeople(hr);
        giveAddresses(hr);
        planTheQuarter(hr);
        useTheLibrary(hr);
        assignPerRole(hr);
        addAccount(hr, "kissy", MANAGER, "Manager");
        addAccount(hr, "janet", "Janet King", "Executive");
        hr.close();

        clock.set(Instant.parse("2027-02-10T09:00:00Z"));
        var manager = signedIn("kissy");
        watchProgress(manager);
        logAConversation(manager);
        review(manager);
        waive(manager);
        remind(manager);
        export(manager);
        manager.close();

        var executive = signedIn("janet");
        readTheFigures(executive);
        executive.close();
    }

    /** Step 1, without the demonstration: the link in the log. */
    private void createTheFirstAdministrator() {
        var link = links.forFirstAdministrator().orElseThrow();
        var page = portal.desktop();
        page.navigate(portal.address() + link.substring(link.indexOf("/setup/")));
        var walk = new Walk(page, portal.address());
        walk.fill("Username", "root").fill("Name", "Grace Hopper").fill("Password", PASSWORD);
        walk.fill("Password again", PASSWORD).press("Create the account");
        walk.sees("You can sign in now.").close();
    }

    /** Step 2: the real file, untouched. */
    private void importPeople(Walk hr) {
        hr.go("people/import");
        hr.page().locator("vaadin-upload input[type=file]").setInputFiles(DIRECTORY);
        hr.press("Check the file").press("Import 311 people");
        hr.page().locator(".weft-people-result").waitFor();
        assertThat(count("select count(*) from person")).isEqualTo(311);
        assertThat(count("select count(*) from person where active")).isEqualTo(207);
        assertThat(count("select count(*) from team where kind = 'DEPARTMENT'")).isEqualTo(6);
        assertThat(count("select count(*) from person where display_name = 'Kissy Sullivan'"))
                .isEqualTo(1);
    }

    private void giveAddresses(Walk hr) {
        hr.go("people?email=none");
        hr.page().locator(".weft-banner:visible vaadin-button").last().click();
        hr.page().locator("vaadin-dialog input").fill("{first}.{last}@example.com");
        hr.page().locator(".weft-people-addresses-outcome li").first().waitFor();
        hr.confirm();
        hr.page().locator(".weft-people-addresses-outcome").waitFor(Walk.GONE);
        assertThat(count("select count(*) from person where active and email is null"))
                .isZero();
    }

    /** Step 3: the next quarter is offered; a cohort by a rule. */
    private void planTheQuarter(Walk hr) {
        hr.go("programs").press("Add program");
        hr.fill("Name", "Bridges")
                .fill("Purpose", "Everybody knows the step before and after")
                .press("Add program");
        hr.page().locator("h1").getByText("Bridges").waitFor();
        hr.press("Add cycle");
        assertThat(hr.field("Name").inputValue()).isEqualTo("Q1 2027");
        hr.press("Add cycle").sees("Q1 2027 added");
        hr.press("Add cohort").fill("Name", "The floor").pick("Lead", MANAGER);
        hr.page().getByText("By a rule, to be evaluated again whenever I want").click();
        hr.pick("Team and all below it", "Production");
        hr.page().locator("vaadin-dialog").getByText("people join").first().waitFor();
        hr.press("Add cohort").sees("The floor added");
        assertThat(count("select count(*) from participant")).isEqualTo(count("""
                                select count(*) from person p join team_closure c on c.team_id = p.team_id
                                join team t on t.id = c.ancestor_id where p.active and t.name = 'Production'"""));
    }

    /** Step 4: it ships with 80 objectives; one is copied, edited and retired. */
    private void useTheLibrary(Walk hr) {
        hr.go("library").sees("80 objectives");
        assertThat(count("select count(*) from objective_template where shipped"))
                .isEqualTo(80);
        var first = jdbc.sql("select title from objective_template order by code fetch next 1 rows only")
                .query(String.class)
                .single();
        hr.page().locator("vaadin-grid-cell-content").getByText(first).first().click();
        hr.press("Copy").sees("New objective");
        var save = hr.page().locator(".weft-objectives-panel-foot vaadin-button[theme~=primary]");
        hr.fill("Code", "OURS-1");
        save.click();
        hr.sees("Objective OURS-1 added").fill("Target", "7");
        save.click();
        hr.sees("Objective OURS-1 saved");
        assertThat(count("select target from objective_template where code = 'OURS-1'"))
                .isEqualTo(7);
        hr.press("Retire").sees("Objective OURS-1 retired");
        assertThat(count("select count(*) from objective_template where retired and not shipped"))
                .isEqualTo(1);
    }

    /** Step 5: preview, confirm, take back, and confirm again. */
    private void assignPerRole(Walk hr) {
        hr.go("assign");
        hr.page()
                .getByRole(AriaRole.RADIO)
                .filter(new Locator.FilterOptions())
                .first()
                .waitFor();
        hr.page().getByText("The floor").first().click();
        hr.press("Choose objectives");
        var objectives = hr.page().locator(".weft-objectives-line:visible vaadin-checkbox");
        objectives.nth(0).locator("input").check();
        objectives.nth(1).locator("input").check();
        hr.press("See preview");
        hr.page()
                .locator("vaadin-button[theme~=primary]:visible")
                .getByText(Pattern.compile("Assign [\\d,]+ objectives to"))
                .click();
        hr.page().locator(".weft-objectives-result").waitFor();
        var assigned = count("select count(*) from assignment");
        assertThat(assigned).isPositive();
        hr.press("Undo").sees("taken back");
        assertThat(count("select count(*) from assignment")).isZero();
        hr.press("Back to the choice").press("See preview");
        hr.page()
                .locator("vaadin-button[theme~=primary]:visible")
                .getByText(Pattern.compile("Assign [\\d,]+ objectives to"))
                .click();
        hr.page().locator(".weft-objectives-result").waitFor();
        assertThat(count("select count(*) from assignment")).isEqualTo(assigned);
    }

    private void addAccount(Walk admin, String username, String person, String role) {
        admin.go("accounts").press("Add account");
        admin.fill("Username", username).pick("Person in the directory", person);
        admin.tick(role).press("Save");
        var link = admin.page().locator("#password-link input").inputValue();
        var page = portal.desktop();
        page.navigate(portal.address() + link.substring(link.indexOf("/setup/")));
        var walk = new Walk(page, portal.address());
        walk.fill("Password", PASSWORD).fill("Password again", PASSWORD).press("Set the password");
        walk.sees("You can sign in now.").close();
    }

    /** Step 6: list, filter in the address, matrix, a person. */
    private void watchProgress(Walk manager) {
        manager.go("progress");
        manager.page().locator("vaadin-grid vaadin-checkbox").nth(1).waitFor();
        var everybody = count("select count(*) from participant");
        manager.sees(everybody + " of " + everybody);
        manager.page().getByText(Pattern.compile("Not started \\d+")).first().click();
        manager.page().waitForURL(Pattern.compile(".*state=.*"));
        manager.page().reload();
        manager.page().locator("vaadin-grid vaadin-checkbox").nth(1).waitFor();
        manager.go("progress/matrix");
        manager.page().locator(".weft-progress-matrix-code").first().waitFor();
    }

    /** Step 7: progress moves at once. */
    private void logAConversation(Walk manager) {
        manager.go("person/" + member()).sees("Objectives");
        manager.press("Log a conversation");
        manager.pick("Who took part", "Janet King");
        manager.fill("What was exchanged", "Where the parts wait, and why <b>now</b> =cmd() 🙂");
        var counts =
                manager.page().locator("vaadin-dialog vaadin-checkbox:visible").first();
        counts.waitFor();
        if (!counts.locator("input").isChecked()) {
            counts.locator("input").check();
        }
        manager.press("Log conversation").sees("Conversation logged");
        assertThat(count("select count(*) from participant where person_id = " + member() + " and progress > 0"))
                .isEqualTo(1);
        assertThat(count("select conversation_count from participant where person_id = " + member()))
                .isEqualTo(1);
    }

    /** Step 7, further: submitted for somebody without an account, returned, submitted again and completed. */
    private void review(Walk manager) {
        manager.go("person/" + member()).press("Submit for review").confirm();
        manager.press("Return").fill("What is missing?", "Who else was there?").confirm();
        manager.sees("Who else was there?");
        manager.press("Submit for review").confirm();
        manager.press("Complete").confirm().sees("Completed");
        assertThat(count("select count(*) from assignment where status = 'COMPLETED'"))
                .isEqualTo(1);
        assertThat(count("select completed_count from participant where person_id = " + member()))
                .isEqualTo(1);
    }

    private void waive(Walk manager) {
        manager.go("person/" + member());
        manager.page().locator("[aria-label^='More for']").last().click();
        manager.page().getByRole(AriaRole.MENUITEM).getByText("Waive").click();
        manager.fill("Reason", "On leave until April").confirm();
        manager.sees("Waived");
        assertThat(count("select count(*) from assignment where status = 'WAIVED' and ended_reason like 'On leave%'"))
                .isEqualTo(1);
    }

    /** Step 8: mail through a real server, HTML and text, with a link into the portal. */
    private void remind(Walk manager) throws Exception {
        manager.go("progress");
        manager.page()
                .locator("vaadin-grid vaadin-checkbox")
                .nth(1)
                .locator("input")
                .check();
        manager.page()
                .locator("vaadin-grid vaadin-checkbox")
                .nth(2)
                .locator("input")
                .check();
        manager.press("Send reminder").sees("2 people get it");
        manager.press("Send 2 reminders").sees("2 reminders are being sent.");
        assertThat(mail.waitForIncomingEmail(Duration.ofSeconds(30).toMillis(), 2))
                .as("two reminders arrive at the mail server")
                .isTrue();
        var raw = GreenMailUtil.getWholeMessage(mail.getReceivedMessages()[0]);
        assertThat(raw).contains("multipart/alternative", "text/plain", "text/html");
        assertThat(raw.replace("=\r\n", "")).contains("https://weft.example.com/my-plan");
        // The server has a mail before the portal has written its answer down.
        await().untilAsserted(() -> assertThat(count("select count(*) from message where status = 'SENT'"))
                .isEqualTo(2));
    }

    /** Step 9: what the grid shows, read back by two libraries. */
    private void export(Walk manager) throws IOException {
        manager.go("progress");
        manager.page().locator("vaadin-grid vaadin-checkbox").nth(1).waitFor();
        var file = manager.download(() -> manager.press("Export to Excel"), folder);
        var rows = (int) count("select count(*) from participant");
        try (var workbook = WorkbookFactory.create(file.toFile(), null, true)) {
            var sheet = workbook.getSheetAt(0);
            assertThat(sheet.getLastRowNum()).isEqualTo(rows);
            assertThat(sheet.getPaneInformation().isFreezePane()).isTrue();
            var dates = 0;
            for (var cell : sheet.getRow(1)) {
                if (cell.getCellType() == CellType.NUMERIC && DateUtil.isCellDateFormatted(cell)) {
                    dates++;
                }
            }
            assertThat(dates).as("real dates").isPositive();
            assertThat(workbook.getNumberOfSheets()).isEqualTo(2);
        }
        try (var workbook = new ReadableWorkbook(file.toFile());
                var read = workbook.getFirstSheet().openStream()) {
            assertThat(read.count()).isEqualTo(rows + 1L);
        }
    }

    /** Step 10: charts, and the quarter's workbook. */
    private void readTheFigures(Walk executive) throws IOException {
        executive.go("insight").sees("How far is each department?");
        executive.page().locator("x-chart canvas, x-chart svg").first().waitFor();
        var file = executive.download(() -> executive.press("Download the quarter's workbook"), folder);
        try (var workbook = WorkbookFactory.create(file.toFile(), null, true)) {
            assertThat(workbook.getNumberOfSheets()).isGreaterThanOrEqualTo(3);
            assertThat(workbook.getSheet("Facts"))
                    .as("executives get no personal rows")
                    .isNull();
        }
    }

    private Walk signedIn(String username) {
        var page = portal.desktop();
        Portal.signIn(page, username, PASSWORD);
        return new Walk(page, portal.address());
    }

    /** The first active person who reports to the manager and takes part. */
    private long member() {
        return count("""
                select min(p.id) from person p join person m on m.id = p.manager_id
                join participant t on t.person_id = p.id
                join assignment a on a.participant_id = t.id
                where m.display_name = 'Kissy Sullivan' and p.active""");
    }

    private long count(String sql) {
        return jdbc.sql(sql).query(Long.class).single();
    }
}
