package org.weft;

import static java.util.stream.Collectors.toMap;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.sql.Timestamp;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.weft.access.KeptFigureRow;
import org.weft.access.KeptFigureService;
import org.weft.access.Role;
import org.weft.base.KeptFigure.Example;
import org.weft.base.KeptFigure.Finding;
import org.weft.reports.ProgramFigureService;
import org.weft.testing.Fixture;
import org.weft.testing.SignedIn;
import org.weft.testing.TestClock;
import org.weft.testing.WeftTest;

/** Every kept figure can be proven, whatever is wrong is found, and is set right again. */
@WeftTest
class KeptFiguresTest {

    @Autowired
    KeptFigureService figures;

    @Autowired
    ProgramFigureService dashboards;

    @Autowired
    ApplicationContext beans;

    @Autowired
    TestClock clock;

    @Autowired
    Fixture fixture;

    long boss;
    long ada;
    long team;
    long cohort;
    long cycle;
    long adaIn;
    long assignment;

    /** Ada, led by Lena and she by Bertha, in a team below another; one conversation, one reminder. Grace beside her. */
    @BeforeEach
    void aSmallQuarter() {
        boss = fixture.person("Bertha", "Boss").level("MANAGER").add();
        var lena = fixture.person("Lena", "Lead").manager(boss).add();
        team = fixture.team("Line 1", "TEAM", fixture.team("Production", "DEPARTMENT", null));
        ada = fixture.person("Ada", "Member").team(team).manager(lena).add();
        var grace = fixture.person("Grace", "Guest").manager(lena).add();
        cycle = fixture.cycle();
        cohort = fixture.cohort(cycle, "First", null);
        adaIn = fixture.participant(cohort, ada);
        fixture.participant(cohort, grace);
        assignment = fixture.assignment(adaIn, fixture.template("T1", "FRONT_LINE", 2), LocalDate.of(2026, 12, 1));
        var talk = fixture.conversation(LocalDate.of(2026, 11, 3), ada, grace);
        sql("insert into conversation_assignment (conversation_id, assignment_id) values (?, ?)", talk, assignment);
        sql("update assignment set last_activity_at = timestamp with time zone '2026-11-10 08:00:00+00'");
        sql("""
                insert into message (unique_key, kind, participant_id, to_name, language, subject, text_body, html_body,
                    status, message_id, created_at, send_after)
                values (?, 'REMINDER', ?, 'Ada', 'en', 's', 't', 'h', 'HELD', ?,
                    timestamp with time zone '2026-11-12 08:00:00+00', timestamp with time zone '2026-11-12 08:00:00+00')""", UUID.randomUUID().toString(), adaIn, UUID.randomUUID().toString());
        SignedIn.as(Role.ADMIN);
        figures.setRight(List.of("achieved", "plans", "conversations", "reminders"), (done, total) -> {});
        assertThat(differing()).isEmpty();
        assertThat(fixture.row("participant", adaIn))
                .containsEntry("live_count", 1)
                .containsEntry("conversation_count", 1)
                .hasEntrySatisfying(
                        "last_reminded_at", moment -> assertThat(moment).isNotNull());
    }

    @Test
    void aFigureThatDiffersIsFoundAndSetRight() {
        var plans = Map.ofEntries(
                Map.entry("live_count", "7"),
                Map.entry("completed_count", "7"),
                Map.entry("not_started_count", "0"),
                Map.entry("submitted_count", "7"),
                Map.entry("statuses", "127"),
                Map.entry("types", "15"),
                Map.entry("progress", "0.123456"),
                Map.entry("next_due_on", "null"),
                Map.entry("health", "'OFF_TRACK'"),
                Map.entry("health_rank", "1"),
                Map.entry("phase", "3"));
        plans.forEach((column, wrong) -> damaged("participant", column, wrong, adaIn, "plans"));
        damaged("participant", "conversation_count", "9", adaIn, "conversations");
        damaged("participant", "external_count", "9", adaIn, "conversations");
        damaged("participant", "unconfirmed_count", "9", adaIn, "conversations");
        damaged(
                "participant",
                "last_activity_at",
                "timestamp with time zone '2026-12-01 00:00:00+00'",
                adaIn,
                "conversations");
        damaged("participant", "last_activity_at", "null", adaIn, "conversations", "plans");
        damaged("participant", "last_reminded_at", "null", adaIn, "reminders");
        damaged(
                "participant",
                "last_reminded_at",
                "timestamp with time zone '2026-11-13 00:00:00+00'",
                adaIn,
                "reminders");
        damaged("cohort", "member_count", "1", cohort, "cohort-members");
        for (var column : List.of(
                "display_name", "sort_name", "team_name", "location", "time_zone", "cohort_name", "search_text")) {
            damaged("participant", column, "'Elsewhere'", adaIn, "directory-copy");
        }
        damaged("participant", "active", "false", adaIn, "directory-copy");
        damaged("participant", "team_id", "null", adaIn, "directory-copy");
        damaged("participant", "level_rank", "4", adaIn, "directory-copy");
        damaged("participant", "lead_id", "null", adaIn, "directory-copy");
    }

    @Test
    void whatIsWorkedOutFromAFigureIsSetRightWithIt() {
        sql("update assignment set achieved = 0");
        assertThat(differing()).containsOnlyKeys("achieved", "plans");
        assertThat(differing().get("achieved").examples())
                .containsExactly(new Example("assignment " + assignment, "achieved 0", "achieved 1"));
        rightAgain("achieved", 1);
    }

    private void damaged(String table, String column, String wrong, long id, String... kinds) {
        var before = fixture.row(table, id).get(column);
        sql("update " + table + " set " + column + " = " + wrong + " where id = ?", id);

        var found = differing();
        assertThat(found).as(column).containsOnlyKeys(kinds);
        assertThat(found.values()).allSatisfy(finding -> {
            assertThat(finding.differing()).isEqualTo(1);
            assertThat(finding.examples()).singleElement().satisfies(example -> {
                assertThat(example.row()).isEqualTo(table + " " + id);
                assertThat(example.kept()).startsWith(column + " ").doesNotContain(",");
                assertThat(example.expected()).startsWith(column + " ");
            });
        });

        assertThat(figures.setRight(List.of(kinds), (done, total) -> {})).isPositive();
        assertThat(remembered()).isEmpty();
        assertThat(fixture.row(table, id).get(column)).isEqualTo(before);
    }

    @Test
    void aPairOfATreeThatDiffersIsFoundAndSetRight() {
        sql("delete from reporting_line where lead_id = ? and person_id = ?", boss, ada);
        assertThat(differing().get("reporting-lines").examples())
                .containsExactly(new Example("reporting_line: lead_id " + boss + ", person_id " + ada, "–", "depth 2"));
        rightAgain("reporting-lines", 1);

        sql("insert into reporting_line (lead_id, person_id, depth) values (?, ?, 1)", ada, boss);
        assertThat(differing().get("reporting-lines").examples())
                .contains(new Example("reporting_line: lead_id " + ada + ", person_id " + boss, "depth 1", "–"));
        // The pair that would follow from it is missing.
        rightAgain("reporting-lines", 2);

        sql("update team_closure set depth = 2 where team_id = ? and depth = 1", team);
        assertThat(differing().get("team-tree").examples())
                .extracting(Example::kept, Example::expected)
                .containsExactly(tuple("depth 2", "depth 1"));
        rightAgain("team-tree", 1);
    }

    @Test
    void aDashboardThatDiffersIsFoundWhereNothingHappenedSince() {
        clock.advance(Duration.ofMinutes(10));
        dashboards();
        assertThat(figures.check((done, total) -> {}).stream()
                        .filter(row -> row.name().equals("dashboards"))
                        .map(row -> Objects.requireNonNull(row.finding()).rows()))
                .containsExactly(1L);

        for (var damage : List.of(
                "update figure_group set people = people + 1",
                "update figure_group set progress = progress + 0.000001",
                "update figure_week set due = due + 1 where week = 3",
                "delete from figure_objective",
                "update figure_cycle set department_pairs = 5")) {
            sql(damage);
            assertThat(differing()).as(damage).containsOnlyKeys("dashboards");
            clock.advance(Duration.ofMinutes(10));
            rightAgain("dashboards", 1);
            clock.advance(Duration.ofMinutes(10));
            dashboards();
        }

        sql("update figure_group set people = people + 1");
        sql(
                "insert into assignment_event (assignment_id, at, actor_name, kind) values (?, ?, 'x', 'CHECK_IN')",
                assignment,
                Timestamp.from(clock.instant()));
        assertThat(differing()).isEmpty();
    }

    @Test
    void whatWasSetRightStandsInTheTrail() {
        sql("update participant set live_count = 4");
        figures.setRight(List.of("plans", "reminders"), (done, total) -> {});
        assertThat(fixture.jdbc()
                        .sql(
                                "select subject_name || ', ' || detail from audit_entry where action = 'FIGURES_SET_RIGHT' order by id desc")
                        .query(String.class)
                        .list()
                        .getFirst())
                .isEqualTo("plans, rows: 2");
    }

    @Test
    void figuresStayTrueWhenSeveralEditAtOnce() throws Exception {
        var scene = new RandomEdits(beans);
        try (var threads = Executors.newFixedThreadPool(4)) {
            var editors = new ArrayList<Callable<Integer>>();
            for (var seed = 1; seed <= 4; seed++) {
                editors.add(scene.editor(seed, 60));
            }
            for (var editor : threads.invokeAll(editors)) {
                assertThat(editor.get()).isPositive();
            }
        }
        SignedIn.as(Role.ADMIN);
        assertThat(differing()).isEmpty();
        assertThat(scene.done())
                .as("kinds of edits that went well")
                .contains(RandomEdits.Kind.ANSWER)
                .hasSizeGreaterThan(10);
    }

    /** Counted anew, as somebody looks at them. */
    private void dashboards() {
        SignedIn.as(Role.HR);
        assertThat(dashboards.read(cycle)).isPresent();
        SignedIn.as(Role.ADMIN);
    }

    private void rightAgain(String kind, long rows) {
        assertThat(figures.setRight(List.of(kind), (done, total) -> {})).isEqualTo(rows);
        assertThat(remembered()).isEmpty();
    }

    private Map<String, Finding> differing() {
        figures.check((done, total) -> {});
        return remembered();
    }

    private Map<String, Finding> remembered() {
        return figures.list().stream()
                .filter(KeptFigureRow::differs)
                .collect(toMap(KeptFigureRow::name, row -> Objects.requireNonNull(row.finding())));
    }

    private void sql(String sql, Object... params) {
        fixture.jdbc().sql(sql).params(params).update();
    }
}
