package org.weft.reminders.policy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.weft.reminders.policy.PolicyScene.TODAY;
import static org.weft.reminders.policy.PolicyScene.terms;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Random;
import java.util.TreeSet;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.security.access.AccessDeniedException;
import org.weft.access.Role;
import org.weft.access.Scope;
import org.weft.base.NotFoundException;
import org.weft.people.Level;
import org.weft.testing.Fixture;
import org.weft.testing.SignedIn;
import org.weft.testing.TestClock;
import org.weft.testing.WeftTest;

@WeftTest
class ForecastServiceTest {

    private static final Scope ALL = new Scope.Everybody();

    @Autowired
    Fixture fixture;

    @Autowired
    ForecastService forecasts;

    @Autowired
    ReminderPlanner planner;

    @Autowired
    DigestSender sender;

    @Autowired
    PolicyReader policies;

    @Autowired
    TestClock clock;

    private PolicyScene scene;

    @BeforeEach
    void aCohort() {
        scene = new PolicyScene(fixture);
        SignedIn.as(Role.HR);
    }

    @Test
    void itSaysWhoGetsWhatWhenAndWhy() {
        scene.participant(fixture.person("Ada", "Ready").zone("Europe/Berlin").add(), TODAY.plusDays(7));
        scene.participant(fixture.person("Noa", "Address").email(null).add(), TODAY.plusDays(7));
        var policy = scene.policy(terms(TriggerKind.DUE_IN, 3));

        assertThat(rows(ALL, policy, TODAY.plusDays(4))).isEmpty();
        var rows = rows(ALL, policy, TODAY.plusDays(6));
        assertThat(rows)
                .as("Saturday's is said on Monday")
                .extracting(ForecastRow::recipient)
                .containsExactlyInAnyOrder("Ada Ready", "Noa Address");
        var ada = rows.stream()
                .filter(row -> row.about().equals("Ada Ready"))
                .findFirst()
                .orElseThrow();
        assertThat(ada.slot()).isEqualTo("2026-11-23T08:00:00Z");
        assertThat(ada.why().key()).isEqualTo("reminders.why.due");
        assertThat(ada.why().args()).containsExactly(1, 1);
        assertThat(rows)
                .filteredOn(row -> !row.goesOut())
                .extracting(ForecastRow::reason)
                .containsExactly(HeldBackReason.NO_ADDRESS);
    }

    @Test
    void itShowsOnlyThoseInTheScopeAndOnlyToHr() {
        var ada = fixture.person("Ada Ready");
        scene.participant(ada, TODAY.plusDays(1));
        scene.participant("Bo Other", TODAY.plusDays(1));
        var policy = scene.policy(terms(TriggerKind.DUE_TODAY, 0));

        assertThat(rows(new Scope.Self(ada), policy, TODAY.plusDays(1)))
                .extracting(ForecastRow::about)
                .containsExactly("Ada Ready");
        assertThatThrownBy(() -> forecasts.forecast(ALL, -1, TODAY)).isInstanceOf(NotFoundException.class);
        SignedIn.as(Role.MANAGER);
        assertThatThrownBy(() -> forecasts.forecast(ALL, policy, TODAY)).isInstanceOf(AccessDeniedException.class);
    }

    /** Page by page, as a list reads them. */
    private List<ForecastRow> rows(Scope scope, long policy, LocalDate day) {
        var forecast = forecasts.forecast(scope, policy, day);
        var rows = new ArrayList<ForecastRow>();
        for (var offset = 0; offset < forecast.goingOut(); offset += 7) {
            rows.addAll(forecasts.page(scope, forecast, true, offset, 7));
        }
        assertThat(rows).hasSize(forecast.goingOut()).allMatch(ForecastRow::goesOut);
        for (var offset = 0; offset < forecast.leftOut(); offset += 7) {
            rows.addAll(forecasts.page(scope, forecast, false, offset, 7));
        }
        assertThat(rows).hasSize(forecast.goingOut() + forecast.leftOut());
        return rows;
    }

    /** For a week and more of days nobody knew before, on data nobody chose. */
    @Test
    void whatIsForecastIsWhatIsPlanned() {
        for (var seed = 1; seed <= 2; seed++) {
            forecastsMatch(new Random(seed));
        }
    }

    private void forecastsMatch(Random random) {
        for (var table : List.of("reminder", "reminder_planned", "reminder_silence", "holiday", "message")) {
            fixture.jdbc().sql("delete from " + table).update();
        }
        fixture.jdbc().sql("delete from reminder_policy where starter is null").update();
        randomPeople(random);
        randomPolicies(random);
        var first = LocalDate.of(2026, 11, 9);
        clock.set(Instant.parse("2026-11-07T12:00:00Z"));
        planner.plan();
        for (var day = first; day.isBefore(first.plusDays(9)); day = day.plusDays(1)) {
            // An hour before the day begins anywhere.
            clock.set(day.minusDays(1).atTime(9, 0).toInstant(ZoneOffset.UTC));
            planner.plan();
            sender.sendDue();
            var forecast = new TreeSet<String>();
            for (var policy : policies.active()) {
                for (var row : rows(ALL, policy.id(), day)) {
                    forecast.add(policy.id() + " about " + row.participantId() + " to " + row.recipientId() + " at "
                            + row.slot() + ": " + row.reason());
                }
            }
            for (var hour = 1; hour <= 24; hour += 3) {
                clock.advance(Duration.ofHours(3));
                planner.plan();
            }
            var planned = new TreeSet<>(fixture.jdbc()
                    .sql("select * from reminder where local_day = ?")
                    .param(day)
                    .query((row, n) -> row.getLong("policy_id") + " about " + row.getLong("participant_id") + " to "
                            + row.getObject("recipient_id", Long.class) + " at "
                            + row.getTimestamp("slot_at").toInstant() + ": " + row.getString("reason"))
                    .list());
            assertThat(forecast).as("%s", day).isEqualTo(planned);
        }
        var reasons = fixture.jdbc()
                .sql("select distinct coalesce(reason, state) from reminder")
                .query(String.class)
                .list();
        assertThat(reasons)
                .as("the data are varied enough to prove something")
                .contains(
                        "SENT", "HOLIDAY", "OVER_BUDGET", "SILENCED", "INACTIVE", "NO_ADDRESS", "NO_LEAD", "ESCALATED");
    }

    private void randomPeople(Random random) {
        var zones = new String[] {null, "Europe/Berlin", "America/New_York", "Pacific/Auckland", "Nowhere/Land"};
        var places = new String[] {null, "Hamburg", "Munich", "Austin"};
        for (var n = 0; n < 40; n++) {
            var builder = fixture.person("P" + random.nextInt(1000), "Random" + random.nextInt(1_000_000))
                    .zone(zones[random.nextInt(zones.length)])
                    .location(places[random.nextInt(places.length)])
                    .level(random.nextBoolean() ? "FRONT_LINE" : "MANAGER");
            if (random.nextInt(10) == 0) {
                builder.email(null);
            }
            if (random.nextInt(12) == 0) {
                builder.inactive();
            }
            var person = builder.add();
            if (random.nextInt(6) == 0) {
                scene.silence(
                        person,
                        random.nextBoolean() ? null : TriggerKind.OVERDUE_EVERY,
                        random.nextBoolean() ? null : TODAY.minusDays(random.nextInt(10)));
            }
            var days = new ArrayList<LocalDate>();
            for (var count = random.nextInt(5); count > 0; count--) {
                days.add(TODAY.minusDays(30).plusDays(random.nextInt(50)));
            }
            var participant = scene.participant(person, days.toArray(LocalDate[]::new));
            if (random.nextInt(3) > 0) {
                scene.active(participant, Instant.parse("2026-10-20T00:00:00Z").plusSeconds(random.nextInt(2_000_000)));
            }
            if (random.nextInt(5) == 0) {
                scene.submit(participant, Instant.parse("2026-11-05T00:00:00Z").plusSeconds(random.nextInt(500_000)));
            }
            randomWaiting(participant, new Random(31L * n + 7));
            randomByHand(person, new Random(37L * n + 5));
            if (random.nextInt(8) == 0) {
                fixture.figures(participant, Collections.singletonMap("lead_id", null));
            }
        }
        for (var n = 0; n < 12; n++) {
            var place = places[random.nextInt(places.length)];
            var day = LocalDate.of(2026, 11, 2).plusDays(random.nextInt(22));
            if (fixture.jdbc()
                            .sql("select count(*) from holiday where on_day = ?")
                            .param(day)
                            .query(Integer.class)
                            .single()
                    == 0) {
                scene.holiday(place, day);
            }
        }
    }

    /** By numbers of their own, so that all else stays as varied as it was. */
    private void randomWaiting(long participant, Random random) {
        for (var count = random.nextInt(3); count > 0; count--) {
            scene.waits(
                    participant,
                    TODAY.minusDays(random.nextInt(60)),
                    Instant.parse("2026-11-04T00:00:00Z").plusSeconds(random.nextInt(1_000_000)));
        }
    }

    private void randomByHand(long person, Random random) {
        var states = List.of("SENT", "QUEUED", "FAILED");
        for (var count = random.nextInt(3); count > 0; count--) {
            scene.byHand(
                    person,
                    Instant.parse("2026-11-06T00:00:00Z").plusSeconds(random.nextInt(1_200_000)),
                    states.get(random.nextInt(states.size())));
        }
    }

    private void randomPolicies(Random random) {
        for (var kind : TriggerKind.values()) {
            var weekdays = EnumSet.noneOf(DayOfWeek.class);
            while (weekdays.size() < (kind == TriggerKind.WEEKLY_DIGEST ? 1 : 3)) {
                weekdays.add(DayOfWeek.of(1 + random.nextInt(5)));
            }
            scene.policy(new PolicyDraft(
                    "Random " + kind,
                    kind,
                    kind.countsDays() ? kind == TriggerKind.NOT_STARTED ? 42 : 1 + random.nextInt(3) : 0,
                    new PolicyAudience(null, null, null, random.nextInt(4) == 0 ? Level.MANAGER : null, null),
                    kind == TriggerKind.OVERDUE_EVERY
                            ? PolicyRecipient.PARTICIPANT
                            : PolicyRecipient.values()[random.nextInt(3)],
                    new PolicySchedule(weekdays, LocalTime.of(9 + random.nextInt(3), 0)),
                    2,
                    random.nextInt(5) == 0,
                    kind == TriggerKind.OVERDUE_EVERY ? 2 : null));
        }
    }
}
