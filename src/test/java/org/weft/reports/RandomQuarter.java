package org.weft.reports;

import java.sql.Timestamp;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import org.weft.testing.Fixture;

/** A quarter full of random work: two cohorts, nested teams, people without a team or a zone, guests, mail, early and late. */
final class RandomQuarter {

    private static final String[] STATUSES = {
        "NOT_STARTED", "IN_PROGRESS", "SUBMITTED", "RETURNED", "COMPLETED", "COMPLETED", "WAIVED", "CANCELLED"
    };
    private static final String[] LEVELS = {"FRONT_LINE", "TEAM_LEAD", "MANAGER"};
    private static final String[] HEALTHS = {"NOT_UPDATED", "ON_TRACK", "AT_RISK", "OFF_TRACK"};
    private static final String[] ZONES = {null, "Europe/Berlin", "Pacific/Kiritimati", "Etc/GMT+12", "Nowhere/Atall"};

    final long cycle;
    final List<Long> people = new ArrayList<>();
    private final Fixture fixture;
    private final Random random;
    private final List<Long> participants = new ArrayList<>();

    RandomQuarter(Fixture fixture, long seed) {
        this.fixture = fixture;
        random = new Random(seed);
        cycle = fixture.cycle();
        var teams = teams();
        var cohorts = List.of(fixture.cohort(cycle, "One", null), fixture.cohort(cycle, "Two", null));
        for (var i = 0; i < 24; i++) {
            var person = fixture.person("Given" + i, "Family" + i)
                    .team(random.nextInt(8) == 0 ? null : pick(teams))
                    .level(LEVELS[random.nextInt(LEVELS.length)])
                    .zone(ZONES[random.nextInt(ZONES.length)])
                    .add();
            people.add(person);
            if (i < 18) {
                participants.add(fixture.participant(pick(cohorts), person));
            }
        }
        assignments();
        conversations();
        reminders();
        keepFigures();
    }

    private List<Long> teams() {
        var top = fixture.team("Top", "ORGANISATION", null);
        var teams = new ArrayList<Long>();
        for (var i = 0; i < 3; i++) {
            var department = fixture.team("Department " + i, "DEPARTMENT", top);
            teams.add(department);
            teams.add(fixture.team("Team " + i, "TEAM", department));
        }
        teams.add(fixture.team("Alone", "TEAM", top));
        return teams;
    }

    private void assignments() {
        var templates = List.of(
                fixture.template("R1", "FRONT_LINE", 2),
                fixture.template("R2", "FRONT_LINE", 4),
                fixture.template("R3", "FRONT_LINE", 1));
        for (var participant : participants) {
            for (var template : templates) {
                if (random.nextInt(4) > 0) {
                    var id = fixture.assignment(participant, template, day());
                    fixture.jdbc()
                            .sql(
                                    "update assignment set status = ?, achieved = ?, created_at = ?, status_at = ? where id = ?")
                            .params(
                                    STATUSES[random.nextInt(STATUSES.length)],
                                    random.nextInt(6),
                                    moment(Fixture.QUARTER_START),
                                    moment(Fixture.QUARTER_START.plusDays(10 + random.nextInt(60))),
                                    id)
                            .update();
                    if (random.nextInt(3) == 0) {
                        fixture.jdbc()
                                .sql(
                                        "insert into assignment_event (assignment_id, at, actor_name, kind) values (?, ?, 'x', 'CHECK_IN')")
                                .params(id, moment(day()))
                                .update();
                    }
                }
            }
        }
    }

    private void conversations() {
        for (var i = 0; i < 40; i++) {
            var two = new ArrayList<>(people);
            Collections.shuffle(two, random);
            var held = Fixture.QUARTER_START.plusDays(random.nextInt(110) - 9L);
            fixture.conversation(
                    held,
                    two.subList(0, 2 + random.nextInt(2)).stream()
                            .mapToLong(Long::longValue)
                            .toArray());
        }
    }

    private void reminders() {
        for (var participant : participants) {
            if (random.nextInt(2) == 0) {
                var key = UUID.randomUUID().toString();
                fixture.jdbc()
                        .sql("""
                                insert into message (unique_key, kind, participant_id, to_name, language, subject, text_body,
                                    html_body, status, message_id, created_at, send_after, sent_at)
                                values (?, ?, ?, 'x', 'en', 'x', 'x', 'x', ?, ?, ?, ?, ?)""")
                        .params(
                                key,
                                random.nextInt(5) == 0 ? "TEST" : "REMINDER",
                                participant,
                                random.nextInt(5) == 0 ? "FAILED" : "SENT",
                                key,
                                moment(day()),
                                moment(day()),
                                moment(day()))
                        .update();
            }
        }
    }

    /** The columns of participants that features keep, set so that they are true. */
    private void keepFigures() {
        for (var participant : participants) {
            fixture.jdbc()
                    .sql("""
                            update participant set health = ?, progress = ?, conversation_count = (
                                select count(*) from conversation_person cp
                                join conversation c on c.id = cp.conversation_id join cycle cy on cy.id = participant.cycle_id
                                where cp.person_id = participant.person_id and c.held_on between cy.starts_on and cy.ends_on)
                            where id = ?""")
                    .params(HEALTHS[random.nextInt(HEALTHS.length)], random.nextInt(5) / 4.0, participant)
                    .update();
        }
    }

    private LocalDate day() {
        return Fixture.QUARTER_START.plusDays(random.nextInt(92));
    }

    private Timestamp moment(LocalDate day) {
        var moment = day.atStartOfDay(ZoneOffset.UTC).toInstant();
        return Timestamp.from(moment.plus(Duration.ofMinutes(random.nextInt(1440))));
    }

    private <T> T pick(List<T> from) {
        return from.get(random.nextInt(from.size()));
    }
}
