package org.weft.programs.ui;

import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.flow.component.radiobutton.RadioButtonGroup;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.TextField;
import org.junit.jupiter.api.Test;
import org.weft.access.Role;
import org.weft.programs.ProgramDraft;
import org.weft.programs.ProgramFilter;
import org.weft.programs.ProgramStatus;

class ProgramListViewTest extends PlanViewTest {

    @Test
    void whoPlansIsToldWhereToStartAndGoesOnFromThere() {
        signIn(Role.HR);
        open("programs");
        assertThat(page()).contains("No program yet");

        click("Add program");
        field("Name").setValue("Bridges");
        click("Add program");

        assertThat(viewName()).isEqualTo("ProgramDetailsView");
        assertThat(page()).contains("Bridges", "Active", "No cycle yet");
    }

    @Test
    @SuppressWarnings("unchecked")
    void aProgramCanStartAsADraft() {
        signIn(Role.HR);
        open("programs");
        click("Add program");
        field("Name").setValue("Bridges");
        $(RadioButtonGroup.class).single().setValue(ProgramStatus.DRAFT);
        click("Add program");
        assertThat(page()).contains("only HR sees it");
    }

    @Test
    void aWrongEntryIsSaidAtItsFieldAndNothingTypedIsLost() {
        signIn(Role.HR);
        programs.add(new ProgramDraft("Bridges", "", null), ProgramStatus.ACTIVE);
        open("programs");
        click("Add program");
        field("Name").setValue("Bridges");
        click("Add program");
        assertThat(dialogIsOpen()).isTrue();
        assertThat(field("Name").isInvalid()).isTrue();
        assertThat(field("Name").getErrorMessage()).contains("There is already one called “Bridges”");

        field("Name").setValue("x".repeat(10_000));
        click("Add program");
        assertThat(field("Name").getErrorMessage()).isEqualTo("At most 200 characters; this has 10,000.");
        assertThat(field("Name").getValue()).hasSize(10_000);
        assertThat(programs.count(ALL, ProgramFilter.NONE)).isEqualTo(1);
    }

    @Test
    void theAddressHoldsSearchAndStatus() {
        signIn(Role.HR);
        for (var name : new String[] {"Bridges", "Windows", "Window sills"}) {
            programs.add(new ProgramDraft(name, "", null), ProgramStatus.ACTIVE);
        }
        programs.add(new ProgramDraft("Window frames", "", null), ProgramStatus.DRAFT);
        open("programs?q=WINDOW&status=draft");
        assertThat(titles()).containsExactly("Window frames");
        assertThat($(TextField.class).first().getValue()).isEqualTo("WINDOW");
        assertThat($(Select.class).first().getValue()).isEqualTo(ProgramStatus.DRAFT);

        open("programs?q=window&status=nonsense");
        assertThat(titles()).containsExactly("Window sills", "Windows", "Window frames");
        open("programs?q=nothing");
        assertThat(page()).contains("No program matches");
        click("Clear filters");
        assertThat(titles()).hasSize(4);
    }

    @Test
    void manyAreShownPageByPage() {
        signIn(Role.HR);
        for (var n = 100; n < 131; n++) {
            programs.add(new ProgramDraft("Program " + n, "", null), ProgramStatus.ACTIVE);
        }
        open("programs");
        assertThat(titles()).hasSize(30).startsWith("Program 100");
        click("Show 1 more");
        assertThat(titles()).hasSize(31).doesNotHaveDuplicates();
        assertThat(offers("Show 0 more")).isFalse();
    }

    @Test
    void aManagerReadsWhatConcernsTheOwnPeople() {
        var lead = fixture.person("Grace Hopper");
        signIn(lead, Role.MANAGER);
        open("programs");
        assertThat(page()).contains("No program concerns your people yet");

        fixture.cohort(fixture.cycle(), "Led", lead);
        fixture.cycle();
        open("programs?q=");
        assertThat(titles()).hasSize(1);
        assertThat(offers("Add program")).isFalse();
    }
}
