package org.weft.programs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.security.access.AccessDeniedException;
import org.weft.access.Role;
import org.weft.access.Scope;
import org.weft.base.InvalidInputException;
import org.weft.base.StaleEditException;
import org.weft.people.Level;
import org.weft.testing.Fixture;
import org.weft.testing.SignedIn;
import org.weft.testing.WeftTest;

@WeftTest
class CohortServiceTest {

    private static final Scope ALL = new Scope.Everybody();

    @Autowired
    CohortService cohorts;

    @Autowired
    Fixture fixture;

    private long cycle;
    private long lead;

    @BeforeEach
    void aCycle() {
        SignedIn.as(Role.HR);
        cycle = fixture.cycle();
        lead = fixture.person("Grace Hopper");
    }

    @Test
    void keepsTheRuleAndForgetsItWhenPeopleArePickedByHand() {
        var team = fixture.team("Production");
        var rule = new AudienceRule(team, Level.MANAGER, " Lead  * ", "", LocalDate.of(2026, 1, 1));
        var id = cohorts.add(cycle, new CohortDraft("Engineers", lead, Audience.RULE, rule));

        var cohort = cohorts.get(ALL, id);
        assertThat(cohort.rule())
                .isEqualTo(new AudienceRule(team, Level.MANAGER, "Lead *", null, LocalDate.of(2026, 1, 1)));
        assertThat(cohort.ruleTeamName()).isEqualTo("Production");
        assertThat(cohort.leadName()).isEqualTo("Grace Hopper");
        assertThat(cohort.cycleName()).isEqualTo("Q4 2026");

        cohorts.save(id, 0, new CohortDraft("Engineers", lead, Audience.MANUAL, rule));
        assertThat(cohorts.get(ALL, id).rule()).isEqualTo(AudienceRule.EVERYBODY);
        assertThat(trail().getLast())
                .isEqualTo("COHORT_CHANGED audience: RULE → MANUAL; team: Production → –; level: MANAGER → –; "
                        + "job title: Lead * → –; joined since: 2026-01-01 → –");
    }

    @Test
    void inputIsChecked() {
        refused("name", "programs.error.nameMissing", () -> add(" ", lead));
        refused("name", "programs.error.tooLong", () -> add("x".repeat(10_000), lead));
        refused("leadId", "programs.error.leadMissing", () -> add("Engineers", null));
        refused("leadId", "programs.error.personInactive", () -> add("Engineers", 424242L));
        refused(
                "ruleTeamId",
                "programs.error.teamGone",
                () -> addRuled(new AudienceRule(424242L, null, null, null, null)));
        refused(
                "ruleJobTitle",
                "programs.error.tooLong",
                () -> addRuled(new AudienceRule(null, null, "x".repeat(201), null, null)));
        refused(
                "ruleLocation",
                "programs.error.tooLong",
                () -> addRuled(new AudienceRule(null, null, null, "x".repeat(151), null)));
        assertThat(fixture.count("cohort")).isZero();
    }

    @Test
    void aNameIsGivenOnceInACycle() {
        add("Engineers", lead);
        refused("name", "programs.error.nameTaken", () -> add("Engineers", lead));
        cohorts.add(fixture.cycle(), new CohortDraft("Engineers", lead));
        assertThat(fixture.count("cohort")).isEqualTo(2);
    }

    @Test
    void theSecondOfTwoEditorsIsTold() {
        var id = add("Engineers", lead);
        cohorts.save(id, 0, new CohortDraft("Builders", lead));
        assertThatExceptionOfType(StaleEditException.class)
                .isThrownBy(() -> cohorts.save(id, 0, new CohortDraft("Makers", lead)));
        assertThatExceptionOfType(StaleEditException.class).isThrownBy(() -> cohorts.remove(id, 0));
        assertThat(cohorts.get(ALL, id).name()).isEqualTo("Builders");
    }

    @Test
    void aCohortGoesWithItsMembersAsLongAsNobodyHasBegun() {
        var id = add("Engineers", lead);
        var participant = fixture.participant(id, fixture.person("Ada Lovelace"));
        var work = fixture.assignment(participant, fixture.template("T1", "FRONT_LINE", 1), LocalDate.of(2026, 12, 1));
        fixture.jdbc()
                .sql("update assignment set status = 'WAIVED' where id = ?")
                .param(work)
                .update();
        refused(null, "programs.error.cohortBegun", () -> cohorts.remove(id, 0));
        fixture.jdbc()
                .sql("update assignment set status = 'NOT_STARTED' where id = ?")
                .param(work)
                .update();
        cohorts.remove(id, 0);
        assertThat(fixture.count("cohort")).isZero();
        assertThat(fixture.count("participant")).isZero();
        assertThat(fixture.count("assignment")).isZero();
    }

    @Test
    void aCycleShowsItsCohortsWithWhatIsNext() {
        var engineers = add("Engineers", lead);
        add("Bakers", lead);
        fixture.participant(engineers, fixture.person("Ada Lovelace"));
        var busy = fixture.participant(engineers, fixture.person("Alan Turing"));
        fixture.figures(busy, Map.of("live_count", 2));
        assertThat(cohorts.list(ALL, cycle))
                .satisfiesExactly(bakers -> assertThat(bakers.size()).isZero(), row -> {
                    assertThat(row.name()).isEqualTo("Engineers");
                    assertThat(row.size()).isEqualTo(2);
                    assertThat(row.withoutObjectives()).isEqualTo(1);
                    assertThat(row.leadName()).isEqualTo("Grace Hopper");
                });
    }

    @Test
    void aManagerOnlyReads() {
        var id = add("Engineers", lead);
        SignedIn.as(lead, Role.MANAGER);
        assertThat(cohorts.get(new Scope.Led(lead), id).name()).isEqualTo("Engineers");
        for (var call : List.<ThrowingCallable>of(
                () -> add("Others", lead),
                () -> cohorts.save(id, 0, new CohortDraft("Mine", lead)),
                () -> cohorts.remove(id, 0))) {
            assertThatExceptionOfType(AccessDeniedException.class).isThrownBy(call);
        }
    }

    private long add(String name, @Nullable Long leadId) {
        return cohorts.add(cycle, new CohortDraft(name, leadId));
    }

    private void addRuled(AudienceRule rule) {
        cohorts.add(cycle, new CohortDraft("By rule", lead, Audience.RULE, rule));
    }

    private List<String> trail() {
        return fixture.jdbc()
                .sql("select action || ' ' || detail from audit_entry order by id")
                .query(String.class)
                .list();
    }

    private static void refused(@Nullable String field, String key, ThrowingCallable call) {
        assertThatExceptionOfType(InvalidInputException.class).isThrownBy(call).satisfies(refusal -> {
            assertThat(refusal.field()).isEqualTo(field);
            assertThat(refusal.text().key()).isEqualTo(key);
        });
    }
}
