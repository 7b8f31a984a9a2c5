package org.weft.objectives.ui;

import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.datepicker.DatePicker;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.icon.VaadinIcon;
import com.vaadin.flow.component.menubar.MenuBar;
import com.vaadin.flow.component.menubar.MenuBarTester;
import com.vaadin.flow.component.radiobutton.RadioButtonGroup;
import com.vaadin.flow.component.textfield.IntegerField;
import com.vaadin.flow.component.textfield.TextArea;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Autowired;
import org.weft.access.Role;
import org.weft.objectives.AssignmentRow;
import org.weft.testing.ViewTest;

class AssignmentListTest extends ViewTest {

    @Autowired
    ObjectProvider<AssignmentList> lists;

    long lead;
    long anna;
    long cycle;
    long id;

    @BeforeEach
    void oneAssignment() {
        lead = fixture.person("Lea", "Lead").level("MANAGER").add();
        anna = fixture.person("Anna", "Alt").manager(lead).add();
        cycle = fixture.cycle();
        var participant = fixture.participant(fixture.cohort(cycle, "First", null), anna);
        id = fixture.assignment(participant, fixture.template("X1", "FRONT_LINE", 3), LocalDate.of(2026, 11, 14));
    }

    @Test
    void aCardSaysHowFarItIsAndThatItIsOverdue() {
        var list = open(anna, Role.MEMBER);
        assertThat(text(list))
                .contains(
                        "Objective X1",
                        "Not started",
                        "0 of 3 conversations",
                        "Due Nov 14, 2026",
                        "3 days overdue",
                        "Information exchange");
        assertThat(buttons(list)).containsExactly("Check in");
        assertThat($(MenuBar.class, list).exists()).isFalse();
    }

    @Test
    void theHolderChecksInAndSubmitsAndTheLeadCompletes() {
        var list = open(anna, Role.MEMBER);
        var changes = new AtomicInteger();
        list.onChange(changes::incrementAndGet);
        click(list, "Check in");
        click(dialog(), "Check in");
        assertThat($(RadioButtonGroup.class, dialog()).single().getErrorMessage())
                .isEqualTo("Choose how it is going.");
        test($(RadioButtonGroup.class, dialog()).single()).selectItem("At risk");
        $(TextArea.class, dialog()).single().setValue("Nobody answers");
        click(dialog(), "Check in");
        assertThat(text(list)).contains("In progress", "At risk");
        click(list, "Submit for review");
        click(dialog(), "Submit for review");
        assertThat(text(list)).contains("Submitted");
        assertThat(changes).hasValue(2);

        list = open(lead, Role.MANAGER);
        assertThat(buttons(list)).containsExactly("Complete", "Return");
        click(list, "Return");
        click(dialog(), "Return");
        assertThat($(TextArea.class, dialog()).single().getErrorMessage()).isEqualTo("Fill this in.");
        $(TextArea.class, dialog()).single().setValue("Whom did you meet?");
        click(dialog(), "Return");
        assertThat(text(list)).contains("Returned", "Whom did you meet?");
    }

    @Test
    void theLeadChangesDueDateAndTargetWithinTheCycle() {
        var list = open(lead, Role.MANAGER);
        new MenuBarTester<>($(MenuBar.class, list).single()).clickItem(0, 0);
        $(DatePicker.class, dialog()).single().setValue(LocalDate.of(2027, 2, 1));
        $(IntegerField.class, dialog()).single().setValue(5);
        click(dialog(), "Save");
        assertThat($(DatePicker.class, dialog()).single().getErrorMessage()).contains("within the cycle");
        typeNoDate($(DatePicker.class, dialog()).single());
        click(dialog(), "Save");
        assertThat($(DatePicker.class, dialog()).single().getErrorMessage())
                .isEqualTo("This is no date. Check day and month.");
        for (var impossible : new int[] {0, -1}) {
            $(DatePicker.class, dialog()).single().setValue(LocalDate.of(2026, 12, 20));
            $(IntegerField.class, dialog()).single().setValue(impossible);
            click(dialog(), "Save");
            assertThat($(IntegerField.class, dialog()).single().getErrorMessage())
                    .isEqualTo("The target must be at least 1.");
        }
        $(IntegerField.class, dialog()).single().setValue(5);
        $(DatePicker.class, dialog()).single().setValue(LocalDate.of(2026, 12, 20));
        click(dialog(), "Save");
        assertThat(text(list)).contains("0 of 5 conversations", "Due Dec 20, 2026");
    }

    @Test
    void whoComesSecondIsToldAndLosesNothingTyped() {
        var list = open(lead, Role.MANAGER);
        new MenuBarTester<>($(MenuBar.class, list).single()).clickItem(0, 1);
        $(TextArea.class, dialog()).single().setValue("On parental leave");
        fixture.jdbc()
                .sql("update assignment set target = 9, version = version + 1 where id = ?")
                .param(id)
                .update();
        click(dialog(), "Waive");
        assertThat(dialog().getElement().getTextRecursively()).contains("Somebody else changed this", "0 of 9");
        assertThat($(TextArea.class, dialog()).single().getValue()).isEqualTo("On parental leave");
        click(dialog(), "Waive");
        assertThat(text(list)).contains("Waived", "On parental leave");
        assertThat(buttons(list)).isEmpty();
    }

    @Test
    void whoComesSecondWithANewDateOrTargetIsToldAndLosesNeither() {
        var list = open(lead, Role.MANAGER);
        new MenuBarTester<>($(MenuBar.class, list).single()).clickItem(0, 0);
        $(DatePicker.class, dialog()).single().setValue(LocalDate.of(2026, 12, 20));
        $(IntegerField.class, dialog()).single().setValue(5);
        somebodyIsFaster();
        click(dialog(), "Save");
        assertThat(dialog().getElement().getTextRecursively()).contains("Somebody else changed this");
        assertThat($(DatePicker.class, dialog()).single().getValue()).isEqualTo(LocalDate.of(2026, 12, 20));
        assertThat($(IntegerField.class, dialog()).single().getValue()).isEqualTo(5);
        click(dialog(), "Save");
        assertThat(text(list)).contains("0 of 5 conversations", "Due Dec 20, 2026");
    }

    @ParameterizedTest
    @CsvSource({"NOT_STARTED, Check in, On track", "SUBMITTED, Return, Returned", "SUBMITTED, Complete, Completed"})
    void whoComesSecondWithAWordIsToldAndKeepsIt(String status, String action, String then) {
        fixture.jdbc()
                .sql("update assignment set status = ? where id = ?")
                .params(status, id)
                .update();
        var list = open(lead, Role.MANAGER);
        click(list, action);
        $(TextArea.class, dialog()).single().setValue("Well considered");
        if (action.equals("Check in")) {
            test($(RadioButtonGroup.class, dialog()).single()).selectItem("On track");
        }
        somebodyIsFaster();
        click(dialog(), action);
        assertThat(dialog().getElement().getTextRecursively()).contains("Somebody else changed this");
        assertThat($(TextArea.class, dialog()).single().getValue()).isEqualTo("Well considered");
        click(dialog(), action);
        assertThat(text(list)).contains(then);
        assertThat(fixture.jdbc()
                        .sql("select note from assignment_event where assignment_id = ?")
                        .param(id)
                        .query(String.class)
                        .list())
                .contains("Well considered");
    }

    private void somebodyIsFaster() {
        fixture.jdbc()
                .sql("update assignment set version = version + 1 where id = ?")
                .param(id)
                .update();
    }

    @Test
    void otherFeaturesAddActions() {
        var clicked = new ArrayList<AssignmentRow>();
        var list = create(anna, Role.MEMBER);
        list.action("Log conversation", VaadinIcon.COMMENT, row -> row.status().isOpen(), clicked::add);
        list.show(anna, cycle);
        click(list, "Log conversation");
        assertThat(clicked).extracting(AssignmentRow::id).containsExactly(id);
    }

    @Test
    void outsideTheScopeThereIsNothing() {
        var list = open(fixture.person("Sam Stranger"), Role.MANAGER);
        assertThat(text(list)).contains("No objectives yet").doesNotContain("Objective X1");
    }

    private AssignmentList open(long person, Role role) {
        var list = create(person, role);
        list.show(anna, cycle);
        return list;
    }

    private AssignmentList create(long person, Role role) {
        signIn(person, role);
        var list = lists.getObject();
        UI.getCurrent().add(list);
        return list;
    }

    private Dialog dialog() {
        return $(Dialog.class).single();
    }

    private void click(com.vaadin.flow.component.Component parent, String label) {
        test($(Button.class, parent).withText(label).single()).click();
    }

    private java.util.List<String> buttons(AssignmentList list) {
        return $(Button.class, list).all().stream().map(Button::getText).toList();
    }

    private static String text(AssignmentList list) {
        return list.getElement().getTextRecursively();
    }
}
