package org.weft.progress.ui;

import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.grid.Grid;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.radiobutton.RadioButtonGroup;
import com.vaadin.flow.component.tabs.TabSheet;
import com.vaadin.flow.component.textfield.IntegerField;
import com.vaadin.flow.component.textfield.TextArea;
import java.time.LocalDate;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.weft.access.Role;
import org.weft.base.ui.DayField;
import org.weft.people.ui.PersonPicker;
import org.weft.programs.BulkRow;
import org.weft.testing.Fixture;
import org.weft.testing.ViewTest;

/** Each dialog: what is chosen, what that comes to, what was done, and the way back. */
class BulkDialogTest extends ViewTest {

    private static final LocalDate DUE = LocalDate.of(2026, 12, 1);

    @Autowired
    DueDateAction due;

    @Autowired
    WaiveAction waive;

    @Autowired
    LeadAction lead;

    @Autowired
    AssignAction assign;

    private final AtomicInteger done = new AtomicInteger();
    private long boss;
    private long deputy;
    private long template;
    private long ada;
    private long alan;
    private long grace;

    @BeforeEach
    void threePeople() {
        done.set(0);
        boss = fixture.person("Bertha", "Boss").level("MANAGER").add();
        deputy = fixture.person("Dora", "Deputy").manager(boss).add();
        var cohort = fixture.cohort(fixture.cycle(), "Engineers", boss);
        template = fixture.template("X1", "FRONT_LINE", 3);
        ada = fixture.participant(cohort, fixture.person("Ada Lovelace"));
        alan = fixture.participant(cohort, fixture.person("Alan Turing"));
        grace = fixture.participant(cohort, fixture.person("Grace Hopper"));
        fixture.assignment(ada, template, DUE);
        fixture.assignment(ada, fixture.template("X2", "FRONT_LINE", 3), Fixture.QUARTER_END);
        fixture.assignment(alan, template, DUE);
        signIn(boss, Role.MANAGER);
    }

    @Test
    void dueDatesAreMovedAndTakenBack() {
        open(due);
        eventually(() -> text().contains("2 due dates move, for 2 people."));
        assertThat(text()).contains("One due date stays: the new date would lie outside the cycle.");
        test($(TabSheet.class).single()).select("Left out (1)");
        assertThat(text()).contains("One person: nothing open");
        test($(TabSheet.class).single()).select("Changes for 2");
        assertThat(test(changing()).size()).isEqualTo(2);
        assertThat(test(changing()).getLitRendererPropertyValue(0, 1, "label", String.class))
                .isEqualTo("Dec 1, 2026 becomes Dec 8, 2026");

        press("Move 2 due dates");
        eventually(() -> text().contains("2 due dates were moved, for 2 people."));
        assertThat(text()).contains("One person was left out.");
        assertThat(moved(DUE.plusDays(7))).isEqualTo(2);
        assertThat(done).hasValue(1);

        press("Undo");
        eventually(() -> text().contains("2 due dates are as they were."));
        assertThat(moved(DUE)).isEqualTo(2);
        assertThat(done).hasValue(2);
        assertThat($(Button.class).withText("Undo").exists()).isFalse();
        press("Close");
        assertThat($(BulkDialog.class).exists()).isFalse();
    }

    @Test
    @SuppressWarnings("unchecked")
    void aDateIsForTheObjectiveChosen() {
        open(due);
        test($(RadioButtonGroup.class).single()).selectItem("To a date");
        assertThat(text()).contains("Choose the new date to see what happens.");
        assertThat(button("Move due dates").isEnabled()).isFalse();

        $(DayField.class).single().setValue(DUE.plusDays(2));
        eventually(() -> text().contains("3 due dates move, for 2 people."));
        test($(HeldField.class).single()).selectItem("X2 · Objective X2");
        eventually(() -> text().contains("One due date moves, for one person."));
        press("Move one due date");
        eventually(() -> text().contains("One due date was moved, for one person."));
        assertThat(moved(DUE.plusDays(2))).isEqualTo(1);
    }

    @Test
    void aNumberThatCannotBeIsToldAtItsField() {
        open(due);
        $(IntegerField.class).single().setValue(0);
        eventually(() -> $(IntegerField.class).single().isInvalid());
        assertThat($(IntegerField.class).single().getErrorMessage()).contains("other than 0");
        assertThat(button("Move due dates").isEnabled()).isFalse();
    }

    @Test
    void aWaiverAsksForItsReason() {
        open(waive);
        eventually(() -> text().contains("3 open objectives are waived, for 2 people."));
        press("Waive 3 objectives");
        eventually(() -> $(TextArea.class).single().isInvalid());
        assertThat(button("Waive 3 objectives").isEnabled()).isTrue();

        $(TextArea.class).single().setValue("Reorganised");
        press("Waive 3 objectives");
        eventually(() -> text().contains("3 objectives were waived, for 2 people."));
        assertThat(count("select count(*) from assignment where status = 'WAIVED' and ended_reason = 'Reorganised'"))
                .isEqualTo(3);

        press("Undo");
        eventually(() -> text().contains("3 objectives are as they were."));
        assertThat(count("select count(*) from assignment where status = 'NOT_STARTED'"))
                .isEqualTo(3);
    }

    @Test
    void aLeadIsNamedAndTheCohortsLeadComesBack() {
        open(lead);
        assertThat(text()).contains("Choose the lead to see what happens.");
        $(PersonPicker.class).single().setPersonId(deputy);
        eventually(() -> text().contains("3 people get another lead."));
        assertThat(test(changing()).getLitRendererPropertyValue(0, 1, "label", String.class))
                .isEqualTo("until now Bertha Boss");
        press("Change the lead of 3 people");
        eventually(() -> text().contains("3 people have another lead."));
        assertThat(count("select count(*) from participant where lead_by_hand and lead_id = " + deputy))
                .isEqualTo(3);

        press("Undo");
        eventually(() -> text().contains("3 people have the former lead again."));
        assertThat(count("select count(*) from participant where lead_id = " + boss))
                .isEqualTo(3);
    }

    @Test
    void assigningStartsWithThePeopleMarked() {
        assign.open(List.of(ada, grace), done::incrementAndGet);
        eventually(() -> $(RadioButtonGroup.class).exists());
        assertThat($(RadioButtonGroup.class).single().getValue()).hasToString("MARKED");
        var page = $(Div.class).withClassName("weft-objectives-assign").single().getElement();
        assertThat(page.getTextRecursively()).contains("The 2 people marked in the progress list", "2 people");
    }

    private int moved(LocalDate day) {
        return fixture.jdbc()
                .sql("select count(*) from assignment where due_on = ?")
                .param(day)
                .query(Integer.class)
                .single();
    }

    private int count(String sql) {
        return fixture.jdbc().sql(sql).query(Integer.class).single();
    }

    private Button button(String text) {
        return $(Button.class).withText(text).single();
    }

    private void press(String text) {
        test(button(text)).click();
    }

    private void open(ProgressAction action) {
        action.open(List.of(ada, alan, grace), done::incrementAndGet);
        eventually(() -> $(BulkDialog.class).exists());
    }

    private String text() {
        return $(BulkDialog.class).single().getElement().getTextRecursively();
    }

    @SuppressWarnings("unchecked")
    private Grid<BulkRow> changing() {
        return $(Grid.class).first();
    }
}
