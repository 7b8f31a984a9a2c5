package org.weft.access.ui;

import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Paragraph;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.weft.access.Role;
import org.weft.testing.ViewTest;

class KeptFigureViewTest extends ViewTest {

    private long participant;

    @BeforeEach
    void oneParticipant() {
        participant =
                fixture.participant(fixture.cohort(fixture.cycle(), "First", null), fixture.person("Ada Lovelace"));
        signIn(Role.ADMIN);
    }

    @Test
    void nothingIsSaidBeforeTheFirstCheck() {
        UI.getCurrent().navigate("figures");
        assertThat(verdict()).startsWith("Not all figures have been checked yet");
        assertThat(page()).contains("Reporting lines").contains("Dashboards").contains("Not checked");
        assertThat($(Button.class).withText("Set right").all()).isEmpty();
    }

    @Test
    void whereAllIsEqualThePageSaysSoCalmlyAndRemembersIt() {
        UI.getCurrent().navigate("figures");
        check("All figures equal their source.");
        assertThat(page()).contains("one row compared · Nov 17, 2026");

        signIn(Role.ADMIN);
        UI.getCurrent().navigate("figures");
        assertThat(verdict()).isEqualTo("All figures equal their source.");
    }

    @Test
    void whatDiffersIsShownAndSetRightOnceConfirmed() {
        damage();
        UI.getCurrent().navigate("figures");
        check("One kind of figures differs from the source.");
        assertThat(page())
                .contains("One row differs")
                .contains("participant " + participant + ": live_count 4; should be live_count 0");

        test($(Button.class).withText("Set right").single()).click();
        assertThat($(Dialog.class).single().getElement().getTextRecursively()).contains("This counts one row anew");
        assertThat(kept()).as("before it is confirmed").isEqualTo(4);
        test($(Button.class).withText("Set one row right").single()).click();
        eventually(() -> verdict().equals("All figures equal their source."));
        assertThat(kept()).isZero();
        assertThat($(Button.class).withText("Set right").all()).isEmpty();
        assertThat(fixture.jdbc()
                        .sql(
                                "select actor_name || ': ' || subject_name from audit_entry where action = 'FIGURES_SET_RIGHT'")
                        .query(String.class)
                        .list())
                .containsExactly("Test admin: plans");
    }

    private void damage() {
        fixture.jdbc().sql("update participant set live_count = 4").update();
    }

    private int kept() {
        return ((Number) fixture.row("participant", participant).get("live_count")).intValue();
    }

    private void check(String outcome) {
        test($(Button.class).withText("Check all figures").single()).click();
        eventually(() -> verdict().equals(outcome));
    }

    private String verdict() {
        return $view(Paragraph.class)
                .withClassName("weft-figures-verdict")
                .single()
                .getText();
    }

    private String page() {
        return getCurrentView().getElement().getTextRecursively();
    }
}
