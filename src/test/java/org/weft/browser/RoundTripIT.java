package org.weft.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.options.ColorScheme;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.weft.progress.roundtrip.EditedBook;

/** Objectives go out into a workbook, a colleague changes one meanwhile, and they come back: all of it in a browser. */
class RoundTripIT extends BrowserTest {

    private static final String OPEN = "Not started";

    @Autowired
    JdbcClient jdbc;

    @TempDir
    Path folder;

    /** An objective of the workbook, by what stands in its row. */
    private record Held(int row, String objective, long assignmentId) {}

    @Test
    void editedInExcelWithAConflictDecidedOnTheWay() {
        var walk = as("hr", portal.desktop());
        var page = walk.page();
        walk.go("progress?view=all&level=front-line");
        walk.press("Edit in Excel").sees("Level: Front line");
        var book = takeOut(walk);
        var held = open(book, 3);
        var first = held.get(0);
        var second = held.get(1);
        var third = held.get(2);
        var due = LocalDate.of(2026, 12, 22);
        var before = DateTimeFormatter.ofPattern("MMM d, yyyy", Locale.ENGLISH)
                .format(LocalDate.parse(column("cast(due_on as varchar(10))", first)));
        book.type(first.row(), "Due date", due)
                .type(second.row(), "Target", 9)
                .type(third.row(), "Status", "Waived")
                .type(third.row(), "Reason", "On leave until spring");

        // Meanwhile a colleague moves the first due date on the person's page.
        var colleague = as("hr", portal.desktop());
        moveDueDate(colleague, first, LocalDate.of(2026, 12, 15));

        walk.go("progress/excel");
        bring(walk, book.save(folder));
        walk.sees("One row waits for your choice");
        assertThat(page.locator(".weft-view-foot vaadin-button[theme~=primary]").isDisabled())
                .isTrue();
        assertThat(page.locator(".weft-excel-sides dd:visible").allTextContents())
                .containsExactly(before, "Dec 15, 2026", "Dec 22, 2026");
        picture(page, "round-trip-conflict");
        assertThat(Axe.grave(page)).isEmpty();

        page.getByLabel("Take what is in the file").locator("visible=true").check();
        walk.sees("3 changes for");
        walk.press("Apply 3 changes").sees("3 changes were applied");
        picture(page, "round-trip-applied");
        assertThat(Axe.grave(page)).isEmpty();

        assertThat(column("cast(due_on as varchar(10))", first)).isEqualTo("2026-12-22");
        assertThat(column("cast(target as varchar(10))", second)).isEqualTo("9");
        assertThat(column("status", third)).isEqualTo("WAIVED");
        page.getByText("Open the progress list").click();
        page.locator("a.weft-person-name").first().waitFor();
        colleague.close();
        walk.close();
    }

    @ParameterizedTest
    @EnumSource(
            value = ColorScheme.class,
            names = {"LIGHT", "DARK"})
    void bothPagesAreOpenToAll(ColorScheme scheme) {
        var walk = as("hr", scheme == ColorScheme.DARK ? portal.desktopDark() : portal.desktop());
        var page = walk.page();
        var name = scheme.name().toLowerCase(Locale.ROOT);
        walk.go("progress/excel?level=executive");
        var book = takeOut(walk);
        var held = open(book, 2);
        book.type(held.get(0).row(), "Due date", "soon").type(held.get(1).row(), "Target", 5000);
        bring(walk, book.save(folder));
        walk.sees("2 cells have problems");
        picture(page, "round-trip-problems-" + name);
        assertThat(Axe.grave(page)).isEmpty();
        walk.go("progress/excel");
        page.locator(".weft-excel-file").first().waitFor();
        picture(page, "round-trip-" + name);
        assertThat(Axe.grave(page)).isEmpty();
        page.locator(".weft-excel-file")
                .first()
                .locator("vaadin-button")
                .filter(new Locator.FilterOptions().setHasText("Discard"))
                .click();
        walk.close();
    }

    @Test
    void onAPhoneARowIsACard() {
        var desktop = as("hr", portal.desktop());
        desktop.go("progress/excel?level=manager");
        var book = takeOut(desktop);
        var held = open(book, 1).getFirst();
        book.type(held.row(), "Target", 8);
        var file = book.save(folder);
        desktop.close();
        var walk = as("hr", portal.phone());
        var page = walk.page();
        walk.go("progress/excel");
        bring(walk, file);
        walk.sees("One change for one person");
        page.locator(".weft-excel-card:visible").first().waitFor();
        picture(page, "round-trip-phone");
        assertThat((Integer) page.evaluate("document.documentElement.scrollWidth"))
                .isLessThanOrEqualTo(390);
        assertThat(Axe.grave(page)).isEmpty();
        walk.press("Discard").sees("The file is discarded");
        walk.close();
    }

    private EditedBook takeOut(Walk walk) {
        var file = walk.download(() -> walk.press("Take out as Excel"), folder);
        try {
            return EditedBook.of(Files.readAllBytes(file));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void bring(Walk walk, Path file) {
        walk.page().locator("vaadin-upload input[type=file]").setInputFiles(file);
        walk.page().locator(".weft-excel-panel").waitFor();
    }

    private List<Held> open(EditedBook book, int count) {
        var held = IntStream.rangeClosed(1, book.rows())
                .filter(row -> book.text(row, "Status").equals(OPEN))
                .limit(count)
                .mapToObj(row -> held(book, row))
                .toList();
        assertThat(held).hasSize(count);
        return held;
    }

    private Held held(EditedBook book, int row) {
        var id = jdbc.sql("""
                        select a.id from assignment a join person p on p.id = a.person_id join cycle c on c.id = a.cycle_id
                        where p.employee_number = ? and a.code = ?
                            and c.starts_on = (select max(c.starts_on) from cycle c)""")
                .params(book.text(row, "Number"), book.text(row, "Code"))
                .query(Long.class)
                .single();
        return new Held(row, book.text(row, "Objective"), id);
    }

    private void moveDueDate(Walk walk, Held held, LocalDate day) {
        var person = jdbc.sql("select person_id from assignment where id = ?")
                .param(held.assignmentId())
                .query(Long.class)
                .single();
        walk.go("person/" + person + "?assignment=" + held.assignmentId());
        var page = walk.page();
        var card =
                page.locator(".weft-objectives-card").filter(new Locator.FilterOptions().setHasText(held.objective()));
        card.locator("vaadin-menu-bar-button").first().click();
        page.locator("vaadin-menu-bar-item:visible")
                .filter(new Locator.FilterOptions().setHasText("Change due date and target"))
                .click();
        walk.field("Due").fill(day.getMonthValue() + "/" + day.getDayOfMonth() + "/" + day.getYear());
        // Takes the day and closes the calendar, which otherwise stands before the rest of the dialog.
        walk.field("Due").press("Enter");
        walk.confirm().sees("Changed");
        assertThat(column("cast(due_on as varchar(10))", held)).isEqualTo(day.toString());
    }

    private String column(String column, Held held) {
        return jdbc.sql("select " + column + " from assignment where id = ?")
                .param(held.assignmentId())
                .query(String.class)
                .single();
    }
}
