package org.weft.progress.ui;

import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.router.QueryParameters;
import java.time.LocalDate;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.weft.access.Role;
import org.weft.base.ui.EmptyState;
import org.weft.objectives.ui.AssignmentList;
import org.weft.testing.ViewTest;

class PersonViewTest extends ViewTest {

    long lead;
    long cycle;
    long ada;
    long alan;
    long assignment;

    @BeforeEach
    void people() {
        lead = fixture.person("The Lead");
        ada = fixture.person("Ada", "Lovelace")
                .manager(lead)
                .jobTitle("Analyst")
                .email(null)
                .add();
        alan = fixture.person("Alan", "Turing").manager(lead).add();
        cycle = fixture.cycle();
        var cohort = fixture.cohort(cycle, "Blue", null);
        var adaIn = fixture.participant(cohort, ada);
        fixture.participant(cohort, alan);
        fixture.figures(adaIn, Map.of("live_count", 1, "next_due_on", LocalDate.of(2026, 11, 10)));
        assignment = fixture.assignment(adaIn, fixture.template("T1", "FRONT_LINE", 1), LocalDate.of(2026, 11, 10));
        fixture.conversation(LocalDate.of(2026, 11, 3), ada, alan);
    }

    private void open(long person, String query) {
        UI.getCurrent()
                .navigate(
                        "person/" + person,
                        query.isEmpty() ? QueryParameters.empty() : QueryParameters.fromString(query));
    }

    private String page() {
        return getCurrentView().getElement().getTextRecursively();
    }

    private void press(String ariaLabel) {
        test($(Button.class).all().stream()
                        .filter(button ->
                                button.getAriaLabel().filter(ariaLabel::equals).isPresent())
                        .findFirst()
                        .orElseThrow())
                .click();
    }

    @Test
    void itSaysWhoItIsHowFarAndWhatThereIsToDo() {
        signIn(lead, Role.MANAGER);
        open(ada, "");
        assertThat(((PersonView) getCurrentView()).getPageTitle()).isEqualTo("Ada Lovelace");
        assertThat(page())
                .contains("Analyst", "Front line", "Reports to The Lead", "Cohort Blue", "No e-mail address")
                .contains("0 of 1", "7 days overdue")
                .contains("Log a conversation", "Send reminder");
        assertThat($(AssignmentList.class).single().rows()).hasSize(1);
    }

    @Test
    void theNextPersonFollowsInTheOrderOfTheList() {
        signIn(lead, Role.MANAGER);
        open(ada, "sort=name");
        assertThat(page()).contains("Ada Lovelace");
        press("Next person");
        assertThat(page()).contains("Alan Turing").doesNotContain("Analyst");
        press("Previous person");
        assertThat(page()).contains("Analyst");
    }

    @Test
    void oneAssignmentCanBePointedAt() {
        signIn(Role.HR);
        open(ada, "cycle=" + cycle + "&assignment=" + assignment);
        assertThat($(AssignmentList.class).single().getChildren())
                .anyMatch(card -> card.hasClassName("weft-progress-person-pointed"));
    }

    @Test
    void aConversationCanBeLoggedFromHere() {
        signIn(lead, Role.MANAGER);
        open(ada, "");
        test($(Button.class).all().stream()
                        .filter(button -> button.getText().equals("Log a conversation"))
                        .findFirst()
                        .orElseThrow())
                .click();
        assertThat($(Dialog.class).all()).hasSize(1);
    }

    @Test
    void whoTakesNoPartInTheCycleIsShownWithoutFigures() {
        var other = fixture.cycle();
        signIn(Role.HR);
        open(ada, "cycle=" + other);
        assertThat(page()).contains("Ada Lovelace");
        assertThat($(EmptyState.class).all())
                .anyMatch(empty -> empty.getElement().getTextRecursively().contains("Takes no part in this cycle"));
        assertThat($(PersonFigures.class).all()).isEmpty();
    }

    @Test
    void somebodyElsesPeopleAreNotFound() {
        signIn(fixture.person("Another Lead"), Role.MANAGER);
        open(ada, "");
        assertThat(getCurrentView().getClass().getSimpleName()).contains("NotFound");
        open(4711, "");
        assertThat(getCurrentView().getClass().getSimpleName()).contains("NotFound");
    }
}
