package org.weft.people.ui;

import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.TextField;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.weft.access.Role;
import org.weft.base.ui.StaleEditBanner;
import org.weft.people.Level;
import org.weft.people.LevelRule;
import org.weft.people.LevelRuleService;
import org.weft.people.LevelRules;
import org.weft.people.Matching;
import org.weft.testing.SignedIn;
import org.weft.testing.ViewTest;

class LevelRulesViewTest extends ViewTest {

    @Autowired
    LevelRuleService levels;

    private List<LevelRule> shipped = List.of();

    @BeforeEach
    void keepShippedRules() {
        SignedIn.as(Role.HR);
        shipped = levels.get().rules();
    }

    @AfterEach
    void putBack() {
        SignedIn.as(Role.HR);
        levels.save(new LevelRules(levels.get().version(), shipped));
    }

    @Test
    void aTitleCanBeTried() {
        signIn(Role.HR);
        navigate(LevelRulesView.class);
        var title = $view(TextField.class).withLabel("Try a job title").single();
        title.setValue("Area Sales Manager");
        assertThat(answer()).startsWith("Front line, by rule").contains("area sales manager");
        title.setValue("Clerk");
        assertThat(answer()).isEqualTo("Front line, because no rule fits");
    }

    @Test
    void whatARuleWouldChangeIsSeenBeforeItIsSavedAndApplied() {
        fixture.person("Ada", "Lovelace").jobTitle("Clerk").add();
        signIn(Role.HR);
        navigate(LevelRulesView.class);
        assertThat(text()).contains("Everybody has the level these rules give.");
        click("Add rule");
        $(TextField.class, lines().getLast()).single().setValue("clerk");
        level(lines().getLast(), Level.TEAM_LEAD);
        assertThat(text()).contains("the level of one person would change", "not saved yet");
        click("Save rules");
        assertThat(levels.get().rules())
                .hasSize(shipped.size() + 1)
                .endsWith(new LevelRule(Matching.WORD, "clerk", Level.TEAM_LEAD));
        click("Apply to everybody");
        assertThat($(Dialog.class).single().getHeaderTitle()).isEqualTo("Change the level of one person?");
        test($(Button.class).withText("Change one level").single()).click();
        assertThat(fixture.jdbc()
                        .sql("select level from person")
                        .query(String.class)
                        .single())
                .isEqualTo("TEAM_LEAD");
    }

    @Test
    void theOrderDecidesAndCanBeChanged() {
        signIn(Role.HR);
        navigate(LevelRulesView.class);
        var second = lines().get(1).rule();
        test($(Button.class, lines().get(1))
                        .withAttribute("aria-label", "Move rule 2 up")
                        .single())
                .click();
        assertThat(lines().getFirst().rule()).isEqualTo(second);
        test($(Button.class, lines().getFirst())
                        .withAttribute("aria-label", "Remove rule 1")
                        .single())
                .click();
        assertThat(lines()).hasSize(shipped.size() - 1);
        click("Save rules");
        assertThat(levels.get().rules())
                .isEqualTo(shipped.stream().filter(rule -> !rule.equals(second)).toList());
    }

    @Test
    void aRuleWithoutATextIsToldAtItsField() {
        signIn(Role.HR);
        navigate(LevelRulesView.class);
        click("Add rule");
        click("Save rules");
        assertThat($(TextField.class, lines().getLast()).single().getErrorMessage())
                .isEqualTo("Write what the job title has to hold.");
        assertThat(levels.get().rules()).isEqualTo(shipped);
    }

    @Test
    void theSecondEditorIsToldAndLosesNothing() {
        signIn(Role.HR);
        navigate(LevelRulesView.class);
        click("Add rule");
        $(TextField.class, lines().getLast()).single().setValue("mine");
        levels.save(
                new LevelRules(levels.get().version(), List.of(new LevelRule(Matching.WORD, "theirs", Level.MANAGER))));
        click("Save rules");
        assertThat($view(StaleEditBanner.class).single().getElement().getTextRecursively())
                .contains("was changed by somebody else");
        assertThat(lines().getLast().rule().text()).isEqualTo("mine");
        assertThat(levels.get().rules()).hasSize(1);
        click("Save rules");
        assertThat(levels.get().rules()).hasSize(shipped.size() + 1);
    }

    private List<RuleLine> lines() {
        return $view(RuleLine.class).all();
    }

    @SuppressWarnings("unchecked")
    private void level(RuleLine line, Level level) {
        var selects = $(Select.class, line).all();
        selects.getLast().setValue(level);
    }

    private String answer() {
        return $view(TryTitle.class).single().getElement().getTextRecursively().strip();
    }

    private String text() {
        return getCurrentView().getElement().getTextRecursively();
    }

    private void click(String text) {
        test($view(Button.class).withText(text).single()).click();
    }
}
