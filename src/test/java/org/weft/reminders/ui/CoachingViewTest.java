package org.weft.reminders.ui;

import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.flow.component.button.Button;
import java.sql.Timestamp;
import java.time.LocalDate;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.weft.access.Role;
import org.weft.base.ui.EmptyState;
import org.weft.base.ui.PersonLabel;
import org.weft.testing.TestClock;
import org.weft.testing.ViewTest;

class CoachingViewTest extends ViewTest {

    @Test
    void aLeadSeesWhomToSpeakToAndSaysThatItIsDone() {
        var lead = fixture.person("Bertha Boss");
        var cohort = fixture.cohort(fixture.cycle(), "Engineers", lead);
        var participant = fixture.participant(cohort, fixture.person("Ada Silent"));
        fixture.figures(participant, Map.of("live_count", 1, "not_started_count", 1));
        reminder(participant, "PARTICIPANT", false, 3);
        reminder(participant, "PARTICIPANT", false, 2);
        reminder(participant, "LEAD", true, 1);
        signIn(lead, Role.MANAGER);
        navigate(CoachingView.class);
        assertThat($view(PersonLabel.class).single().getElement().getTextRecursively())
                .contains("Ada Silent");
        assertThat(getCurrentView().getElement().getTextRecursively()).contains("2 reminders since Nov 14, 2026");

        test($view(Button.class).single()).click();
        assertThat($view(EmptyState.class).all()).hasSize(1);
        test($(Button.class).withText("Undo").single()).click();
        assertThat($view(PersonLabel.class).all()).hasSize(1);
    }

    private void reminder(long participant, String role, boolean escalated, int daysAgo) {
        var at = Timestamp.from(TestClock.START.minusSeconds(86_400L * daysAgo));
        fixture.jdbc()
                .sql("""
                        insert into reminder (policy_id, participant_id, local_day, recipient_id, role, state, slot_at, required,
                            escalated, things, days, created_at)
                        values (1, ?, ?, 1, ?, 'SENT', ?, false, ?, 1, 7, ?)""")
                .params(participant, LocalDate.of(2026, 11, 17).minusDays(daysAgo), role, at, escalated, at)
                .update();
    }
}
