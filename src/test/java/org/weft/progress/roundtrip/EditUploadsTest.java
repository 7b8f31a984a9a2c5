package org.weft.progress.roundtrip;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Date;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import org.apache.poi.ss.usermodel.DataValidationConstraint.ValidationType;
import org.apache.poi.xssf.usermodel.XSSFSheet;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import org.weft.access.KeptFigureRow;
import org.weft.access.KeptFigureService;
import org.weft.access.Role;
import org.weft.access.Scope;
import org.weft.base.InvalidInputException;
import org.weft.base.NotFoundException;
import org.weft.base.StaleEditException;
import org.weft.objectives.AssignmentRow;
import org.weft.objectives.AssignmentService;
import org.weft.objectives.AssignmentStatus;
import org.weft.objectives.CheckIn;
import org.weft.objectives.Health;
import org.weft.objectives.PlanFigures;
import org.weft.programs.BulkProgress;
import org.weft.programs.CycleService;
import org.weft.programs.LeadChanges;
import org.weft.progress.ProgressFilter;
import org.weft.progress.ProgressSort;
import org.weft.progress.Statements;
import org.weft.progress.roundtrip.EditedRow.EditedField;
import org.weft.testing.Fixture;
import org.weft.testing.Race;
import org.weft.testing.SignedIn;
import org.weft.testing.TestClock;
import org.weft.testing.WeftTest;

/** Objectives out into a workbook, edited there, and in again: what is told, what is refused, and what is done. */
@WeftTest
class EditUploadsTest {

    private static final Scope ALL = new Scope.Everybody();
    private static final LocalDate DUE = LocalDate.of(2026, 12, 1);

    @Autowired
    EditWorkbook workbook;

    @Autowired
    EditUploads uploads;

    @Autowired
    AssignmentService assignments;

    @Autowired
    LeadChanges leadChanges;

    @Autowired
    CycleService cycles;

    @Autowired
    PlanFigures figures;

    @Autowired
    KeptFigureService keptFigures;

    @Autowired
    UploadStore store;

    @Autowired
    PlatformTransactionManager transactions;

    @Autowired
    TestClock clock;

    @Autowired
    Fixture fixture;

    @TempDir
    Path folder;

    private long boss;
    private long lena;
    private long cycle;
    private long cohort;
    private long first;
    private long second;
    private long ada;
    private long alan;

    @BeforeEach
    void twoPeople() {
        boss = fixture.person("Bertha", "Boss").level("MANAGER").add();
        lena = fixture.person("Lena", "Lead").level("MANAGER").add();
        cycle = fixture.cycle();
        cohort = fixture.cohort(cycle, "First", boss);
        first = fixture.template("X1", "FRONT_LINE", 3);
        second = fixture.template("X2", "FRONT_LINE", 3);
        ada = participant("Ada", first, second);
        alan = participant("Alan", first);
        SignedIn.as(Role.HR);
    }

    @Test
    void aRowForEachObjectiveSaysWhatCanBeEditedAndHow() {
        var book = export();
        assertThat(book.headers())
                .containsExactly(
                        "Name",
                        "Number",
                        "E-mail",
                        "Cohort",
                        "Code",
                        "Objective",
                        "Achieved",
                        "Unit",
                        "Due date",
                        "Target",
                        "Status",
                        "Reason",
                        "Lead",
                        "Weft key");
        assertThat(book.rows()).isEqualTo(3);
        var row = book.row("Ada Member", "X2");
        assertThat(List.of(book.text(row, "Status"), book.text(row, "Target"), book.text(row, "Lead")))
                .containsExactly("Not started", "3", "bertha.boss@example.com");
        var sheet = (XSSFSheet) book.sheet();
        assertThat(sheet.isColumnHidden(13)).isTrue();
        assertThat(sheet.getTables()).hasSize(1);
        assertThat(sheet.getDataValidations())
                .extracting(rule -> rule.getValidationConstraint().getValidationType())
                .hasSize(14)
                .contains(ValidationType.DATE, ValidationType.INTEGER, ValidationType.LIST);
        assertThat(book.book().getSheetAt(1).getSheetName()).isEqualTo("How to");
        assertThat(audited("OBJECTIVES_EXPORTED")).isOne();
    }

    @Test
    void whatWasNotTouchedChangesNothing() {
        var upload = upload(export());
        assertThat(upload)
                .extracting(EditUpload::rows, EditUpload::untouched, EditUpload::problems, EditUpload::ready)
                .containsExactly(3, 3, 0, false);
        assertThat(upload.counts().changes()).isZero();
    }

    @Test
    void whatWasEditedIsShownAndDone() {
        var upload = upload(export().type("Ada Member", "X1", "Due date", DUE.plusDays(5))
                .type("Ada Member", "X1", "Target", 4)
                .type("Ada Member", "X2", "Status", "waived")
                .type("Ada Member", "X2", "Reason", "=On leave")
                .type("Alan Member", "X1", "Status", "In progress")
                .type("Alan Member", "X1", "Lead", "LENA.LEAD@example.com"));

        assertThat(upload.counts()).isEqualTo(new EditCounts(3, 1, 1, 2, 1, 2, 0, 0, 0, 0));
        assertThat(rows(upload, false))
                .extracting(EditedRow::name, EditedRow::code)
                .containsExactlyInAnyOrder(
                        tuple("Ada Member", "X1"), tuple("Ada Member", "X2"), tuple("Alan Member", "X1"));
        assertThat(changes(upload, "Ada Member", "X1"))
                .containsExactly(
                        new EditedField(EditField.DUE, DUE, DUE, DUE.plusDays(5), Verdict.CHANGE),
                        new EditedField(EditField.TARGET, 3, 3, 4, Verdict.CHANGE));
        assertThat(changes(upload, "Alan Member", "X1"))
                .contains(new EditedField(EditField.LEAD, "Bertha Boss", "Bertha Boss", "Lena Lead", Verdict.CHANGE));
        assertThat(row(ada, "X1").dueOn()).isEqualTo(DUE);

        var applied = uploads.apply(ALL, upload.id(), BulkProgress.SILENT);

        assertThat(applied.applied()).isTrue();
        assertThat(row(ada, "X1"))
                .extracting(AssignmentRow::dueOn, AssignmentRow::target)
                .containsExactly(DUE.plusDays(5), 4);
        assertThat(row(ada, "X2").status()).isEqualTo(AssignmentStatus.WAIVED);
        assertThat(row(alan, "X1").status()).isEqualTo(AssignmentStatus.IN_PROGRESS);
        assertThat(fixture.row("participant", alan))
                .containsEntry("lead_id", lena)
                .containsEntry("lead_by_hand", true);
        assertThat(fixture.row("participant", ada))
                .containsEntry("next_due_on", Date.valueOf(DUE.plusDays(5)))
                .containsEntry("live_count", 1);
        assertThat(notes()).contains("due: 2026-12-01 → 2026-12-06; target: 3 → 4", "=On leave");
        assertThat(List.of(
                        audited("ASSIGNMENT_CHANGED"),
                        audited("ASSIGNMENT_WAIVED"),
                        audited("ASSIGNMENT_STARTED"),
                        audited("LEAD_CHANGED"),
                        audited("OBJECTIVES_EDITED")))
                .containsOnly(1);
        assertProven("plans", "directory-copy");
        // Who asks again gets the same answer, and nothing happens twice.
        clock.advance(Duration.ofMinutes(1));
        assertThat(uploads.apply(ALL, upload.id(), BulkProgress.SILENT)).isEqualTo(applied);
        assertThat(audited("ASSIGNMENT_CHANGED")).isOne();
    }

    @Test
    void everyCellThatCannotBeIsNamedAtOnceAndNothingIsApplied() {
        fixture.person("Twin", "One").email("twin@example.com").add();
        fixture.person("Twin", "Two").email("Twin@example.com").add();
        fixture.person("Gone", "Away").inactive().add();
        participant("Grace", first, second);
        participant("Hedy", first, second);
        var other = export();
        var book = export().type("Ada Member", "X1", "Due date", "31.02.2026")
                .type("Ada Member", "X1", "Target", 0)
                .type("Ada Member", "X2", "Status", "Finished")
                .type("Alan Member", "X1", "Status", "Completed")
                .type("Alan Member", "X1", "Lead", "nobody@example.com")
                .type("Grace Member", "X1", "Due date", LocalDate.of(2027, 1, 1))
                .type("Grace Member", "X1", "Lead", "twin@example.com")
                .type("Grace Member", "X2", "Status", "Waived")
                .type("Grace Member", "X2", "Lead", "gone.away@example.com")
                .type("Hedy Member", "X1", "Reason", "Just so")
                .type("Hedy Member", "X2", "Lead", "hedy.member@example.com");
        assertThat(other.rows()).isEqualTo(7);

        var upload = upload(book);

        assertThat(problems(upload))
                .containsExactlyInAnyOrder(
                        "Ada Member X1 DUE workbook.read.date.noSuchDay",
                        "Ada Member X1 TARGET objectives.error.target.small",
                        "Ada Member X2 STATUS progress.excel.problem.status",
                        "Alan Member X1 STATUS objectives.refused.move",
                        "Alan Member X1 LEAD progress.excel.problem.lead.unknown",
                        "Grace Member X1 DUE objectives.error.due.outside",
                        "Grace Member X1 LEAD progress.excel.problem.lead.several",
                        "Grace Member X2 REASON progress.excel.problem.reason.missing",
                        "Grace Member X2 LEAD programs.error.personInactive",
                        "Hedy Member X1 REASON progress.excel.problem.reason",
                        "Hedy Member X2 LEAD programs.lead.self");
        assertThatThrownBy(() -> uploads.apply(ALL, upload.id(), BulkProgress.SILENT))
                .isInstanceOf(InvalidInputException.class);
        assertThat(fixture.count("assignment_event")).isZero();
    }

    @Test
    void aKeyThatIsNotTheRowsOwnIsToldAndSoIsARowTooMany() {
        var grace = participant("Grace", first);
        var book = export();
        var copied = book.row("Ada Member", "X1");
        // A row pasted over another: the same key twice.
        var all = book.headers().toArray(String[]::new);
        book.paste(copied, book.row("Ada Member", "X2"), all);
        // Only what is seen was sorted: the hidden key stayed behind.
        var grey = new String[] {"Name", "Number", "E-mail", "Code", "Objective"};
        book.paste(copied, book.row("Alan Member", "X1"), grey);
        book.type(book.row("Grace Member", "X1"), "Weft key", "W" + "A".repeat(60));
        var upload = upload(book);
        assertThat(uploads.problems(upload.id(), 0, 100))
                .extracting(problem -> problem.reason().key())
                .containsExactlyInAnyOrder(
                        "progress.excel.problem.twice",
                        "progress.excel.problem.moved",
                        "progress.excel.problem.badKey");
        assertThat(grace).isPositive();
    }

    @Test
    void filesThatAreNotOursAreRefusedAsAWhole() throws IOException {
        var path = folder.resolve("other.csv");
        Files.writeString(path, "Name,Due date\nAda,2026-12-01\n");
        assertRefused(path, "progress.excel.error.noKeys");
        Files.writeString(path, "Name,Weft key\nAda,W1234\n");
        assertRefused(path, "progress.excel.error.badKeys");
        Files.writeString(path, "Name,Weft key\n");
        assertRefused(path, "progress.excel.error.noRows");
        Files.writeString(path, "%PDF-1.7");
        assertRefused(path, "workbook.read.noTable");
        assertThat(fixture.count("assignment_upload")).isZero();
    }

    @Test
    void rowsOfAnotherCycleAndOfOthersPeopleAreProblems() {
        var otherCycle = fixture.cycle();
        var otherCohort = fixture.cohort(otherCycle, "Elsewhere", null);
        var elsewhere = fixture.participant(otherCohort, ownerOf(ada));
        fixture.assignment(elsewhere, first, DUE);
        var foreign = export(otherCycle);
        var book = export().type("Alan Member", "X1", "Target", 5);
        book.type("Ada Member", "X1", "Weft key", foreign.text(1, "Weft key"));
        assertThat(problems(upload(book))).containsExactly("Ada Member X1 null progress.excel.problem.otherCycle");

        // A file that somebody handed on to a lead who sees other people.
        var led = fixture.participant(
                cohort, fixture.person("Lou", "Member").manager(lena).add());
        fixture.assignment(led, first, DUE);
        var handedOn = export().type("Alan Member", "X1", "Target", 5)
                .type("Lou Member", "X1", "Target", 5)
                .type("Lou Member", "X1", "Lead", "ada.member@example.com");
        SignedIn.as(lena, Role.MANAGER);
        var scope = new Scope.Led(lena);
        var path = handedOn.save(folder);
        var id = uploads.upload(scope, path, "edited.xlsx", BulkProgress.SILENT);
        assertThat(uploads.problems(id, 0, 10))
                .extracting(problem -> problem.reason().key())
                .containsExactly("progress.excel.problem.gone", "progress.excel.problem.lead.unknown");
        // Nobody else is told of it.
        SignedIn.as(Role.HR);
        assertThatThrownBy(() -> uploads.get(id)).isInstanceOf(NotFoundException.class);
        assertThatThrownBy(() -> uploads.apply(ALL, id, BulkProgress.SILENT)).isInstanceOf(NotFoundException.class);
        SignedIn.as(lena, Role.EXECUTIVE);
        assertThatThrownBy(() -> uploads.list()).isInstanceOf(AccessDeniedException.class);
    }

    @Test
    void aConflictIsShownSideBySideAndDecided() {
        var book = export().type("Ada Member", "X1", "Due date", DUE.plusDays(5))
                .type("Ada Member", "X1", "Target", 9)
                .type("Alan Member", "X1", "Due date", DUE.plusDays(6));
        change(ada, "X1", DUE.plusDays(1), 3);
        change(alan, "X1", DUE.plusDays(2), 3);

        var upload = upload(book);

        assertThat(upload.counts()).isEqualTo(new EditCounts(2, 0, 1, 0, 0, 1, 0, 2, 0, 2));
        assertThat(upload.ready()).isFalse();
        assertThat(changes(upload, "Ada Member", "X1"))
                .containsExactly(
                        new EditedField(EditField.DUE, DUE, DUE.plusDays(1), DUE.plusDays(5), Verdict.CONFLICT),
                        new EditedField(EditField.TARGET, 3, 3, 9, Verdict.CHANGE));
        assertThat(rows(upload, true)).hasSize(2);

        uploads.chooseAll(upload.id(), Choice.WEFT);
        var adas = rows(upload, true).stream()
                .filter(row -> "Ada Member".equals(row.name()))
                .findFirst()
                .orElseThrow();
        assertThat(adas.canTakeFile()).isTrue();
        var decided = uploads.choose(upload.id(), adas.row(), Choice.FILE);
        assertThat(decided.counts()).isEqualTo(new EditCounts(2, 1, 1, 0, 0, 1, 0, 2, 0, 0));
        assertThat(decided.ready()).isTrue();

        uploads.apply(ALL, upload.id(), BulkProgress.SILENT);

        assertThat(row(ada, "X1"))
                .extracting(AssignmentRow::dueOn, AssignmentRow::target)
                .containsExactly(DUE.plusDays(5), 9);
        assertThat(row(alan, "X1").dueOn()).isEqualTo(DUE.plusDays(2));
        assertProven("plans", "directory-copy");
    }

    @Test
    void whatIsThereAlreadyIsNoConflict() {
        var book = export().type("Ada Member", "X1", "Due date", DUE.plusDays(5));
        change(ada, "X1", DUE.plusDays(5), 8);
        var upload = upload(book);
        assertThat(upload.counts().already()).isOne();
        assertThat(upload.counts().changes()).isZero();
        assertThat(upload.problems()).isZero();
    }

    @Test
    void whatHasEndedMeanwhileCanOnlyStay() {
        var book = export().type("Ada Member", "X1", "Due date", DUE.plusDays(5))
                .type("Ada Member", "X1", "Lead", "lena.lead@example.com")
                .type("Alan Member", "X1", "Target", 4);
        var ended = row(ada, "X1");
        assignments.cancel(ALL, ended.id(), ended.version(), null);
        var upload = upload(book);
        assertThat(upload.counts()).isEqualTo(new EditCounts(2, 0, 1, 0, 1, 2, 0, 0, 1, 1));
        var asking = rows(upload, true).getFirst();
        assertThat(asking.canTakeFile()).isFalse();
        assertThat(asking.refusal()).isNotNull().extracting(text -> text.key()).isEqualTo("objectives.refused.ended");
        assertThat(uploads.chooseAll(upload.id(), Choice.FILE).ready()).isFalse();
        assertThat(uploads.chooseAll(upload.id(), Choice.WEFT).ready()).isTrue();
        // Another look leaves what was decided.
        assertThat(uploads.look(ALL, upload.id()).ready()).isTrue();

        uploads.apply(ALL, upload.id(), BulkProgress.SILENT);

        assertThat(row(ada, "X1").dueOn()).isEqualTo(DUE);
        assertThat(fixture.row("participant", ada)).containsEntry("lead_id", lena);
        assertThat(row(alan, "X1").target()).isEqualTo(4);
    }

    @Test
    void whoEditsBetweenPreviewAndApplyIsNotOverwritten() {
        var upload = upload(export().type("Ada Member", "X1", "Due date", DUE.plusDays(5))
                .type("Ada Member", "X2", "Target", 7)
                .type("Alan Member", "X1", "Target", 8));
        assertThat(upload.ready()).isTrue();
        change(ada, "X1", DUE.plusDays(1), 3);
        // Of what the file does not change, something may change at any time.
        change(alan, "X1", DUE.plusDays(1), 3);

        assertThatThrownBy(() -> uploads.apply(ALL, upload.id(), BulkProgress.SILENT))
                .isInstanceOf(StaleEditException.class);

        assertThat(row(ada, "X2").target()).isEqualTo(3);
        assertThat(row(alan, "X1").target()).isEqualTo(3);
        assertThat(uploads.get(upload.id()).counts()).isEqualTo(new EditCounts(3, 0, 2, 0, 0, 2, 0, 1, 0, 1));
        uploads.chooseAll(upload.id(), Choice.FILE);
        uploads.apply(ALL, upload.id(), BulkProgress.SILENT);
        assertThat(row(ada, "X1").dueOn()).isEqualTo(DUE.plusDays(5));
        assertThat(row(alan, "X1"))
                .extracting(AssignmentRow::dueOn, AssignmentRow::target)
                .containsExactly(DUE.plusDays(1), 8);
    }

    @Test
    void aLeadNamedMeanwhileIsAConflictToo() {
        var upload = upload(export().type("Alan Member", "X1", "Lead", "lena.lead@example.com"));
        leadChanges.apply(ALL, "other", ownerOf(ada), List.of(alan), BulkProgress.SILENT);
        assertThatThrownBy(() -> uploads.apply(ALL, upload.id(), BulkProgress.SILENT))
                .isInstanceOf(StaleEditException.class);
        assertThat(changes(upload, "Alan Member", "X1"))
                .containsExactly(
                        new EditedField(EditField.LEAD, "Bertha Boss", "Ada Member", "Lena Lead", Verdict.CONFLICT));
        uploads.chooseAll(upload.id(), Choice.FILE);
        uploads.apply(ALL, upload.id(), BulkProgress.SILENT);
        assertThat(fixture.row("participant", alan)).containsEntry("lead_id", lena);

        // And back to the cohort's.
        var back = upload(export().type("Alan Member", "X1", "Lead", "Kohorte"));
        uploads.apply(ALL, back.id(), BulkProgress.SILENT);
        assertThat(fixture.row("participant", alan))
                .containsEntry("lead_id", boss)
                .containsEntry("lead_by_hand", false);
    }

    @Test
    void aPersonHasOneLeadHoweverManyRowsSaySo() {
        var upload = upload(export().type("Ada Member", "X1", "Lead", "lena.lead@example.com")
                .type("Ada Member", "X2", "Lead", "lena.lead@example.com"));
        assertThat(upload.counts().leads()).isOne();
        var contradicting = upload(export().type("Ada Member", "X1", "Lead", "lena.lead@example.com")
                .type("Ada Member", "X2", "Lead", "alan.member@example.com"));
        assertThat(uploads.problems(contradicting.id(), 0, 10))
                .extracting(problem -> problem.reason().key())
                .containsExactly("progress.excel.problem.lead.twice");
    }

    @Test
    void twoWhoApplyAtOnceDoItOnce() throws Exception {
        var upload = upload(export().type("Ada Member", "X1", "Due date", DUE.plusDays(5)));
        try (var threads = Executors.newFixedThreadPool(2)) {
            Callable<EditUpload> apply = () -> {
                SignedIn.as(Role.HR);
                return uploads.apply(ALL, upload.id(), BulkProgress.SILENT);
            };
            var results = threads.invokeAll(List.of(apply, apply));
            assertThat(results.getFirst().get()).isEqualTo(results.getLast().get());
        }
        assertThat(audited("ASSIGNMENT_CHANGED")).isOne();
        assertThat(audited("OBJECTIVES_EDITED")).isOne();
    }

    /** Somebody saves while the file is being applied: it waits, finds another value, and nothing of it is done. */
    @Test
    void aColleagueWhoIsFasterWins() throws Exception {
        var upload = upload(
                export().type("Ada Member", "X1", "Due date", DUE.plusDays(5)).type("Alan Member", "X1", "Target", 8));
        var outcome = Race.between(transactions, () -> change(ada, "X1", DUE.plusDays(1), 3), () -> {
            SignedIn.as(Role.HR);
            try {
                return uploads.apply(ALL, upload.id(), BulkProgress.SILENT).applied();
            } catch (StaleEditException e) {
                return false;
            }
        });
        assertThat(outcome).isFalse();
        assertThat(row(ada, "X1").dueOn()).isEqualTo(DUE.plusDays(1));
        assertThat(row(alan, "X1").target()).isEqualTo(3);
        assertThat(uploads.get(upload.id()).counts().conflicts()).isOne();
        assertProven("plans", "directory-copy");
    }

    @Test
    void sortedShortenedAndSavedAsCsvByAnotherProgramItIsStillUnderstood() {
        var book = export().type("Ada Member", "X1", "Due date", LocalDate.of(2026, 11, 9))
                .type("Ada Member", "X2", "Status", "In Arbeit");
        book.delete(book.row("Alan Member", "X1"));
        var path = book.saveAsCsv(folder, "M/d/yyyy");
        var id = uploads.upload(ALL, path, "edited.csv", BulkProgress.SILENT);
        var upload = uploads.get(id);
        // 11/9/2026 alone could be two days; what nobody touched tells which comes first.
        assertThat(upload).extracting(EditUpload::rows, EditUpload::problems).containsExactly(2, 0);
        assertThat(changes(upload, "Ada Member", "X1"))
                .extracting(EditedField::file)
                .containsExactly(LocalDate.of(2026, 11, 9));
        assertThat(changes(upload, "Ada Member", "X2"))
                .extracting(EditedField::file)
                .containsExactly(AssignmentStatus.IN_PROGRESS);
    }

    @Test
    void anEmptyCellAndAMissingColumnChangeNothing() {
        var book = export().type("Ada Member", "X1", "Due date", "").type("Ada Member", "X1", "Target", "");
        book.type("Ada Member", "X1", "Status", "").type("Ada Member", "X1", "Lead", "");
        book.cell(book.sheet().getRow(0), "Target").setCellValue("My notes");
        assertThat(upload(book).untouched()).isEqualTo(3);
    }

    @Test
    void onlyMovesThatExistAndThatTheAccountMayMake() {
        fixture.account(77, "Ada", ownerOf(ada));
        var rowOfAlan = row(alan, "X1");
        assignments.checkIn(ALL, rowOfAlan.id(), rowOfAlan.version(), new CheckIn(Health.ON_TRACK, null, null));
        var rowOfAda = row(ada, "X1");
        assignments.checkIn(ALL, rowOfAda.id(), rowOfAda.version(), new CheckIn(Health.ON_TRACK, null, null));
        var upload = upload(export().type("Ada Member", "X1", "Status", "Submitted")
                .type("Ada Member", "X2", "Status", "Submitted")
                .type("Alan Member", "X1", "Status", "Submitted"));
        // Ada signs in and submits by herself; what is not started cannot be submitted; Alan has no account.
        assertThat(problems(upload))
                .containsExactlyInAnyOrder(
                        "Ada Member X1 STATUS objectives.refused.who.SUBMIT",
                        "Ada Member X2 STATUS objectives.refused.move");
        var alans = upload(export().type("Alan Member", "X1", "Status", "Submitted"));
        uploads.apply(ALL, alans.id(), BulkProgress.SILENT);
        assertThat(fixture.row("participant", alan)).containsEntry("submitted_count", 1);
        var returned = upload(export().type("Alan Member", "X1", "Status", "Returned")
                .type("Alan Member", "X1", "Reason", "Say with whom"));
        uploads.apply(ALL, returned.id(), BulkProgress.SILENT);
        var again = upload(export().type("Alan Member", "X1", "Status", "Submitted"));
        uploads.apply(ALL, again.id(), BulkProgress.SILENT);
        assertThat(row(alan, "X1").status()).isEqualTo(AssignmentStatus.SUBMITTED);
        assertProven("plans", "directory-copy");
    }

    @Test
    void aManagerDoesNotDecideAboutTheOwnPlan() {
        var own = fixture.participant(cohort, boss);
        fixture.assignment(own, first, DUE);
        SignedIn.as(boss, Role.MANAGER);
        var scope = new Scope.Led(boss);
        var book = EditedBook.of(workbook.write(request(scope, cycle), BulkProgress.SILENT))
                .type("Bertha Boss", "X1", "Due date", DUE.plusDays(5))
                .type("Bertha Boss", "X1", "Lead", "ada.member@example.com");
        var id = uploads.upload(scope, book.save(folder), "edited.xlsx", BulkProgress.SILENT);
        assertThat(uploads.problems(id, 0, 10))
                .extracting(problem -> problem.reason().key())
                .containsExactlyInAnyOrder("objectives.refused.who.CHANGE", "programs.lead.own");
    }

    @Test
    void aFileWaitsForAWhileAndNoLonger() {
        var upload = upload(export().type("Ada Member", "X1", "Target", 5));
        assertThat(uploads.list()).extracting(EditUpload::id).containsExactly(upload.id());
        clock.advance(Duration.ofDays(8));
        assertThat(uploads.list()).isEmpty();
        assertThatThrownBy(() -> uploads.apply(ALL, upload.id(), BulkProgress.SILENT))
                .isInstanceOf(NotFoundException.class);
        store.clean();
        assertThat(fixture.count("assignment_upload_row")).isZero();
    }

    @Test
    void aDiscardedFileIsForgotten() {
        var upload = upload(export().type("Ada Member", "X1", "Target", 5));
        uploads.discard(upload.id());
        assertThat(uploads.list()).isEmpty();
        assertThat(row(ada, "X1").target()).isEqualTo(3);
    }

    @Test
    void whoIsGoneAfterTheLookIsToldAndCanBeLeftOut() {
        var upload = upload(export().type("Ada Member", "X2", "Target", 5).type("Alan Member", "X1", "Target", 5));
        fixture.jdbc()
                .sql("delete from assignment where id = ?")
                .param(row(ada, "X2").id())
                .update();
        assertThatThrownBy(() -> uploads.apply(ALL, upload.id(), BulkProgress.SILENT))
                .isInstanceOf(StaleEditException.class);
        assertThat(rows(upload, true))
                .singleElement()
                .satisfies(gone -> assertThat(gone.canTakeFile()).isFalse());
        uploads.chooseAll(upload.id(), Choice.WEFT);
        uploads.apply(ALL, upload.id(), BulkProgress.SILENT);
        assertThat(row(alan, "X1").target()).isEqualTo(5);
    }

    /** However many rows there are, statements come by the thousand. */
    @Test
    void manyRowsTakeFewStatements() {
        many(2500);
        var book = export();
        for (var row = 1; row <= book.rows(); row++) {
            book.type(row, "Due date", DUE.plusDays(3));
        }
        var path = book.save(folder);
        var id = new long[1];
        var uploading = Statements.of(() -> id[0] = uploads.upload(ALL, path, "edited.xlsx", BulkProgress.SILENT));
        assertThat(uploads.get(id[0]).counts().dues()).isEqualTo(2503);
        var applying = Statements.of(() -> uploads.apply(ALL, id[0], BulkProgress.SILENT));
        assertThat(uploading).hasSizeLessThan(60);
        assertThat(applying).hasSizeLessThan(80);
        assertThat(Statements.of(() -> uploads.rows(ALL, id[0], false, 1000, 50)))
                .hasSize(2);
        assertThat(fixture.jdbc()
                        .sql("select count(*) from assignment where due_on = ?")
                        .param(Date.valueOf(DUE.plusDays(3)))
                        .query(Integer.class)
                        .single())
                .isEqualTo(2503);
        assertProven("plans");
    }

    private void many(int people) {
        var numbers = "(select 5000000 + x as id from generate_series(1, " + people + ") t (x))";
        fixture.jdbc().sql("""
                        insert into person (id, employee_number, given_name, family_name, display_name, sort_name, level,
                            active, created_at, updated_at)
                        select n.id, 'N' || n.id, 'P', 'Many', 'P Many', 'Many, P', 'FRONT_LINE', true, current_timestamp,
                            current_timestamp from\s""" + numbers + " n").update();
        fixture.jdbc()
                .sql(
                        "insert into participant (id, cycle_id, cohort_id, person_id, added_at) select n.id, c.cycle_id, c.id,"
                                + " n.id, current_timestamp from cohort c cross join " + numbers + " n")
                .update();
        fixture.jdbc().sql("""
                        insert into assignment (id, participant_id, template_id, cycle_id, person_id, code, title, type,
                            plan_kind, target, unit, measure, due_on, status, health, created_at, status_at)
                        select p.id, p.id, a.template_id, p.cycle_id, p.person_id, a.code, a.title, a.type, a.plan_kind,
                            a.target, a.unit, a.measure, a.due_on, a.status, a.health, a.created_at, a.status_at
                        from participant p cross join assignment a where p.id >= 5000000 and a.participant_id = ?""").param(alan).update();
    }

    /** What is kept of participants is what comes of counting it anew. */
    private void assertProven(String... kinds) {
        SignedIn.as(Role.ADMIN);
        assertThat(keptFigures.check((done, total) -> {}))
                .filteredOn(figure -> List.of(kinds).contains(figure.name()))
                .hasSize(kinds.length)
                .noneMatch(KeptFigureRow::differs);
        SignedIn.as(Role.HR);
    }

    private EditedBook export() {
        return export(cycle);
    }

    private EditedBook export(long of) {
        return EditedBook.of(workbook.write(request(ALL, of), BulkProgress.SILENT));
    }

    private EditRequest request(Scope scope, long of) {
        var option = cycles.options(scope).stream()
                .filter(one -> one.id() == of)
                .findFirst()
                .orElseThrow();
        return new EditRequest(
                scope, option, ProgressFilter.of(of), Map.of(), ProgressSort.DEFAULT, Locale.ENGLISH, ZoneOffset.UTC);
    }

    private EditUpload upload(EditedBook book) {
        var path = book.save(folder);
        return uploads.get(uploads.upload(ALL, path, "edited.xlsx", BulkProgress.SILENT));
    }

    private void assertRefused(Path path, String key) {
        assertThatThrownBy(() -> uploads.upload(ALL, path, "other.csv", BulkProgress.SILENT))
                .isInstanceOfSatisfying(
                        InvalidInputException.class,
                        e -> assertThat(e.text().key()).isEqualTo(key));
    }

    private List<EditedRow> rows(EditUpload upload, boolean asking) {
        return uploads.rows(ALL, upload.id(), asking, 0, 100);
    }

    private List<EditedField> changes(EditUpload upload, String name, String code) {
        return rows(upload, false).stream()
                .filter(row -> name.equals(row.name()) && code.equals(row.code()))
                .findFirst()
                .orElseThrow()
                .changes();
    }

    /** By what stands in the row: person, objective, column and what is wrong. */
    private List<String> problems(EditUpload upload) {
        var book = EditedBook.of(saved());
        return uploads.problems(upload.id(), 0, 100).stream()
                .map(problem -> book.text(problem.row() - 1, "Name") + " " + book.text(problem.row() - 1, "Code") + " "
                        + problem.column() + " " + problem.reason().key())
                .toList();
    }

    private byte[] saved() {
        try {
            return Files.readAllBytes(folder.resolve("edited.xlsx"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void change(long participant, String code, LocalDate due, int target) {
        var row = row(participant, code);
        assignments.change(ALL, row.id(), row.version(), due, target);
    }

    private long participant(String name, long... templates) {
        var id = fixture.participant(cohort, fixture.person(name, "Member").add());
        for (var template : templates) {
            fixture.assignment(id, template, DUE);
        }
        new TransactionTemplate(transactions).executeWithoutResult(status -> figures.recount(List.of(id)));
        return id;
    }

    private long ownerOf(long participant) {
        return ((Number) fixture.row("participant", participant).get("person_id")).longValue();
    }

    private AssignmentRow row(long participant, String code) {
        return assignments.forPerson(ALL, ownerOf(participant), cycle).stream()
                .filter(one -> one.code().equals(code))
                .findFirst()
                .orElseThrow();
    }

    private List<String> notes() {
        return fixture.jdbc()
                .sql("select note from assignment_event where note is not null")
                .query(String.class)
                .list();
    }

    private int audited(String action) {
        return fixture.jdbc()
                .sql("select count(*) from audit_entry where action = ?")
                .param(action)
                .query(Integer.class)
                .single();
    }
}
