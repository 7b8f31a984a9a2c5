package org.weft.programs;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.weft.access.Role;
import org.weft.access.Scope;
import org.weft.base.KeptFigure;
import org.weft.people.LevelRuleService;
import org.weft.people.PersonDraft;
import org.weft.people.PersonService;
import org.weft.people.TeamDraft;
import org.weft.people.TeamService;
import org.weft.testing.Fixture;
import org.weft.testing.SignedIn;
import org.weft.testing.WeftTest;

/** Participants show what the directory and their cohort say, whoever changes these. */
@WeftTest
class DirectoryCopyTest {

    private static final Scope ALL = new Scope.Everybody();

    @Autowired
    KeptFigure keptDirectoryCopy;

    @Autowired
    PersonService people;

    @Autowired
    TeamService teams;

    @Autowired
    LevelRuleService levels;

    @Autowired
    CohortService cohorts;

    @Autowired
    Participants participants;

    @Autowired
    Fixture fixture;

    long lead;
    long team;
    long person;
    long cohort;
    long participant;

    @BeforeEach
    void onePerson() {
        SignedIn.as(Role.HR);
        lead = fixture.person("Ada", "Lovelace").level("MANAGER").add();
        team = fixture.team("Assembly");
        person = fixture.person("Alan", "Turing").team(team).manager(lead).add();
        cohort = fixture.cohort(fixture.cycle(), "Blue", null);
        participant = fixture.participant(cohort, person);
    }

    @Test
    void joiningCopies() {
        var grace = fixture.person("Grace", "Hopper").team(team).add();
        participants.add(ALL, cohort, List.of(grace));

        assertThat(fixture.jdbc()
                        .sql(
                                "select display_name || ', ' || team_name || ', ' || cohort_name from participant where person_id = ?")
                        .param(grace)
                        .query(String.class)
                        .single())
                .isEqualTo("Grace Hopper, Assembly, Blue");
        assertThat(fixture.row("cohort", cohort)).containsEntry("member_count", 2);
        assertThat(keptDirectoryCopy.check().equal()).isTrue();
    }

    @Test
    void theManagerLeadsWhereTheCohortHasNoLead() {
        assertThat(fixture.row("participant", participant)).containsEntry("lead_id", lead);
    }

    @Test
    void aChangedPersonIsCopied() {
        var details = people.get(ALL, person);
        var draft = details.draft();
        people.save(
                ALL,
                person,
                details.version(),
                new PersonDraft(
                        draft.employeeNumber(),
                        "Alonzo",
                        "Church",
                        null,
                        null,
                        null,
                        null,
                        lead,
                        null,
                        null,
                        null,
                        null));

        assertThat(fixture.row("participant", participant)).containsEntry("display_name", "Alonzo Church");
        assertThat(keptDirectoryCopy.check().equal()).isTrue();
    }

    @Test
    void whoLeftIsCopied() {
        people.deactivate(ALL, person, people.get(ALL, person).version(), null);

        assertThat(fixture.row("participant", participant)).containsEntry("active", false);
    }

    @Test
    void aRenamedTeamIsCopied() {
        var before = teams.get(team);
        teams.save(
                team, before.version(), new TeamDraft("Joinery", before.draft().kind(), null, null));

        assertThat(fixture.row("participant", participant)).containsEntry("team_name", "Joinery");
        assertThat(keptDirectoryCopy.check().equal()).isTrue();
    }

    @Test
    void aCohortsNameAndLeadAreCopied() {
        var before = cohorts.get(ALL, cohort);
        cohorts.save(cohort, before.version(), new CohortDraft("Azure", lead));

        assertThat(fixture.row("participant", participant))
                .containsEntry("cohort_name", "Azure")
                .containsEntry("lead_id", lead);
        assertThat(keptDirectoryCopy.check().equal()).isTrue();
    }

    @Test
    void aLeadNamedByHandStays() {
        fixture.jdbc()
                .sql("update participant set lead_id = ?, lead_by_hand = true where id = ?")
                .params(person, participant)
                .update();
        var before = cohorts.get(ALL, cohort);
        cohorts.save(cohort, before.version(), new CohortDraft("Azure", lead));

        assertThat(fixture.row("participant", participant)).containsEntry("lead_id", person);
    }

    @Test
    void levelsGivenByTheRulesAreCopied() {
        fixture.jdbc()
                .sql("update person set job_title = 'Head of Proofs' where id = ?")
                .param(person)
                .update();
        levels.applyToAll();

        assertThat(fixture.row("participant", participant)).containsEntry("level_rank", 3);
        assertThat(keptDirectoryCopy.check().equal()).isTrue();
    }
}
