package org.weft.objectives.ui;

import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.checkbox.Checkbox;
import com.vaadin.flow.component.datepicker.DatePicker;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.notification.Notification;
import com.vaadin.flow.component.radiobutton.RadioButtonGroup;
import com.vaadin.flow.component.tabs.TabSheet;
import com.vaadin.flow.component.textfield.IntegerField;
import com.vaadin.flow.router.QueryParameters;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.weft.access.Role;
import org.weft.access.Scope;
import org.weft.base.ui.EmptyState;
import org.weft.objectives.AssignmentRow;
import org.weft.objectives.AssignmentService;
import org.weft.programs.CohortOption;
import org.weft.testing.Address;
import org.weft.testing.ViewTest;

class AssignViewTest extends ViewTest {

    @Autowired
    AssignmentService assignments;

    long lead;
    long anna;
    long carl;
    long cycle;
    long cohort;

    @BeforeEach
    void aCohortOfThree() {
        lead = fixture.person("Lea", "Lead").level("MANAGER").add();
        anna = fixture.person("Anna", "Alt").manager(lead).add();
        var bert = fixture.person("Bert", "Bach").manager(lead).add();
        carl = fixture.person("Carl", "Cohn").level("TEAM_LEAD").manager(lead).add();
        cycle = fixture.cycle();
        cohort = fixture.cohort(cycle, "First", lead);
        for (var person : List.of(anna, bert, carl)) {
            fixture.participant(cohort, person);
        }
    }

    @Test
    void itOpensFromElsewhereWithCycleAndCohortChosen() {
        var other = fixture.person("Otto", "Ohm").manager(lead).add();
        fixture.participant(fixture.cohort(cycle, "Second", lead), other);
        signIn(lead, Role.MANAGER);
        ObjectivesNavigation.openAssign(cycle, cohort);
        assertThat(getCurrentView()).isInstanceOf(AssignView.class);
        assertThat(audience()).contains("3 people");
        ObjectivesNavigation.openAssign(cycle, null);
        assertThat(audience()).contains("Nobody chosen yet");
    }

    @Test
    void aManagerAssignsToTheOwnCohortAndTakesItBack() {
        signIn(lead, Role.MANAGER);
        navigate(AssignView.class);
        assertThat(audience()).contains("3 people", "Front line", "2", "Team lead", "1");

        click("Choose objectives");
        choose("FL01");
        choose("FL02");
        assertThat(view()).contains("3 people · 2 objectives chosen");
        click("See preview");
        assertThat(view())
                .contains(
                        "4",
                        "new objectives",
                        "people get something",
                        "Left out (1)",
                        "2 people × 2 objectives = 4 new");
        click("Assign 4 objectives to 2 people");

        assertThat(view()).contains("4 objectives assigned to 2 people");
        SignedInAs.hr();
        var held = held(anna);
        assertThat(held).extracting(AssignmentRow::code).containsExactlyInAnyOrder("FL01", "FL02");
        // Day 45 has passed by now, so the end of the cycle is suggested.
        assertThat(held).allSatisfy(row -> assertThat(row.dueOn()).isEqualTo(LocalDate.of(2026, 12, 31)));
        assertThat(held(carl)).isEmpty();

        signInAgain();
        click("Undo");
        assertThat(view()).contains("4 objectives taken back");
        assertThat(fixture.count("assignment")).isZero();
        click("Back to the choice");
        assertThat(line("FL01").getElement().getClassList()).contains("weft-chosen");
    }

    @Test
    void targetAndDueDateAreSetPerObjectiveAndRefusedWhereTheyCannotBe() {
        signIn(Role.HR);
        UI.getCurrent().navigate("assign", QueryParameters.of("cohort", String.valueOf(cohort)));
        click("Choose objectives");
        choose("FL03");
        target("FL03").setValue(0);
        click("See preview");
        assertThat(target("FL03").getErrorMessage()).isEqualTo("The target must be at least 1.");
        target("FL03").setValue(-1);
        click("See preview");
        assertThat($view(PreviewStep.class).exists()).isFalse();
        target("FL03").setValue(7);
        due("FL03").setValue(LocalDate.of(2027, 1, 1));
        click("See preview");
        assertThat(due("FL03").getErrorMessage()).contains("within the cycle", "Dec 31, 2026");
        due("FL03").setValue(LocalDate.of(2026, 12, 24));
        click("See preview");
        click("Assign 2 objectives to 2 people");

        assertThat(held(anna)).singleElement().satisfies(row -> {
            assertThat(row.target()).isEqualTo(7);
            assertThat(row.dueOn()).isEqualTo(LocalDate.of(2026, 12, 24));
        });
    }

    @Test
    void nothingChosenGetsAClearAnswer() {
        fixture.cohort(cycle, "Empty", lead);
        signIn(Role.HR);
        navigate(AssignView.class);
        click("Choose objectives");
        assertThat(view()).contains("Choose a cohort first.");
        cohort("Empty");
        click("Choose objectives");
        assertThat(view()).contains("nobody among those chosen");
        assertThat(Address.replacedBy(() -> cohort("First"))).contains("cycle=" + cycle, "cohort=" + cohort);
        click("Choose objectives");
        click("See preview");
        assertThat(view()).contains("Choose at least one objective.");
        assertThat(fixture.count("assignment")).isZero();
    }

    @Test
    void whatWasChosenSurvivesAnError() {
        signIn(Role.HR);
        UI.getCurrent().navigate("assign", QueryParameters.of("cohort", String.valueOf(cohort)));
        click("Choose objectives");
        choose("FL01");
        choose("FL05");
        click("See preview");
        fixture.jdbc()
                .sql("update objective_template set retired = true where code = 'FL05'")
                .update();
        try {
            click("Assign 4 objectives to 2 people");
            assertThat(notifications()).contains("not offered for its level any more");
            assertThat(fixture.count("assignment")).isZero();
        } finally {
            fixture.jdbc()
                    .sql("update objective_template set retired = false where code = 'FL05'")
                    .update();
        }
        click("Assign 4 objectives to 2 people");
        assertThat(fixture.count("assignment")).isEqualTo(4);
    }

    @Test
    void peopleAreChosenByHandAmongTheOwnParticipants() {
        var outsider = fixture.person("Otto", "Outside").manager(lead).add();
        var stranger = fixture.person("Sam", "Stranger").add();
        fixture.participant(fixture.cohort(cycle, "Other", null), stranger);
        signIn(lead, Role.MANAGER);
        navigate(AssignView.class);
        test($view(RadioButtonGroup.class)
                        .withCondition(group -> "Whom do you assign to?".equals(group.getLabel()))
                        .single())
                .selectItem("People by hand");
        var grid = $view(PeopleChoice.class).single();
        // The lead and Otto are no participants; Sam is, and belongs to nobody here.
        assertThat(grid.getElement().getTextRecursively()).contains("0 chosen of 3", "2 of your people take no part");
        test($(com.vaadin.flow.component.grid.Grid.class, grid).single()).select(0);
        assertThat(audience()).contains("1 person");
        click("Choose objectives");
        choose("FL01");
        click("See preview");
        click("Assign 1 objective to 1 person");
        SignedInAs.hr();
        assertThat(held(anna)).hasSize(1);
        assertThat(outsider).isPositive();
    }

    @Test
    void whoHoldsItAlreadyIsToldApartInThePreview() {
        signIn(Role.HR);
        UI.getCurrent().navigate("assign", QueryParameters.of("cohort", String.valueOf(cohort)));
        click("Choose objectives");
        choose("FL01");
        click("See preview");
        click("Assign 2 objectives to 2 people");
        click("Assign more");
        cohort("First");
        click("Choose objectives");
        choose("FL01");
        click("See preview");
        assertThat(view()).contains("Nothing new would be created", "2 are held already and gain a reason");
        click("Record the further reason");
        assertThat(view()).contains("Nothing new was created");
        assertThat(fixture.count("assignment")).isEqualTo(2);
    }

    @Test
    void leavingWithAChoiceAsksFirst() {
        signIn(Role.HR);
        UI.getCurrent().navigate("assign", QueryParameters.of("cohort", String.valueOf(cohort)));
        click("Choose objectives");
        choose("FL01");
        UI.getCurrent().navigate("library");
        assertThat($(Dialog.class).single().getHeaderTitle()).isEqualTo("Leave without assigning?");
        test($(Button.class, $(Dialog.class).single()).withText("Leave").single())
                .click();
        assertThat(getCurrentView()).isInstanceOf(LibraryView.class);
    }

    @Test
    void aCohortOfAnotherLeadInTheAddressIsNotChosen() {
        var other = fixture.cohort(cycle, "Other", null);
        signIn(lead, Role.MANAGER);
        UI.getCurrent().navigate("assign", QueryParameters.of("cohort", String.valueOf(other)));
        assertThat(cohorts().getListDataView().getItems().map(CohortOption::name))
                .containsExactly("First");
    }

    @Test
    void withoutACycleThereIsAWayOn() {
        signIn(fixture.person("Nora New"), Role.MANAGER);
        navigate(AssignView.class);
        assertThat($view(EmptyState.class).single().getElement().getTextRecursively())
                .contains("There is no cycle to assign in");
    }

    @Test
    void germanIsWhole() {
        signIn(Role.HR);
        UI.getCurrent().setLocale(Locale.GERMAN);
        UI.getCurrent().navigate("assign", QueryParameters.of("cohort", String.valueOf(cohort)));
        assertThat(view()).contains("Ziele zuweisen", "3 Personen").doesNotContain("objectives.");
        click("Ziele wählen");
        choose("FL01");
        click("Vorschau ansehen");
        assertThat(view()).contains("neue Ziele", "Nach Ebene").doesNotContain("objectives.");
        click("2 Ziele 2 Personen zuweisen");
        assertThat(view()).contains("2 Ziele 2 Personen zugewiesen").doesNotContain("objectives.");
    }

    private List<AssignmentRow> held(long person) {
        return assignments.forPerson(new Scope.Everybody(), person, cycle);
    }

    private void signInAgain() {
        org.weft.testing.SignedIn.as(lead, Role.MANAGER);
    }

    /** Reads as HR without a new session. */
    private static final class SignedInAs {
        static void hr() {
            org.weft.testing.SignedIn.as(Role.HR);
        }
    }

    private void click(String label) {
        test($view(Button.class).withText(label).single()).click();
    }

    private ObjectiveLine line(String code) {
        return $view(ObjectiveLine.class)
                .withCondition(line -> code.equals(line.getElement().getAttribute("data-code")))
                .single();
    }

    private void choose(String code) {
        test($(Checkbox.class, line(code)).single()).click();
    }

    private IntegerField target(String code) {
        return $(IntegerField.class, line(code)).single();
    }

    private DatePicker due(String code) {
        return $(DatePicker.class, line(code)).single();
    }

    @SuppressWarnings("unchecked")
    private RadioButtonGroup<CohortOption> cohorts() {
        return $(RadioButtonGroup.class, $view(CohortChoice.class).single()).single();
    }

    private void cohort(String name) {
        cohorts()
                .setValue(cohorts()
                        .getListDataView()
                        .getItems()
                        .filter(option -> option.name().equals(name))
                        .findFirst()
                        .orElseThrow());
    }

    private String audience() {
        return $view(AudiencePanel.class).single().getElement().getTextRecursively();
    }

    private String view() {
        return getCurrentView().getElement().getTextRecursively();
    }

    private String notifications() {
        return $(Notification.class).all().stream()
                .map(notification -> notification.getElement().getTextRecursively())
                .reduce("", String::concat);
    }

    @Test
    void onlyLevelsWithPeopleAreOffered() {
        signIn(Role.HR);
        UI.getCurrent().navigate("assign", QueryParameters.of("cohort", String.valueOf(cohort)));
        click("Choose objectives");
        var sheet = $view(TabSheet.class).single();
        assertThat(test(sheet).getTab(0).getLabel()).isEqualTo("Front line (0)");
        assertThat(test(sheet).getTab(1).getLabel()).isEqualTo("Team lead (0)");
        assertThat(sheet.getTabCount()).isEqualTo(2);
    }
}
