package org.weft.testing;

import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;
import org.weft.programs.DirectoryCopy;

/**
 * Puts things into the database by SQL, with sensible values for what a test does not care about. It keeps the closure
 * tables and the participants' kept figures right only where a method says so.
 */
public class Fixture {

    /** The quarter {@link TestClock#START} lies in. */
    public static final LocalDate QUARTER_START = LocalDate.of(2026, 10, 1);

    public static final LocalDate QUARTER_END = LocalDate.of(2026, 12, 31);

    private static final Timestamp CREATED = Timestamp.from(Instant.parse("2026-10-01T08:00:00Z"));

    private final JdbcClient jdbc;
    private final TransactionTemplate transaction;
    private final DirectoryCopy directory;
    private final AtomicInteger counter = new AtomicInteger(1000);

    Fixture(JdbcClient jdbc, TransactionTemplate transaction, DirectoryCopy directory) {
        this.jdbc = jdbc;
        this.transaction = transaction;
        this.directory = directory;
    }

    public JdbcClient jdbc() {
        return jdbc;
    }

    /** A team; its rows of {@code team_closure} are written too. */
    public long team(String name, String kind, @Nullable Long parentId) {
        var id = next("team_seq");
        jdbc.sql("insert into team (id, name, kind, parent_id) values (?, ?, ?, ?)")
                .params(id, name, kind, parentId)
                .update();
        jdbc.sql("insert into team_closure (ancestor_id, team_id, depth) values (?, ?, 0)")
                .params(id, id)
                .update();
        if (parentId != null) {
            jdbc.sql("""
                            insert into team_closure (ancestor_id, team_id, depth)
                            select ancestor_id, cast(? as bigint), depth + 1 from team_closure where team_id = ?""").params(id, parentId).update();
        }
        return id;
    }

    public long team(String name) {
        return team(name, "TEAM", null);
    }

    public void leads(long personId, long teamId) {
        jdbc.sql("update team set leader_id = ? where id = ?")
                .params(personId, teamId)
                .update();
    }

    public PersonBuilder person(String givenName, String familyName) {
        return new PersonBuilder(givenName, familyName);
    }

    /** An active front-line person with an address and neither team nor manager. */
    public long person(String fullName) {
        var at = fullName.lastIndexOf(' ');
        return person(fullName.substring(0, at), fullName.substring(at + 1)).add();
    }

    /** A person in the making; {@link #add} writes it with its reporting line. */
    public final class PersonBuilder {
        private final String givenName;
        private final String familyName;
        private String level = "FRONT_LINE";
        private @Nullable String email;
        private @Nullable Long teamId;
        private @Nullable Long managerId;
        private @Nullable String jobTitle = "Clerk";
        private @Nullable String location = "Hamburg";
        private @Nullable String timeZone;
        private @Nullable String language;
        private boolean active = true;

        private PersonBuilder(String givenName, String familyName) {
            this.givenName = givenName;
            this.familyName = familyName;
            this.email = (givenName + "." + familyName).toLowerCase(Locale.ROOT).replace(' ', '.') + "@example.com";
        }

        public PersonBuilder level(String level) {
            this.level = level;
            return this;
        }

        public PersonBuilder email(@Nullable String email) {
            this.email = email;
            return this;
        }

        public PersonBuilder team(@Nullable Long teamId) {
            this.teamId = teamId;
            return this;
        }

        public PersonBuilder manager(@Nullable Long managerId) {
            this.managerId = managerId;
            return this;
        }

        public PersonBuilder jobTitle(@Nullable String jobTitle) {
            this.jobTitle = jobTitle;
            return this;
        }

        public PersonBuilder location(@Nullable String location) {
            this.location = location;
            return this;
        }

        public PersonBuilder zone(@Nullable String timeZone) {
            this.timeZone = timeZone;
            return this;
        }

        public PersonBuilder language(@Nullable String language) {
            this.language = language;
            return this;
        }

        public PersonBuilder inactive() {
            this.active = false;
            return this;
        }

        /** The manager must be there before those who report to them. */
        public long add() {
            var id = next("person_seq");
            jdbc.sql("""
                            insert into person (id, employee_number, given_name, family_name, display_name, sort_name, email,
                                job_title, level, team_id, manager_id, location, time_zone, language, active, created_at, updated_at)
                            values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)""")
                    .params(
                            id,
                            "E" + counter.incrementAndGet(),
                            givenName,
                            familyName,
                            givenName + " " + familyName,
                            familyName + ", " + givenName,
                            email,
                            jobTitle,
                            level,
                            teamId,
                            managerId,
                            location,
                            timeZone,
                            language,
                            active,
                            CREATED,
                            CREATED)
                    .update();
            if (managerId != null) {
                jdbc.sql("insert into reporting_line (lead_id, person_id, depth) values (?, ?, 1)")
                        .params(managerId, id)
                        .update();
                jdbc.sql("""
                                insert into reporting_line (lead_id, person_id, depth)
                                select lead_id, cast(? as bigint), depth + 1 from reporting_line where person_id = ?""").params(id, managerId).update();
            }
            return id;
        }
    }

    public long program(String name) {
        var id = next("program_seq");
        jdbc.sql(
                        "insert into program (id, name, purpose, status, created_at) values (?, ?, 'Know each other', 'ACTIVE', ?)")
                .params(id, name, CREATED)
                .update();
        return id;
    }

    /** The current quarter, as the cycle of a new program. */
    public long cycle() {
        return cycle(program("Program " + counter.incrementAndGet()), "Q4 2026", QUARTER_START, QUARTER_END);
    }

    public long cycle(long programId, String name, LocalDate startsOn, LocalDate endsOn) {
        var id = next("cycle_seq");
        jdbc.sql("insert into cycle (id, program_id, name, starts_on, ends_on) values (?, ?, ?, ?, ?)")
                .params(id, programId, name, startsOn, endsOn)
                .update();
        return id;
    }

    public long cohort(long cycleId, String name, @Nullable Long leadId) {
        var id = next("cohort_seq");
        jdbc.sql("insert into cohort (id, cycle_id, name, lead_id, audience) values (?, ?, ?, ?, 'MANUAL')")
                .params(id, cycleId, name, leadId)
                .update();
        return id;
    }

    /** A participant with all kept figures at zero. */
    public long participant(long cohortId, long personId) {
        var id = next("participant_seq");
        jdbc.sql("""
                        insert into participant (id, cycle_id, cohort_id, person_id, added_at)
                        select ?, c.cycle_id, c.id, ?, ? from cohort c where c.id = ?""").params(id, personId, CREATED, cohortId).update();
        transaction.executeWithoutResult(status -> directory.adopt(List.of(id)));
        return id;
    }

    /** Sets kept figures of a participant as they are given, without asking whether they are true. */
    public void figures(long participantId, Map<String, Object> columns) {
        columns.forEach((column, value) -> jdbc.sql("update participant set " + column + " = ? where id = ?")
                .params(value instanceof Instant instant ? Timestamp.from(instant) : value, participantId)
                .update());
        jdbc.sql("""
                        update participant set
                            health_rank = case health when 'OFF_TRACK' then 1 when 'AT_RISK' then 2 when 'NOT_UPDATED' then 3 else 4 end,
                            phase = case when live_count = 0 then 0 when not_started_count = live_count then 1
                                when completed_count = live_count then 3 else 2 end
                        where id = ?""").param(participantId).update();
    }

    /** A template that counts conversations, for one level. */
    public long template(String code, String level, int target) {
        var id = next("objective_template_seq");
        jdbc.sql("""
                        insert into objective_template (id, code, title, type, plan_kind, target, unit, measure, shipped)
                        values (?, ?, ?, 'INFORMATION_EXCHANGE', 'INDIVIDUAL', ?, 'conversations', 'CONVERSATIONS', false)""").params(id, code, "Objective " + code, target).update();
        jdbc.sql("insert into objective_template_level (template_id, level) values (?, ?)")
                .params(id, level)
                .update();
        return id;
    }

    /** A not started assignment; the participant's kept figures are left as they are. */
    public long assignment(long participantId, long templateId, LocalDate dueOn) {
        var id = next("assignment_seq");
        jdbc.sql("""
                        insert into assignment (id, participant_id, template_id, cycle_id, person_id, code, title, type, plan_kind,
                            target, unit, measure, due_on, status, health, created_at, status_at)
                        select ?, p.id, t.id, p.cycle_id, p.person_id, t.code, t.title, t.type, t.plan_kind,
                            t.target, t.unit, t.measure, ?, 'NOT_STARTED', 'NOT_UPDATED', ?, ?
                        from participant p cross join objective_template t where p.id = ? and t.id = ?""")
                .params(id, dueOn, CREATED, CREATED, participantId, templateId)
                .update();
        return id;
    }

    /** The account of a person, or of nobody, with an id of its own choice. */
    public void account(long id, String displayName, @Nullable Long personId) {
        jdbc.sql("""
                        insert into account (id, username, display_name, person_id, language, time_zone, created_at)
                        values (?, ?, ?, ?, 'en', 'UTC', ?)""").params(id, "account" + id, displayName, personId, CREATED).update();
    }

    /** A conversation between people; what it counts for and the kept figures are left as they are. */
    public long conversation(LocalDate heldOn, long... personIds) {
        var id = next("conversation_seq");
        jdbc.sql("""
                        insert into conversation (id, request_id, held_on, kind, exchanged, created_at)
                        values (?, ?, ?, 'TALK', 'How the work flows', ?)""").params(id, UUID.randomUUID().toString(), heldOn, CREATED).update();
        for (var personId : personIds) {
            jdbc.sql("insert into conversation_person (conversation_id, person_id) values (?, ?)")
                    .params(id, personId)
                    .update();
        }
        return id;
    }

    /** A row of any table, as a map of column to value. */
    public Map<String, @Nullable Object> row(String table, long id) {
        return jdbc.sql("select * from " + table + " where id = ?")
                .param(id)
                .query()
                .singleRow();
    }

    public long count(String table) {
        return jdbc.sql("select count(*) from " + table).query(Long.class).single();
    }

    private long next(String sequence) {
        return jdbc.sql("select nextval('" + sequence + "')").query(Long.class).single();
    }
}
