package org.weft.people;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.weft.access.Role;
import org.weft.access.Scope;
import org.weft.base.InvalidInputException;
import org.weft.base.StaleEditException;
import org.weft.testing.Fixture;
import org.weft.testing.SignedIn;
import org.weft.testing.WeftTest;

@WeftTest
class TeamServiceTest {

    @Autowired
    TeamService teams;

    @Autowired
    PersonService people;

    @Autowired
    Fixture fixture;

    @BeforeEach
    void signIn() {
        SignedIn.as(Role.HR);
    }

    @Test
    void theTreeGoesFromTheTopDownInOrderOfName() {
        var sales = teams.add(team("Sales", TeamKind.DEPARTMENT, null));
        var production = teams.add(team("production", TeamKind.DEPARTMENT, null));
        teams.add(team("Line 2", TeamKind.TEAM, production));
        teams.add(team("Line 1", TeamKind.TEAM, production));
        teams.add(team("Inside", TeamKind.TEAM, sales));
        assertThat(teams.tree())
                .extracting(node -> node.depth() + " " + node.path())
                .containsExactly(
                        "0 production",
                        "1 production › Line 1",
                        "1 production › Line 2",
                        "0 Sales",
                        "1 Sales › Inside");
    }

    @Test
    void whoLeadsATeamSeesEverybodyInItAndBelowWhereverItMoves() {
        var lead = fixture.person("Ada Lovelace");
        var production = teams.add(new TeamDraft("Production", TeamKind.DEPARTMENT, null, lead));
        var line = teams.add(team("Line 1", TeamKind.TEAM, null));
        fixture.person("Alan", "Turing").team(line).add();
        var scope = new Scope.Led(lead);
        assertThat(people.count(scope, PersonFilter.active())).isOne();
        teams.save(line, 0, team("Line 1", TeamKind.TEAM, production));
        assertThat(people.count(scope, PersonFilter.active())).isEqualTo(2);
        teams.save(line, 1, team("Line 1", TeamKind.TEAM, null));
        assertThat(people.count(scope, PersonFilter.active())).isOne();
    }

    @Test
    void aTeamCannotStandBelowItself() {
        var top = teams.add(team("Top", TeamKind.DIVISION, null));
        var low = teams.add(team("Low", TeamKind.TEAM, top));
        refuses("parentId", "belowItself", () -> teams.save(top, 0, team("Top", TeamKind.DIVISION, low)));
        refuses("parentId", "belowItself", () -> teams.save(top, 0, team("Top", TeamKind.DIVISION, top)));
    }

    @Test
    void namesAreUniqueAtOnePlace() {
        var top = teams.add(team("Production", TeamKind.DEPARTMENT, null));
        refuses("name", "nameTaken", () -> teams.add(team(" Production ", TeamKind.DEPARTMENT, null)));
        teams.add(team("Production", TeamKind.TEAM, top));
        refuses("name", "nameMissing", () -> teams.add(team(" ", TeamKind.TEAM, null)));
        refuses("name", "tooLong", () -> teams.add(team("x".repeat(10_000), TeamKind.TEAM, null)));
    }

    @Test
    void onlyAnEmptyTeamCanBeRemoved() {
        var team = teams.add(team("Production", TeamKind.DEPARTMENT, null));
        var person = fixture.person("Ada", "Lovelace").team(team).add();
        refuses(null, "inUse", () -> teams.remove(team, 0));
        fixture.jdbc()
                .sql("update person set team_id = null where id = ?")
                .param(person)
                .update();
        teams.remove(team, 0);
        assertThat(teams.tree()).isEmpty();
        assertThat(fixture.count("team_closure")).isZero();
    }

    @Test
    void theSecondEditorIsTold() {
        var id = teams.add(team("Production", TeamKind.DEPARTMENT, null));
        teams.save(id, 0, team("Manufacturing", TeamKind.DEPARTMENT, null));
        assertThatExceptionOfType(StaleEditException.class)
                .isThrownBy(() -> teams.save(id, 0, team("Factory", TeamKind.DEPARTMENT, null)));
        assertThat(teams.get(id).draft().name()).isEqualTo("Manufacturing");
    }

    private static TeamDraft team(String name, TeamKind kind, @Nullable Long parent) {
        return new TeamDraft(name, kind, parent, null);
    }

    private static void refuses(@Nullable String field, String key, ThrowingCallable call) {
        assertThatExceptionOfType(InvalidInputException.class).isThrownBy(call).satisfies(e -> {
            assertThat(e.field()).isEqualTo(field);
            assertThat(e.text().key()).endsWith("." + key);
        });
    }
}
