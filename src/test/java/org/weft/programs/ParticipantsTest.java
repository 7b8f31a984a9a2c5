package org.weft.programs;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.groups.Tuple.tuple;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.Executors;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.data.domain.PageRequest;
import org.springframework.data.domain.Pageable;
import org.springframework.data.domain.Sort;
import org.springframework.security.access.AccessDeniedException;
import org.weft.access.Role;
import org.weft.access.Scope;
import org.weft.base.InvalidInputException;
import org.weft.base.NotFoundException;
import org.weft.people.Level;
import org.weft.programs.CandidateRow.Standing;
import org.weft.testing.Fixture;
import org.weft.testing.SignedIn;
import org.weft.testing.WeftTest;

@WeftTest
class ParticipantsTest {

    private static final Scope ALL = new Scope.Everybody();
    private static final LocalDate DUE = LocalDate.of(2026, 12, 1);

    @Autowired
    Participants participants;

    @Autowired
    CohortService cohorts;

    @Autowired
    ProgramService programs;

    @Autowired
    Fixture fixture;

    private long cycle;
    private long lead;

    @BeforeEach
    void aCycle() {
        SignedIn.as(Role.HR);
        cycle = fixture.cycle();
        lead = fixture.person("Grace", "Hopper").level("MANAGER").add();
    }

    @Test
    void aRuleFindsTheDepartmentAndBelow() {
        var department = fixture.team("Production", "DEPARTMENT", null);
        var team = fixture.team("Line 1", "TEAM", department);
        var inTeam = fixture.person("Alan", "Turing").team(team).add();
        var inDepartment = fixture.person("Ada", "Lovelace")
                .team(department)
                .level("TEAM_LEAD")
                .add();
        fixture.person("Not", "There").team(fixture.team("Sales")).add();
        fixture.person("No", "Team").add();

        assertThat(found(new AudienceRule(department, null, null, null, null)))
                .containsExactly("Ada Lovelace", "Alan Turing");
        var cohort = ruled(new AudienceRule(department, Level.FRONT_LINE, null, null, null));
        assertThat(participants.update(ALL, cohort)).isEqualTo(new MembersUpdate(1, List.of(), List.of()));
        assertThat(members(cohort)).containsExactly("Alan Turing");
        assertThat(trail()).containsExactly("PARTICIPANT_ADDED " + inTeam);
        assertThat(inDepartment).isPositive();
    }

    @Test
    void aRuleFindsJobTitlesLocationsAndNewcomers() {
        fixture.person("One", "Tech").jobTitle("Technician I").location("Köln").add();
        fixture.person("Two", "Tech")
                .jobTitle("technician II")
                .location("Kölner Bucht")
                .add();
        fixture.person("A", "Lead").jobTitle("Lead Technician").location("Bonn").add();
        fixture.person("Per", "Cent").jobTitle("100% Technician").add();
        var newcomer =
                fixture.person("New", "Comer").jobTitle(null).location(null).add();
        fixture.jdbc()
                .sql("update person set joined_on = date '2026-11-01' where id = ?")
                .param(newcomer)
                .update();

        assertThat(found(rule("TECHNICIAN I", null))).containsExactly("One Tech");
        assertThat(found(rule("technician*", null))).containsExactly("One Tech", "Two Tech");
        assertThat(found(rule("*technician*", null))).hasSize(4);
        assertThat(found(rule("100% *", null))).containsExactly("Per Cent");
        assertThat(found(rule("%", null))).isEmpty();
        assertThat(found(rule(null, " köln "))).containsExactly("One Tech");
        assertThat(found(rule("Technician*", "Köln*"))).containsExactly("One Tech", "Two Tech");
        assertThat(found(new AudienceRule(null, null, null, null, LocalDate.of(2026, 11, 1))))
                .containsExactly("New Comer");
        assertThat(found(new AudienceRule(null, null, null, null, LocalDate.of(2026, 11, 2))))
                .isEmpty();
    }

    @Test
    void thePreviewSaysWhoJoinsAndWhoIsLeftOutAndWhy() {
        var other = fixture.cohort(cycle, "Sales", lead);
        var cohort = fixture.cohort(cycle, "Engineers", lead);
        fixture.person("Alan Turing");
        fixture.participant(other, fixture.person("Ada Lovelace"));
        fixture.participant(cohort, fixture.person("Edsger Dijkstra"));
        fixture.participant(fixture.cohort(fixture.cycle(), "Other cycle", lead), fixture.person("Barbara Liskov"));
        fixture.person("Gone", "Away").inactive().add();

        var filter = new CandidateFilter(cycle, cohort, new AudienceRule(null, Level.FRONT_LINE, null, null, null));
        assertThat(participants.preview(ALL, filter)).isEqualTo(new AudiencePreview(2, 1, 1, 1));
        assertThat(participants.countCandidates(ALL, filter)).isEqualTo(5);
        assertThat(participants.candidates(ALL, filter, Pageable.ofSize(50)))
                .extracting(CandidateRow::name, CandidateRow::standing, CandidateRow::cohortName)
                .containsExactly(
                        tuple("Barbara Liskov", Standing.JOINS, null),
                        tuple("Alan Turing", Standing.JOINS, null),
                        tuple("Ada Lovelace", Standing.ELSEWHERE, "Sales"),
                        tuple("Edsger Dijkstra", Standing.MEMBER, "Engineers"),
                        tuple("Gone Away", Standing.INACTIVE, null));
        assertThat(participants.candidates(ALL, filter, PageRequest.of(1, 2)))
                .extracting(CandidateRow::name)
                .containsExactly("Ada Lovelace", "Edsger Dijkstra");
        assertThat(participants.candidates(ALL, filter.withSearch("TUR"), Pageable.ofSize(50)))
                .extracting(CandidateRow::name)
                .containsExactly("Alan Turing");
        // Nobody is in a cohort that is not saved yet.
        assertThat(participants.preview(ALL, new CandidateFilter(cycle, null, filter.rule())))
                .isEqualTo(new AudiencePreview(2, 0, 2, 1));
    }

    @Test
    void anUpdateTakesOutWhoNoLongerMatchesUnlessTheyHaveBegunOrWerePickedByHand() {
        var cohort = ruled(rule("Clerk", null));
        var leaves = fixture.person("Leaves Now");
        var begun = fixture.person("Has Begun");
        var stays = fixture.person("Still Matches");
        participants.update(ALL, cohort);
        var picked = fixture.person("Picked", "Byhand").jobTitle("Engineer").add();
        participants.add(ALL, cohort, List.of(picked));
        var template = fixture.template("T1", "FRONT_LINE", 2);
        fixture.assignment(participant(leaves), template, DUE);
        var work = fixture.assignment(participant(begun), template, DUE);
        fixture.jdbc()
                .sql("update assignment set status = 'IN_PROGRESS' where id = ?")
                .param(work)
                .update();
        fixture.jdbc()
                .sql("update person set job_title = 'Baker' where id in (?, ?)")
                .params(leaves, begun)
                .update();
        fixture.person("Newly Matching");
        fixture.jdbc()
                .sql("update person set job_title = 'Baker' where id = ?")
                .param(lead)
                .update();

        var expected = new MembersUpdate(1, List.of("Leaves Now"), List.of("Has Begun"));
        // The lead matched at first too, and leaves now.
        var preview = participants.previewUpdate(ALL, cohort);
        assertThat(preview.joins()).isEqualTo(expected.joins());
        assertThat(preview.leaves()).containsExactly("Grace Hopper", "Leaves Now");
        assertThat(preview.stays()).containsExactly("Has Begun");
        assertThat(participants.update(ALL, cohort)).isEqualTo(preview);

        assertThat(members(cohort))
                .containsExactlyInAnyOrder("Has Begun", "Still Matches", "Picked Byhand", "Newly Matching");
        assertThat(fixture.count("assignment")).isEqualTo(1);
        assertThat(trail()).contains("PARTICIPANT_REMOVED " + leaves);
        assertThat(participants.previewUpdate(ALL, cohort).isEmpty()).isTrue();
        assertThat(stays).isPositive();
    }

    @Test
    void whoLeavesTheOrganisationNoLongerMatches() {
        var cohort = ruled(rule("Clerk", null));
        var gone = fixture.person("Gone Soon");
        participants.update(ALL, cohort);
        fixture.jdbc()
                .sql("update person set active = false where id = ?")
                .param(gone)
                .update();
        assertThat(participants.update(ALL, cohort).leaves()).containsExactly("Gone Soon");
    }

    @Test
    void aCohortByHandHasNoRuleToUpdateBy() {
        var cohort = fixture.cohort(cycle, "Engineers", lead);
        refused("programs.error.noRule", () -> participants.update(ALL, cohort));
        refused("programs.error.noRule", () -> participants.previewUpdate(ALL, cohort));
    }

    @Test
    void manyJoinByHandAndWhoCannotIsPassedOver() {
        var cohort = fixture.cohort(cycle, "Engineers", lead);
        var elsewhere = fixture.person("Is Elsewhere");
        fixture.participant(fixture.cohort(cycle, "Sales", lead), elsewhere);
        var inactive = fixture.person("Gone", "Away").inactive().add();
        var ids = new ArrayList<>(List.of(elsewhere, inactive, lead, lead, 424242L));
        for (var n = 0; n < 1200; n++) {
            ids.add(fixture.person("Person Number" + n));
        }

        assertThat(participants.add(ALL, cohort, ids)).isEqualTo(1201);
        assertThat(participants.add(ALL, cohort, ids)).isZero();
        assertThat(participants.count(ALL, cohort, MemberFilter.NONE)).isEqualTo(1201);
        assertThat(fixture.count("audit_entry")).isEqualTo(1201);
        refused("programs.error.nobodyChosen", () -> participants.add(ALL, cohort, List.of()));
    }

    @Test
    void allWhomASearchFindsJoinAtOnce() {
        var cohort = fixture.cohort(cycle, "Engineers", lead);
        fixture.person("Alan Turing");
        fixture.person("Tatiana Turing");
        fixture.person("Ada Lovelace");
        assertThat(participants.addAll(ALL, cohort, AudienceRule.EVERYBODY, "turing"))
                .isEqualTo(2);
        assertThat(members(cohort)).containsExactly("Alan Turing", "Tatiana Turing");
    }

    @Test
    void whoHasBegunIsNotTakenOutSilently() {
        var cohort = fixture.cohort(cycle, "Engineers", lead);
        var free = fixture.participant(cohort, fixture.person("Free Togo"));
        var begun = fixture.participant(cohort, fixture.person("Has Begun"));
        var template = fixture.template("T1", "FRONT_LINE", 2);
        fixture.assignment(free, template, DUE);
        var work = fixture.assignment(begun, template, DUE);
        fixture.jdbc()
                .sql("update assignment set achieved = 1 where id = ?")
                .param(work)
                .update();
        var elsewhere = fixture.participant(fixture.cohort(cycle, "Sales", lead), fixture.person("Is Elsewhere"));

        var all = List.of(free, begun, elsewhere);
        assertThat(participants.previewRemove(ALL, cohort, all)).isEqualTo(new MembersRemoved(1, List.of("Has Begun")));
        assertThat(participants.remove(ALL, cohort, all)).isEqualTo(new MembersRemoved(1, List.of("Has Begun")));
        assertThat(members(cohort)).containsExactly("Has Begun");
        assertThat(fixture.count("participant")).isEqualTo(2);
        assertThat(fixture.count("assignment")).isEqualTo(1);
    }

    @Test
    void ofTwoWhoFillCohortsAtOnceNeitherTakesThePeopleTwice() throws Exception {
        for (var n = 0; n < 50; n++) {
            fixture.person("Person Number" + n);
        }
        var one = ruled("One", rule("Clerk", null));
        var two = ruled("Two", rule("Clerk", null));
        var hr = SignedIn.as(Role.HR);
        var together = new CyclicBarrier(2);
        var joined = 0;
        try (var threads = Executors.newFixedThreadPool(2)) {
            List<Callable<Integer>> fills = List.of(one, two).stream()
                    .map(cohort -> (Callable<Integer>) () -> {
                        SignedIn.with(hr);
                        together.await();
                        return participants.update(ALL, cohort).joins();
                    })
                    .toList();
            for (var fill : threads.invokeAll(fills)) {
                joined += fill.get();
            }
        }
        assertThat(joined).isEqualTo(51);
        assertThat(fixture.count("participant")).isEqualTo(51);
        assertThat(fixture.count("audit_entry")).isEqualTo(51);
    }

    @Test
    void membersAreSortedFilteredAndPaged() {
        var cohort = fixture.cohort(cycle, "Engineers", lead);
        var sales = fixture.team("Sales");
        var ada = fixture.participant(
                cohort,
                fixture.person("Ada", "Lovelace")
                        .team(sales)
                        .jobTitle("Engineer")
                        .add());
        var alan = fixture.participant(
                cohort, fixture.person("Alan", "Turing").level("TEAM_LEAD").add());
        fixture.figures(alan, Map.of("live_count", 3, "completed_count", 1));

        assertThat(list(cohort, MemberFilter.NONE, Sort.unsorted())).containsExactly(ada, alan);
        assertThat(list(cohort, MemberFilter.NONE, Sort.by("name").descending()))
                .containsExactly(alan, ada);
        assertThat(list(cohort, MemberFilter.NONE, Sort.by("objectives").descending()))
                .containsExactly(alan, ada);
        for (var key : List.of("team", "level", "jobTitle", "completed", "added", "id; drop table person")) {
            assertThat(list(cohort, MemberFilter.NONE, Sort.by(key))).hasSize(2);
        }
        assertThat(list(cohort, MemberFilter.NONE.withLevel(Level.TEAM_LEAD), Sort.unsorted()))
                .containsExactly(alan);
        assertThat(list(cohort, MemberFilter.NONE.withSearch("sales"), Sort.unsorted()))
                .containsExactly(ada);
        assertThat(list(cohort, MemberFilter.NONE.withSearch("ENGINEER"), Sort.unsorted()))
                .containsExactly(ada);
        assertThat(participants.count(ALL, cohort, MemberFilter.NONE.withSearch("tur")))
                .isEqualTo(1);
        assertThat(participants.list(ALL, cohort, MemberFilter.NONE, PageRequest.of(1, 1)))
                .singleElement()
                .satisfies(row -> {
                    assertThat(row.name()).isEqualTo("Alan Turing");
                    assertThat(row.objectives()).isEqualTo(3);
                    assertThat(row.completed()).isEqualTo(1);
                    assertThat(row.level()).isEqualTo(Level.TEAM_LEAD);
                    assertThat(row.active()).isTrue();
                });
    }

    @Test
    void aLeadReadsTheCohortsLedAndNoOther() {
        var led = fixture.cohort(cycle, "Led", lead);
        var stranger = fixture.person("Some Stranger");
        fixture.participant(led, stranger);
        var mixed = fixture.cohort(cycle, "Mixed", stranger);
        fixture.participant(mixed, fixture.person("Own", "Report").manager(lead).add());
        fixture.participant(mixed, fixture.person("Not Own"));
        var foreign = fixture.cohort(cycle, "Foreign", stranger);
        fixture.participant(foreign, fixture.person("Another Stranger"));

        SignedIn.as(lead, Role.MANAGER);
        var scope = new Scope.Led(lead);
        assertThat(cohorts.options(scope, cycle))
                .extracting(CohortOption::name, CohortOption::size)
                .containsExactly(tuple("Led", 1), tuple("Mixed", 1));
        assertThat(participants.list(scope, led, MemberFilter.NONE, Pageable.ofSize(9)))
                .extracting(MemberRow::name)
                .containsExactly("Some Stranger");
        assertThat(participants.list(scope, mixed, MemberFilter.NONE, Pageable.ofSize(9)))
                .extracting(MemberRow::name)
                .containsExactly("Own Report");
        for (var hidden : List.of(foreign, 424242L)) {
            notFound(() -> cohorts.get(scope, hidden));
            notFound(() -> participants.list(scope, hidden, MemberFilter.NONE, Pageable.ofSize(9)));
            notFound(() -> participants.count(scope, hidden, MemberFilter.NONE));
        }
        denied(() -> participants.add(scope, led, List.of(lead)));
        denied(() -> participants.addAll(scope, led, AudienceRule.EVERYBODY, ""));
        denied(() -> participants.update(scope, led));
        denied(() -> participants.remove(scope, led, List.of(1L)));
        denied(() -> participants.candidates(
                scope, new CandidateFilter(cycle, led, AudienceRule.EVERYBODY), Pageable.ofSize(9)));
    }

    @Test
    void nothingChangesInAProgramThatIsOver() {
        var cohort = fixture.cohort(cycle, "Engineers", lead);
        var program = (Long) requireNonNull(fixture.row("cycle", cycle).get("program_id"));
        programs.move(program, 0, ProgramStatus.ENDED);
        refused("programs.error.programOver", () -> participants.add(ALL, cohort, List.of(lead)));
        refused("programs.error.programOver", () -> participants.remove(ALL, cohort, List.of(1L)));
    }

    private long ruled(AudienceRule rule) {
        return ruled("By rule", rule);
    }

    private long ruled(String name, AudienceRule rule) {
        var id = cohorts.add(cycle, new CohortDraft(name, lead, Audience.RULE, rule));
        fixture.jdbc().sql("delete from audit_entry").update();
        return id;
    }

    private static AudienceRule rule(@Nullable String jobTitle, @Nullable String location) {
        return new AudienceRule(null, null, jobTitle, location, null);
    }

    private List<String> found(AudienceRule rule) {
        return participants.candidates(ALL, new CandidateFilter(cycle, null, rule), Pageable.ofSize(50)).stream()
                .map(CandidateRow::name)
                .sorted()
                .toList();
    }

    private List<String> members(long cohort) {
        return participants.list(ALL, cohort, MemberFilter.NONE, Pageable.unpaged()).stream()
                .map(MemberRow::name)
                .toList();
    }

    private List<Long> list(long cohort, MemberFilter filter, Sort sort) {
        return participants.list(ALL, cohort, filter, PageRequest.of(0, 50, sort)).stream()
                .map(MemberRow::id)
                .toList();
    }

    private long participant(long personId) {
        return fixture.jdbc()
                .sql("select id from participant where cycle_id = ? and person_id = ?")
                .params(cycle, personId)
                .query(Long.class)
                .single();
    }

    private List<String> trail() {
        return fixture.jdbc()
                .sql("select action || ' ' || person_id from audit_entry order by id")
                .query(String.class)
                .list();
    }

    private static void refused(String key, ThrowingCallable call) {
        assertThatExceptionOfType(InvalidInputException.class)
                .isThrownBy(call)
                .satisfies(refusal -> assertThat(refusal.text().key()).isEqualTo(key));
    }

    private static void denied(ThrowingCallable call) {
        assertThatExceptionOfType(AccessDeniedException.class).isThrownBy(call);
    }

    private static void notFound(ThrowingCallable call) {
        assertThatExceptionOfType(NotFoundException.class).isThrownBy(call);
    }
}
