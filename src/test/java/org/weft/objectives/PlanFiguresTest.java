package org.weft.objectives;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.sql.Date;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.transaction.support.TransactionTemplate;
import org.weft.access.Role;
import org.weft.access.Scope;
import org.weft.base.InvalidInputException;
import org.weft.people.Level;
import org.weft.testing.Fixture;
import org.weft.testing.SignedIn;
import org.weft.testing.TestClock;
import org.weft.testing.WeftTest;

/**
 * The kept figures against the same figures worked out in plain Java from the assignments. {@code KeptFiguresTest} has
 * several edit at once.
 */
@WeftTest
class PlanFiguresTest {

    static final Scope EVERYBODY = new Scope.Everybody();
    static final LocalDate FIRST_DUE = LocalDate.of(2026, 10, 5);

    @Autowired
    AssignmentService assignments;

    @Autowired
    Achievements achievements;

    @Autowired
    PlanFigures figures;

    @Autowired
    TransactionTemplate transactions;

    @Autowired
    TestClock clock;

    @Autowired
    Fixture fixture;

    final List<Long> people = new ArrayList<>();
    final List<Long> templates = new ArrayList<>();
    long cycle;
    long cohort;

    @BeforeEach
    void aCohort() {
        SignedIn.as(Role.HR);
        cycle = fixture.cycle();
        cohort = fixture.cohort(cycle, "First", null);
        for (var number = 0; number < 4; number++) {
            var person = fixture.person("Person", "Number" + number).add();
            fixture.participant(cohort, person);
            people.add(person);
        }
        for (var number = 0; number < 5; number++) {
            templates.add(fixture.template("X" + number, "FRONT_LINE", number + 1));
        }
        fixture.jdbc()
                .sql("update objective_template set type = 'BIG_PICTURE' where id in (:ids)")
                .param("ids", templates.subList(1, templates.size()))
                .update();
        assign(null, Set.copyOf(templates));
    }

    @Test
    void figuresStayTrueThroughRandomEdits() {
        var random = new Random(42);
        for (var edit = 0; edit < 200; edit++) {
            clock.advance(Duration.ofMinutes(7));
            edit(random);
            if (edit % 10 == 0) {
                assertFiguresAreTrue();
            }
        }
        assertFiguresAreTrue();
        assertThat(fixture.jdbc()
                        .sql("select count(distinct status) from assignment")
                        .query(Integer.class)
                        .single())
                .isGreaterThan(4);
    }

    @Test
    void aParticipantWithoutLiveAssignmentsHasNoProgress() {
        for (var row : assignments.forPerson(EVERYBODY, people.getFirst(), cycle)) {
            assignments.cancel(EVERYBODY, row.id(), row.version(), null);
        }
        assertThat(fixture.row("participant", participant(people.getFirst())))
                .containsEntry("live_count", 0)
                .containsEntry("health", "NOT_UPDATED")
                .satisfies(row -> assertThat((BigDecimal) row.get("progress")).isZero())
                .satisfies(row -> assertThat(row.get("next_due_on")).isNull());
    }

    /** One change picked at random, unless the assignment's state does not let it happen. */
    private void edit(Random random) {
        var person = people.get(random.nextInt(people.size()));
        var held = assignments.forPerson(EVERYBODY, person, cycle);
        var choice = random.nextInt(10);
        if (held.isEmpty() || choice == 0) {
            var batch = assign(person, Set.copyOf(templates));
            if (random.nextBoolean()) {
                assignments.undo(EVERYBODY, batch);
            }
            return;
        }
        var row = held.get(random.nextInt(held.size()));
        try {
            switch (choice) {
                case 1, 2, 3 ->
                    transactions.executeWithoutResult(tx -> achievements.record(
                            List.of(row.id()),
                            Achieving.lock(fixture.jdbc(), figures, Map.of(row.id(), random.nextInt(6))),
                            clock.instant()));
                case 4, 5 ->
                    assignments.checkIn(
                            EVERYBODY,
                            row.id(),
                            row.version(),
                            new CheckIn(Health.values()[1 + random.nextInt(3)], null, null));
                case 6 -> assignments.submit(EVERYBODY, row.id(), row.version(), null);
                case 7 -> assignments.complete(EVERYBODY, row.id(), row.version(), null);
                case 8 ->
                    assignments.change(
                            EVERYBODY,
                            row.id(),
                            row.version(),
                            FIRST_DUE.plusDays(random.nextInt(80)),
                            1 + random.nextInt(7));
                default -> {
                    if (random.nextInt(4) == 0) {
                        assignments.waive(EVERYBODY, row.id(), row.version(), "Away");
                    } else {
                        assignments.returnForChanges(EVERYBODY, row.id(), row.version(), "More");
                    }
                }
            }
        } catch (InvalidInputException e) {
            // As anybody would be told.
        }
    }

    private long assign(@Nullable Long person, Set<Long> chosen) {
        return assignments
                .assign(
                        EVERYBODY,
                        new AssignRequest(
                                UUID.randomUUID().toString(),
                                cycle,
                                person == null ? cohort : null,
                                person == null ? Set.of() : Set.of(person),
                                chosen.stream()
                                        .map(template ->
                                                new AssignRequest.Choice(Level.FRONT_LINE, template, 3, FIRST_DUE))
                                        .toList()))
                .batchId();
    }

    private long participant(long person) {
        return fixture.jdbc()
                .sql("select id from participant where person_id = ?")
                .param(person)
                .query(Long.class)
                .single();
    }

    private void assertFiguresAreTrue() {
        for (var person : people) {
            var rows = assignments.forPerson(EVERYBODY, person, cycle);
            var live = rows.stream().filter(row -> row.status().isLive()).toList();
            var open = rows.stream().filter(row -> row.status().isOpen()).toList();
            var kept = fixture.row("participant", participant(person));
            assertThat(kept)
                    .containsEntry("live_count", live.size())
                    .containsEntry("completed_count", count(rows, AssignmentStatus.COMPLETED))
                    .containsEntry("not_started_count", count(rows, AssignmentStatus.NOT_STARTED))
                    .containsEntry("submitted_count", count(rows, AssignmentStatus.SUBMITTED))
                    .containsEntry("statuses", set(rows, AssignmentRow::status))
                    .containsEntry("types", set(live, AssignmentRow::type))
                    .containsEntry("phase", phase(live))
                    .containsEntry(
                            "next_due_on",
                            open.stream()
                                    .map(AssignmentRow::dueOn)
                                    .min(Comparator.naturalOrder())
                                    .map(Date::valueOf)
                                    .orElse(null))
                    .containsEntry(
                            "health",
                            open.stream()
                                    .map(AssignmentRow::health)
                                    .max(Comparator.naturalOrder())
                                    .orElse(Health.NOT_UPDATED)
                                    .name());
            var progress = live.stream()
                    .mapToDouble(row -> Math.min(1.0, (double) row.achieved() / row.target()))
                    .average()
                    .orElse(0);
            assertThat((BigDecimal) Objects.requireNonNull(kept.get("progress")))
                    .isEqualByComparingTo(BigDecimal.valueOf(progress).setScale(6, RoundingMode.HALF_UP));
            var lastActivity = fixture.jdbc()
                    .sql("select max(last_activity_at) from assignment where person_id = ?")
                    .param(person)
                    .query(java.sql.Timestamp.class)
                    .optional();
            assertThat(fixture.jdbc()
                            .sql("select last_activity_at from participant where person_id = ?")
                            .param(person)
                            .query(java.sql.Timestamp.class)
                            .optional())
                    .isEqualTo(lastActivity);
        }
    }

    private static int phase(List<AssignmentRow> live) {
        if (live.isEmpty()) {
            return 0;
        }
        var started = live.size() - count(live, AssignmentStatus.NOT_STARTED);
        return started == 0 ? 1 : count(live, AssignmentStatus.COMPLETED) == live.size() ? 3 : 2;
    }

    private static int set(List<AssignmentRow> rows, Function<AssignmentRow, Enum<?>> constant) {
        return rows.stream()
                .map(constant)
                .distinct()
                .mapToInt(one -> 1 << one.ordinal())
                .sum();
    }

    private static int count(List<AssignmentRow> rows, AssignmentStatus status) {
        return (int) rows.stream().filter(row -> row.status() == status).count();
    }
}
