package org.weft.reminders.ui;

import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.checkbox.CheckboxGroup;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.radiobutton.RadioButtonGroup;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.BeanFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.weft.access.Role;
import org.weft.base.ui.DayField;
import org.weft.reminders.policy.SilenceService;
import org.weft.reminders.policy.SilenceTokens;
import org.weft.reminders.policy.TriggerKind;
import org.weft.testing.ViewTest;

class SilenceViewTest extends ViewTest {

    @Autowired
    SilenceService silence;

    @Autowired
    BeanFactory beans;

    private void open(String token) {
        UI.getCurrent().navigate(PoliciesNavigation.SILENCE + "/" + token);
    }

    private String title() {
        return $(H1.class).single().getText();
    }

    private void click(String label) {
        test($(Button.class).withText(label).single()).click();
    }

    @Test
    void nobodySignsInToStopAKindOrAllForAWhile() {
        var token = SilenceTokens.of(beans, fixture.person("Ada Ready"));
        signOut();
        open(token);
        assertThat(title()).isEqualTo("What shall we remind you of, Ada?");
        assertThat(silence.find(token).orElseThrow().wish().everything()).isFalse();

        test($(CheckboxGroup.class).single()).deselectItem("A summary of what is open");
        click("Save");
        assertThat(title()).isEqualTo("Saved");
        assertThat(silence.find(token).orElseThrow().wish().kinds()).containsExactly(TriggerKind.WEEKLY_DIGEST);

        click("Change it again");
        test($(RadioButtonGroup.class).single()).selectItem("Nothing before a day");
        var until = $(DayField.class).single();
        typeNoDate(until);
        click("Save");
        assertThat(until.getErrorMessage()).isEqualTo("This is no date. Check day and month.");
        until.setValue(LocalDate.of(2026, 12, 1));
        click("Save");
        var wish = silence.find(token).orElseThrow().wish();
        assertThat(wish.everything()).isTrue();
        assertThat(wish.until()).isEqualTo(LocalDate.of(2026, 12, 1));
        assertThat(wish.kinds()).containsExactly(TriggerKind.WEEKLY_DIGEST);
    }

    @Test
    void aLinkThatIsNoneSaysTheSameToEverybody() {
        var gone = SilenceTokens.of(
                beans, fixture.person("Gone", "Away").inactive().add());
        signOut();
        for (var token : new String[] {"x", gone, SilenceTokens.of(beans, -1)}) {
            open(token);
            assertThat(title()).isEqualTo("This link does not work");
        }
        signIn(Role.HR);
        open("x");
        assertThat(title()).isEqualTo("This link does not work");
    }
}
