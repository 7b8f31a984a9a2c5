package org.weft.reminders.policy;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.transaction.support.TransactionTemplate;
import org.weft.base.Translations;
import org.weft.testing.NodeProof;

/**
 * What {@code docs/reminders.md} promises of "once" and "never lost", proven by processes that plan, write digests and
 * send them, all at the same time. A day is planned once in a zone, so people arrive in zones nobody was in before.
 */
class ReminderProofIT extends NodeProof {

    /** A Tuesday, on which three policies find everybody who takes part. */
    private static final Instant NOW = Instant.parse("2026-11-17T14:00:00Z");

    private static final int KILLS = kills(10);

    /** Teams that arrive together, and how many take part in each beside its lead. */
    private static final int TEAMS = 10;

    private static final int TEAM = 10;

    /** Where mail may go out at that moment, and for an hour from then. */
    private static final List<String> ZONES = ZoneId.getAvailableZoneIds().stream()
            .filter(zone -> zone.contains("/"))
            .filter(zone -> {
                var there = LocalTime.ofInstant(NOW, ZoneId.of(zone));
                return there.isAfter(LocalTime.of(9, 0)) && there.isBefore(LocalTime.of(17, 0));
            })
            .sorted()
            .toList();

    private final Duration ahead = Duration.between(Instant.now(), NOW);

    ReminderProofIT() {
        super(ReminderNode.class, Translations.class);
    }

    /** With a budget of one digest, a second one could not be missed. */
    @Override
    protected List<String> settings() {
        return List.of("--weft.clock-ahead=" + ahead, "--weft.reminders.per-week=1");
    }

    @BeforeEach
    void startCycle() {
        List.of("""
                insert into program (id, name, purpose, status, created_at)
                values (1, 'Bridges', 'Know each other', 'ACTIVE', timestamp with time zone '2026-11-01 08:00:00+00')""", """
                insert into cycle (id, program_id, name, starts_on, ends_on)
                values (1, 1, 'Winter', date '2026-11-03', date '2027-01-31')""", """
                insert into cohort (id, cycle_id, name, audience) values (1, 1, 'Everybody', 'MANUAL')""", """
                insert into objective_template (id, code, title, type, plan_kind, target, unit, measure, shipped)
                values (1, 'P1', 'Talk to the neighbours', 'INFORMATION_EXCHANGE', 'INDIVIDUAL', 3, 'conversations',
                    'CONVERSATIONS', false)""", """
                update reminder_policy set days = 14 where starter = 'SILENT'""", """
                update reminder_policy set active_since = timestamp with time zone '2026-11-01 00:00:00+00'
                where starter in ('DUE_SOON', 'SILENT', 'NOT_STARTED')""", """
                insert into reminder_planned (policy_id, time_zone, through)
                select id, 'Nobody/Here', date '2026-11-16' from reminder_policy""").forEach(sql -> jdbc.sql(sql).update());
    }

    @Test
    void withoutKillsEverybodyIsToldOnce() throws Exception {
        var rounds = 3;
        launchTwo();
        awaitAllRunning();
        for (var round = 0; round < rounds; round++) {
            arrive(round);
            Thread.sleep(random.nextInt(400));
        }

        assertEverybodyIsToldOnce(rounds * TEAMS);
        assertNoCopies(people(rounds * TEAMS));
    }

    @Test
    void killedProcessesLoseNothingAndTellEverybodyOnce() throws Exception {
        launchTwo();
        for (var round = 0; round < KILLS; round++) {
            var victim = anyRunning();
            var planned = count("reminder");
            var written = count("message");
            var sent = sink.count();
            arrive(round);
            switch (round % 4) {
                case 0 -> {
                    // It has not even begun.
                }
                case 1 -> await("planning", () -> count("reminder") > planned);
                case 2 -> await("digests to be written", () -> count("message") > written);
                default -> await("the sending to begin", () -> sink.count() > sent);
            }
            kill(victim, 400);
        }

        assertEverybodyIsToldOnce(KILLS * TEAMS);
        assertEveryCopyWasInFlight();
    }

    private void assertEverybodyIsToldOnce(int teams) throws InterruptedException {
        // Each of them finds each participant, and one tells the lead too.
        var reminders = 4 * teams * TEAM;
        await("everybody to be told", () -> count("reminder where state <> 'PLANNED'") == reminders);
        awaitAllSent();
        assertThat(count("reminder where state = 'SENT'"))
                .as("none is held back, as over the budget")
                .isEqualTo(reminders);
        assertThat(count("(select distinct policy_id, recipient_id, participant_id, local_day from reminder) once"))
                .isEqualTo(reminders);
        assertThat(count("(select distinct recipient_id, message_key from reminder) digest"))
                .isEqualTo(people(teams));
        assertNothingLost(people(teams));
        assertEachIsSaidInItsDigest();
    }

    private void assertEachIsSaidInItsDigest() {
        var translations = portal(Translations.class);
        jdbc.sql("""
                        select rp.kind, r.things, r.days, r.role, p.display_name, m.text_body
                        from reminder r join reminder_policy rp on rp.id = r.policy_id join person p on p.id = r.participant_id
                        join message m on m.unique_key = r.message_key and m.person_id = r.recipient_id""").query(row -> {
            var why = PolicyWords.why(
                    TriggerKind.valueOf(row.getString("kind")), row.getInt("things"), row.getInt("days"));
            assertThat(row.getString("text_body")).contains(translations.translate(why, Locale.ENGLISH));
            if (row.getString("role").equals("LEAD")) {
                assertThat(row.getString("text_body")).contains(row.getString("display_name") + " (");
            }
        });
    }

    private static int people(int teams) {
        return teams * (1 + TEAM);
    }

    /** Teams come into two zones of their own. The lead's id is a full hundred; those they lead have the ones after it. */
    private void arrive(int round) {
        var statements = List.of("""
                insert into person (id, employee_number, given_name, family_name, display_name, sort_name, email, level,
                    time_zone, created_at, updated_at)
                select id, id, 'Ada', 'Number' || id, 'Ada Number' || id, 'Number' || id, 'ada' || id || '@example.com',
                    'FRONT_LINE', case mod(team, 2) when 0 then :zone else :other end, s.began, s.began
                from (select timestamp with time zone '2026-11-03 08:00:00+00' as began) s
                cross join (select team, team * 100 + place as id
                    from generate_series(:from, :to - 1) team, generate_series(0, :members) place) one""", """
                insert into participant (id, cycle_id, cohort_id, person_id, added_at, live_count, not_started_count,
                    next_due_on, phase, lead_id)
                select id, 1, 1, id, created_at, 1, 1, date '2026-11-24', 1, id / 100 * 100
                from person where id between :from * 100 and :to * 100 - 1 and mod(id, 100) > 0""", """
                insert into assignment (id, participant_id, template_id, cycle_id, person_id, code, title, type, plan_kind,
                    target, unit, measure, due_on, status, health, created_at, status_at)
                select p.id, p.id, t.id, 1, p.id, t.code, t.title, t.type, t.plan_kind, t.target, t.unit, t.measure,
                    p.next_due_on, 'NOT_STARTED', 'NOT_UPDATED', p.added_at, p.added_at
                from participant p cross join objective_template t
                where p.id between :from * 100 and :to * 100 - 1""");
        portal(TransactionTemplate.class)
                .executeWithoutResult(status -> statements.forEach(sql -> jdbc.sql(sql)
                        .param("from", round * TEAMS)
                        .param("to", (round + 1) * TEAMS)
                        .param("members", TEAM)
                        .param("zone", ZONES.get(2 * round))
                        .param("other", ZONES.get(2 * round + 1))
                        .update()));
    }
}
