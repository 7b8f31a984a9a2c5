package org.weft.reminders.policy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.weft.reminders.policy.PolicyScene.TODAY;
import static org.weft.reminders.policy.PolicyScene.terms;

import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.mail.autoconfigure.MailProperties;
import org.weft.access.Role;
import org.weft.base.KeptFigure;
import org.weft.base.Selection;
import org.weft.mail.MailServers;
import org.weft.mail.MessageFilter;
import org.weft.mail.OutboxBulkService;
import org.weft.mail.ScriptedSmtpServer;
import org.weft.mail.SendNow;
import org.weft.testing.Fixture;
import org.weft.testing.SignedIn;
import org.weft.testing.TestClock;
import org.weft.testing.WeftTest;

/** "Last reminded" tells of digests too: of those that went to the participant, about their own plan. */
@WeftTest
class DigestsCountTest {

    private static final Instant NINE = Instant.parse("2026-11-17T09:00:00Z");

    @Autowired
    Fixture fixture;

    @Autowired
    RecurringTask<Void> reminderTask;

    @Autowired
    SendNow outbox;

    @Autowired
    OutboxBulkService messages;

    @Autowired
    SilenceService silence;

    @Autowired
    SilenceLinks links;

    @Autowired
    List<KeptFigure> figures;

    @Autowired
    MailProperties server;

    @Autowired
    TestClock clock;

    private PolicyScene scene;

    @BeforeEach
    void aCohort() {
        scene = new PolicyScene(fixture);
    }

    @AfterEach
    void noServer() {
        MailServers.useNone(server);
    }

    private void tick(Instant moment) {
        clock.set(moment);
        reminderTask.execute(null, null);
    }

    private @Nullable Instant remindedAt(long participant) {
        var at = fixture.jdbc()
                .sql("select last_reminded_at from participant where id = ?")
                .param(participant)
                .query((row, number) -> row.getTimestamp(1))
                .optional()
                .orElse(null);
        return at == null ? null : at.toInstant();
    }

    private void proven() {
        assertThat(figures)
                .filteredOn(figure -> figure.name().equals("reminders"))
                .singleElement()
                .satisfies(figure -> assertThat(figure.check().equal()).isTrue());
    }

    @Test
    void whatTellsAParticipantOfTheirPlanCountsAndWhatTellsTheLeadDoesNot() {
        var person = fixture.person("Ada Ready");
        var ada = scene.participant(person, TODAY);
        var again = fixture.participant(fixture.cohort(fixture.cycle(), "Others", null), person);
        scene.due(again, TODAY);
        var bo = scene.participant("Bo Waits", TODAY);
        scene.submit(bo, Instant.parse("2026-11-14T09:00:00Z"));
        var later = scene.participant("Lara Later", TODAY.plusDays(30));
        scene.policy(terms(TriggerKind.DUE_TODAY, 0));
        scene.policy(terms(TriggerKind.TO_REVIEW, 3, PolicyRecipient.LEAD));
        tick(NINE.minusSeconds(60));
        assertThat(remindedAt(ada)).isNull();
        fixture.jdbc().sql("delete from progress_change").update();

        tick(NINE);

        assertThat(fixture.count("message")).as("Ada's, and the lead's").isEqualTo(2);
        assertThat(remindedAt(ada)).isEqualTo(NINE);
        assertThat(remindedAt(again)).as("one mail about both").isEqualTo(NINE);
        assertThat(remindedAt(bo)).isNull();
        assertThat(remindedAt(later)).isNull();
        assertThat(fixture.jdbc()
                        .sql("select participant_id from progress_change order by participant_id")
                        .query(Long.class)
                        .list())
                .as("open grids are told")
                .containsExactly(ada, again);
        proven();
    }

    @Test
    void theLatestCounts() {
        var ada = scene.participant("Ada Ready", TODAY);
        scene.policy(terms(TriggerKind.DUE_TODAY, 0));
        fixture.figures(ada, Map.of("last_reminded_at", Timestamp.from(NINE.minusSeconds(90_000))));
        tick(NINE);
        assertThat(remindedAt(ada)).isEqualTo(NINE);
    }

    @Test
    void aDigestThatDidNotGoOutIsNoReminder() throws Exception {
        var person = fixture.person("Ada Ready");
        var ada = scene.participant(person, TODAY);
        var again = fixture.participant(fixture.cohort(fixture.cycle(), "Others", null), person);
        scene.due(again, TODAY);
        scene.policy(terms(TriggerKind.DUE_TODAY, 0));
        try (var smtp = new ScriptedSmtpServer()) {
            MailServers.use(server, smtp.port());
            smtp.answer("rcpt to:", "550 5.1.1 no such user");
            tick(NINE);
            assertThat(remindedAt(ada)).isEqualTo(NINE);

            outbox.run();

            assertThat(remindedAt(ada)).isNull();
            assertThat(remindedAt(again)).isNull();
            SignedIn.as(Role.HR);
            messages.retry(MessageFilter.ALL, Selection.ALL);
            assertThat(remindedAt(again)).as("tried again").isEqualTo(NINE);
            messages.cancel(MessageFilter.ALL, Selection.ALL);
            assertThat(remindedAt(again)).as("called off").isNull();
        }
        proven();
    }

    @Test
    void aDigestThatSilenceTookBackIsNoReminder() throws Exception {
        var person = fixture.person("Ada Ready");
        var ada = scene.participant(person, TODAY);
        scene.policy(terms(TriggerKind.DUE_TODAY, 0));
        try (var smtp = new ScriptedSmtpServer()) {
            MailServers.use(server, smtp.port());
            tick(NINE);
            assertThat(remindedAt(ada)).isEqualTo(NINE);
            silence.stopAll(links.token(person));

            outbox.run();

            assertThat(remindedAt(ada)).isNull();
        }
        proven();
    }
}
