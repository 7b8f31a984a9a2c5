package org.weft.programs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.Executors;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.weft.access.AccountDetails;
import org.weft.access.ExecutiveReach;
import org.weft.access.Role;
import org.weft.access.Scope;
import org.weft.base.InvalidInputException;
import org.weft.base.StaleEditException;
import org.weft.testing.Fixture;
import org.weft.testing.SignedIn;
import org.weft.testing.TestClock;
import org.weft.testing.WeftTest;

@WeftTest
class CycleServiceTest {

    private static final Scope ALL = new Scope.Everybody();
    private static final LocalDate START = LocalDate.of(2027, 1, 1);
    private static final LocalDate END = LocalDate.of(2027, 3, 31);

    @Autowired
    CycleService cycles;

    @Autowired
    ProgramService programs;

    @Autowired
    Fixture fixture;

    @Autowired
    TestClock clock;

    private long program;

    @BeforeEach
    void aProgram() {
        SignedIn.as(Role.HR);
        program = fixture.program("Weaving");
    }

    @Test
    void theNextCalendarQuarterIsOffered() {
        assertThat(cycles.suggest(program)).isEqualTo(new CycleDraft("Q1 2027", START, END));
    }

    @Test
    void theFirstQuarterStillFreeIsOffered() {
        cycles.add(program, cycles.suggest(program));
        cycles.add(program, new CycleDraft("Spring", LocalDate.of(2027, 6, 1), LocalDate.of(2027, 6, 2)));
        assertThat(cycles.suggest(program))
                .isEqualTo(new CycleDraft("Q3 2027", LocalDate.of(2027, 7, 1), LocalDate.of(2027, 9, 30)));
    }

    @Test
    void whichQuarterIsNextDependsOnWhereOneIs() {
        clock.set(Instant.parse("2026-12-31T23:30:00Z"));
        assertThat(cycles.suggest(program).name()).isEqualTo("Q1 2027");
        signInAt("Europe/Berlin");
        assertThat(cycles.suggest(program).name()).isEqualTo("Q2 2027");
    }

    @Test
    void datesAreChecked() {
        refused("startsOn", "programs.error.startMissing", draft("A", null, END));
        refused("endsOn", "programs.error.endMissing", draft("A", START, null));
        refused("endsOn", "programs.error.endBeforeStart", draft("A", END, START));
        refused("endsOn", "programs.error.endBeforeStart", draft("A", START, START));
        refused("endsOn", "programs.error.cycleTooLong", draft("A", START, LocalDate.of(2072, 3, 31)));
        refused("startsOn", "programs.error.dateFarOff", draft("A", LocalDate.of(207, 1, 1), END));
        refused("endsOn", "programs.error.dateFarOff", draft("A", START, LocalDate.of(20270, 3, 31)));
        refused("name", "programs.error.nameMissing", draft(" ", START, END));
        refused("name", "programs.error.tooLong", draft("x".repeat(10_000), START, END));
        assertThat(fixture.count("cycle")).isZero();
    }

    @Test
    void cyclesOfOneProgramDoNotOverlapByADay() {
        var id = cycles.add(program, draft("Q1 2027", START, END));
        refused("startsOn", "programs.error.overlap", draft("A", END, END.plusDays(9)));
        refused("startsOn", "programs.error.overlap", draft("A", START.minusDays(9), START));
        refused("startsOn", "programs.error.overlap", draft("A", START.minusDays(9), END.plusDays(9)));
        refused("startsOn", "programs.error.overlap", draft("A", START.plusDays(1), END.minusDays(1)));
        cycles.add(program, draft("After", END.plusDays(1), END.plusDays(9)));
        cycles.add(fixture.program("Another"), draft("Q1 2027", START, END));
        cycles.save(id, 0, draft("Q1 2027", START, END.minusDays(1)));
        assertThat(fixture.count("cycle")).isEqualTo(3);
    }

    @Test
    void aNameIsGivenOnceInAProgram() {
        cycles.add(program, draft("Q1 2027", START, END));
        refused("name", "programs.error.nameTaken", draft("Q1 2027", END.plusDays(1), END.plusDays(9)));
    }

    @Test
    void ofTwoWhoAddTheSameCycleAtOnceOneIsTold() throws Exception {
        var hr = SignedIn.as(Role.HR);
        var together = new CyclicBarrier(2);
        Callable<@Nullable String> add = () -> {
            SignedIn.with(hr);
            together.await();
            try {
                cycles.add(program, draft("Q1 2027", START, END));
                return null;
            } catch (InvalidInputException e) {
                return e.text().key();
            }
        };
        try (var threads = Executors.newFixedThreadPool(2)) {
            var answers = new ArrayList<@Nullable String>();
            for (var answer : threads.invokeAll(List.of(add, add))) {
                answers.add(answer.get());
            }
            assertThat(answers).containsExactlyInAnyOrder(null, "programs.error.overlap");
        }
        assertThat(fixture.count("cycle")).isEqualTo(1);
    }

    @Test
    void newDatesThatLeaveDueDatesOutsideAreRefusedWithTheirNumber() {
        var cycle = fixture.cycle(program, "Q4 2026", Fixture.QUARTER_START, Fixture.QUARTER_END);
        var participant = fixture.participant(fixture.cohort(cycle, "Engineers", null), fixture.person("Ada Lovelace"));
        fixture.assignment(participant, fixture.template("T1", "FRONT_LINE", 1), LocalDate.of(2026, 12, 1));
        fixture.assignment(participant, fixture.template("T2", "FRONT_LINE", 1), LocalDate.of(2026, 12, 15));
        var waived =
                fixture.assignment(participant, fixture.template("T3", "FRONT_LINE", 1), LocalDate.of(2026, 12, 31));
        fixture.jdbc()
                .sql("update assignment set status = 'WAIVED' where id = ?")
                .param(waived)
                .update();

        assertThatExceptionOfType(InvalidInputException.class)
                .isThrownBy(() ->
                        cycles.save(cycle, 0, draft("Q4 2026", Fixture.QUARTER_START, LocalDate.of(2026, 11, 30))))
                .satisfies(refusal -> {
                    assertThat(refusal.text().key()).isEqualTo("programs.error.dueOutside");
                    assertThat(refusal.text().args()).containsExactly(2);
                });
        cycles.save(cycle, 0, draft("Q4 2026", Fixture.QUARTER_START, LocalDate.of(2026, 12, 15)));
        assertThat(fixture.row("cycle", cycle)).containsEntry("version", 1);
    }

    @Test
    void theSecondOfTwoEditorsIsTold() {
        var id = cycles.add(program, draft("Q1 2027", START, END));
        cycles.save(id, 0, draft("Winter", START, END));
        assertThatExceptionOfType(StaleEditException.class)
                .isThrownBy(() -> cycles.save(id, 0, draft("Cold", START, END)));
        assertThatExceptionOfType(StaleEditException.class).isThrownBy(() -> cycles.remove(id, 0));
    }

    @Test
    void nothingChangesInAProgramThatIsOver() {
        var id = cycles.add(program, draft("Q1 2027", START, END));
        programs.move(program, 0, ProgramStatus.ENDED);
        refused(null, "programs.error.programOver", draft("Later", END.plusDays(1), END.plusDays(9)));
        assertThatExceptionOfType(InvalidInputException.class)
                .isThrownBy(() -> cycles.save(id, 0, draft("Winter", START, END)));
    }

    @Test
    void onlyACycleWithoutCohortsIsRemoved() {
        var empty = cycles.add(program, draft("Q1 2027", START, END));
        var used = cycles.add(program, draft("Q2 2027", END.plusDays(1), END.plusDays(80)));
        fixture.cohort(used, "Engineers", null);
        cycles.remove(empty, 0);
        assertThatExceptionOfType(InvalidInputException.class)
                .isThrownBy(() -> cycles.remove(used, 0))
                .satisfies(refusal -> assertThat(refusal.text().key()).isEqualTo("programs.error.cycleInUse"));
        assertThat(fixture.count("cycle")).isEqualTo(1);
    }

    @Test
    void theCycleThatContainsTodayIsChosenFirst() {
        cycles.add(program, draft("Q1 2027", START, END));
        var current = fixture.cycle(program, "Q4 2026", Fixture.QUARTER_START, Fixture.QUARTER_END);
        var past = fixture.cycle(
                program, "Q3 2026", Fixture.QUARTER_START.minusMonths(3), Fixture.QUARTER_START.minusDays(1));
        assertThat(chosen(null)).isEqualTo(current);
        assertThat(chosen(past)).isEqualTo(past);
        assertThat(chosen(4711L)).isEqualTo(current);

        clock.set(Instant.parse("2026-12-31T23:30:00Z"));
        assertThat(chosen(null)).isEqualTo(current);
        signInAt("Europe/Berlin");
        assertThat(chosen(null)).isNotEqualTo(current);

        clock.set(Instant.parse("2028-01-01T00:00:00Z"));
        assertThat(cycles.options(ALL)).noneMatch(CycleOption::current);
        assertThat(CycleOption.choose(cycles.options(ALL), null))
                .get()
                .extracting(CycleOption::label)
                .isEqualTo("Q1 2027");
        assertThat(CycleOption.choose(List.of(), 1L)).isEmpty();
    }

    @Test
    void cyclesOfSeveralProgramsAreToldApart() {
        cycles.add(program, draft("Q1 2027", START, END));
        assertThat(labels(ALL)).containsExactly("Q1 2027");
        cycles.add(fixture.program("Bridges"), draft("Q1 2027", START, END));
        assertThat(labels(ALL)).containsExactly("Q1 2027 · Bridges", "Q1 2027 · Weaving");
    }

    @Test
    void whatIsArchivedIsNotOfferedAndADraftOnlyToHr() {
        cycles.add(program, draft("Q1 2027", START, END));
        programs.move(program, 0, ProgramStatus.ENDED);
        assertThat(labels(ALL)).containsExactly("Q1 2027");
        programs.move(program, 1, ProgramStatus.ARCHIVED);
        assertThat(labels(ALL)).isEmpty();

        var lead = fixture.person("Grace Hopper");
        var draft = programs.add(new ProgramDraft("Draft", "", null), ProgramStatus.DRAFT);
        fixture.cohort(cycles.add(draft, draft("Q1 2027", START, END)), "Led", lead);
        assertThat(labels(ALL)).containsExactly("Q1 2027");
        assertThat(labels(new Scope.Led(lead))).isEmpty();
        SignedIn.as(Role.EXECUTIVE);
        assertThat(labels(ALL)).isEmpty();
    }

    @Test
    void everybodyChoosesAmongWhatTheySeePeopleIn() {
        var lead = fixture.person("Grace Hopper");
        var report = fixture.person("Alan", "Turing").manager(lead).add();
        var stranger = fixture.person("Ada Lovelace");
        var led = fixture.cycle();
        fixture.cohort(led, "Still empty", lead);
        var reports = fixture.cycle();
        fixture.participant(fixture.cohort(reports, "Mixed", null), report);
        var others = fixture.cycle();
        fixture.participant(fixture.cohort(others, "Others", null), stranger);

        assertThat(ids(new Scope.Led(lead))).containsExactlyInAnyOrder(led, reports);
        assertThat(ids(new Scope.Self(report))).containsExactly(reports);
        assertThat(ids(new Scope.Self(stranger))).containsExactly(others);
        assertThat(ids(new Scope.Nobody())).isEmpty();
    }

    private static CycleDraft draft(String name, @Nullable LocalDate startsOn, @Nullable LocalDate endsOn) {
        return new CycleDraft(name, startsOn, endsOn);
    }

    private void refused(@Nullable String field, String key, CycleDraft draft) {
        assertThatExceptionOfType(InvalidInputException.class)
                .isThrownBy(() -> cycles.add(program, draft))
                .satisfies(refusal -> {
                    assertThat(refusal.text().key()).isEqualTo(key);
                    assertThat(refusal.field()).isEqualTo(field);
                });
    }

    private @Nullable Long chosen(@Nullable Long wanted) {
        return CycleOption.choose(cycles.options(ALL), wanted)
                .map(CycleOption::id)
                .orElse(null);
    }

    private List<String> labels(Scope scope) {
        return cycles.options(scope).stream().map(CycleOption::label).toList();
    }

    private List<Long> ids(Scope scope) {
        return cycles.options(scope).stream().map(CycleOption::id).toList();
    }

    private static void signInAt(String zone) {
        SignedIn.with(new AccountDetails(
                1,
                "hr",
                "HR",
                null,
                true,
                Set.of(Role.HR),
                null,
                ExecutiveReach.WHOLE,
                Locale.ENGLISH,
                ZoneId.of(zone)));
    }
}
