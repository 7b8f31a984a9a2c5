package org.weft.reports.downloads;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.time.Duration;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicBoolean;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.test.context.TestPropertySource;
import org.springframework.transaction.PlatformTransactionManager;
import org.weft.access.AccountDetails;
import org.weft.access.ExecutiveReach;
import org.weft.access.Role;
import org.weft.base.InvalidInputException;
import org.weft.base.NotFoundException;
import org.weft.reports.Quarter;
import org.weft.reports.ReportKind;
import org.weft.reports.ReportRequest;
import org.weft.testing.Fixture;
import org.weft.testing.Race;
import org.weft.testing.SignedIn;
import org.weft.testing.TestClock;
import org.weft.testing.WeftTest;

@WeftTest
@TestPropertySource(properties = "weft.reports.at-once=10")
class ReportDownloadsTest {

    private static final long HR = 77;
    private static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");

    @Autowired
    private ReportDownloads downloads;

    @Autowired
    private DownloadStore store;

    @Autowired
    private ReportMaker maker;

    @Autowired
    private Fixture fixture;

    @Autowired
    private TestClock clock;

    @Autowired
    private PlatformTransactionManager transactions;

    private Quarter quarter;

    @BeforeEach
    void quarter() {
        quarter = new Quarter(fixture);
        quarter.assign(quarter.salesPeople[1], "COMPLETED", Quarter.PAST);
        // More than what progress is told after.
        for (var i = 0; i < 120; i++) {
            fixture.conversation(Quarter.PAST, quarter.salesPeople[1], quarter.productionPeople[1]);
        }
        account(HR, Role.HR);
        SignedIn.with(details(HR, Role.HR));
    }

    private void account(long id, Role... roles) {
        fixture.account(id, "Account " + id, null);
        for (var role : roles) {
            fixture.jdbc()
                    .sql("insert into account_role (account_id, role) values (?, ?)")
                    .params(id, role.name())
                    .update();
        }
    }

    private static AccountDetails details(long id, Role... roles) {
        return new AccountDetails(
                id,
                "account" + id,
                "Account " + id,
                null,
                true,
                Set.of(roles),
                null,
                ExecutiveReach.WHOLE,
                Locale.ENGLISH,
                ZoneOffset.UTC);
    }

    private ReportRequest facts() {
        return new ReportRequest(ReportKind.FACTS, quarter.cycle, Locale.GERMAN, BERLIN);
    }

    private long ask() {
        return downloads.ask(facts()).orElseThrow().id();
    }

    /** As a job does, on a thread nobody is signed in on. */
    private boolean make(long id) {
        return CompletableFuture.supplyAsync(() -> maker.make(id, () -> false)).join();
    }

    private ReportDownload only() {
        assertThat(downloads.list()).hasSize(1);
        return downloads.list().getFirst();
    }

    private long pieces() {
        return fixture.count("report_piece");
    }

    private static List<String> sheets(ReportFile file) throws IOException {
        try (var in = file.content()) {
            var bytes = in.readAllBytes();
            assertThat(bytes).hasSize((int) file.size());
            try (var workbook = new XSSFWorkbook(new ByteArrayInputStream(bytes))) {
                assertThat(workbook.getSheet("Personen").getLastRowNum()).isEqualTo(13);
                return List.of(workbook.getSheetName(0), workbook.getSheetName(3));
            }
        }
    }

    @Test
    void aLargeOneIsMadeAndHandedOutInTheLanguageItWasAskedForIn() throws IOException {
        var id = ask();

        assertThat(only().state()).isEqualTo(DownloadState.WAITING);
        assertThat(only().expectedRows()).isEqualTo(13);
        assertThat(only().requestedAt()).isEqualTo(TestClock.START);
        assertThat(fixture.count("scheduled_tasks")).isOne();
        assertThat(make(id)).isTrue();

        assertThat(only().state()).isEqualTo(DownloadState.READY);
        assertThat(only().expiresAt()).isEqualTo(TestClock.START.plus(Duration.ofDays(7)));
        var file = downloads.open(id);
        assertThat(file.name()).isEqualTo("Weft Q4 2026 Alle Einzeldaten, 2026-11-17.xlsx");
        assertThat(sheets(file)).containsExactly("Überblick", "Personen");
        assertThat(fixture.jdbc()
                        .sql("select action || ' ' || actor_id from audit_entry order by id")
                        .query(String.class)
                        .list())
                .containsExactly("REPORT_MADE 77", "REPORT_FETCHED 77");
    }

    @Test
    void aSmallOneIsForTheReaderToHaveAtOnce() {
        assertThat(downloads.ask(new ReportRequest(ReportKind.EXECUTIVE, quarter.cycle, Locale.ENGLISH, BERLIN)))
                .isEmpty();
        assertThat(fixture.count("report_download")).isZero();
        assertThat(fixture.count("scheduled_tasks")).isZero();
    }

    @Test
    void whoAsksTwiceGetsTheOneThatIsUnderWay() {
        var id = ask();
        var again = downloads.ask(facts()).orElseThrow();

        assertThat(again.id()).isEqualTo(id);
        assertThat(again.again()).isTrue();
        make(id);
        assertThat(ask()).as("a new one, once the first is there").isNotEqualTo(id);
    }

    @Test
    void twoWhoAskAtTheSameMomentGetOne() throws Exception {
        var account = details(HR, Role.HR);
        var slower = Race.between(transactions, () -> downloads.ask(facts()), () -> {
            SignedIn.with(account);
            return downloads.ask(facts()).orElseThrow();
        });

        assertThat(slower.again()).isTrue();
        assertThat(slower.id()).isEqualTo(only().id());
        assertThat(fixture.count("scheduled_tasks")).isOne();
    }

    @Test
    void oneThatWaitsIsCancelledAndNeverMade() {
        var id = ask();
        downloads.cancel(id);

        assertThat(make(id)).isTrue();
        assertThat(only().state()).isEqualTo(DownloadState.CANCELLED);
        assertThat(pieces()).isZero();
        assertThat(fixture.count("audit_entry")).isZero();
        downloads.remove(id);
        assertThat(downloads.list()).isEmpty();
    }

    @Test
    void oneThatIsBeingMadeIsCancelledAndLeavesNothing() {
        var id = ask();
        var cancelled = new AtomicBoolean();
        maker.make(id, () -> {
            if (!cancelled.getAndSet(true)) {
                assertThat(only(id)).isEqualTo("RUNNING");
                CompletableFuture.runAsync(() -> store.cancel(HR, id)).join();
            }
            return false;
        });

        assertThat(cancelled).isTrue();
        assertThat(only().state()).isEqualTo(DownloadState.CANCELLED);
        assertThat(pieces()).isZero();
        assertThat(fixture.count("audit_entry")).as("nothing was taken out").isZero();
        assertThatThrownBy(() -> downloads.open(id)).isInstanceOf(NotFoundException.class);
    }

    private String only(long id) {
        return CompletableFuture.supplyAsync(
                        () -> (String) fixture.row("report_download", id).get("state"))
                .join();
    }

    @Test
    void whatACrashLeftIsGoneWithTheNextStartAndTheDeadWriteNoMore() throws IOException {
        var id = ask();
        var dead = store.begin(id).orElseThrow();
        assertThat(store.add(dead, 0, new byte[] {1, 2, 3})).isTrue();
        assertThat(store.add(dead, 1, new byte[] {4, 5, 6})).isTrue();
        assertThatThrownBy(() -> downloads.open(id)).as("half a file").isInstanceOf(NotFoundException.class);

        var alive = store.begin(id).orElseThrow();
        assertThat(pieces()).isZero();
        assertThat(store.add(dead, 2, new byte[] {7})).isFalse();
        assertThat(store.progress(dead, 10)).isFalse();
        store.ready(dead, "half.xlsx", new MadeFor(Set.of(Role.HR), null, ExecutiveReach.WHOLE));
        assertThat(only().state()).isEqualTo(DownloadState.RUNNING);
        assertThat(store.progress(alive, 10)).isTrue();

        make(id);
        assertThat(sheets(downloads.open(id))).hasSize(2);
    }

    @Test
    void aThreadThatIsKilledInTheMiddleLeavesAReportThatIsMadeAnew() throws IOException {
        var id = ask();
        assertThatThrownBy(() -> maker.make(id, () -> {
                    throw new StackOverflowError("killed");
                }))
                .isInstanceOf(StackOverflowError.class);
        assertThat(only().state()).isEqualTo(DownloadState.RUNNING);

        make(id);
        assertThat(sheets(downloads.open(id))).hasSize(2);
        assertThat(fixture.count("audit_entry")).isEqualTo(2);
    }

    @Test
    void whatNodesDieOfIsGivenUp() {
        var id = ask();
        for (var i = 0; i < ReportMaker.ATTEMPTS; i++) {
            store.begin(id);
        }

        assertThat(make(id)).isTrue();
        assertThat(only().state()).isEqualTo(DownloadState.FAILED);
        assertThat(only().problem().key()).isEqualTo("reports.download.failed.attempts");
        assertThat(only().problem().args()).containsExactly("3");
    }

    @Test
    void aNodeThatIsShutDownLeavesItToAnother() {
        var id = ask();
        for (var i = 0; i < ReportMaker.ATTEMPTS + 1; i++) {
            assertThat(maker.make(id, () -> true)).isFalse();
            assertThat(only().state()).isEqualTo(DownloadState.WAITING);
            assertThat(pieces()).isZero();
        }

        make(id);
        assertThat(only().state()).isEqualTo(DownloadState.READY);
    }

    @Test
    void aNodeMakesNoMoreThanSoManyAtATime() {
        var id = ask();
        account(78, Role.HR);
        SignedIn.with(details(78, Role.HR));
        var other = ask();
        account(79, Role.HR);
        SignedIn.with(details(79, Role.HR));
        var third = ask();
        var refused = new AtomicBoolean();
        maker.make(id, () -> {
            CompletableFuture.runAsync(() -> maker.make(other, () -> {
                        refused.set(!maker.make(third, () -> false));
                        return false;
                    }))
                    .join();
            return false;
        });

        assertThat(refused).isTrue();
        assertThat(only().state()).isEqualTo(DownloadState.WAITING);
        make(third);
        assertThat(only().state()).isEqualTo(DownloadState.READY);
    }

    @ParameterizedTest
    @EnumSource(
            value = Role.class,
            names = {"HR", "EXECUTIVE"})
    void nobodyElseSeesFetchesCancelsOrRemovesIt(Role role) {
        var waiting = ask();
        SignedIn.with(details(78, role));
        downloads.cancel(waiting);
        SignedIn.with(details(HR, Role.HR));
        assertThat(only().state()).isEqualTo(DownloadState.WAITING);
        make(waiting);

        SignedIn.with(details(78, role));
        assertThat(downloads.list()).isEmpty();
        assertThatThrownBy(() -> downloads.open(waiting)).isInstanceOf(NotFoundException.class);
        downloads.remove(waiting);
        SignedIn.with(details(HR, Role.HR));
        assertThat(only().state()).isEqualTo(DownloadState.READY);
    }

    @Test
    void whoMaySeeLessByNowDoesNotGetTheFileAnyMore() {
        var id = ask();
        make(id);

        SignedIn.with(details(HR, Role.MANAGER, Role.EXECUTIVE));
        assertThat(only().state()).isEqualTo(DownloadState.WITHHELD);
        assertThatThrownBy(() -> downloads.open(id)).isInstanceOf(NotFoundException.class);
        SignedIn.with(details(HR, Role.HR, Role.EXECUTIVE));
        assertThat(only().state()).as("more than before").isEqualTo(DownloadState.READY);
        SignedIn.with(details(HR, Role.MEMBER));
        assertThatThrownBy(downloads::list).isInstanceOf(AccessDeniedException.class);
        assertThatThrownBy(() -> downloads.open(id)).isInstanceOf(AccessDeniedException.class);
    }

    @Test
    void itIsMadeWithTheRolesTheAccountHasByThen() {
        var id = ask();
        fixture.jdbc().sql("update account_role set role = 'MANAGER'").update();
        make(id);

        assertThat(only().state()).isEqualTo(DownloadState.FAILED);
        assertThat(only().problem().key()).isEqualTo("reports.download.failed.denied");
        assertThat(pieces()).isZero();
        fixture.jdbc().sql("update account_role set role = 'HR'").update();
        fixture.jdbc().sql("update account set active = false").update();
        var other = ask();
        make(other);
        assertThat(downloads.list()).extracting(ReportDownload::state).containsOnly(DownloadState.FAILED);
        assertThat(fixture.count("audit_entry")).isZero();
    }

    @Test
    void theThreadBelongsToNobodyAfterwards() {
        var id = ask();
        var after = CompletableFuture.supplyAsync(() -> {
                    maker.make(id, () -> false);
                    return SecurityContextHolder.getContext().getAuthentication() == null;
                })
                .join();

        assertThat(after).isTrue();
        assertThat(only().state()).isEqualTo(DownloadState.READY);
    }

    @Test
    void whatCannotBeMadeSaysWhy() {
        var id = ask();
        fixture.jdbc().sql("delete from assignment").update();
        fixture.jdbc().sql("delete from participant").update();
        make(id);

        assertThat(only().state()).isEqualTo(DownloadState.FAILED);
        assertThat(only().problem().key()).isIn("reports.workbook.nothing", "reports.download.failed.denied");
    }

    @Test
    void whatIsOverIsHiddenAtOnceAndDeletedAtNight() {
        var id = ask();
        make(id);
        clock.advance(Duration.ofDays(7));

        assertThat(downloads.list()).isEmpty();
        assertThatThrownBy(() -> downloads.open(id)).isInstanceOf(NotFoundException.class);
        assertThat(pieces()).isPositive();
        var kept = ask();
        make(kept);
        store.clean();
        assertThat(only().id()).isEqualTo(kept);
        assertThat(fixture.count("report_download")).isOne();
        assertThat(pieces()).isOne();
    }

    @Test
    void theOldestGoWhereThereAreTooMany() {
        var ready = ask();
        make(ready);
        for (var i = 0; i < 19; i++) {
            clock.advance(Duration.ofMinutes(1));
            downloads.cancel(ask());
        }
        assertThat(downloads.list())
                .hasSize(20)
                .last()
                .extracting(ReportDownload::id)
                .isEqualTo(ready);

        ask();
        assertThat(downloads.list()).hasSize(20).extracting(ReportDownload::id).doesNotContain(ready);
        assertThat(pieces()).isZero();
    }

    @Test
    void noAccountHasTooManyUnderWay() {
        for (var i = 0; i < 20; i++) {
            var cycle = fixture.cycle();
            store.insert(HR, new ReportRequest(ReportKind.FACTS, cycle, Locale.ENGLISH, BERLIN), "Q", "", 1);
        }

        assertThatThrownBy(this::ask).isInstanceOf(InvalidInputException.class);
        assertThat(fixture.count("scheduled_tasks")).isZero();
    }

    @Test
    void nobodyAsksForWhatTheyMayNotHave() {
        SignedIn.with(details(HR, Role.EXECUTIVE));
        assertThatThrownBy(this::ask).isInstanceOf(AccessDeniedException.class);
        SignedIn.with(details(HR, Role.MEMBER));
        assertThatThrownBy(this::ask).isInstanceOf(AccessDeniedException.class);
        assertThat(fixture.count("report_download")).isZero();
    }
}
