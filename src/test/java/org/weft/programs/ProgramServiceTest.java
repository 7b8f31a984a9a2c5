package org.weft.programs;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.util.List;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.data.domain.PageRequest;
import org.springframework.data.domain.Pageable;
import org.springframework.security.access.AccessDeniedException;
import org.weft.access.Role;
import org.weft.access.Scope;
import org.weft.base.InvalidInputException;
import org.weft.base.NotFoundException;
import org.weft.base.StaleEditException;
import org.weft.testing.Fixture;
import org.weft.testing.SignedIn;
import org.weft.testing.WeftTest;

@WeftTest
class ProgramServiceTest {

    private static final Scope ALL = new Scope.Everybody();

    @Autowired
    ProgramService programs;

    @Autowired
    Fixture fixture;

    @BeforeEach
    void signIn() {
        SignedIn.as(Role.HR);
    }

    @Test
    void keepsWhatWasEnteredAndSaysWhoDidIt() {
        var owner = fixture.person("Ada Lovelace");
        var id = programs.add(
                new ProgramDraft("  Know   each\nother ", "Line one\r\nLine two", owner), ProgramStatus.DRAFT);

        var program = programs.get(ALL, id);
        assertThat(program.name()).isEqualTo("Know each other");
        assertThat(program.purpose()).isEqualTo("Line one\nLine two");
        assertThat(program.ownerName()).isEqualTo("Ada Lovelace");
        assertThat(program.status()).isEqualTo(ProgramStatus.DRAFT);
        assertThat(trail()).containsExactly("PROGRAM_ADDED Know each other DRAFT");
    }

    @Test
    void changesAreInTheTrailAndNoChangeIsNot() {
        var owner = fixture.person("Ada Lovelace");
        var id = programs.add(new ProgramDraft("Autumn", "", null), ProgramStatus.ACTIVE);
        programs.save(id, 0, new ProgramDraft("Winter", "", owner));
        programs.save(id, 1, new ProgramDraft("Winter", "", owner));

        assertThat(programs.get(ALL, id).version()).isEqualTo(1);
        assertThat(trail())
                .containsExactly(
                        "PROGRAM_ADDED Autumn ACTIVE",
                        "PROGRAM_CHANGED Winter name: Autumn → Winter; owner: – → Ada Lovelace");
    }

    @Test
    void aNameIsNeededAndNotEndless() {
        refused("name", "programs.error.nameMissing", () -> add(" \t\n"));
        refused("name", "programs.error.tooLong", () -> add("x".repeat(10_000)));
        refused(
                "purpose",
                "programs.error.tooLong",
                () -> programs.add(new ProgramDraft("A", "x".repeat(2001), null), ProgramStatus.ACTIVE));
        assertThat(fixture.count("program")).isZero();
    }

    @Test
    void hostileTextStaysText() {
        for (var name : List.of("<b onclick=alert(1)>", "=cmd|' /C calc'!A0", "مرحبا بكم", "🧵 weft")) {
            assertThat(programs.get(ALL, add(name)).name()).isEqualTo(name);
        }
        assertThat(programs.get(ALL, add("nul\u0000l")).name()).isEqualTo("nul l");
    }

    @Test
    void aNameIsGivenOnce() {
        add("Autumn");
        var other = add("Winter");
        refused("name", "programs.error.nameTaken", () -> add("Autumn "));
        refused(
                "name",
                "programs.error.nameTaken",
                () -> programs.save(other, 0, new ProgramDraft("Autumn", "", null)));
        assertThat(programs.get(ALL, other).name()).isEqualTo("Winter");
    }

    @Test
    void theSecondOfTwoEditorsIsTold() {
        var id = add("Autumn");
        programs.save(id, 0, new ProgramDraft("Autumn", "First", null));
        assertThatExceptionOfType(StaleEditException.class)
                .isThrownBy(() -> programs.save(id, 0, new ProgramDraft("Autumn", "Second", null)));
        assertThatExceptionOfType(StaleEditException.class).isThrownBy(() -> programs.move(id, 0, ProgramStatus.ENDED));
        assertThat(programs.get(ALL, id).purpose()).isEqualTo("First");
    }

    @Test
    void anOwnerIsActiveWhenChosenAndMayStayLater() {
        var gone = fixture.person("Alan", "Turing").inactive().add();
        refused(
                "ownerId",
                "programs.error.personInactive",
                () -> programs.add(new ProgramDraft("Autumn", "", gone), ProgramStatus.ACTIVE));

        var owner = fixture.person("Ada Lovelace");
        var id = programs.add(new ProgramDraft("Autumn", "", owner), ProgramStatus.ACTIVE);
        fixture.jdbc()
                .sql("update person set active = false where id = ?")
                .param(owner)
                .update();
        programs.save(id, 0, new ProgramDraft("Winter", "", owner));
        assertThat(programs.get(ALL, id).name()).isEqualTo("Winter");
    }

    @Test
    void aProgramGoesItsWay() {
        var id = programs.add(new ProgramDraft("Autumn", "", null), ProgramStatus.DRAFT);
        refused(null, "programs.error.move", () -> programs.move(id, 0, ProgramStatus.ENDED));
        programs.move(id, 0, ProgramStatus.ACTIVE);
        programs.move(id, 1, ProgramStatus.ENDED);
        programs.move(id, 2, ProgramStatus.ARCHIVED);
        refused(null, "programs.error.move", () -> programs.move(id, 3, ProgramStatus.ACTIVE));
        assertThat(trail()).contains("PROGRAM_MOVED Autumn ENDED → ARCHIVED");
    }

    @Test
    void onlyAProgramWithoutCyclesIsRemoved() {
        var empty = add("Empty");
        programs.remove(empty, 0);
        var used = add("Used");
        fixture.cycle(used, "Q4 2026", Fixture.QUARTER_START, Fixture.QUARTER_END);
        refused(null, "programs.error.programHasCycles", () -> programs.remove(used, 0));
        assertThat(fixture.count("program")).isEqualTo(1);
    }

    @Test
    void theListShowsActiveOnesFirstWithTheCycleThatMatters() {
        var archived = add("Archived");
        programs.move(archived, 0, ProgramStatus.ENDED);
        programs.move(archived, 1, ProgramStatus.ARCHIVED);
        programs.add(new ProgramDraft("A draft", "", null), ProgramStatus.DRAFT);
        var active = add("With 100% more");
        fixture.cycle(active, "Q3 2026", Fixture.QUARTER_START.minusMonths(3), Fixture.QUARTER_START.minusDays(1));
        var cycle = fixture.cycle(active, "Q4 2026", Fixture.QUARTER_START, Fixture.QUARTER_END);
        fixture.cycle(active, "Q1 2027", Fixture.QUARTER_END.plusDays(1), Fixture.QUARTER_END.plusMonths(3));
        var cohort = fixture.cohort(cycle, "Engineers", null);
        fixture.participant(cohort, fixture.person("Ada Lovelace"));
        fixture.participant(cohort, fixture.person("Alan Turing"));

        var rows = programs.list(ALL, ProgramFilter.NONE, Pageable.ofSize(50));
        assertThat(rows).extracting(ProgramRow::name).containsExactly("With 100% more", "A draft");
        assertThat(rows.getFirst().cycle()).satisfies(current -> {
            assertThat(current).isNotNull();
            assertThat(current.name()).isEqualTo("Q4 2026");
            assertThat(current.phase()).isEqualTo(CycleRow.Phase.CURRENT);
            assertThat(current.cohorts()).isEqualTo(1);
            assertThat(current.participants()).isEqualTo(2);
        });
        assertThat(rows.getLast().cycle()).isNull();

        assertThat(programs.count(ALL, ProgramFilter.NONE)).isEqualTo(2);
        assertThat(names(ProgramFilter.NONE.withStatus(ProgramStatus.ARCHIVED))).containsExactly("Archived");
        assertThat(names(ProgramFilter.NONE.withSearch("100%"))).containsExactly("With 100% more");
        assertThat(names(ProgramFilter.NONE.withSearch("%"))).containsExactly("With 100% more");
        assertThat(names(ProgramFilter.NONE.withSearch("DRAFT"))).containsExactly("A draft");
        assertThat(programs.list(ALL, ProgramFilter.NONE, PageRequest.of(1, 1)))
                .extracting(ProgramRow::name)
                .containsExactly("A draft");
        assertThat(programs.get(ALL, active).cycles())
                .extracting(CycleRow::name)
                .containsExactly("Q1 2027", "Q4 2026", "Q3 2026");
    }

    @Test
    void aManagerReadsOnlyProgramsWithOwnPeopleOrCohorts() {
        var lead = fixture.person("Grace Hopper");
        var report = fixture.person("Alan", "Turing").manager(lead).add();
        var stranger = fixture.person("Ada Lovelace");

        var led = fixture.cycle();
        fixture.participant(fixture.cohort(led, "Led", lead), stranger);
        var reports = fixture.cycle();
        var mixed = fixture.cohort(reports, "Mixed", null);
        fixture.participant(mixed, report);
        fixture.participant(mixed, fixture.person("Somebody Else"));
        fixture.cohort(reports, "Not theirs", null);
        var others = fixture.cycle();
        fixture.participant(fixture.cohort(others, "Others", stranger), fixture.person("Another One"));
        var draft = programs.add(new ProgramDraft("Draft", "", null), ProgramStatus.DRAFT);
        fixture.cohort(fixture.cycle(draft, "Q4 2026", Fixture.QUARTER_START, Fixture.QUARTER_END), "Led", lead);

        SignedIn.as(lead, Role.MANAGER);
        var scope = new Scope.Led(lead);
        var rows = programs.list(scope, ProgramFilter.NONE, Pageable.ofSize(50));
        assertThat(rows).extracting(row -> requireNonNull(row.cycle()).id()).containsExactlyInAnyOrder(led, reports);
        assertThat(programs.count(scope, ProgramFilter.NONE)).isEqualTo(2);
        assertThat(programs.get(scope, programOf(reports)).cycles())
                .singleElement()
                .satisfies(cycle -> {
                    assertThat(cycle.cohorts()).isEqualTo(1);
                    assertThat(cycle.participants()).isEqualTo(1);
                });
        for (var hidden : List.of(programOf(others), draft, 424242L)) {
            assertThatExceptionOfType(NotFoundException.class).isThrownBy(() -> programs.get(scope, hidden));
        }
    }

    @Test
    void onlyHrChangesAndOnlyHrAndManagersRead() {
        var id = add("Autumn");
        SignedIn.as(Role.MANAGER);
        denied(() -> add("Winter"));
        denied(() -> programs.save(id, 0, new ProgramDraft("Winter", "", null)));
        denied(() -> programs.move(id, 0, ProgramStatus.ENDED));
        denied(() -> programs.remove(id, 0));
        SignedIn.as(Role.MEMBER, Role.EXECUTIVE, Role.ADMIN);
        denied(() -> programs.list(ALL, ProgramFilter.NONE, Pageable.ofSize(1)));
        denied(() -> programs.get(ALL, id));
    }

    private long add(String name) {
        return programs.add(new ProgramDraft(name, "", null), ProgramStatus.ACTIVE);
    }

    private List<String> names(ProgramFilter filter) {
        return programs.list(ALL, filter, Pageable.unpaged()).stream()
                .map(ProgramRow::name)
                .toList();
    }

    private long programOf(long cycleId) {
        return (Long) requireNonNull(fixture.row("cycle", cycleId).get("program_id"));
    }

    private List<String> trail() {
        return fixture.jdbc()
                .sql("select action || ' ' || subject_name || ' ' || coalesce(detail, '') from audit_entry order by id")
                .query(String.class)
                .list();
    }

    private static void refused(@Nullable String field, String key, ThrowingCallable call) {
        assertThatExceptionOfType(InvalidInputException.class).isThrownBy(call).satisfies(refusal -> {
            assertThat(refusal.field()).isEqualTo(field);
            assertThat(refusal.text().key()).isEqualTo(key);
        });
    }

    private static void denied(ThrowingCallable call) {
        assertThatExceptionOfType(AccessDeniedException.class).isThrownBy(call);
    }
}
