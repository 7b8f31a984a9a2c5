package org.weft.shell.demo;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;

/**
 * What those say who were named in conversations of the running quarter: most confirm within hours, some of the latest
 * wait. Those with an account have logged a few more with each other, so that each has something to answer or to read.
 */
final class DemoConfirmations {

    private record Account(long id, long personId, long teamId) {}

    private final Map<String, Account> accounts = new HashMap<>();
    private final JdbcTemplate jdbc;
    private final LocalDate today;
    private final DemoRows conversations;
    private final DemoRows people;
    private final DemoRows.Ids ids;

    DemoConfirmations(JdbcTemplate jdbc, LocalDate today) {
        this.jdbc = jdbc;
        this.today = today;
        conversations = new DemoRows(
                jdbc, "conversation", "id", "request_id", "held_on", "kind", "exchanged", "created_at", "created_by");
        people = new DemoRows(
                jdbc,
                "conversation_person",
                "conversation_id",
                "person_id",
                "team_id",
                "confirmation",
                "asked_at",
                "answered_at",
                "objection");
        ids = DemoRows.ids(jdbc, "conversation_seq");
    }

    void write() {
        everybody();
        jdbc.query("""
                select a.username, a.id, a.person_id, coalesce(p.team_id, 0) from account a
                join person p on p.id = a.person_id""", row -> {
            accounts.put(row.getString(1), new Account(row.getLong(2), row.getLong(3), row.getLong(4)));
        });
        log(
                "manager",
                "member",
                2,
                "How the first weeks of the quarter went, and whom to talk to next.",
                "WAITING",
                null);
        log("hr", "member", 6, "What a good check-in says, with two examples from other teams.", "WAITING", null);
        log("director", "manager", 4, "Where our departments wait for each other, and who decides.", "WAITING", null);
        log(
                "member",
                "manager",
                5,
                "Which of our reports they read, and what they would rather see.",
                "CONFIRMED",
                null);
        log(
                "member",
                "director",
                8,
                "Who decides when priorities collide, and whom to ask first.",
                "DISPUTED",
                "We spoke in the week before, and agreed on nothing yet. Let us put that right together.");
        conversations.write();
        people.write();
    }

    /** Those who did not hold the talk for an objective of their own were named by whoever did. */
    private void everybody() {
        jdbc.update("""
                update conversation_person set
                    asked_at = (select c.created_at from conversation c where c.id = conversation_person.conversation_id),
                    confirmation = case when mod(conversation_id, 3) = 0
                            and (select c.held_on from conversation c where c.id = conversation_person.conversation_id) > ?
                            and person_id not in (select a.person_id from account a where a.person_id is not null)
                        then 'WAITING' else 'CONFIRMED' end
                where conversation_id in (
                        select c.id from conversation c join cycle y on c.held_on between y.starts_on and y.ends_on
                        where y.id = (select max(id) from cycle))
                    and not exists (
                        select 1 from conversation_assignment ca join assignment a on a.id = ca.assignment_id
                        where ca.conversation_id = conversation_person.conversation_id
                            and a.person_id = conversation_person.person_id)""", today.minusDays(12));
        jdbc.update("""
                update conversation_person set answered_at = asked_at where confirmation = 'CONFIRMED'""");
    }

    private void log(
            String author, String named, int daysAgo, String exchanged, String state, @Nullable String objection) {
        var id = ids.next();
        var from = Objects.requireNonNull(accounts.get(author));
        var to = Objects.requireNonNull(accounts.get(named));
        var heldOn = today.minusDays(daysAgo);
        var at = heldOn.atTime(LocalTime.NOON).toInstant(ZoneOffset.UTC);
        conversations.add(
                id,
                UUID.nameUUIDFromBytes(("demo-" + id).getBytes(UTF_8)).toString(),
                heldOn,
                "TALK",
                exchanged,
                at,
                from.id());
        people.add(id, from.personId(), from.teamId(), null, null, null, null);
        people.add(
                id,
                to.personId(),
                to.teamId(),
                state,
                at,
                state.equals("WAITING") ? null : at.plus(Duration.ofHours(3)),
                objection);
    }
}
