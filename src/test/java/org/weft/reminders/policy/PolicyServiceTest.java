package org.weft.reminders.policy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.weft.reminders.policy.PolicyScene.audience;
import static org.weft.reminders.policy.PolicyScene.schedule;
import static org.weft.reminders.policy.PolicyScene.terms;

import java.time.DayOfWeek;
import java.time.LocalTime;
import java.util.Locale;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.security.access.AccessDeniedException;
import org.weft.access.Role;
import org.weft.base.InvalidInputException;
import org.weft.base.NotFoundException;
import org.weft.base.StaleEditException;
import org.weft.base.Translations;
import org.weft.testing.Fixture;
import org.weft.testing.SignedIn;
import org.weft.testing.TestClock;
import org.weft.testing.WeftTest;

@WeftTest
class PolicyServiceTest {

    @Autowired
    PolicyService policies;

    @Autowired
    Translations translations;

    @Autowired
    Fixture fixture;

    @BeforeEach
    void hr() {
        SignedIn.as(Role.HR);
    }

    @Test
    void aStarterSetIsThereSwitchedOffAndNamedInBothLanguages() {
        var shipped = policies.list();
        assertThat(shipped).hasSize(8).noneMatch(PolicyRow::active);
        assertThat(shipped)
                .extracting(policy -> translations.translate(policy.title(), Locale.GERMAN))
                .contains("Heute fällig", "Überblick am Montag");
        assertThat(shipped)
                .extracting(policy -> translations.translate(policy.title(), Locale.ENGLISH))
                .contains("Due today", "Monday's summary");
    }

    @Test
    void nothingThatShipsIsOutsideTheBudget() {
        assertThat(policies.list())
                .hasSize(8)
                .noneMatch(policy -> policy.terms().required());
    }

    @Test
    void oneSwitchTurnsEachOnAndOneAllOfThem() {
        var first = policies.list().getFirst();
        policies.switchTo(first.id(), first.version(), true);
        var own = policies.add(terms(TriggerKind.SILENT, 5));
        assertThat(policies.get(first.id()).activeSince()).isEqualTo(TestClock.START);

        policies.switchStarters(true);
        assertThat(policies.list()).filteredOn(PolicyRow::active).hasSize(8);
        assertThat(policies.get(own).active()).isFalse();
        policies.switchStarters(false);
        assertThat(policies.list()).noneMatch(PolicyRow::active);
        assertThat(fixture.jdbc()
                        .sql("select action from audit_entry")
                        .query(String.class)
                        .list())
                .containsOnly("POLICY_SWITCHED_ON", "POLICY_ADDED", "POLICY_SWITCHED_OFF")
                .hasSize(17);
    }

    @Test
    void aPolicyIsSavedAsItWasEntered() {
        var entered = PolicyScene.escalating(
                schedule(
                        terms(TriggerKind.OVERDUE_EVERY, 5),
                        new PolicySchedule(Set.of(DayOfWeek.MONDAY, DayOfWeek.THURSDAY), LocalTime.of(14, 30))),
                4);
        var id = policies.add(entered);

        assertThat(policies.get(id).terms()).isEqualTo(entered);
        policies.save(id, policies.get(id).version(), terms(TriggerKind.DUE_TODAY, 9));
        assertThat(policies.get(id).terms()).isEqualTo(terms(TriggerKind.DUE_TODAY, 0));
        assertThatThrownBy(() -> policies.save(id, 0, entered)).isInstanceOf(StaleEditException.class);
        assertThatThrownBy(() -> policies.get(-1)).isInstanceOf(NotFoundException.class);
    }

    @Test
    void whatCannotWorkIsToldAtItsField() {
        refused(new PolicySchedule(Set.of(), LocalTime.NOON), "weekdays");
        refused(new PolicySchedule(Set.of(DayOfWeek.SATURDAY), LocalTime.NOON), "weekdays");
        refused(new PolicySchedule(Set.of(DayOfWeek.MONDAY), LocalTime.of(7, 59)), "time");
        refused(terms(TriggerKind.SILENT, 0), "days");
        refused(PolicyScene.escalating(terms(TriggerKind.SILENT, 7), 0), "escalateAfter");
        var good = terms(TriggerKind.SILENT, 7);
        refused(
                new PolicyDraft(
                        " ",
                        good.kind(),
                        7,
                        PolicyAudience.EVERYBODY,
                        good.recipient(),
                        good.schedule(),
                        3,
                        false,
                        null),
                "name");
        refused(audience(good, new PolicyAudience(-1L, null, null, null, null)), "programId");
        refused(audience(good, new PolicyAudience(null, -1L, null, null, null)), "cohortId");
        refused(audience(good, new PolicyAudience(null, null, -1L, null, null)), "teamId");
        refused(audience(good, new PolicyAudience(null, null, null, null, "x".repeat(151))), "location");
    }

    private void refused(PolicySchedule schedule, String field) {
        refused(schedule(terms(TriggerKind.DUE_TODAY, 0), schedule), field);
    }

    private void refused(PolicyDraft draft, String field) {
        assertThatThrownBy(() -> policies.add(draft))
                .isInstanceOfSatisfying(
                        InvalidInputException.class, e -> assertThat(e.field()).isEqualTo(field));
    }

    @Test
    void onlyHrMay() {
        SignedIn.as(Role.MANAGER);
        assertThatThrownBy(policies::list).isInstanceOf(AccessDeniedException.class);
        assertThatThrownBy(() -> policies.switchStarters(true)).isInstanceOf(AccessDeniedException.class);
    }
}
