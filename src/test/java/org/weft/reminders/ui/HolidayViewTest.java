package org.weft.reminders.ui;

import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.combobox.ComboBox;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.grid.Grid;
import com.vaadin.flow.component.textfield.TextField;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.weft.access.Role;
import org.weft.base.ui.DayField;
import org.weft.reminders.policy.HolidayRow;
import org.weft.reminders.policy.HolidayService;
import org.weft.testing.ViewTest;

class HolidayViewTest extends ViewTest {

    private static final String FILE = """
            BEGIN:VCALENDAR
            VERSION:2.0
            PRODID:-//A town//Holidays//EN
            BEGIN:VEVENT
            UID:1@example.com
            DTSTAMP:20260101T000000Z
            SUMMARY:Christmas
            DTSTART;VALUE=DATE:20261225
            DTEND;VALUE=DATE:20261227
            END:VEVENT
            END:VCALENDAR
            """.replace("\n", "\r\n");

    @Autowired
    HolidayService holidays;

    private void click(String label) {
        test($(Button.class).withText(label).first()).click();
    }

    @SuppressWarnings("unchecked")
    private List<String> shown() {
        var grid = (Grid<HolidayRow>) $view(Grid.class).single();
        return grid.getListDataView()
                .getItems()
                .map(row -> row.day() + " " + row.name() + " " + row.location())
                .toList();
    }

    @Test
    void oneIsEnteredAndAProblemIsToldAtItsField() {
        fixture.person("Ada", "Ready").location("Oslo").add();
        signIn(Role.HR);
        navigate(HolidayView.class);
        click("Add holiday");
        click("Save");
        var dialog = $(Dialog.class).single();
        var day = $(DayField.class, dialog).single();
        assertThat(day.getErrorMessage()).isEqualTo("Choose a day.");
        day.setValue(LocalDate.of(2026, 12, 24));
        test($(TextField.class, dialog).withLabel("Name").single()).setValue("Christmas Eve");
        @SuppressWarnings("unchecked")
        var location = (ComboBox<String>) $(ComboBox.class, dialog).single();
        assertThat(location.getListDataView().getItems()).containsExactly("Oslo");
        location.setValue("Oslo");
        click("Save");

        assertThat(shown()).containsExactly("2026-12-24 Christmas Eve Oslo");
        test($view(Grid.class).single()).invokeLitRendererFunction(0, HolidayView.REMOVE, "remove");
        assertThat(shown()).isEmpty();
        click("Undo");
        assertThat(shown()).hasSize(1);
    }

    @Test
    void aFileIsImportedAndWhatIsNoneIsRefused() {
        signIn(Role.HR);
        navigate(HolidayView.class);
        click("Import .ics file");
        var dialog = (HolidayFileDialog) $(Dialog.class).single();
        dialog.arrived("a letter".getBytes(StandardCharsets.UTF_8));
        assertThat(dialog.isOpened()).isTrue();
        assertThat(holidays.list(2026)).isEmpty();
        dialog.arrived(FILE.getBytes(StandardCharsets.UTF_8));
        assertThat(dialog.isOpened()).isFalse();
        assertThat(shown()).containsExactly("2026-12-25 Christmas null", "2026-12-26 Christmas null");
    }
}
