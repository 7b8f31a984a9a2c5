package org.weft.reports;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.sql.Date;
import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.weft.objectives.AssignmentStatus;
import org.weft.testing.Fixture;
import org.weft.testing.TestClock;
import org.weft.testing.WeftTest;

@WeftTest
class FigureSnapshotsTest {

    private static final Weeks SPAN = new Weeks(Fixture.QUARTER_START, Fixture.QUARTER_END);

    @Autowired
    private FigureSnapshots snapshots;

    @Autowired
    private FigureStore store;

    @Autowired
    private Fixture fixture;

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private TestClock clock;

    /** Each figure once more, by the plainest statements there are and by counting in a loop. */
    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6})
    void thePictureIsWhatPlainCountingGives(long seed) {
        var quarter = new RandomQuarter(fixture, seed);

        var picture = snapshots.read(quarter.cycle).orElseThrow();

        assertThat(picture.asOf()).isEqualTo(TestClock.START);
        for (var cell : picture.cells()) {
            same(cell, plain(quarter.cycle, cell));
        }
        assertThat(picture.total().participants()).isEqualTo(18);
        assertThat(picture.weeks()).isEqualTo(plainWeeks(quarter.cycle));
        assertThat(picture.objectives()).hasSize((int) count(
                "select count(distinct template_id) from assignment where status not in ('WAIVED', 'CANCELLED')"));
        picture.objectives().forEach(this::same);
        assertThat(picture.coverage()).isEqualTo(plainCoverage(quarter.cycle));
    }

    private void same(FigureCell cell, Figures expected) {
        var figures = cell.figures();
        assertThat(figures.progress()).isCloseTo(expected.progress(), within(1e-6));
        assertThat(new Figures(
                        figures.participants(),
                        figures.talking(),
                        figures.talks(),
                        figures.talksAcross(),
                        figures.atRisk(),
                        0,
                        figures.objectives(),
                        figures.overdue()))
                .as(cell.toString())
                .isEqualTo(new Figures(
                        expected.participants(),
                        expected.talking(),
                        expected.talks(),
                        expected.talksAcross(),
                        expected.atRisk(),
                        0,
                        expected.objectives(),
                        expected.overdue()));
    }

    private record Row(long id, long personId, int conversations, String health, double progress) {}

    private Figures plain(long cycle, FigureCell cell) {
        var people = jdbc
                .sql("""
                        select pt.*, p.team_id from participant pt join person p on p.id = pt.person_id
                        where pt.cycle_id = :cycle and pt.cohort_id = :cohort and p.level = :level""")
                .param("cycle", cycle)
                .param("cohort", cell.cohortId())
                .param("level", cell.level().name())
                .query((row, n) -> new Row(
                        row.getLong("id"),
                        row.getLong("person_id"),
                        row.getInt("conversation_count"),
                        row.getString("health"),
                        row.getDouble("progress")))
                .list()
                .stream()
                .filter(row -> Objects.equals(department(row.personId()), cell.departmentId()))
                .toList();
        var figures = Figures.NONE;
        for (var person : people) {
            var objectives = new EnumMap<AssignmentStatus, Long>(AssignmentStatus.class);
            for (var status : AssignmentStatus.values()) {
                objectives.put(
                        status,
                        count(
                                "select count(*) from assignment where participant_id = ? and status = ?",
                                person.id(),
                                status.name()));
            }
            figures = figures.plus(new Figures(
                    1,
                    person.conversations() > 0 ? 1 : 0,
                    person.conversations(),
                    across(cycle).stream()
                            .filter(conversation -> count(
                                            "select count(*) from conversation_person where conversation_id = ? and person_id = ?",
                                            conversation,
                                            person.personId())
                                    > 0)
                            .count(),
                    Set.of("AT_RISK", "OFF_TRACK").contains(person.health()) ? 1 : 0,
                    person.progress(),
                    objectives,
                    overdue(person)));
        }
        return figures;
    }

    private long overdue(Row person) {
        var zone = jdbc.sql("select coalesce(time_zone, 'UTC') from person where id = ?")
                .param(person.personId())
                .query(String.class)
                .single();
        var today = LocalDate.ofInstant(TestClock.START, ZoneId.of(zone.startsWith("Nowhere") ? "UTC" : zone));
        return count("""
                select count(*) from assignment where participant_id = ? and due_on < ?
                and status in ('NOT_STARTED', 'IN_PROGRESS', 'SUBMITTED', 'RETURNED')""", person.id(), Date.valueOf(today));
    }

    private Long department(long personId) {
        var team = jdbc.sql("select team_id from person where id = ?")
                .param(personId)
                .query(Long.class)
                .optional()
                .orElse(null);
        var at = team;
        while (at != null) {
            var kind = jdbc.sql("select kind from team where id = ?")
                    .param(at)
                    .query(String.class)
                    .single();
            if (kind.equals("DEPARTMENT")) {
                return at;
            }
            at = jdbc.sql("select parent_id from team where id = ?")
                    .param(at)
                    .query(Long.class)
                    .optional()
                    .orElse(null);
        }
        return team;
    }

    private List<Long> held(long cycle) {
        return jdbc.sql("select id from conversation order by id").query(Long.class).list().stream()
                .filter(id -> {
                    var day = day(id);
                    return !day.isBefore(Fixture.QUARTER_START)
                            && !day.isAfter(Fixture.QUARTER_END)
                            && people(id).stream()
                                    .anyMatch(person -> count(
                                                    "select count(*) from participant where cycle_id = ? and person_id = ?",
                                                    cycle,
                                                    person)
                                            > 0);
                })
                .toList();
    }

    private List<Long> across(long cycle) {
        return held(cycle).stream().filter(id -> departments(id).size() > 1).toList();
    }

    private Set<Long> departments(long conversation) {
        return people(conversation).stream()
                .map(this::department)
                .filter(Objects::nonNull)
                .collect(Collectors.toSet());
    }

    private List<Long> people(long conversation) {
        return jdbc.sql("select person_id from conversation_person where conversation_id = ?")
                .param(conversation)
                .query(Long.class)
                .list();
    }

    private LocalDate day(long conversation) {
        return jdbc.sql("select held_on from conversation where id = ?")
                .param(conversation)
                .query(LocalDate.class)
                .single();
    }

    private List<Week> plainWeeks(long cycle) {
        var weeks = new ArrayList<Week>();
        var held = held(cycle);
        var across = across(cycle);
        for (var number = 0; number < SPAN.count(); number++) {
            var from = SPAN.firstDay(number);
            var to = SPAN.lastDay(number);
            weeks.add(new Week(
                    number,
                    count(
                            "select count(*) from assignment where status = 'COMPLETED' and status_at >= ? and status_at < ?",
                            start(from),
                            start(to.plusDays(1))),
                    count(
                            "select count(*) from assignment where status not in ('WAIVED', 'CANCELLED') and due_on between ? and ?",
                            Date.valueOf(from),
                            Date.valueOf(to)),
                    held.stream().filter(id -> lies(id, from, to)).count(),
                    across.stream().filter(id -> lies(id, from, to)).count(),
                    reminders(from, to).size(),
                    reminders(from, to).stream().filter(this::followed).count()));
        }
        return weeks;
    }

    private boolean lies(long conversation, LocalDate from, LocalDate to) {
        return !day(conversation).isBefore(from) && !day(conversation).isAfter(to);
    }

    private List<Long> reminders(LocalDate from, LocalDate to) {
        return jdbc.sql(
                        "select id from message where kind = 'REMINDER' and status = 'SENT' and sent_at >= ? and sent_at < ?")
                .params(start(from), start(to.plusDays(1)))
                .query(Long.class)
                .list();
    }

    private boolean followed(long message) {
        var sentAt = ((Timestamp) jdbc.sql("select sent_at from message where id = ?")
                        .param(message)
                        .query((row, n) -> row.getTimestamp(1))
                        .single())
                .toInstant();
        // The test runs in whatever zone the machine has; the day of a moment is that of the session.
        var day = LocalDate.ofInstant(sentAt, ZoneId.systemDefault());
        return count("""
                                select count(*) from conversation_person cp join conversation c on c.id = cp.conversation_id
                                join participant pt on pt.person_id = cp.person_id
                                join message m on m.participant_id = pt.id
                                where m.id = ? and c.held_on between ? and ?""", message, Date.valueOf(day), Date.valueOf(day.plusDays(7))) > 0
                || count("""
                                select count(*) from assignment_event e join assignment a on a.id = e.assignment_id
                                join message m on m.participant_id = a.participant_id
                                where m.id = ? and e.kind = 'CHECK_IN' and e.at >= ? and e.at < ?""", message, Timestamp.from(sentAt), Timestamp.from(sentAt.plus(Duration.ofDays(7)))) > 0;
    }

    private void same(ObjectiveFigure objective) {
        record Held(String status, int achieved, int target, Instant from, Instant to) {}
        var live = jdbc
                .sql("select * from assignment where template_id = ?")
                .param(objective.templateId())
                .query((row, n) -> new Held(
                        row.getString("status"),
                        row.getInt("achieved"),
                        row.getInt("target"),
                        row.getTimestamp("created_at").toInstant(),
                        row.getTimestamp("status_at").toInstant()))
                .list()
                .stream()
                .filter(held -> AssignmentStatus.valueOf(held.status()).isLive())
                .toList();
        var days = live.stream()
                .filter(held -> held.status().equals("COMPLETED"))
                .mapToDouble(held -> Duration.between(held.from(), held.to()).toSeconds() / 86400.0)
                .sorted()
                .toArray();
        assertThat(objective.live()).isEqualTo(live.size());
        assertThat(objective.completed()).isEqualTo(days.length);
        assertThat(objective.progress())
                .isCloseTo(
                        live.stream()
                                .mapToDouble(held -> Math.min(1, (double) held.achieved() / held.target()))
                                .average()
                                .orElse(0),
                        within(1e-5));
        if (days.length == 0) {
            assertThat(objective.medianDays()).isNull();
        } else {
            assertThat(objective.medianDays())
                    .isCloseTo((days[(days.length - 1) / 2] + days[days.length / 2]) / 2, within(0.006));
        }
    }

    private Coverage plainCoverage(long cycle) {
        var all = jdbc
                .sql("select person_id from participant where cycle_id = ?")
                .param(cycle)
                .query(Long.class)
                .list()
                .stream()
                .map(this::department)
                .filter(Objects::nonNull)
                .collect(Collectors.toSet());
        var met = new HashSet<List<Long>>();
        for (var conversation : held(cycle)) {
            for (var one : departments(conversation)) {
                for (var other : departments(conversation)) {
                    if (!one.equals(other) && all.contains(one) && all.contains(other)) {
                        met.add(List.of(one, other));
                    }
                }
            }
        }
        return new Coverage(all.size() * (all.size() - 1), met.size());
    }

    private static Timestamp start(LocalDate day) {
        return Timestamp.from(day.atStartOfDay(ZoneOffset.UTC).toInstant());
    }

    private long count(String sql, Object... params) {
        return jdbc.sql(sql).params(params).query(Long.class).single();
    }

    private void something() {
        jdbc.sql("""
                        insert into audit_entry (at, actor_name, action, subject_type) values (?, 'x', 'PERSON_CHANGED', 'person')""").param(Timestamp.from(clock.instant())).update();
    }

    @Test
    void aReaderOfASmallCycleSeesWhatHappenedAFewSecondsAgo() {
        var quarter = new Quarter(fixture);
        assertThat(snapshots.read(quarter.cycle).orElseThrow().total().live()).isZero();
        quarter.assign(quarter.salesPeople[1], "COMPLETED", Quarter.PAST);
        something();

        clock.advance(Duration.ofSeconds(2));
        assertThat(snapshots.read(quarter.cycle).orElseThrow().total().live()).isZero();
        clock.advance(Duration.ofSeconds(4));
        var picture = snapshots.read(quarter.cycle).orElseThrow();
        assertThat(picture.total().live()).isEqualTo(1);
        assertThat(picture.asOf()).isEqualTo(clock.instant());
    }

    @Test
    void aReaderOfALargeCycleWaitsForTheJob() {
        var quarter = new RandomQuarter(fixture, 7);
        jdbc.sql("update cohort set member_count = :many where cycle_id = :cycle")
                .param("many", FigureSnapshots.SMALL)
                .param("cycle", quarter.cycle)
                .update();

        assertThat(snapshots.read(quarter.cycle)).isEmpty();
        snapshots.renew();
        assertThat(snapshots.read(quarter.cycle)).isPresent();
    }

    @Test
    void whereNothingHappensNothingIsCounted() {
        var quarter = new Quarter(fixture);
        snapshots.renew();
        clock.advance(Duration.ofMinutes(30));
        snapshots.renew();
        assertThat(store.age(quarter.cycle).asOf()).isEqualTo(TestClock.START);

        something();
        snapshots.renew();
        assertThat(store.age(quarter.cycle).asOf()).isEqualTo(clock.instant());
    }

    @Test
    void anHourLaterItIsCountedAgainSinceDaysPass() {
        var quarter = new Quarter(fixture);
        snapshots.renew();
        clock.advance(Duration.ofHours(1));
        snapshots.renew();
        assertThat(store.age(quarter.cycle).asOf()).isEqualTo(clock.instant());
    }

    @Test
    void whatTakesLongIsTakenLessOften() {
        var quarter = new Quarter(fixture);
        snapshots.renew();
        jdbc.sql("update figure_cycle set took_millis = 60000").update();
        clock.advance(Duration.ofMinutes(5));
        something();
        snapshots.renew();
        assertThat(store.age(quarter.cycle).asOf()).isEqualTo(TestClock.START);

        clock.advance(Duration.ofMinutes(15));
        snapshots.renew();
        assertThat(store.age(quarter.cycle).asOf()).isEqualTo(clock.instant());
    }

    @Test
    void twoAtATimeDoNotWriteTwice() throws Exception {
        var quarter = new RandomQuarter(fixture, 7);
        try (var pool = Executors.newFixedThreadPool(4)) {
            var tasks = new ArrayList<Callable<Object>>();
            for (var i = 0; i < 8; i++) {
                tasks.add(Executors.callable(() -> snapshots.take(quarter.cycle)));
            }
            for (var done : pool.invokeAll(tasks)) {
                done.get();
            }
        }
        assertThat(store.read(quarter.cycle).orElseThrow().total().participants())
                .isEqualTo(18);
        assertThat(fixture.count("figure_week")).isEqualTo(SPAN.count());
    }

    @Test
    void aCycleThatIsRemovedTakesItsFiguresAlong() {
        var cycle = fixture.cycle();
        snapshots.take(cycle);
        jdbc.sql("delete from cycle where id = ?").param(cycle).update();
        assertThat(fixture.count("figure_cycle")).isZero();
        assertThat(fixture.count("figure_week")).isZero();
    }
}
