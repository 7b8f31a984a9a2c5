package org.weft.reports.ui;

import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import java.util.Locale;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.BeanFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.weft.reports.Quarter;
import org.weft.reports.subscriptions.SubscriptionTokens;
import org.weft.testing.ViewTest;

class UnsubscribeViewTest extends ViewTest {

    @Autowired
    BeanFactory beans;

    private String token;

    @BeforeEach
    void somebodyWhoGetsAReport() {
        var quarter = new Quarter(fixture);
        fixture.account(81, "Helga Human", null);
        fixture.jdbc().sql("""
                        insert into report_subscription (id, owner_id, kind, cycle_id, rhythm, weekday, month_day, at_time,
                            delivery, active, created_at)
                        values (5, 81, 'TEAM', ?, 'MONTHLY', 'MONDAY', 31, time '07:00:00', 'LINK', true, current_timestamp)""").param(quarter.cycle).update();
        fixture.jdbc()
                .sql(
                        "insert into report_recipient (id, subscription_id, account_id, since) values (6, 5, 81, current_timestamp)")
                .update();
        token = SubscriptionTokens.of(beans, 6);
        signOut();
    }

    private String page() {
        return getCurrentView().getElement().getTextRecursively();
    }

    @Test
    void itAsksFirstAndThenEndsIt() {
        UI.getCurrent().navigate("subscription/" + token);
        assertThat(page())
                .contains("Stop this report?", "“Team progress” comes to you monthly on the last day at 7:00");
        assertThat(fixture.count("report_recipient")).isOne();

        test($(Button.class).single()).click();

        assertThat(page()).contains("Stopped").doesNotContain("Stop this report?");
        assertThat(fixture.count("report_subscription")).isZero();
        UI.getCurrent().navigate("subscription/x" + token);
        UI.getCurrent().navigate("subscription/" + token);
        assertThat(page()).contains("Nothing to stop here");
    }

    @Test
    void aTokenThatIsNoneTellsNothing() {
        UI.getCurrent().setLocale(Locale.GERMAN);
        UI.getCurrent().navigate("subscription/made-up");
        assertThat(page()).contains("Hier gibt es nichts zu beenden").doesNotContain("Team", "reports.");
    }
}
