package org.weft.progress.roundtrip.ui;

import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.grid.Grid;
import com.vaadin.flow.component.notification.Notification;
import com.vaadin.flow.component.upload.Upload;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.BooleanSupplier;
import java.util.stream.Stream;
import org.apache.poi.ss.usermodel.WorkbookFactory;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.transaction.support.TransactionTemplate;
import org.weft.access.Role;
import org.weft.access.Scope;
import org.weft.base.ui.Links;
import org.weft.objectives.AssignmentRow;
import org.weft.objectives.AssignmentService;
import org.weft.objectives.PlanFigures;
import org.weft.programs.BulkProgress;
import org.weft.programs.CycleService;
import org.weft.progress.ProgressFilter;
import org.weft.progress.ProgressSort;
import org.weft.progress.roundtrip.CellProblem;
import org.weft.progress.roundtrip.EditRequest;
import org.weft.progress.roundtrip.EditUploads;
import org.weft.progress.roundtrip.EditWorkbook;
import org.weft.progress.roundtrip.EditedBook;
import org.weft.progress.roundtrip.EditedRow;
import org.weft.progress.roundtrip.ProblemBook;
import org.weft.testing.ViewTest;

/** Taking out, bringing back, choosing and applying, as somebody does it on the two pages. */
class RoundTripViewsTest extends ViewTest {

    private static final Scope ALL = new Scope.Everybody();
    private static final LocalDate DUE = LocalDate.of(2026, 12, 1);

    @Autowired
    EditWorkbook workbook;

    @Autowired
    EditUploads uploads;

    @Autowired
    ProblemBook problems;

    @Autowired
    AssignmentService assignments;

    @Autowired
    CycleService cycles;

    @Autowired
    PlanFigures figures;

    @Autowired
    TransactionTemplate transaction;

    @TempDir
    Path folder;

    private long cycle;
    private long ada;
    private long adasPlan;

    @BeforeEach
    void twoPeople() {
        cycle = fixture.cycle();
        var cohort = fixture.cohort(cycle, "First", null);
        var template = fixture.template("X1", "FRONT_LINE", 3);
        ada = fixture.person("Ada Member");
        var alan = fixture.person("Alan Member");
        for (var person : List.of(ada, alan)) {
            var participant = fixture.participant(cohort, person);
            var plan = fixture.assignment(participant, template, DUE);
            if (person == ada) {
                adasPlan = plan;
            }
            transaction.executeWithoutResult(status -> figures.recount(List.of(participant)));
        }
        signIn(Role.HR);
    }

    @Test
    void thePageSaysWhoseObjectivesGoOut() {
        UI.getCurrent().navigate("progress/excel");
        sees("The objectives of 2 people", "Columns with a dark heading");
        navigateTo("progress/excel?cycle=" + cycle + "&q=Ada");
        sees("The objectives of one person", "Search: Ada");
        navigateTo("progress/excel?q=Nobody");
        sees("Nobody matches");
        assertThat(button("Take out as Excel").isEnabled()).isFalse();
    }

    @Test
    void aFileThatIsNoneOfOursIsRefusedInWords() {
        UI.getCurrent().navigate("progress/excel");
        upload("people.csv", "Name,Due date\nAda,2026-12-01\n".getBytes(StandardCharsets.UTF_8));
        later(() -> notifications().contains("people.csv has no column “Weft key”"));
        assertThat($view(Upload.class).exists()).isTrue();
    }

    @Test
    void whatWasEditedIsShownAndApplied() {
        bring(export().type("Ada Member", "X1", "Due date", DUE.plusDays(5)).type("Alan Member", "X1", "Target", 7));
        sees("2 changes for 2 people, written in one step", "kept until");
        var grid = changes();
        assertThat(test(grid).size()).isEqualTo(2);
        assertThat(test(grid).getLitRendererPropertyValue(0, 1, "asks", Boolean.class))
                .isFalse();
        assertThat(row().dueOn()).isEqualTo(DUE);

        click("Apply 2 changes");

        sees("2 changes were applied, for 2 people", "Open the progress list");
        assertThat(row().dueOn()).isEqualTo(DUE.plusDays(5));
        UI.getCurrent().navigate("progress/excel");
        sees("edited.xlsx", "2 changes applied");
    }

    @Test
    void conflictsWaitForAChoice() {
        var book =
                export().type("Ada Member", "X1", "Due date", DUE.plusDays(5)).type("Alan Member", "X1", "Target", 7);
        assignments.change(ALL, adasPlan, row().version(), DUE.plusDays(1), 3);
        bring(book);
        sees("One row waits for your choice", "To decide (1)", "All rows that differ (2)");
        assertThat(button("Apply one change").isEnabled()).isFalse();
        var deciding = changes();
        assertThat(test(deciding).size()).isOne();
        assertThat(test(deciding).getLitRendererPropertyValue(0, 1, "question", String.class))
                .isEqualTo("Which stays, for Ada Member, row 2");

        test(deciding).invokeLitRendererFunction(0, 1, "file");
        sees("2 changes for 2 people");
        click("Keep what is in Weft");
        sees("One change for one person");
        click("Apply one change");

        sees("One change was applied, for one person");
        assertThat(row().dueOn()).isEqualTo(DUE.plusDays(1));
    }

    @Test
    void whoeverWasSlowerIsToldAndSeesTheNewConflict() {
        bring(export().type("Ada Member", "X1", "Due date", DUE.plusDays(5)));
        assignments.change(ALL, adasPlan, row().version(), DUE.plusDays(1), 3);
        click("Apply one change");
        later(() -> notifications().contains("Nothing was written; this is how it stands now"));
        sees("One row waits for your choice");
        click("Take what is in the file");
        click("Apply one change");
        sees("One change was applied");
        assertThat(row().dueOn()).isEqualTo(DUE.plusDays(5));
    }

    @Test
    void problemsAreListedAndCanBeTakenAlong() throws IOException {
        bring(export().type("Ada Member", "X1", "Due date", "soon")
                .type("Ada Member", "X1", "Target", 2000)
                .type("Alan Member", "X1", "Status", "Completed"));
        sees("3 cells have problems, so nothing can be applied");
        @SuppressWarnings("unchecked")
        Grid<CellProblem> grid = $view(Grid.class).single();
        assertThat(test(grid).size()).isEqualTo(3);
        assertThat(test(grid).getCellText(0, 2)).contains("Not a date we can read");
        var id = uploads.list().getFirst().id();
        try (var file = problems.write(id, Locale.GERMAN, ZoneOffset.UTC);
                var in = file.open();
                var book = WorkbookFactory.create(in)) {
            assertThat(file.name()).isEqualTo("Probleme in edited.xlsx");
            assertThat(book.getSheetAt(0).getRow(3).getCell(3).getStringCellValue())
                    .isEqualTo(
                            "Dieses Ziel hat den Status „Nicht begonnen“; von dort führt kein Weg zu „Abgeschlossen“.");
        }
        click("Discard");
        assertThat(uploads.list()).isEmpty();
        assertThat(notifications()).contains("The file is discarded");
    }

    @Test
    void aFileStaysWhenThePageIsLeftAndIsTheOwnersAlone() {
        bring(export().type("Ada Member", "X1", "Target", 7));
        var id = uploads.list().getFirst().id();
        UI.getCurrent().navigate("progress/excel");
        sees("edited.xlsx", "One change");
        navigateTo("progress/excel/" + id);
        sees("One change for one person");

        // Another account, whatever ids people have.
        signIn(Role.HR, Role.MANAGER);
        navigateTo("progress/excel/" + id);
        sees("This file is not here any more");
        UI.getCurrent().navigate("progress/excel");
        assertThat(text()).doesNotContain("edited.xlsx");
    }

    private EditedBook export() {
        var option = cycles.options(ALL).getFirst();
        var request = new EditRequest(
                ALL, option, ProgressFilter.of(cycle), Map.of(), ProgressSort.DEFAULT, Locale.ENGLISH, ZoneOffset.UTC);
        return EditedBook.of(workbook.write(request, BulkProgress.SILENT));
    }

    private void bring(EditedBook book) {
        UI.getCurrent().navigate("progress/excel");
        try {
            upload("edited.xlsx", Files.readAllBytes(book.save(folder)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        later(() -> getCurrentView() instanceof UploadView);
    }

    private void upload(String name, byte[] content) {
        test($view(Upload.class).single()).upload(name, "application/octet-stream", content);
    }

    private static void navigateTo(String address) {
        Links.go(address);
    }

    @SuppressWarnings("unchecked")
    private Grid<EditedRow> changes() {
        return $view(ChangesGrid.class).all().getFirst();
    }

    private AssignmentRow row() {
        return assignments.forPerson(ALL, ada, cycle).getFirst();
    }

    private Button button(String text) {
        return $view(Button.class).withText(text).single();
    }

    private void click(String text) {
        test(button(text)).click();
    }

    /** What takes longer than a click comes by itself. */
    private void sees(String... words) {
        later(() -> Stream.of(words).allMatch(text()::contains));
    }

    private void later(BooleanSupplier condition) {
        eventually(() -> {
            // To look for something lets in what other threads want of the page.
            $(Notification.class).all();
            return condition.getAsBoolean();
        });
    }

    private String text() {
        return getCurrentView().getElement().getTextRecursively();
    }

    private String notifications() {
        return $(Notification.class).all().stream()
                .map(notification -> notification.getElement().getTextRecursively())
                .reduce("", (all, one) -> all + one + "\n");
    }
}
