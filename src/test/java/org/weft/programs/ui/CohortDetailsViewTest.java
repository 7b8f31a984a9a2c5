package org.weft.programs.ui;

import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.textfield.TextField;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.data.domain.Pageable;
import org.weft.access.Role;
import org.weft.programs.Audience;
import org.weft.programs.AudienceRule;
import org.weft.programs.CohortDraft;
import org.weft.programs.MemberFilter;
import org.weft.programs.MemberRow;

class CohortDetailsViewTest extends PlanViewTest {

    private long cycle;
    private long lead;
    private long cohort;

    @BeforeEach
    void aCohort() {
        signIn(Role.HR);
        cycle = fixture.cycle();
        lead = fixture.person("Grace", "Hopper").jobTitle("Manager").add();
        cohort = fixture.cohort(cycle, "Engineers", lead);
    }

    @Test
    void peopleAreMarkedAndAdded() {
        fixture.person("Ada Lovelace");
        fixture.person("Alan Turing");
        fixture.participant(fixture.cohort(cycle, "Sales", lead), fixture.person("Is Elsewhere"));
        open("cohort/" + cohort);
        assertThat(page()).contains("Nobody is in it yet");

        click("Add people");
        var grid = $(CandidateGrid.class).single();
        assertThat(test(grid).size()).isEqualTo(4);
        test(grid).clickRow(0);
        test(grid).clickRow(1);
        test(grid).clickRow(3);
        click("Add 2 people");

        assertThat(dialogIsOpen()).isFalse();
        assertThat(members()).hasSize(2).doesNotContain("Is Elsewhere");
        assertThat(rows()).isEqualTo(members());
    }

    @Test
    void allWhomASearchFindsAreAdded() {
        fixture.person("Alan Turing");
        fixture.person("Tatiana Turing");
        open("cohort/" + cohort);
        click("Add people");
        $(TextField.class).all().stream()
                .filter(field -> "Find people".equals(field.getPlaceholder()))
                .findFirst()
                .orElseThrow()
                .setValue("turing");
        click("Add all 2 found");
        assertThat(members()).containsExactly("Alan Turing", "Tatiana Turing");
    }

    @Test
    void membersAreUpdatedByTheRuleOnceThatIsAgreedTo() {
        var ruled = cohorts.add(
                cycle,
                new CohortDraft("Clerks", lead, Audience.RULE, new AudienceRule(null, null, "Clerk", null, null)));
        var leaves = fixture.person("Leaves Now");
        participants.update(ALL, ruled);
        fixture.jdbc()
                .sql("update person set job_title = 'Baker' where id = ?")
                .param(leaves)
                .update();
        fixture.person("Newly Matching");

        open("cohort/" + ruled);
        assertThat(page()).contains("By rule: Clerk");
        click("Update members");
        assertThat(text($(Dialog.class).single()))
                .contains("One new person matches the rule and joins; one no longer matches and leaves.")
                .contains("Leaves Now");
        assertThat(participants.count(ALL, ruled, MemberFilter.NONE)).isEqualTo(1);
        click("Update members");
        assertThat(rows()).containsExactly("Newly Matching");
    }

    @Test
    void whoIsMarkedLeavesUnlessTheyHaveBegun() {
        fixture.participant(cohort, fixture.person("Ada Lovelace"));
        var begun = fixture.participant(cohort, fixture.person("Alan Turing"));
        var work = fixture.assignment(begun, fixture.template("T1", "FRONT_LINE", 2), LocalDate.of(2026, 12, 1));
        fixture.jdbc()
                .sql("update assignment set status = 'IN_PROGRESS' where id = ?")
                .param(work)
                .update();
        open("cohort/" + cohort);
        var grid = $(MemberGrid.class).single();
        grid.select(test(grid).getRow(0));
        grid.select(test(grid).getRow(1));
        click("Remove 2 people");
        assertThat(text($(Dialog.class).single()))
                .contains("No change for who has begun to work on objectives: Alan Turing");
        click("Remove one person");
        assertThat(rows()).containsExactly("Alan Turing");
    }

    @Test
    void theAddressHoldsSearchLevelAndSort() {
        fixture.participant(cohort, fixture.person("Ada Lovelace"));
        fixture.participant(
                cohort, fixture.person("Alan", "Turing").level("TEAM_LEAD").add());
        open("cohort/" + cohort + "?sort=-name");
        assertThat(rows()).containsExactly("Alan Turing", "Ada Lovelace");
        open("cohort/" + cohort + "?level=TEAM_LEAD");
        assertThat(rows()).containsExactly("Alan Turing");
        open("cohort/" + cohort + "?q=love&level=nonsense&sort=nonsense");
        assertThat(rows()).containsExactly("Ada Lovelace");
    }

    @Test
    void theSecondOfTwoEditorsIsToldAndLosesNothing() {
        open("cohort/" + cohort);
        click("Edit");
        field("Name").setValue("Builders");
        cohorts.save(cohort, 0, new CohortDraft("Makers", lead));
        click("Save");
        assertThat(dialogIsOpen()).isTrue();
        assertThat(field("Name").getValue()).isEqualTo("Builders");
        click("Show their values");
        assertThat(field("Name").getValue()).isEqualTo("Makers");
        click("Use theirs");
        click("Save");
        assertThat(cohorts.get(ALL, cohort).name()).isEqualTo("Makers");
    }

    @Test
    void aCohortIsRemovedOnceThatIsAgreedTo() {
        fixture.participant(cohort, fixture.person("Ada Lovelace"));
        open("cohort/" + cohort);
        clickMenu("Remove cohort");
        click("Remove cohort");
        assertThat(fixture.count("cohort")).isZero();
        assertThat(viewName()).isEqualTo("ProgramDetailsView");
    }

    @Test
    void aLeadReadsTheCohortAndChangesNothing() {
        fixture.participant(cohort, fixture.person("Ada Lovelace"));
        var foreign = fixture.cohort(cycle, "Foreign", null);
        fixture.participant(foreign, fixture.person("Alan Turing"));

        signIn(lead, Role.MANAGER);
        open("cohort/" + cohort);
        assertThat(rows()).containsExactly("Ada Lovelace");
        assertThat(offers("Assign objectives")).isTrue();
        for (var action : new String[] {"Edit", "Add people"}) {
            assertThat(offers(action)).as(action).isFalse();
        }
        for (var path : new String[] {"cohort/" + foreign, "cohort/999999999", "cohort/abc"}) {
            open(path);
            assertThat(viewName()).as(path).contains("NotFound");
        }
    }

    private List<String> rows() {
        var grid = $(MemberGrid.class).single();
        return IntStream.range(0, test(grid).size())
                .mapToObj(row -> test(grid).getRow(row).name())
                .toList();
    }

    private List<String> members() {
        return participants.list(ALL, cohort, MemberFilter.NONE, Pageable.unpaged()).stream()
                .map(MemberRow::name)
                .toList();
    }
}
