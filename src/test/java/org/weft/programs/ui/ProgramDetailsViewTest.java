package org.weft.programs.ui;

import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.radiobutton.RadioButtonGroup;
import com.vaadin.flow.component.textfield.TextArea;
import java.time.LocalDate;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.weft.access.Role;
import org.weft.people.ui.PersonPicker;
import org.weft.people.ui.TeamPicker;
import org.weft.programs.Audience;
import org.weft.programs.MemberFilter;
import org.weft.programs.ProgramDraft;
import org.weft.programs.ProgramStatus;
import org.weft.testing.Fixture;

class ProgramDetailsViewTest extends PlanViewTest {

    private long program;

    @BeforeEach
    void aProgram() {
        program = fixture.program("Bridges");
        signIn(Role.HR);
    }

    @Test
    void theNextQuarterIsOfferedAndOpensOnceAdded() {
        open("programs/" + program);
        click("Add cycle");
        assertThat(field("Name").getValue()).isEqualTo("Q1 2027");
        assertThat(date("First day").getValue()).isEqualTo(LocalDate.of(2027, 1, 1));
        assertThat(date("Last day").getValue()).isEqualTo(LocalDate.of(2027, 3, 31));
        click("Add cycle");

        assertThat(dialogIsOpen()).isFalse();
        assertThat($(CycleSection.class).single().isOpened()).isTrue();
        assertThat(page()).contains("Q1 2027", "Upcoming", "No cohort yet");
    }

    @Test
    void wrongDatesAreSaidAtTheirField() {
        fixture.cycle(program, "Q4 2026", Fixture.QUARTER_START, Fixture.QUARTER_END);
        open("programs/" + program);
        click("Add cycle");
        date("First day").setValue(LocalDate.of(2026, 12, 1));
        click("Add cycle");
        assertThat(date("First day").isInvalid()).isTrue();
        assertThat(date("First day").getErrorMessage())
                .isEqualTo("These dates overlap “Q4 2026” (Oct 1, 2026 to Dec 31, 2026).");

        date("First day").setValue(LocalDate.of(2027, 4, 1));
        click("Add cycle");
        assertThat(date("Last day").getErrorMessage()).isEqualTo("The last day must be after the first.");
        assertThat(date("First day").isInvalid()).isFalse();
        assertThat(fixture.count("cycle")).isEqualTo(1);
    }

    @Test
    void theSecondOfTwoEditorsIsToldAndLosesNothing() {
        open("programs/" + program);
        click("Edit");
        field("Name").setValue("Bridges and tunnels");
        $(TextArea.class).single().setValue("My purpose");
        programs.save(program, 0, new ProgramDraft("Bridges", "Their purpose", null));
        click("Save");

        assertThat(dialogIsOpen()).isTrue();
        assertThat(field("Name").getValue()).isEqualTo("Bridges and tunnels");
        click("Show their values");
        assertThat($(TextArea.class).single().getValue()).isEqualTo("Their purpose");
        click("Back to mine");
        assertThat($(TextArea.class).single().getValue()).isEqualTo("My purpose");
        click("Save");

        assertThat(dialogIsOpen()).isFalse();
        assertThat(programs.get(ALL, program).purpose()).isEqualTo("My purpose");
        assertThat(page()).contains("Bridges and tunnels", "My purpose");
    }

    @Test
    void theSecondOfTwoEditorsOfACycleIsTold() {
        var cycle = fixture.cycle(program, "Q4 2026", Fixture.QUARTER_START, Fixture.QUARTER_END);
        open("programs/" + program);
        click("Edit cycle");
        field("Name").setValue("Autumn");
        fixture.jdbc()
                .sql("update cycle set name = 'Fall', version = version + 1 where id = ?")
                .param(cycle)
                .update();
        click("Save");
        assertThat(field("Name").getValue()).isEqualTo("Autumn");
        click("Save");
        assertThat(fixture.row("cycle", cycle)).containsEntry("name", "Autumn");
    }

    @Test
    void aProgramIsEndedOnceThatIsAgreedTo() {
        fixture.cycle(program, "Q4 2026", Fixture.QUARTER_START, Fixture.QUARTER_END);
        open("programs/" + program);
        clickMenu("End program");
        click("End program");
        assertThat(programs.get(ALL, program).status()).isEqualTo(ProgramStatus.ENDED);
        assertThat(offers("Add cycle")).isFalse();
        assertThat(offers("Add cohort")).isFalse();
        clickMenu("Make active again");
        assertThat(offers("Add cycle")).isTrue();
    }

    @Test
    void aCohortIsFilledByARuleAsSoonAsItIsThere() {
        var cycle = fixture.cycle(program, "Q4 2026", Fixture.QUARTER_START, Fixture.QUARTER_END);
        var lead = fixture.person("Grace Hopper");
        var department = fixture.team("Production", "DEPARTMENT", null);
        var line = fixture.team("Line 1", "TEAM", department);
        fixture.person("Ada", "Lovelace").team(line).add();
        fixture.person("Alan", "Turing").team(line).add();
        fixture.person("Gone", "Away").team(line).inactive().add();
        fixture.participant(
                fixture.cohort(cycle, "Sales", lead),
                fixture.person("Is", "Elsewhere").team(line).add());

        open("programs/" + program);
        click("Add cohort");
        field("Name").setValue("Production");
        $(PersonPicker.class).single().setPersonId(lead);
        audience().setValue(Audience.RULE);
        $(TeamPicker.class).single().setTeamId(department);
        assertThat(text($(AudiencePanel.class).single()))
                .contains("4 people match: 2 join, 1 left out, in another cohort of this cycle, "
                        + "1 left out, not active any more");
        click("Show who");
        var found = $(CandidateGrid.class).single();
        assertThat(test(found).size()).isEqualTo(4);
        click("Add cohort");

        var added = cohorts.list(ALL, cycle).getFirst();
        assertThat(added.name()).isEqualTo("Production");
        assertThat(added.size()).isEqualTo(2);
        assertThat(page()).contains("2 people", "Led by Grace Hopper", "Filled by a rule");
        assertThat(participants.count(ALL, added.id(), MemberFilter.NONE)).isEqualTo(2);
    }

    @Test
    void aCohortNeedsALead() {
        fixture.cycle(program, "Q4 2026", Fixture.QUARTER_START, Fixture.QUARTER_END);
        open("programs/" + program);
        click("Add cohort");
        field("Name").setValue("Production");
        click("Add cohort");
        assertThat($(PersonPicker.class).single().getErrorMessage()).isEqualTo("Choose who leads the cohort.");
        assertThat(field("Name").getValue()).isEqualTo("Production");
    }

    @Test
    void theAddressNamesTheCycleThatIsOpen() {
        var past = fixture.cycle(
                program, "Q3 2026", Fixture.QUARTER_START.minusMonths(3), Fixture.QUARTER_START.minusDays(1));
        fixture.cycle(program, "Q4 2026", Fixture.QUARTER_START, Fixture.QUARTER_END);
        fixture.cycle(program, "Q1 2027", Fixture.QUARTER_END.plusDays(1), Fixture.QUARTER_END.plusMonths(3));
        open("programs/" + program);
        assertThat(opened()).isEqualTo("Q4 2026");
        open("programs/" + program + "?cycle=" + past);
        assertThat(opened()).isEqualTo("Q3 2026");
        open("programs/" + program + "?cycle=nonsense");
        assertThat(opened()).isEqualTo("Q4 2026");
    }

    @Test
    void aManagerReadsWhatIsTheirsAndChangesNothing() {
        var lead = fixture.person("Grace Hopper");
        var cycle = fixture.cycle(program, "Q4 2026", Fixture.QUARTER_START, Fixture.QUARTER_END);
        fixture.participant(fixture.cohort(cycle, "Led", lead), fixture.person("Ada Lovelace"));
        fixture.cohort(cycle, "Foreign", null);
        var other = fixture.program("Foreign program");

        signIn(lead, Role.MANAGER);
        open("programs/" + program);
        assertThat(titles()).containsExactly("Led");
        for (var action : new String[] {"Edit", "Add cycle", "Add cohort", "Edit cycle"}) {
            assertThat(offers(action)).as(action).isFalse();
        }
        for (var path : new String[] {"programs/" + other, "programs/999999999", "programs/abc"}) {
            open(path);
            assertThat(viewName()).as(path).contains("NotFound");
        }
    }

    private String opened() {
        var open = $(CycleSection.class).all().stream()
                .filter(CycleSection::isOpened)
                .toList();
        assertThat(open).hasSize(1);
        return $(H2.class, open.getFirst().getSummary()).single().getText();
    }

    @SuppressWarnings("unchecked")
    private RadioButtonGroup<Audience> audience() {
        return $(RadioButtonGroup.class).single();
    }
}
