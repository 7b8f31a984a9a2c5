package org.weft.reminders.ui;

import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.checkbox.Checkbox;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.grid.Grid;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.tabs.Tab;
import com.vaadin.flow.component.tabs.TabSheet;
import com.vaadin.flow.component.textfield.IntegerField;
import com.vaadin.flow.component.textfield.TextField;
import java.sql.Timestamp;
import java.time.LocalDate;
import java.time.ZoneOffset;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.weft.access.Role;
import org.weft.base.ui.EmptyState;
import org.weft.reminders.policy.PolicyAudience;
import org.weft.reminders.policy.PolicyRow;
import org.weft.reminders.policy.PolicyService;
import org.weft.testing.Fixture;
import org.weft.testing.ViewTest;

class PolicyViewsTest extends ViewTest {

    @Autowired
    PolicyService policies;

    private void click(String label) {
        test($(Button.class).withText(label).first()).click();
    }

    @Test
    void theStarterSetIsSwitchedOnAtOnceAndOneByOne() {
        signIn(Role.HR);
        navigate(PolicyListView.class);
        assertThat($view(H2.class).all()).extracting(H2::getText).contains("Due today", "Waiting for review");

        click("Switch the starter set on");
        assertThat(policies.list()).allMatch(PolicyRow::active);
        click("Switch the starter set off");
        assertThat(policies.list()).noneMatch(PolicyRow::active);
        test($view(Checkbox.class).first()).click();
        assertThat(policies.list()).filteredOn(PolicyRow::active).hasSize(1);
    }

    @Test
    void whatFollowedAPolicyStandsOnItsCard() {
        signIn(Role.HR);
        var policy = policies.list().getFirst();
        var lately = LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC).minusDays(12);
        fixture.jdbc()
                .sql(
                        "insert into policy_effect (policy_id, local_day, sent, talked, checked_in) values (?, ?, 8, 4, 1)")
                .params(policy.id(), lately)
                .update();
        navigate(PolicyListView.class);
        assertThat($view(PolicyCard.class).all())
                .filteredOn(card -> card.getElement().getTextRecursively().contains("8 reminders from")
                        && card.getElement()
                                .getTextRecursively()
                                .contains("within 7 days 50 % had a conversation, 13 % checked in"))
                .hasSize(1);
    }

    @Test
    void aPolicyIsAddedAndWhatIsWrongIsToldAtItsField() {
        signIn(Role.HR);
        navigate(PolicyListView.class);
        click("Add policy");
        click("Save");
        var dialog = $(Dialog.class).single();
        var name = $(TextField.class, dialog).withLabel("Name").single();
        assertThat(name.getErrorMessage()).isEqualTo("Give the policy a name.");
        test(name).setValue("Ten days before");
        test($(IntegerField.class, dialog).withLabel("Days").single()).setValue(10);
        click("Save");

        assertThat($(Dialog.class).all()).isEmpty();
        assertThat($view(H2.class).all()).extracting(H2::getText).contains("Ten days before");
    }

    @Test
    void anAudienceIsNarrowedToACohortOfAProgram() {
        var bridges = fixture.program("Bridges");
        var cohort = fixture.cohort(
                fixture.cycle(bridges, "Q4 2026", Fixture.QUARTER_START, Fixture.QUARTER_END), "Engineers", null);
        fixture.cohort(fixture.cycle(), "Others", null);
        signIn(Role.HR);
        navigate(PolicyListView.class);
        click("Add policy");
        var dialog = $(Dialog.class).single();
        test($(TextField.class, dialog).withLabel("Name").single()).setValue("For engineers");
        var program = test($(Select.class, dialog).withLabel("Program").single());
        var cohorts = test($(Select.class, dialog).withLabel("Cohort").single());
        assertThat(cohorts.getSuggestions()).contains("Engineers · Q4 2026 · Bridges");
        program.selectItem("Bridges");
        assertThat(cohorts.getSuggestions()).containsExactly("Engineers · Q4 2026");
        cohorts.selectItem("Engineers · Q4 2026");
        click("Save");

        assertThat(policies.list())
                .filteredOn(row -> row.starter() == null)
                .extracting(row -> row.terms().audience())
                .containsExactly(new PolicyAudience(bridges, cohort, null, null, null));
        assertThat($view(Span.class).all()).extracting(Span::getText).contains("Only Engineers · Q4 2026");
    }

    @Test
    void theForecastSaysWhoGetsItAndWhoDoesNot() {
        var lead = fixture.person("Bertha Boss");
        var cohort = fixture.cohort(fixture.cycle(), "Engineers", lead);
        var template = fixture.template("T1", "FRONT_LINE", 3);
        var due = LocalDate.of(2026, 11, 18);
        fixture.assignment(fixture.participant(cohort, fixture.person("Ada Ready")), template, due);
        fixture.assignment(
                fixture.participant(
                        cohort, fixture.person("Noa", "Address").email(null).add()),
                template,
                due);
        fixture.jdbc().sql("update participant set next_due_on = ?").param(due).update();
        signIn(Role.HR);
        var policy = policies.list().stream()
                .filter(row -> "DUE_TODAY".equals(row.starter()))
                .findFirst()
                .orElseThrow();
        UI.getCurrent()
                .navigate(
                        ForecastView.class,
                        PoliciesNavigation.forecast(policy.id(), due).parameters());

        assertThat($view(H2.class).all())
                .extracting(H2::getText)
                .containsExactly("One reminder goes out", "One is left out");
        assertThat($view(Grid.class).all()).hasSize(2);
        UI.getCurrent()
                .navigate(
                        ForecastView.class,
                        PoliciesNavigation.forecast(policy.id(), Fixture.QUARTER_END)
                                .parameters());
        assertThat($view(Grid.class).all()).isEmpty();
    }

    @Test
    void aDayThatIsOverTellsWhatIsOnRecord() {
        var policy = dueToday();
        var yesterday = today().minusDays(1);
        var cohort = fixture.cohort(fixture.cycle(), "Engineers", null);
        reminder(policy, yesterday, fixture.participant(cohort, fixture.person("Ada Ready")), "SENT", null);
        reminder(policy, yesterday, fixture.participant(cohort, fixture.person("Bo Calm")), "HELD_BACK", "SILENCED");
        reminder(policy, yesterday, fixture.participant(cohort, fixture.person("Cy Late")), "MISSED", "TOO_LATE");
        reminder(policy, yesterday, fixture.participant(cohort, fixture.person("Di West")), "PLANNED", null);
        signIn(Role.HR);
        forecast(policy, yesterday);

        assertThat($view(H2.class).all())
                .extracting(H2::getText)
                .containsExactly(
                        "One reminder went out", "One waits for its moment", "2 did not go out or did not arrive");
        var leftOut = test($view(Grid.class).all().get(2));
        assertThat(leftOut.getLitRendererPropertyValue(0, 0, "label", String.class))
                .isEqualTo("Bo Calm");
        assertThat(leftOut.getLitRendererPropertyValue(0, 1, "sub", String.class))
                .isEqualTo("asked not to get this");
        assertThat(leftOut.getLitRendererPropertyValue(1, 1, "sub", String.class))
                .isEqualTo("missed, and too old to matter");

        forecast(policy, yesterday.minusDays(40));
        assertThat($view(Grid.class).all()).isEmpty();
        assertThat($view(EmptyState.class).single().getElement().getTextRecursively())
                .contains("Nothing was planned for this day");
    }

    @Test
    void todayIsOnRecordAsSoonAsSomethingWasPlanned() {
        var policy = dueToday();
        var cohort = fixture.cohort(fixture.cycle(), "Engineers", null);
        var ada = fixture.participant(cohort, fixture.person("Ada Ready"));
        fixture.assignment(ada, fixture.template("T1", "FRONT_LINE", 3), today());
        fixture.jdbc()
                .sql("update participant set next_due_on = ?")
                .param(today())
                .update();
        signIn(Role.HR);
        forecast(policy, today());
        assertThat($view(H2.class).all()).extracting(H2::getText).containsExactly("One reminder goes out");

        reminder(policy, today(), ada, "HELD_BACK", "OVER_BUDGET");
        forecast(policy, today());
        assertThat($view(H2.class).all())
                .extracting(H2::getText)
                .containsExactly("Nothing went out", "One did not go out or did not arrive");
        assertThat($view(Paragraph.class).all())
                .extracting(Paragraph::getText)
                .anyMatch(text -> text.startsWith("What is on record so far."));
    }

    @Test
    void aPersonsPageTellsHrWhatPoliciesCameToForThem() {
        var cohort = fixture.cohort(fixture.cycle(), "Engineers", null);
        var ada = fixture.person("Ada Ready");
        var participant = fixture.participant(cohort, ada);
        reminder(dueToday(), today().minusDays(1), participant, "HELD_BACK", "OVER_BUDGET");
        signIn(Role.HR);
        UI.getCurrent().navigate("person/" + ada);
        test($view(TabSheet.class).single()).select("Reminders");
        assertThat($view(PersonReminders.class).single().getElement().getTextRecursively())
                .contains("Due today", "Held back", "Nov 16, 2026 · gets as many mails this week as anybody may");

        var lead = fixture.person("Bertha Boss");
        signIn(lead, Role.MANAGER);
        UI.getCurrent().navigate("person/" + lead);
        assertThat($view(TabSheet.class).all()).hasSize(1);
        assertThat($view(Tab.class).all()).extracting(Tab::getLabel).doesNotContain("Reminders");
    }

    private LocalDate today() {
        return LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
    }

    private long dueToday() {
        return fixture.jdbc()
                .sql("select id from reminder_policy where starter = 'DUE_TODAY'")
                .query(Long.class)
                .single();
    }

    private void forecast(long policy, LocalDate day) {
        UI.getCurrent()
                .navigate(
                        ForecastView.class,
                        PoliciesNavigation.forecast(policy, day).parameters());
    }

    private void reminder(long policy, LocalDate day, long participant, String state, @Nullable String reason) {
        fixture.jdbc()
                .sql("""
                        insert into reminder (policy_id, participant_id, local_day, recipient_id, role, state, reason, slot_at,
                            required, escalated, things, days, created_at)
                        select ?, pt.id, ?, pt.person_id, 'PARTICIPANT', ?, ?, ?, false, false, 1, 0, ?
                        from participant pt where pt.id = ?""")
                .params(
                        policy,
                        day,
                        state,
                        reason,
                        Timestamp.from(day.atTime(9, 0).toInstant(ZoneOffset.UTC)),
                        Timestamp.from(clock.instant()),
                        participant)
                .update();
    }
}
