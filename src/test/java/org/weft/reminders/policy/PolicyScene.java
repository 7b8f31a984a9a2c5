package org.weft.reminders.policy;

import java.sql.Timestamp;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.weft.testing.Fixture;
import org.weft.testing.TestClock;

/** A program with a cohort led by a lead, and policies switched on at the beginning of the quarter. */
final class PolicyScene {

    /** A Tuesday. */
    static final LocalDate TODAY = LocalDate.of(2026, 11, 17);

    final Fixture fixture;
    final long lead;
    final long cycle;
    final long cohort;
    final long template;

    PolicyScene(Fixture fixture) {
        this.fixture = fixture;
        lead = fixture.person("Bertha", "Boss").email("bertha@example.com").add();
        cycle = fixture.cycle(fixture.program("Bridges"), "Q4 2026", Fixture.QUARTER_START, Fixture.QUARTER_END);
        cohort = fixture.cohort(cycle, "Engineers", lead);
        template = fixture.template("T1", "FRONT_LINE", 3);
    }

    static PolicyDraft terms(TriggerKind kind, int days) {
        return terms(kind, days, PolicyRecipient.PARTICIPANT);
    }

    static PolicyDraft terms(TriggerKind kind, int days, PolicyRecipient recipient) {
        return new PolicyDraft(
                "A " + kind,
                kind,
                days,
                PolicyAudience.EVERYBODY,
                recipient,
                PolicySchedule.everyWorkingDay(),
                3,
                false,
                null);
    }

    static PolicyDraft mondays(PolicyDraft terms) {
        return schedule(terms, new PolicySchedule(Set.of(DayOfWeek.MONDAY), LocalTime.of(9, 0)));
    }

    static PolicyDraft audience(PolicyDraft terms, PolicyAudience audience) {
        return new PolicyDraft(
                terms.name(),
                terms.kind(),
                terms.days(),
                audience,
                terms.recipient(),
                terms.schedule(),
                terms.catchUpDays(),
                terms.required(),
                terms.escalateAfter());
    }

    static PolicyDraft schedule(PolicyDraft terms, PolicySchedule schedule) {
        return new PolicyDraft(
                terms.name(),
                terms.kind(),
                terms.days(),
                terms.audience(),
                terms.recipient(),
                schedule,
                terms.catchUpDays(),
                terms.required(),
                terms.escalateAfter());
    }

    static PolicyDraft required(PolicyDraft terms) {
        return new PolicyDraft(
                terms.name(),
                terms.kind(),
                terms.days(),
                terms.audience(),
                terms.recipient(),
                terms.schedule(),
                terms.catchUpDays(),
                true,
                terms.escalateAfter());
    }

    static PolicyDraft escalating(PolicyDraft terms, int after) {
        return new PolicyDraft(
                terms.name(),
                terms.kind(),
                terms.days(),
                terms.audience(),
                terms.recipient(),
                terms.schedule(),
                terms.catchUpDays(),
                terms.required(),
                after);
    }

    /** A policy that has been on since the quarter began, and was planned each day: where nobody is any more. */
    long policy(PolicyDraft terms) {
        var id = policy(terms, Instant.parse("2026-10-01T00:00:00Z"));
        fixture.jdbc()
                .sql("insert into reminder_planned (policy_id, time_zone, through) values (?, 'Nobody/Here', ?)")
                .params(id, Fixture.QUARTER_START)
                .update();
        return id;
    }

    /** A policy that was switched on at a moment, and has not been planned yet. */
    long policy(PolicyDraft terms, Instant since) {
        var id = fixture.jdbc()
                .sql("select nextval('reminder_policy_seq')")
                .query(Long.class)
                .single();
        var audience = terms.audience();
        var level = audience.level();
        fixture.jdbc()
                .sql("""
                        insert into reminder_policy (id, name, kind, days, program_id, cohort_id, team_id, level, location,
                            recipient, weekdays,
                            at_time, catch_up_days, required, escalate_after, active_since)
                        values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)""")
                .params(
                        id,
                        terms.name(),
                        terms.kind().name(),
                        terms.days(),
                        audience.programId(),
                        audience.cohortId(),
                        audience.teamId(),
                        level == null ? null : level.name(),
                        audience.location(),
                        terms.recipient().name(),
                        PolicyReader.digits(terms.schedule().weekdays()),
                        terms.schedule().time(),
                        terms.catchUpDays(),
                        terms.required(),
                        terms.escalateAfter(),
                        Timestamp.from(since))
                .update();
        return id;
    }

    /** A participant with an open objective due on each of the days. */
    long participant(long personId, LocalDate... dueOn) {
        var participant = fixture.participant(cohort, personId);
        due(participant, dueOn);
        return participant;
    }

    /** Gives a participant an open objective due on each of the days. */
    void due(long participant, LocalDate... dueOn) {
        for (var at = 0; at < dueOn.length; at++) {
            fixture.assignment(
                    participant,
                    at == 0 ? template : fixture.template("T" + participant + at, "FRONT_LINE", 1),
                    dueOn[at]);
        }
        fixture.figures(participant, Map.of("live_count", dueOn.length, "not_started_count", dueOn.length));
        Stream.of(dueOn)
                .min(Comparator.naturalOrder())
                .ifPresent(next -> fixture.figures(participant, Map.of("next_due_on", next)));
    }

    long participant(String name, LocalDate... dueOn) {
        return participant(fixture.person(name), dueOn);
    }

    void active(long participant, Instant at) {
        fixture.figures(participant, Map.of("last_activity_at", at));
    }

    void submit(long participant, Instant at) {
        fixture.jdbc()
                .sql("update assignment set status = 'SUBMITTED', status_at = ? where participant_id = ?")
                .params(Timestamp.from(at), participant)
                .update();
        fixture.jdbc()
                .sql("update participant set submitted_count = live_count, not_started_count = 0 where id = ?")
                .param(participant)
                .update();
    }

    /** A conversation of that day that somebody else logged waits since then for the participant, who has an account. */
    void waits(long participant, LocalDate heldOn, Instant askedAt) {
        var person = fixture.jdbc()
                .sql("select person_id from participant where id = ?")
                .param(participant)
                .query(Long.class)
                .single();
        fixture.jdbc().sql("""
                        insert into account (id, username, display_name, person_id, language, time_zone, created_at)
                        select nextval('account_seq'), 'person' || p.id, p.display_name, p.id, 'en', 'UTC', p.created_at
                        from person p
                        where p.id = ? and not exists (select 1 from account a where a.person_id = p.id)""").param(person).update();
        var conversation = fixture.conversation(heldOn, person, lead);
        fixture.jdbc()
                .sql("""
                        update conversation_person set confirmation = 'WAITING', asked_at = ?
                        where conversation_id = ? and person_id = ?""")
                .params(Timestamp.from(askedAt), conversation, person)
                .update();
        fixture.jdbc().sql("""
                        update participant set unconfirmed_count = unconfirmed_count + 1 where id = ? and exists (
                            select 1 from cycle y where y.id = cycle_id and ? between y.starts_on and y.ends_on)""").params(participant, heldOn).update();
    }

    void holiday(@Nullable String location, LocalDate day) {
        fixture.jdbc()
                .sql("insert into holiday (location, on_day, name) values (?, ?, 'A day off')")
                .params(location, day)
                .update();
    }

    void silence(long personId, @Nullable TriggerKind kind, @Nullable LocalDate until) {
        fixture.jdbc()
                .sql("insert into reminder_silence (person_id, kind, until_on, created_at) values (?, ?, ?, ?)")
                .params(personId, kind == null ? null : kind.name(), until, Timestamp.from(TestClock.START))
                .update();
    }

    /** A reminder by hand, written the evening before it went out, or will. */
    void byHand(long personId, Instant goesOut, String status) {
        var key = "by-hand:" + personId + ":" + goesOut + ":" + status;
        fixture.jdbc()
                .sql("""
                        insert into message (unique_key, kind, person_id, to_name, language, subject, text_body, html_body,
                            status, message_id, created_at, send_after, sent_at)
                        values (:key, 'REMINDER', :person, 'Somebody', 'en', 'Subject', 'Text', 'Text', :status, :key,
                            :written, :goesOut, cast(:sentAt as timestamp with time zone))""")
                .param("key", key)
                .param("person", personId)
                .param("status", status)
                .param("written", Timestamp.from(goesOut.minusSeconds(12 * 3600)))
                .param("goesOut", Timestamp.from(goesOut))
                .param("sentAt", status.equals("SENT") ? Timestamp.from(goesOut) : null)
                .update();
    }

    /** A reminder, as a test reads it. */
    record Written(
            String recipient,
            String about,
            LocalDate day,
            String role,
            String state,
            @Nullable String reason,
            int things,
            int days,
            Instant slot) {

        /** "Ada Ready: 2/3", or with the reason where nothing goes out. */
        String inShort() {
            return recipient + ": " + things + "/" + days + (reason == null ? "" : " " + reason);
        }
    }

    List<Written> written() {
        return fixture.jdbc()
                .sql("""
                        select coalesce(r.display_name, '-') as recipient, p.display_name as about, m.* from reminder m
                        left join person r on r.id = m.recipient_id
                        join participant pt on pt.id = m.participant_id join person p on p.id = pt.person_id
                        order by m.local_day, m.policy_id, recipient, about""")
                .query((row, n) -> new Written(
                        row.getString("recipient"),
                        row.getString("about"),
                        row.getObject("local_day", LocalDate.class),
                        row.getString("role"),
                        row.getString("state"),
                        row.getString("reason"),
                        row.getInt("things"),
                        row.getInt("days"),
                        row.getTimestamp("slot_at").toInstant()))
                .list();
    }
}
