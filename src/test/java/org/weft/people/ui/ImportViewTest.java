package org.weft.people.ui;

import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.combobox.ComboBox;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.notification.Notification;
import com.vaadin.flow.component.radiobutton.RadioButtonGroup;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.upload.Upload;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import org.apache.poi.ss.usermodel.WorkbookFactory;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.weft.access.Role;
import org.weft.base.ui.Formats;
import org.weft.people.PersonDraft;
import org.weft.people.PersonService;
import org.weft.people.imports.DateOrder;
import org.weft.people.imports.ImportOptions;
import org.weft.people.imports.ImportOptions.Missing;
import org.weft.people.imports.ImportOptions.Problems;
import org.weft.people.imports.ImportProgress;
import org.weft.people.imports.ImportService;
import org.weft.testing.ViewTest;

class ImportViewTest extends ViewTest {

    @Autowired
    PersonService people;

    @Autowired
    ImportService imports;

    @Autowired
    ProblemWorkbook workbook;

    @Test
    void threeStepsFromTheFileToTheDirectory() {
        start();
        upload("people.csv", "EmpID,Name,Position,DOB,Department\n1,\"Lovelace, Ada\",Analyst,1815-12-10,Research\n");
        assertThat(text())
                .contains(
                        "people.csv: one row, 5 columns", "4 columns were recognised", "neither kept nor logged: DOB");
        click("Check the file");
        assertThat(text())
                .contains(
                        "new",
                        "One person is written in one step: all of them or none.",
                        "An empty cell leaves what the directory knows.");
        assertThat(fixture.count("person")).isZero();
        click("Import one person");
        assertThat(text()).contains("One person imported", "What is next", "Plan the quarter", "Open programs");
        assertThat(fixture.jdbc()
                        .sql("select display_name from person")
                        .query(String.class)
                        .single())
                .isEqualTo("Ada Lovelace");
    }

    @Test
    void columnsCanBeMappedByHandAndAreRemembered() {
        start();
        upload("people.csv", "Nr.,Who,What\n1,Ada Lovelace,Analyst\n");
        click("Check the file");
        assertThat(column("Full name").getErrorMessage()).contains("no column for the name");
        column("Full name").setValue("Who");
        column("Job title").setValue("Who");
        click("Check the file");
        assertThat(column("Job title").getErrorMessage()).contains("The column Who is chosen twice");
        column("Job title").setValue("What");
        click("Check the file");
        click("Import one person");

        start();
        upload("again.csv", "What,Nr.,Who\nAnalyst,1,Ada Lovelace\n");
        assertThat(text()).contains("You mapped a file with these columns before");
        click("Check the file");
        assertThat(text()).contains("there is nothing to import");
        assertThat(button("Import people").isEnabled()).isFalse();
    }

    @Test
    void badFilesGetAClearAnswer() {
        start();
        for (var bad : List.of("", "\u0000\u0001\u0002\u0003", "1,2,3\n4,5,6\n")) {
            upload("people.csv", bad);
            assertThat(notifications()).contains("people.csv");
            assertThat($view(UploadStep.class).exists()).isTrue();
            $(Notification.class).all().forEach(Notification::close);
        }
        upload("people.csv", "EmpID,Name\n");
        click("Check the file");
        assertThat(notifications()).contains("people.csv has a header and nothing below it.");
    }

    @Test
    void datesThatMayBeTwoDaysAreAskedFor() {
        start();
        upload("people.csv", "EmpID,Name,Hire date\n1,Ada Lovelace,03/04/2020\n");
        click("Check the file");
        assertThat($view(PreviewStep.class).exists()).isFalse();
        assertThat(notifications()).contains("whether the day or the month comes first");
        order().setValue(DateOrder.DAY_FIRST);
        click("Check the file");
        click("Import one person");
        assertThat(fixture.jdbc()
                        .sql("select joined_on from person")
                        .query(String.class)
                        .single())
                .isEqualTo("2020-04-03");
    }

    @Test
    void rowsWithProblemsAreShownAndHrDecidesWhatBecomesOfTheOthers() {
        start();
        upload("people.csv", "EmpID,Name,Hire date\n1,Ada Lovelace,2020-02-30\n2,Alan Turing,2020-01-02\n");
        click("Check the file");
        assertThat(text()).contains("One row with a problem is left out and can be downloaded");
        assertThat($view(RemarkPanel.class).exists()).isTrue();
        problems().setValue(Problems.REFUSE);
        assertThat(text()).contains("so nothing is imported");
        assertThat(button("Import one person").isEnabled()).isFalse();
        problems().setValue(Problems.LEAVE_OUT);
        click("Import one person");
        assertThat(text()).contains("One row was left out");
        assertThat(fixture.count("person")).isOne();
    }

    @Test
    void whoIsMissingIsMarkedAsLeftOnlyWhenChosenAndConfirmed() {
        fixture.person("Alan", "Turing").add();
        start();
        upload("people.csv", "EmpID,Name\n1,Ada Lovelace\n");
        click("Check the file");
        missing().setValue(Missing.DEACTIVATE);
        click("Import 2 people");
        assertThat($(Dialog.class).single().getHeaderTitle()).isEqualTo("Mark one person as left?");
        assertThat(fixture.count("person")).isOne();
        test($(Button.class, $(Dialog.class).single())
                        .withText("Import 2 people")
                        .single())
                .click();
        assertThat(fixture.jdbc()
                        .sql("select active from person where display_name = 'Alan Turing'")
                        .query(Boolean.class)
                        .single())
                .isFalse();
    }

    @Test
    void whoeverWasSlowerIsToldAndSeesAFreshPreview() {
        start();
        upload("people.csv", "EmpID,Name\n1,Ada Lovelace\n");
        click("Check the file");
        people.add(new PersonDraft("1", "Ada", "King", null, null, null, null, null, null, null, null, null));
        click("Import one person");
        assertThat(notifications()).contains("Somebody changed the directory meanwhile. Nothing was written");
        assertThat($view(PlannedPersonGrid.class).exists()).isTrue();
        click("Import one person");
        assertThat(fixture.jdbc()
                        .sql("select display_name from person")
                        .query(String.class)
                        .single())
                .isEqualTo("Ada Lovelace");
    }

    @Test
    void theRowsWithProblemsGoIntoAWorkbookWithReasonAndMappedColumnsOnly() throws IOException {
        signIn(Role.HR);
        var path = Files.createTempFile("people", ".csv");
        Files.writeString(path, "EmpID,Name,Salary,Manager\n1,=cmd(),99,\n1,Ada,98,\n2,Alan,97,Nobody\n");
        var file = imports.open(path, "people.csv", null);
        var preview = imports.preview(imports.read(file, file.mapping(), ImportProgress.SILENT), ImportOptions.DEFAULT);
        try (var written = workbook.write(preview, new Formats(Locale.ENGLISH, ZoneOffset.UTC));
                var in = written.open();
                var book = WorkbookFactory.create(new ByteArrayInputStream(in.readAllBytes()))) {
            var sheet = book.getSheet("Rows with problems");
            assertThat(sheet.getRow(0))
                    .extracting(Object::toString)
                    .containsExactly("Row", "EmpID", "Name", "Manager", "Reason");
            assertThat(sheet.getRow(1).getCell(2).getStringCellValue()).isEqualTo("=cmd()");
            assertThat(sheet.getRow(1).getCell(4).getStringCellValue())
                    .isEqualTo("EmpID: Several rows have this employee number: rows 2, 3.");
            assertThat(sheet.getLastRowNum()).isEqualTo(2);
            assertThat(book.getSheet("Rows with warnings").getRow(1).getCell(3).getStringCellValue())
                    .isEqualTo("Nobody");
        } finally {
            Files.deleteIfExists(path);
        }
    }

    @Test
    void theFileIsGoneWhenThePageIsLeft() throws IOException {
        start();
        upload("people.csv", "EmpID,Name\n1,Ada Lovelace\n");
        var before = uploads();
        assertThat(before).isNotEmpty();
        UI.getCurrent().navigate("people");
        assertThat(uploads()).doesNotContainAnyElementsOf(before);
    }

    private static List<Path> uploads() throws IOException {
        try (var files = Files.list(Path.of(System.getProperty("java.io.tmpdir")))) {
            return files.filter(file -> file.getFileName().toString().startsWith("weft-import-"))
                    .toList();
        }
    }

    private void start() {
        signIn(Role.HR);
        navigate(ImportView.class);
    }

    private void upload(String name, String content) {
        test($view(Upload.class).single()).upload(name, "text/csv", content.getBytes(StandardCharsets.UTF_8));
    }

    private ComboBox<?> anyColumn(String label) {
        return $view(ComboBox.class).withLabel(label).single();
    }

    @SuppressWarnings("unchecked")
    private ComboBox<String> column(String label) {
        return (ComboBox<String>) anyColumn(label);
    }

    @SuppressWarnings("unchecked")
    private Select<DateOrder> order() {
        return $view(Select.class).withLabel("How are dates written?").single();
    }

    @SuppressWarnings("unchecked")
    private RadioButtonGroup<Problems> problems() {
        return $view(RadioButtonGroup.class).withLabel("One row has a problem").single();
    }

    @SuppressWarnings("unchecked")
    private RadioButtonGroup<Missing> missing() {
        return $view(RadioButtonGroup.class)
                .withLabel("One active person is not in the file")
                .single();
    }

    private Button button(String text) {
        return $view(Button.class).withText(text).single();
    }

    private void click(String text) {
        test(button(text)).click();
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
