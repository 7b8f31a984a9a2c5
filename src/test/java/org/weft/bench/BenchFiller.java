package org.weft.bench;

import static org.weft.bench.BenchData.CYCLE;
import static org.weft.bench.BenchData.FIRST_TEAM;
import static org.weft.bench.BenchData.LARGE_LINE_LEADS;
import static org.weft.bench.BenchData.SPAN;

import java.math.BigInteger;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import javax.sql.DataSource;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;
import org.weft.base.ConstantSet;
import org.weft.objectives.AssignmentStatus;
import org.weft.objectives.ObjectiveType;

/**
 * Fills an empty database with {@link BenchData}: a handful of statements, each for a whole table, so that a million
 * people take minutes. What is kept is counted from what is there, by the definitions of the features.
 *
 * <p>Everything that looks like chance is worked out from a row's number, so that every run measures the same data.
 */
final class BenchFiller {

    private static final String GIVEN =
            "Ada Bruno Carla David Elif Fatima Georg Hana Ivan Jana Karim Lena Mario Nadia Olaf"
                    + " Priya Quentin Rosa Samir Tess Ulla Viktor Wanda Xenia Yusuf Zoe Anton Bea Cem Dora Emil Frieda Gino"
                    + " Helga Ines Jonas Kaya Luca Mira Nils";
    private static final String FAMILY =
            "Ander Berg Clar Dorn Eich Falk Gold Hart Ing Jan Kell Lind Meri Nord Oster Petr"
                    + " Quar Rein Stein Thal Ulm Vogel West Zim";
    private static final String ENDING =
            "mann er stad sen ov ini ski bach feld wood ton ley heim holm berg quist ez aki" + " ann ard";
    private static final String TITLES = "Clerk Analyst Buyer Planner Nurse Driver Welder Mechanic Engineer Designer"
            + " Tester Writer Trainer Auditor Chemist Teller Agent Seller Picker Fitter";
    private static final String PLACES =
            "Hamburg Berlin Munich Vienna Zurich Paris Lyon Madrid Lisbon Milan Rome Prague"
                    + " Warsaw Oslo Malmo Dublin Leeds London Boston Chicago Denver Austin Toronto Lima Santiago Tokyo Osaka"
                    + " Seoul Taipei Sydney Perth Auckland Mumbai Pune Dubai Cairo Nairobi Accra Lagos Durban";
    private static final String ZONES =
            "Europe/Berlin Europe/London America/New_York America/Chicago Asia/Tokyo Australia/Sydney";

    /** What the bulk of the rows goes into; their indexes are built afterwards, which takes a third of the time. */
    private static final List<String> TABLES = List.of(
            "person",
            "reporting_line",
            "participant",
            "assignment",
            "conversation",
            "conversation_person",
            "conversation_assignment");

    private static final BigInteger PRIME = BigInteger.valueOf(2_147_483_647L);
    private static final BigInteger FACTOR = BigInteger.valueOf(48_271);

    private final DataSource dataSource;
    private final BenchData data;
    private final int n;
    private boolean postgres;

    BenchFiller(DataSource dataSource, BenchData data) {
        this.dataSource = dataSource;
        this.data = data;
        n = data.participants();
    }

    void fill() throws SQLException {
        try (var connection = dataSource.getConnection()) {
            postgres = connection.getMetaData().getDatabaseProductName().equals("PostgreSQL");
            var jdbc = new JdbcTemplate(new SingleConnectionDataSource(connection, true));
            var indexes = prepare(jdbc);
            directory(jdbc);
            programs(jdbc);
            talks(jdbc);
            assignments(jdbc);
            participants(jdbc);
            finish(jdbc, indexes);
        }
    }

    /** @return how to build the indexes that were taken away */
    private List<String> prepare(JdbcTemplate jdbc) {
        if (!postgres) {
            jdbc.execute("set referential_integrity false");
            return List.of();
        }
        jdbc.execute("set session_replication_role = replica");
        jdbc.execute("set work_mem = '256MB'");
        var build = new ArrayList<String>();
        jdbc.queryForList("""
                        select i.indexname, i.indexdef from pg_indexes i
                        where i.schemaname = 'public' and i.tablename in ('%s')
                            and i.indexname not in (select conname from pg_constraint)""".formatted(String.join("', '", TABLES))).forEach(index -> {
            build.add((String) index.get("indexdef"));
            jdbc.execute("drop index " + index.get("indexname"));
        });
        return build;
    }

    private void directory(JdbcTemplate jdbc) {
        var h = data.regular();
        var lead = data.leadOf5000();
        run(jdbc, """
                insert into person (id, employee_number, given_name, family_name, display_name, sort_name, email,
                    job_title, level, team_id, manager_id, location, time_zone, language, active, joined_on,
                    created_at, updated_at)
                select x, 'E' || lpad(cast(x as varchar), 7, '0'), given, family, given || ' ' || family, family || ', ' || given,
                    case when {x:1:100} < 97 then lower(given) || '.' || lower(family) || x || '@example.com' end,
                    title, level,
                    case when manager_id is null then {firstTeam} when manager_id >= {lead}
                        then {firstTeam} + {leads} + manager_id - {lead} else {firstTeam} - 1 + manager_id end,
                    manager_id, place, zone, case when {x:2:10} < 6 then 'en' when {x:2:10} < 9 then 'de' end,
                    {x:3:100} < 98, date '2010-01-01' + cast({x:4:5800} as int), {moment:0}, {moment:0}
                from (
                    select x, {word:given}, {word:family} || {word:ending} as family, {word:title}, {word:place},
                        case when {x:5:10} < 7 then {zones} end as zone,
                        case when x <= 21 or x = {lead} then 'EXECUTIVE'
                            when x <= 421 or x > {lead} and x <= {lead} + {span5000} then 'MANAGER'
                            when x <= {leads} then 'TEAM_LEAD' else 'FRONT_LINE' end as level,
                        case when x = 1 then null when x <= {regular} then (x - 2) / {span} + 1
                            when x = {lead} then 1 when x <= {lead} + {span5000} then {lead}
                            else {lead} + 1 + (x - {lead} - {span5000} - 1) / 199 end as manager_id
                    from {rows:{n}}) p""".replace("{word:given}", word(GIVEN, 11) + " as given")
                .replace("{word:family}", word(FAMILY, 12))
                .replace("{word:ending}", word(ENDING, 13))
                .replace("{word:title}", word(TITLES, 14) + " as title")
                .replace("{word:place}", word(PLACES, 15) + " as place")
                .replace("{zones}", word(ZONES, 16))
                .replace("{regular}", String.valueOf(h))
                .replace("{lead}", String.valueOf(lead)));
        run(jdbc, "insert into reporting_line select manager_id, id, 1 from person where manager_id is not null");
        var added = 1;
        for (var depth = 1; added > 0; depth++) {
            added = run(jdbc, """
                    insert into reporting_line
                    select above.lead_id, p.id, above.depth + 1
                    from person p join reporting_line above on above.person_id = p.manager_id
                    where above.depth = """ + depth);
        }
        teams(jdbc);
    }

    /** The organisation, ten divisions of four departments each, and a team for everybody who leads anybody. */
    private void teams(JdbcTemplate jdbc) {
        run(jdbc, "insert into team (id, name, kind) values (1, 'Weavers', 'ORGANISATION')");
        run(jdbc, """
                insert into team (id, name, kind, parent_id, leader_id)
                select 1 + x, 'Division ' || x, 'DIVISION', 1, 2 * x from {rows:10}""");
        run(jdbc, """
                insert into team (id, name, kind, parent_id, leader_id)
                select 11 + x, 'Department ' || x, 'DEPARTMENT', 2 + (x - 1) / 4, 12 + 10 * x from {rows:40}""");
        run(jdbc, """
                insert into team (id, name, kind, parent_id, leader_id)
                select {firstTeam} - 1 + x, {title} || ' team ' || x, 'TEAM',
                    case when x = 1 then 1 when x <= 21 then 2 + (x - 2) / 2
                        else 12 + (coalesce(above.lead_id, x) - 22) / 10 end,
                    x
                from {rows:{leads}}
                left join reporting_line above on above.person_id = x and above.lead_id between 22 and 421""".replace("{title}", word(TITLES, 17)));
        run(jdbc, """
                insert into team (id, name, kind, parent_id, leader_id)
                select {firstTeam} + {leads} - 1 + x, 'Team of ' || x, 'TEAM', 51, {lead} - 1 + x
                from {rows:26}""".replace("{lead}", String.valueOf(data.leadOf5000())));
        run(jdbc, "insert into team_closure select id, id, 0 from team");
        var added = 1;
        for (var depth = 0; added > 0; depth++) {
            added = run(jdbc, """
                    insert into team_closure
                    select above.ancestor_id, t.id, above.depth + 1
                    from team t join team_closure above on above.team_id = t.parent_id where above.depth = """ + depth);
        }
    }

    /** Four quarters; the last is the big one. {@code bench_member} says who takes part in which. */
    private void programs(JdbcTemplate jdbc) {
        run(jdbc, """
                insert into program (id, name, purpose, status, created_at)
                values (1, 'Across the house', 'Know whom one works with', 'ACTIVE', {moment:0})""");
        for (var cycle = 1; cycle <= CYCLE; cycle++) {
            run(jdbc, """
                    insert into cycle (id, program_id, name, starts_on, ends_on)
                    values (%1$d, 1, 'Q%1$d 2026', date '2026-%2$02d-01', date '2026-%3$02d-%4$d')""".formatted(cycle, cycle * 3 - 2, cycle * 3, cycle == 1 || cycle == 4 ? 31 : 30));
            if (cycle < CYCLE) {
                run(jdbc, """
                        insert into cohort (id, cycle_id, name, lead_id, audience)
                        values (%d, %d, 'Pilot', 2, 'MANUAL')""".formatted(BenchData.COHORTS + cycle, cycle));
            }
        }
        for (var cohort = 1; cohort <= BenchData.COHORTS; cohort++) {
            run(
                    jdbc,
                    "insert into cohort (id, cycle_id, name, lead_id, audience) values (%d, %d, 'Cohort %d', %d, 'MANUAL')"
                            .formatted(cohort, CYCLE, cohort, data.cohortLead(cohort)));
        }
        run(jdbc, """
                create table bench_member as
                select x as id, cast({cycle} as bigint) as cycle_id,
                    1 + least({x:21:30}, {x:22:30}) as cohort_id, x as person_id
                from {rows:{n}}""");
        var first = n;
        for (var cycle = 1; cycle < CYCLE; cycle++) {
            run(jdbc, """
                    insert into bench_member select %d + x, %d, %d, 1 + mod(x * 37, {n}) from {rows:%d}""".formatted(first, cycle, BenchData.COHORTS + cycle, BenchData.participantsOf(cycle)));
            first += BenchData.participantsOf(cycle);
        }
        run(jdbc, "create index bench_member_id on bench_member (id)");
    }

    /**
     * Two conversations a participant, each of two people and counting for an assignment of the first, and of the second
     * every other time. One in eight never talks; seven in ten talk to somebody close by.
     */
    private void talks(JdbcTemplate jdbc) {
        var other = "1 + mod(a - 1 + case when {x:32:10} < 7 then 1 + {x:33:6} else 1 + {x:34:{n}-8} end, {n})";
        run(jdbc, """
                create table bench_talk as
                select t.id, t.a, t.b, t.a as a_member, t.b as b_member, t.held_on, t.logged_at, t.a_slot, t.b_slot,
                    pa.team_id as a_team, pb.team_id as b_team
                from (
                    select x as id, a, case when b <> a then b when mod(a, 8) = 1 then a + 1 else a - 1 end as b,
                        date '2026-10-01' + cast(days as int) as held_on,
                        {moment:days * 1440 + {x:38:600}} as logged_at,
                        {x:36:4} as a_slot, case when {x:37:2} = 0 then {x:35:4} end as b_slot
                    from (
                        select x, a, case when mod(b, 8) = 0 then b - 1 else b end as b, greatest({x:39:47}, {x:40:47}) as days
                        from (
                            select x, a, %s as b
                            from (
                                select x, case when mod(raw, 8) = 0 then raw - 1 else raw end as a
                                from (select x, 1 + {x:31:{n}} as raw from {rows:2*{n}}) t1) t2) t3) t4) t
                join person pa on pa.id = t.a join person pb on pb.id = t.b""".formatted(other));
        run(jdbc, """
                insert into bench_talk
                select 2 * {n} + m.id - {n}, m.person_id, o.person_id, m.id, o.id,
                    y.starts_on + cast({m.id:41:80} as int), cast(y.starts_on as timestamp with time zone) + {m.id:41:80} * interval '1' day,
                    {m.id:42:4}, case when {m.id:43:2} = 0 then {m.id:44:4} end, pa.team_id, pb.team_id
                from bench_member m join bench_member o on o.id = m.id + 1 and o.cycle_id = m.cycle_id
                join cycle y on y.id = m.cycle_id
                join person pa on pa.id = m.person_id join person pb on pb.id = o.person_id
                where m.cycle_id < {cycle}""");
        run(jdbc, """
                insert into conversation (id, request_id, held_on, kind, exchanged, created_at)
                select id, 'bench-' || lpad(cast(id as varchar), 8, '0'), held_on,
                    case when {id:45:10} < 7 then 'TALK' when {id:45:10} = 7 then 'JOB_SHADOWING'
                        when {id:45:10} = 8 then 'JOINT_SESSION' else 'INTRODUCTION' end,
                    'What waits between us, and what we change about it: ' || id, logged_at
                from bench_talk""");
        run(jdbc, """
                insert into conversation_person (conversation_id, person_id, team_id)
                select id, a, a_team from bench_talk""");
        run(jdbc, """
                insert into conversation_person (conversation_id, person_id, team_id, confirmation, asked_at, answered_at)
                select id, b, b_team, case when {id:46:10} = 0 then 'WAITING' else 'CONFIRMED' end, logged_at,
                    case when {id:46:10} > 0 then logged_at end
                from bench_talk""");
        run(jdbc, """
                insert into conversation_assignment (conversation_id, assignment_id)
                select id, (a_member - 1) * 4 + a_slot + 1 from bench_talk
                union all
                select id, (b_member - 1) * 4 + b_slot + 1 from bench_talk where b_slot is not null""");
        run(jdbc, """
                create table bench_count as
                select assignment_id, count(*) as conversations, count(distinct other) as counterparts,
                    count(distinct case when other_team <> own_team then other_team end) as teams
                from (
                    select (a_member - 1) * 4 + a_slot + 1 as assignment_id, b as other, a_team as own_team, b_team as other_team
                    from bench_talk
                    union all
                    select (b_member - 1) * 4 + b_slot + 1, a, b_team, a_team from bench_talk where b_slot is not null) t
                group by assignment_id""");
        run(jdbc, "create index bench_count_id on bench_count (assignment_id)");
    }

    /** Four a participant, from four parts of the library. Of every sixteen participants one has completed all. */
    private void assignments(JdbcTemplate jdbc) {
        run(jdbc, """
                create table bench_template as
                select t.*, row_number() over (order by t.code) - 1 as place from objective_template t""");
        run(jdbc, "create index bench_template_place on bench_template (place)");
        run(jdbc, """
                insert into assignment (id, participant_id, template_id, cycle_id, person_id, code, title, type,
                    plan_kind, target, unit, measure, evidence, due_on, status, health, achieved, created_at,
                    status_at, last_activity_at)
                select a.id, a.member, a.template_id, a.cycle_id, a.person_id, a.code, a.title, a.type,
                    a.plan_kind, a.target, a.unit, a.measure, a.evidence, a.due_on, a.status,
                    case when a.status = 'NOT_STARTED' then 'NOT_UPDATED' when {a.id:51:100} < 55 then 'ON_TRACK'
                        when {a.id:51:100} < 69 then 'AT_RISK' when {a.id:51:100} < 74 then 'OFF_TRACK'
                        else 'NOT_UPDATED' end,
                    case when a.measure <> 'REPORTED' then a.counted when a.status = 'NOT_STARTED' then 0
                        when a.status = 'COMPLETED' then a.target else {a.id:52:a.target} end,
                    {moment:0}, {moment:a.minutes}, case when a.status <> 'NOT_STARTED' then {moment:a.minutes} end
                from (
                    select s.*, greatest({s.id:53:67000}, {s.id:54:67000}) as minutes,
                        case when s.cycle_id < {cycle} then
                                case when {s.id:55:100} < 80 then 'COMPLETED' when {s.id:55:100} < 95 then 'IN_PROGRESS'
                                    else 'WAIVED' end
                            when mod(s.member, 16) = 3 then 'COMPLETED'
                            when mod(s.member, 8) = 0 and mod(s.member, 3) < 2 then 'NOT_STARTED'
                            when s.counted = 0 then
                                case when {s.id:55:100} < 45 then 'NOT_STARTED' when {s.id:55:100} < 50 then 'WAIVED'
                                    when {s.id:55:100} < 52 then 'CANCELLED' when {s.id:55:100} < 88 then 'IN_PROGRESS'
                                    when {s.id:55:100} < 93 then 'SUBMITTED' else 'COMPLETED' end
                            else case when {s.id:55:100} < 50 then 'IN_PROGRESS' when {s.id:55:100} < 58 then 'SUBMITTED'
                                    when {s.id:55:100} < 61 then 'RETURNED' else 'COMPLETED' end
                        end as status
                    from (
                        select (m.id - 1) * 4 + slot.x + 1 as id, m.id as member, m.cycle_id, m.person_id,
                            t.id as template_id, t.code, t.title, t.type, t.plan_kind, t.target, t.unit, t.measure,
                            t.evidence,
                            y.starts_on + cast(20 + greatest({m.id:56:70}, mod({m.id:57:70} + slot.x * 17, 70)) as int) as due_on,
                            coalesce(case t.measure when 'COUNTERPARTS' then c.counterparts when 'TEAMS' then c.teams
                                else c.conversations end, 0) as counted
                        from bench_member m
                        cross join (select 0 as x union all select 1 union all select 2 union all select 3) slot
                        join cycle y on y.id = m.cycle_id
                        join bench_template t on t.place = {m.id:58:20} + 20 * slot.x
                        left join bench_count c on c.assignment_id = (m.id - 1) * 4 + slot.x + 1) s) a""");
    }

    /** With all that is kept, by the definitions of {@code PlanFigures} and {@code ConversationFigures}. */
    private void participants(JdbcTemplate jdbc) {
        run(jdbc, """
                create table bench_plan as
                select a.participant_id as member,
                    count(case when a.status not in ('WAIVED', 'CANCELLED') then 1 end) as live,
                    count(case when a.status = 'COMPLETED' then 1 end) as completed,
                    count(case when a.status = 'NOT_STARTED' then 1 end) as not_started,
                    count(case when a.status = 'SUBMITTED' then 1 end) as submitted,
                    %s as statuses, %s as types,
                    round(avg(case when a.status not in ('WAIVED', 'CANCELLED')
                        then least(1.0, cast(a.achieved as numeric(20, 10)) / a.target) end), 6) as progress,
                    min(case when a.status not in ('WAIVED', 'CANCELLED', 'COMPLETED') then a.due_on end) as next_due_on,
                    max(case when a.status in ('WAIVED', 'CANCELLED', 'COMPLETED') then 0
                        when a.health = 'OFF_TRACK' then 3 when a.health = 'AT_RISK' then 2
                        when a.health = 'ON_TRACK' then 1 else 0 end) as worst,
                    max(a.last_activity_at) as worked_at
                from assignment a group by a.participant_id""".formatted(
                ConstantSet.of(AssignmentStatus.class, "a.status"),
                ConstantSet.of(
                        ObjectiveType.class, "case when a.status not in ('WAIVED', 'CANCELLED') then a.type end")));
        run(jdbc, """
                create table bench_met as
                select member, count(*) as conversations, count(case when a_team <> b_team then 1 end) as external,
                    count(case when waits = 0 then 1 end) as unconfirmed, max(logged_at) as logged_at
                from (
                    select a_member as member, a_team, b_team, logged_at, 1 as waits from bench_talk
                    union all
                    select b_member, a_team, b_team, logged_at, {id:46:10} from bench_talk) t
                group by member""");
        run(jdbc, "create index bench_plan_member on bench_plan (member)");
        run(jdbc, "create index bench_met_member on bench_met (member)");
        run(jdbc, """
                insert into participant (id, cycle_id, cohort_id, person_id, added_at, by_hand, live_count,
                    completed_count, not_started_count, submitted_count, statuses, types, phase, progress, next_due_on, health,
                    health_rank, conversation_count, external_count, unconfirmed_count, last_activity_at, last_reminded_at, display_name,
                    sort_name, active, team_id, team_name, level_rank, location, time_zone, cohort_name, lead_id, search_text)
                select m.id, m.cycle_id, m.cohort_id, m.person_id, {moment:0}, false, f.live,
                    f.completed, f.not_started, f.submitted, f.statuses, coalesce(f.types, 0),
                    case when f.live = 0 then 0 when f.not_started = f.live then 1 when f.completed = f.live then 3 else 2 end,
                    coalesce(f.progress, 0), f.next_due_on,
                    case f.worst when 3 then 'OFF_TRACK' when 2 then 'AT_RISK' when 1 then 'ON_TRACK' else 'NOT_UPDATED' end,
                    case f.worst when 3 then 1 when 2 then 2 when 1 then 4 else 3 end,
                    coalesce(t.conversations, 0), coalesce(t.external, 0), coalesce(t.unconfirmed, 0),
                    case when t.logged_at is null or f.worked_at > t.logged_at then f.worked_at else t.logged_at end,
                    case when {m.id:61:10} < 4 then {moment:{m.id:62:67000}} end,
                    p.display_name, p.sort_name, p.active, p.team_id, pt.name,
                    case p.level when 'FRONT_LINE' then 1 when 'TEAM_LEAD' then 2 when 'MANAGER' then 3 else 4 end,
                    p.location, p.time_zone, c.name, coalesce(c.lead_id, p.manager_id),
                    lower(p.display_name || ' ' || p.employee_number || ' ' || coalesce(p.email, '') || ' '
                        || coalesce(p.job_title, ''))
                from bench_member m
                join bench_plan f on f.member = m.id
                join person p on p.id = m.person_id
                join team pt on pt.id = p.team_id
                join cohort c on c.id = m.cohort_id
                left join bench_met t on t.member = m.id
                order by m.id""");
        run(jdbc, """
                update cohort c set member_count = s.members
                from (select cohort_id, count(*) as members from participant group by cohort_id) s
                where s.cohort_id = c.id""");
    }

    private void finish(JdbcTemplate jdbc, List<String> indexes) {
        List.of("bench_member", "bench_talk", "bench_count", "bench_template", "bench_plan", "bench_met")
                .forEach(table -> run(jdbc, "drop table " + table));
        indexes.forEach(index -> run(jdbc, index));
        new TreeMap<>(Map.of(
                        "person", "person",
                        "team", "team",
                        "program", "program",
                        "cycle", "cycle",
                        "cohort", "cohort",
                        "participant", "participant",
                        "assignment", "assignment",
                        "conversation", "conversation"))
                .forEach((table, sequence) -> {
                    var next = jdbc.queryForObject("select max(id) + 100 from " + table, Long.class);
                    jdbc.execute("alter sequence " + sequence + "_seq restart with " + next);
                });
        if (postgres) {
            jdbc.execute("set session_replication_role = default");
            run(jdbc, "vacuum (analyze)");
            run(jdbc, "checkpoint");
            jdbc.execute("reset work_mem");
        } else {
            jdbc.execute("set referential_integrity true");
            jdbc.execute("analyze");
        }
    }

    private int run(JdbcTemplate jdbc, String sql) {
        var start = System.nanoTime();
        var rows = jdbc.update(filled(sql));
        var seconds = (System.nanoTime() - start) / 1e9;
        if (seconds > 5) {
            System.out.printf(
                    Locale.ROOT,
                    "%.0f s: %s%n",
                    seconds,
                    sql.strip().lines().findFirst().orElse(""));
        }
        return rows;
    }

    /**
     * {@code {rows:100}} are rows {@code x} from 1 to 100, {@code {x:7:20}} is what chance gives row x, 0 to 19, for the
     * seventh question; {@code {moment:m}} is m minutes into the big cycle.
     */
    private String filled(String sql) {
        var text = sql.replace("{span5000}", String.valueOf(LARGE_LINE_LEADS))
                .replace("{span}", String.valueOf(SPAN))
                .replace("{cycle}", String.valueOf(CYCLE))
                .replace("{firstTeam}", String.valueOf(FIRST_TEAM))
                .replace("{leads}", String.valueOf(data.regularLeads()))
                .replace("{n}", String.valueOf(n));
        text = text.replaceAll(
                "\\{rows:([^}]*)}",
                postgres
                        ? "generate_series(1, cast($1 as bigint)) as r(x)"
                        : "(select \"X\" as x from system_range(1, $1)) as r");
        text = Pattern.compile("\\{([a-z.]+):(\\d+):([^}]*)}")
                .matcher(text)
                .replaceAll(match -> chance(match.group(1), Integer.parseInt(match.group(2)), match.group(3)));
        return text.replaceAll(
                "\\{moment:([^}]*)}",
                "(timestamp with time zone '2026-10-01 08:00:00+00' + ($1) * interval '1' minute)");
    }

    private static String chance(String row, int question, String bound) {
        return "mod(mod(%s * %d + %d, %d), %s)"
                .formatted(row, FACTOR.modPow(BigInteger.valueOf(question + 3), PRIME), question * 7919L, PRIME, bound);
    }

    /** One of these words, by chance. Cut out of one text, which both databases can. */
    private static String word(String words, int question) {
        var all = words.split(" ");
        var width = 1;
        for (var word : all) {
            width = Math.max(width, word.length());
        }
        var text = new StringBuilder();
        for (var word : all) {
            text.append(word).append(" ".repeat(width - word.length()));
        }
        return "rtrim(substring('%s', cast(%s * %d + 1 as int), %d))"
                .formatted(text, chance("x", question, String.valueOf(all.length)), width, width);
    }
}
