package org.weft.people.ui;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.combobox.ComboBox;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.grid.Grid;
import com.vaadin.flow.component.notification.Notification;
import com.vaadin.flow.component.radiobutton.RadioButtonGroup;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.tabs.TabSheet;
import com.vaadin.flow.component.upload.Upload;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;
import org.apache.poi.poifs.crypt.EncryptionInfo;
import org.apache.poi.poifs.crypt.EncryptionMode;
import org.apache.poi.poifs.filesystem.POIFSFileSystem;
import org.apache.poi.ss.usermodel.WorkbookFactory;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.assertj.core.api.ThrowingConsumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.weft.access.Role;
import org.weft.base.ui.Formats;
import org.weft.people.PersonDraft;
import org.weft.people.PersonService;
import org.weft.people.imports.ImportOptions;
import org.weft.people.imports.ImportOptions.Missing;
import org.weft.people.imports.ImportOptions.Problems;
import org.weft.people.imports.ImportProgress;
import org.weft.people.imports.ImportService;
import org.weft.people.imports.Remark;
import org.weft.testing.ViewTest;
import org.weft.workbook.DateOrder;

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
    void aHeaderWithNothingBelowItIsSaid() {
        start();
        upload("people.csv", "EmpID,Name\n");
        click("Check the file");
        assertThat(notifications()).contains("people.csv has a header and nothing below it.");
    }

    /** Files of every wrong kind, each with a word of the answer it gets. */
    private static Stream<Arguments> wrongFiles() throws Exception {
        var big = new byte[20 * 1024 * 1024 + 1];
        Arrays.fill(big, (byte) 'x');
        return Stream.of(
                arguments("empty.csv", new byte[0], "there is no text in it"),
                arguments("huge.csv", big, "larger than 20 MB"),
                arguments("encrypted.xlsx", encrypted(), "protected with a password"),
                arguments("corrupt.xlsx", bytes("PK\u0003\u0004 and nothing that follows"), "is damaged"),
                arguments("bomb.xlsx", bomb(), "unpack to more than an ordinary table"),
                arguments("mislabelled.csv", bytes("%PDF-1.7 x"), "is a PDF document, not a table"),
                arguments("mislabelled.xlsx", bytes("<!DOCTYPE html><table>"), "is a web page or XML, not a table"),
                arguments("binary.csv", bytes("\0\1\2\3"), "is a binary file, not a table"),
                arguments("nameless.csv", bytes("1,2,3\n4,5,6\n"), "should name the columns"));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("wrongFiles")
    void aWrongFileIsRefusedInWordsAndAnotherMayFollow(String name, byte[] content, String words) {
        start();
        test($view(Upload.class).single()).upload(name, "application/octet-stream", content);
        assertThat(notifications()).contains(name, words).doesNotContain("Something went wrong");
        assertThat($view(UploadStep.class).exists()).isTrue();
        upload("people.csv", "EmpID,Name\n1,Ada Lovelace\n");
        assertThat(text()).contains("people.csv: one row, 2 columns");
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.ISO_8859_1);
    }

    private static byte[] encrypted() throws Exception {
        var out = new ByteArrayOutputStream();
        try (var container = new POIFSFileSystem();
                var book = new XSSFWorkbook()) {
            var encryptor = new EncryptionInfo(EncryptionMode.agile).getEncryptor();
            encryptor.confirmPassword("secret");
            book.createSheet("People");
            try (var inside = encryptor.getDataStream(container)) {
                book.write(inside);
            }
            container.writeFilesystem(out);
        }
        return out.toByteArray();
    }

    /** A workbook of a few hundred kilobytes whose sheet unpacks to three hundred megabytes. */
    private static byte[] bomb() throws IOException {
        var workbook = new ByteArrayOutputStream();
        try (var book = new XSSFWorkbook()) {
            book.createSheet("People").createRow(0).createCell(0).setCellValue("Name");
            book.write(workbook);
        }
        var out = new ByteArrayOutputStream();
        var block = new byte[1024 * 1024];
        Arrays.fill(block, (byte) ' ');
        try (var from = new ZipInputStream(new ByteArrayInputStream(workbook.toByteArray()));
                var to = new ZipOutputStream(out)) {
            for (var part = from.getNextEntry(); part != null; part = from.getNextEntry()) {
                to.putNextEntry(new ZipEntry(part.getName()));
                if (part.getName().endsWith("sheet1.xml")) {
                    to.write(bytes("<worksheet><sheetData>"));
                    for (var each = 0; each < 300; each++) {
                        to.write(block);
                    }
                    to.write(bytes("</sheetData></worksheet>"));
                } else {
                    from.transferTo(to);
                }
            }
        }
        return out.toByteArray();
    }

    @Test
    void everyRowThatCannotBeIsNamedWithItsColumnAndTextIsKeptAsTheTextItIs() {
        start();
        upload("people.csv", """
                EmpID,Name,Email,Position,Manager,Hire date
                1,=cmd() Ada,ada@example.com,<b>Boss</b>,,2020-01-02
                2,Twin One,,,,
                2,Twin Two,,,,
                3,Lone Some,,,Nobody Known,
                4,Round About,,,5,
                5,About Round,,,4,
                6,Mail Break,"x@example.com
                Bcc: y@example.com",,,
                7,No Day,,,,2020-02-30
                8,%s,,,,
                9,🧵 שלום,,@SUM(A1),,
                """.formatted("N".repeat(10_000)));
        click("Check the file");
        assertThat(remarks())
                .satisfiesExactlyInAnyOrder(
                        starts("3|EmpID|Several rows have this employee number: rows 3, 4."),
                        starts("4|EmpID|Several rows have this employee number: rows 3, 4."),
                        starts("6|Manager|These people would report to each other in a circle:"),
                        starts("7|Manager|These people would report to each other in a circle:"),
                        starts("8|Email|A mail address cannot contain a line break or another control character."),
                        starts("9|Hire date|There is no such day: 2020-02-30."),
                        starts("10|Name|At most"));
        $view(TabSheet.class).single().setSelectedIndex(1);
        assertThat(remarks())
                .satisfiesExactly(
                        starts("5|Manager|Nobody of this name, number or e-mail is in the file or in the directory."));
        click("Import 3 people");
        assertThat(fixture.jdbc()
                        .sql(
                                "select display_name || ' | ' || coalesce(job_title, '') from person order by employee_number")
                        .query(String.class)
                        .list())
                .containsExactly("=cmd() Ada | <b>Boss</b>", "Lone Some | ", "🧵 שלום | @SUM(A1)");
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

    /** What the tab opened last says of rows: the row's number, its column and the reason. */
    private List<String> remarks() {
        @SuppressWarnings("unchecked")
        Grid<Remark> grid =
                $(Grid.class, $view(RemarkPanel.class).all().getLast()).single();
        return IntStream.range(0, test(grid).size())
                .mapToObj(row -> test(grid).getCellText(row, 0) + "|"
                        + test(grid).getLitRendererPropertyValue(row, 1, "sub", String.class) + "|"
                        + test(grid).getCellText(row, 2))
                .toList();
    }

    private static ThrowingConsumer<String> starts(String words) {
        return text -> assertThat(text).startsWith(words);
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
