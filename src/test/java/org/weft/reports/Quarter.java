package org.weft.reports;

import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.weft.testing.Fixture;

/**
 * A quarter with known figures: Sales (two teams) of seven, Production of six, and three without a department of their
 * own: the office team of two, and one person in no team.
 */
public final class Quarter {

    public static final LocalDate PAST = LocalDate.of(2026, 11, 2);
    public static final LocalDate AHEAD = LocalDate.of(2026, 12, 15);

    public final Fixture fixture;
    public final long cycle;
    public final long cohort;
    public final long sales;
    public final long production;
    public final long office;
    public final long salesLead;
    public final long[] salesPeople = new long[7];
    public final long[] productionPeople = new long[6];
    private int templates;

    public Quarter(Fixture fixture) {
        this.fixture = fixture;
        var organisation = fixture.team("Weft Works", "ORGANISATION", null);
        sales = fixture.team("Sales", "DEPARTMENT", organisation);
        var north = fixture.team("North", "TEAM", sales);
        production = fixture.team("Production", "DEPARTMENT", organisation);
        office = fixture.team("Office", "TEAM", organisation);
        cycle = fixture.cycle();
        cohort = fixture.cohort(cycle, "All", null);
        salesLead = fixture.person("Lena", "Lead").team(sales).level("MANAGER").add();
        salesPeople[0] = salesLead;
        for (var i = 1; i < salesPeople.length; i++) {
            salesPeople[i] = fixture.person("Sally" + i, "Sales")
                    .team(i % 2 == 0 ? sales : north)
                    .manager(salesLead)
                    .add();
        }
        for (var i = 0; i < productionPeople.length; i++) {
            productionPeople[i] = fixture.person("Peter" + i, "Production")
                    .team(production)
                    .level(i == 0 ? "MANAGER" : "FRONT_LINE")
                    .add();
        }
        for (var person : salesPeople) {
            join(person);
        }
        for (var person : productionPeople) {
            join(person);
        }
    }

    /** The office team and a person without any team: three people, too few to be shown. */
    public Quarter withSmallGroups() {
        join(fixture.person("Olga", "Office").team(office).add());
        join(fixture.person("Otto", "Office").team(office).add());
        join(fixture.person("Nora Noteam"));
        return this;
    }

    /** For every report something to tell. What features keep is to be set right afterwards. */
    public Quarter withSomethingOfEverything() {
        assign(salesPeople[1], "COMPLETED", PAST);
        var late = assign(salesPeople[2], "IN_PROGRESS", PAST);
        assign(productionPeople[1], "NOT_STARTED", PAST);
        assign(productionPeople[2], "NOT_STARTED", AHEAD);
        assign(productionPeople[2], "WAIVED", AHEAD);
        talk(PAST, salesPeople[1], productionPeople[1]);
        talk(PAST.plusDays(7), salesPeople[1], salesPeople[3]);
        checkIn(late, Instant.parse("2026-11-04T10:00:00Z"));
        remind(salesPeople[1], Instant.parse("2026-11-05T08:00:00Z"));
        var policy = policy("OVERDUE");
        remind(policy, salesPeople[2], false, Instant.parse("2026-11-03T08:00:00Z"));
        remind(policy, salesPeople[2], true, Instant.parse("2026-11-12T08:00:00Z"));
        fixture.jdbc()
                .sql("update assignment set health = 'AT_RISK' where id = ?")
                .param(late)
                .update();
        return this;
    }

    public long join(long person) {
        return fixture.participant(cohort, person);
    }

    long participant(long person) {
        return fixture.jdbc()
                .sql("select id from participant where person_id = ? and cycle_id = ?")
                .params(person, cycle)
                .query(Long.class)
                .single();
    }

    public long assign(long person, String status, LocalDate dueOn) {
        var template = fixture.template("X" + ++templates, "FRONT_LINE", 2);
        var id = fixture.assignment(participant(person), template, dueOn);
        fixture.jdbc()
                .sql("update assignment set status = ?, achieved = ? where id = ?")
                .params(status, status.equals("COMPLETED") ? 3 : 1, id)
                .update();
        return id;
    }

    /** A conversation of people, with the counts participants keep. */
    public void talk(LocalDate day, long... people) {
        fixture.conversation(day, people);
        for (var person : people) {
            fixture.jdbc()
                    .sql(
                            "update participant set conversation_count = conversation_count + 1 where person_id = ? and cycle_id = ?")
                    .params(person, cycle)
                    .update();
        }
    }

    /** Somebody reminds a participant by hand, and the mail goes out. */
    public void remind(long person, Instant sentAt) {
        message("REMINDER", "remind:" + participant(person) + ":" + sentAt, participant(person), sentAt);
    }

    /** A policy reminds a participant, or the lead of one who does not answer, and the mail goes out. */
    public void remind(long policyId, long person, boolean escalated, Instant sentAt) {
        var key = "digest:" + person + ":" + sentAt;
        message("DIGEST", key, null, sentAt);
        fixture.jdbc()
                .sql("""
                        insert into reminder (policy_id, participant_id, local_day, role, state, slot_at, required, escalated,
                            things, days, created_at, message_key)
                        values (?, ?, ?, ?, 'SENT', ?, false, ?, 1, 1, ?, ?)""")
                .params(
                        policyId,
                        participant(person),
                        LocalDate.ofInstant(sentAt, ZoneOffset.UTC),
                        escalated ? "LEAD" : "PARTICIPANT",
                        Timestamp.from(sentAt),
                        escalated,
                        Timestamp.from(sentAt),
                        key)
                .update();
    }

    private void message(String kind, String key, @Nullable Long participant, Instant sentAt) {
        var moment = Timestamp.from(sentAt);
        fixture.jdbc()
                .sql("""
                        insert into message (unique_key, kind, participant_id, to_name, language, subject, text_body,
                            html_body, status, message_id, created_at, send_after, sent_at)
                        values (?, ?, ?, 'x', 'en', 'x', 'x', 'x', 'SENT', ?, ?, ?, ?)""")
                .params(key, kind, participant, key, moment, moment, moment)
                .update();
    }

    /** A policy as it ships. */
    public long policy(String starter) {
        return fixture.jdbc()
                .sql("select id from reminder_policy where starter = ?")
                .param(starter)
                .query(Long.class)
                .single();
    }

    void checkIn(long assignment, Instant at) {
        fixture.jdbc().sql("""
                        insert into assignment_event (assignment_id, at, actor_name, kind, health)
                        values (?, ?, 'Somebody', 'CHECK_IN', 'ON_TRACK')""").params(assignment, Timestamp.from(at)).update();
    }

    void zone(long person, String zone) {
        fixture.jdbc()
                .sql("update person set time_zone = ? where id = ?")
                .params(zone, person)
                .update();
    }

    static Map<String, Group> byName(Breakdown breakdown) {
        return breakdown.groups().stream()
                .collect(Collectors.toMap(
                        group -> group.name().args().isEmpty()
                                ? group.name().key()
                                : (String) group.name().args().getFirst(),
                        group -> group));
    }
}
