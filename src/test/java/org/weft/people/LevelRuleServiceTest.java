package org.weft.people;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.weft.access.Role;
import org.weft.base.InvalidInputException;
import org.weft.base.StaleEditException;
import org.weft.testing.Fixture;
import org.weft.testing.SignedIn;
import org.weft.testing.WeftTest;

@WeftTest
class LevelRuleServiceTest {

    private static final List<LevelRule> ONE = List.of(new LevelRule(Matching.WORD, "clerk", Level.TEAM_LEAD));

    @Autowired
    LevelRuleService levels;

    @Autowired
    Fixture fixture;

    private List<LevelRule> shipped = List.of();

    @BeforeEach
    void signIn() {
        SignedIn.as(Role.HR);
        shipped = levels.get().rules();
    }

    /** Rules are shipped with the product and outlive a test. */
    @AfterEach
    void putBack() {
        SignedIn.as(Role.HR);
        levels.save(new LevelRules(levels.get().version(), shipped));
    }

    @Test
    void shippedRulesTakeLevelAsWhomSomebodyLeads() {
        var rules = levels.get();
        assertThat(rules.levelOf("President & CEO")).isEqualTo(Level.EXECUTIVE);
        assertThat(rules.levelOf("Vice President Sales")).isEqualTo(Level.EXECUTIVE);
        assertThat(rules.levelOf("Geschäftsführerin")).isEqualTo(Level.EXECUTIVE);
        assertThat(rules.levelOf("Assistant to the President")).isEqualTo(Level.FRONT_LINE);
        assertThat(rules.levelOf("Area Sales Manager")).isEqualTo(Level.FRONT_LINE);
        assertThat(rules.levelOf("IT Manager - Support")).isEqualTo(Level.MANAGER);
        assertThat(rules.levelOf("Abteilungsleiter Einkauf")).isEqualTo(Level.MANAGER);
        assertThat(rules.levelOf("Teamleiterin Montage")).isEqualTo(Level.TEAM_LEAD);
        assertThat(rules.levelOf("Shift Supervisor")).isEqualTo(Level.TEAM_LEAD);
        assertThat(rules.levelOf("Sr. DBA")).isEqualTo(Level.FRONT_LINE);
    }

    @Test
    void savingChangesNobodyAndApplyingChangesThoseWhoseLevelWasDerived() {
        var clerk = fixture.person("Ada", "Lovelace").jobTitle("Clerk").add();
        var fixed = fixture.person("Alan", "Turing").jobTitle("Clerk").add();
        var untitled = fixture.person("Grace", "Hopper")
                .jobTitle(null)
                .level("MANAGER")
                .add();
        fixture.jdbc()
                .sql("update person set level_fixed = true where id = ?")
                .param(fixed)
                .update();

        levels.save(new LevelRules(levels.get().version(), ONE));
        assertThat(fixture.row("person", clerk)).containsEntry("level", "FRONT_LINE");
        assertThat(levels.get().changing(levels.titles())).isEqualTo(2);

        assertThat(levels.applyToAll()).isEqualTo(2);
        assertThat(fixture.row("person", clerk))
                .containsEntry("level", "TEAM_LEAD")
                .containsEntry("version", 1);
        assertThat(fixture.row("person", fixed)).containsEntry("level", "FRONT_LINE");
        assertThat(fixture.row("person", untitled)).containsEntry("level", "FRONT_LINE");
        assertThat(levels.applyToAll()).isZero();
        assertThat(fixture.jdbc()
                        .sql("select action || ' ' || coalesce(detail, '') from audit_entry order by id")
                        .query(String.class)
                        .list())
                .containsExactly(
                        "LEVEL_RULES_CHANGED " + shipped.size() + " → 1",
                        "PERSON_CHANGED level: MANAGER → FRONT_LINE",
                        "PERSON_CHANGED level: FRONT_LINE → TEAM_LEAD",
                        "LEVELS_APPLIED 2");
    }

    @Test
    void theSecondEditorIsTold() {
        var read = levels.get();
        levels.save(new LevelRules(read.version(), ONE));
        assertThatExceptionOfType(StaleEditException.class)
                .isThrownBy(() -> levels.save(new LevelRules(read.version(), List.of())));
        assertThat(levels.get().rules()).isEqualTo(ONE);
    }

    @Test
    void aRuleNeedsATextOfSensibleLength() {
        var version = levels.get().version();
        for (var text : List.of(" ", "x".repeat(10_000))) {
            assertThatExceptionOfType(InvalidInputException.class)
                    .isThrownBy(() -> levels.save(
                            new LevelRules(version, List.of(new LevelRule(Matching.WORD, text, Level.MANAGER)))));
        }
        assertThat(levels.get().rules()).isEqualTo(shipped);
    }
}
