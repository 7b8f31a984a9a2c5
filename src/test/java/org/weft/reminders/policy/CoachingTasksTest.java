package org.weft.reminders.policy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.weft.reminders.policy.PolicyScene.TODAY;
import static org.weft.reminders.policy.PolicyScene.escalating;
import static org.weft.reminders.policy.PolicyScene.terms;

import java.time.Duration;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.weft.access.Role;
import org.weft.access.Scope;
import org.weft.base.NotFoundException;
import org.weft.testing.Fixture;
import org.weft.testing.SignedIn;
import org.weft.testing.TestClock;
import org.weft.testing.WeftTest;

@WeftTest
class CoachingTasksTest {

    private static final Scope EVERYBODY = new Scope.Everybody();

    @Autowired
    Fixture fixture;

    @Autowired
    ReminderPlanner planner;

    @Autowired
    DigestSender sender;

    @Autowired
    CoachingTasks tasks;

    @Autowired
    TestClock clock;

    private PolicyScene scene;
    private long ada;

    /** Ada leaves two weekly reminders unanswered; the third week is her lead's. */
    @BeforeEach
    void adaIsSilent() {
        scene = new PolicyScene(fixture);
        ada = scene.participant("Ada Silent", TODAY.minusDays(21));
        scene.policy(escalating(terms(TriggerKind.OVERDUE_EVERY, 7), 2));
        weeks(-2, 0);
        SignedIn.as(scene.lead, Role.MANAGER);
    }

    private void weeks(int first, int last) {
        for (var week = first; week <= last; week++) {
            clock.set(TODAY.plusWeeks(week).atTime(9, 1).toInstant(ZoneOffset.UTC));
            planner.plan();
            sender.sendDue();
        }
    }

    private List<String> open() {
        return tasks.open(EVERYBODY).stream()
                .map(task -> task.name() + " " + task.reminders())
                .toList();
    }

    private List<String> mailTo(String name) {
        return fixture.jdbc()
                .sql("select text_body from message where to_name = ? order by id")
                .param(name)
                .query(String.class)
                .list();
    }

    @Test
    void theLeadGetsATaskAndADigestInsteadOfTheParticipantsNextMail() {
        assertThat(open()).containsExactly("Ada Silent 2");
        assertThat(mailTo("Ada Silent")).hasSize(2);
        assertThat(mailTo("Bertha Boss"))
                .singleElement()
                .asString()
                .contains("Ada Silent", "a talk may help", "Have a word: https://weft.example.com/coaching")
                .doesNotContain("https://weft.example.com/my-people");
        weeks(1, 3);
        assertThat(open()).as("once").containsExactly("Ada Silent 2");
        assertThat(mailTo("Ada Silent")).hasSize(2);
        assertThat(mailTo("Bertha Boss")).hasSize(1);
    }

    @Test
    void aLeadWhomNoMailReachesHasTheTaskAllTheSame() {
        var ben = fixture.person("Ben", "Busy").email(null).add();
        var cohort = fixture.cohort(scene.cycle, "Others", ben);
        var cleo = fixture.participant(cohort, fixture.person("Cleo Calm"));
        scene.due(cleo, TODAY.minusDays(14));
        weeks(1, 3);
        assertThat(mailTo("Ben Busy")).isEmpty();
        SignedIn.as(ben, Role.MANAGER);
        assertThat(open()).containsExactly("Cleo Calm 2");
        tasks.done(cleo);
        weeks(4, 5);
        assertThat(open()).as("what is done is done").isEmpty();
    }

    @Test
    void itEndsWhenTheParticipantDoesSomething() {
        scene.active(ada, clock.instant().plus(Duration.ofHours(1)));
        assertThat(open()).isEmpty();
    }

    @Test
    void itEndsWhenNothingIsOpenAnyMore() {
        fixture.figures(ada, Map.of("completed_count", 1, "not_started_count", 0));
        assertThat(open()).isEmpty();
    }

    @Test
    void whatIsDoneCanBeTakenBack() {
        var at = tasks.done(ada);
        assertThat(open()).isEmpty();
        assertThatThrownBy(() -> tasks.done(ada)).isInstanceOf(NotFoundException.class);
        tasks.reopen(ada, at);
        assertThat(open()).hasSize(1);
        assertThatThrownBy(() -> tasks.reopen(ada, at)).isInstanceOf(NotFoundException.class);
    }

    @Test
    void itIsOfTheOneWhoLeadsNowAndOfNobodyElse() {
        var other = fixture.person("Olga Other");
        SignedIn.as(other, Role.MANAGER);
        assertThat(open()).isEmpty();
        assertThatThrownBy(() -> tasks.done(ada)).isInstanceOf(NotFoundException.class);
        SignedIn.as(Role.HR);
        assertThat(open()).isEmpty();

        fixture.figures(ada, Map.of("lead_id", other));
        SignedIn.as(other, Role.MANAGER);
        assertThat(open()).containsExactly("Ada Silent 2");
        assertThat(tasks.open(new Scope.Nobody())).isEmpty();
    }

    @Test
    void nobodyHasATaskAboutThemselves() {
        var person = fixture.jdbc()
                .sql("select person_id from participant where id = ?")
                .param(ada)
                .query(Long.class)
                .single();
        fixture.figures(ada, Map.of("lead_id", person));
        SignedIn.as(person, Role.MANAGER);
        assertThat(open()).isEmpty();
        assertThatThrownBy(() -> tasks.done(ada)).isInstanceOf(NotFoundException.class);
    }
}
