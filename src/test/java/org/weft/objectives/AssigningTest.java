package org.weft.objectives;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.data.domain.PageRequest;
import org.springframework.security.access.AccessDeniedException;
import org.weft.access.Role;
import org.weft.access.Scope;
import org.weft.base.InvalidInputException;
import org.weft.base.NotFoundException;
import org.weft.people.Level;
import org.weft.testing.Fixture;
import org.weft.testing.SignedIn;
import org.weft.testing.WeftTest;

@WeftTest
class AssigningTest {

    static final LocalDate DUE = LocalDate.of(2026, 12, 1);
    static final Scope EVERYBODY = new Scope.Everybody();

    @Autowired
    AssignmentService assignments;

    @Autowired
    LibraryService library;

    @Autowired
    Fixture fixture;

    long lead;
    long anna;
    long bert;
    long carl;
    long cycle;
    long cohort;
    long talk;
    long map;

    @BeforeEach
    void aCohortOfThree() {
        SignedIn.as(Role.HR);
        lead = fixture.person("Lea", "Lead").level("MANAGER").add();
        anna = fixture.person("Anna", "Alt").manager(lead).add();
        bert = fixture.person("Bert", "Bach").manager(lead).add();
        carl = fixture.person("Carl", "Cohn").level("TEAM_LEAD").manager(lead).add();
        cycle = fixture.cycle();
        cohort = fixture.cohort(cycle, "First", lead);
        for (var person : List.of(anna, bert, carl)) {
            fixture.participant(cohort, person);
        }
        talk = fixture.template("X1", "FRONT_LINE", 3);
        map = fixture.template("X2", "TEAM_LEAD", 1);
    }

    @Test
    void everybodyGetsWhatWasChosenForTheirLevel() {
        var result =
                assignments.assign(EVERYBODY, cohort(choice(Level.FRONT_LINE, talk), choice(Level.TEAM_LEAD, map)));
        assertThat(result.people()).isEqualTo(3);
        assertThat(result.created()).isEqualTo(3);
        assertThat(result.held()).isZero();
        var held = assignments.forPerson(EVERYBODY, anna, cycle);
        assertThat(held).singleElement().satisfies(row -> {
            assertThat(row.code()).isEqualTo("X1");
            assertThat(row.target()).isEqualTo(4);
            assertThat(row.dueOn()).isEqualTo(DUE);
            assertThat(row.status()).isEqualTo(AssignmentStatus.NOT_STARTED);
            assertThat(row.reasons()).containsExactly(new AssignmentReason(AssignedVia.COHORT, "First"));
        });
        assertThat(figures(anna)).containsEntry("live_count", 1).containsEntry("not_started_count", 1);
        assertThat(assignments.history(EVERYBODY, anna, cycle))
                .singleElement()
                .extracting(AssignmentEventRow::kind)
                .isEqualTo(AssignmentEventKind.ASSIGNED);
        assertThat(fixture.jdbc()
                        .sql(
                                "select person_id from audit_entry where action = 'OBJECTIVES_ASSIGNED' and person_id is not null order by 1")
                        .query(Long.class)
                        .list())
                .containsExactly(anna, bert, carl);
    }

    @Test
    void thePreviewSaysWhoGetsWhatWhoHasItAndWhoIsLeftOut() {
        var gone = fixture.person("Gone", "Long").inactive().add();
        fixture.participant(cohort, gone);
        fixture.assignment(participant(anna), talk, DUE);
        var waived = fixture.assignment(participant(bert), talk, DUE);
        fixture.jdbc()
                .sql("update assignment set status = 'WAIVED' where id = ?")
                .param(waived)
                .update();
        var other = fixture.template("X3", "FRONT_LINE", 1);
        var request = cohort(choice(Level.FRONT_LINE, talk), choice(Level.FRONT_LINE, other));

        var preview = assignments.preview(EVERYBODY, request);
        assertThat(preview.people()).isEqualTo(2);
        assertThat(preview.created()).isEqualTo(2);
        assertThat(preview.held()).isEqualTo(1);
        assertThat(preview.ended()).isEqualTo(1);
        assertThat(preview.leftOut())
                .isEqualTo(Map.of(LeftOutReason.INACTIVE, 1, LeftOutReason.NO_OBJECTIVE_FOR_LEVEL, 1));
        assertThat(preview.levels()).containsExactly(new AssignPreview.OfLevel(Level.FRONT_LINE, 2, 2, 2, 1, 1));

        var page = PageRequest.of(0, 10);
        assertThat(assignments.previewPeople(EVERYBODY, request, null, false, page))
                .extracting(
                        AssignPreviewRow::name,
                        AssignPreviewRow::created,
                        AssignPreviewRow::held,
                        AssignPreviewRow::ended)
                .containsExactly(
                        org.assertj.core.groups.Tuple.tuple("Anna Alt", 1, 1, 0),
                        org.assertj.core.groups.Tuple.tuple("Bert Bach", 1, 0, 1));
        assertThat(assignments.previewPeople(EVERYBODY, request, null, true, page))
                .extracting(AssignPreviewRow::personId, AssignPreviewRow::leftOut)
                .containsExactly(
                        org.assertj.core.groups.Tuple.tuple(carl, LeftOutReason.NO_OBJECTIVE_FOR_LEVEL),
                        org.assertj.core.groups.Tuple.tuple(gone, LeftOutReason.INACTIVE));

        var result = assignments.assign(EVERYBODY, request);
        assertThat(result.created()).isEqualTo(preview.created());
        assertThat(result.people()).isEqualTo(preview.people());
        assertThat(result.held()).isEqualTo(preview.held());
    }

    @Test
    void whoHoldsItAlreadyGetsOneMoreReasonAndNoSecondCopy() {
        assignments.assign(EVERYBODY, cohort(choice(Level.FRONT_LINE, talk)));
        var result = assignments.assign(EVERYBODY, people(Set.of(anna), choice(Level.FRONT_LINE, talk)));
        assertThat(result.created()).isZero();
        assertThat(result.held()).isEqualTo(1);
        var held = assignments.forPerson(EVERYBODY, anna, cycle);
        assertThat(held).hasSize(1);
        assertThat(held.getFirst().reasons())
                .extracting(AssignmentReason::via)
                .containsExactlyInAnyOrder(AssignedVia.COHORT, AssignedVia.MANAGER);
    }

    @Test
    void theSameRequestTwiceCreatesOnceAndAnswersTheSame() {
        var request = cohort(choice(Level.FRONT_LINE, talk));
        var first = assignments.assign(EVERYBODY, request);
        assertThat(assignments.assign(EVERYBODY, request)).isEqualTo(first);
        assertThat(fixture.count("assignment")).isEqualTo(2);
    }

    @Test
    void twoClicksAtOnceCreateOnce() throws Exception {
        var request = cohort(choice(Level.FRONT_LINE, talk));
        Callable<AssignResult> click = () -> {
            SignedIn.as(Role.HR);
            return assignments.assign(EVERYBODY, request);
        };
        assertThat(atOnce(click, click))
                .hasSize(2)
                .allSatisfy(result -> assertThat(result.created()).isEqualTo(2));
        assertThat(fixture.count("assignment")).isEqualTo(2);
    }

    @Test
    void twoLeadsWhoAssignTheSameAtOnceLeaveOneCopy() throws Exception {
        Callable<AssignResult> one = () -> {
            SignedIn.as(Role.HR);
            return assignments.assign(EVERYBODY, cohort(choice(Level.FRONT_LINE, talk)));
        };
        Callable<AssignResult> other = () -> {
            SignedIn.as(lead, Role.MANAGER);
            return assignments.assign(new Scope.Led(lead), people(Set.of(anna, bert), choice(Level.FRONT_LINE, talk)));
        };
        var results = atOnce(one, other);
        assertThat(results.stream().mapToInt(AssignResult::created).sum()).isEqualTo(2);
        assertThat(fixture.count("assignment")).isEqualTo(2);
        assertThat(fixture.count("assignment_reason")).isEqualTo(4);
        assertThat(figures(anna)).containsEntry("live_count", 1);
    }

    @Test
    void badInputIsRefusedWithTheFieldAndCreatesNothing() {
        refused("target", cohort(new AssignRequest.Choice(Level.FRONT_LINE, talk, 0, DUE)));
        refused("target", cohort(new AssignRequest.Choice(Level.FRONT_LINE, talk, -1, DUE)));
        refused("dueOn", cohort(new AssignRequest.Choice(Level.FRONT_LINE, talk, 1, LocalDate.of(2027, 1, 1))));
        refused("dueOn", cohort(new AssignRequest.Choice(Level.FRONT_LINE, talk, 1, LocalDate.of(2026, 9, 30))));
        refused("choices", cohort());
        refused("choices", cohort(choice(Level.EXECUTIVE, talk)));
        refused("choices", cohort(choice(Level.FRONT_LINE, talk), choice(Level.FRONT_LINE, talk)));
        refused("choices", cohort(choice(Level.FRONT_LINE, -7)));
        refused("people", people(Set.of(), choice(Level.FRONT_LINE, talk)));
        refused("people", people(Set.of(carl), choice(Level.FRONT_LINE, talk)));
        var empty = fixture.cohort(cycle, "Empty", lead);
        refused("people", request(empty, Set.of(), choice(Level.FRONT_LINE, talk)));
        fixture.jdbc()
                .sql("update objective_template set retired = true where id = ?")
                .param(talk)
                .update();
        refused("choices", cohort(choice(Level.FRONT_LINE, talk)));
        assertThat(fixture.count("assignment")).isZero();
        assertThat(fixture.count("assignment_batch")).isZero();
        assertThat(fixture.count("audit_entry")).isZero();
    }

    @Test
    void peopleChosenByHandWhoAreNotInTheCycleAreNamedAsSuch() {
        var outside = fixture.person("Otto Outside");
        var request = people(Set.of(anna, outside), choice(Level.FRONT_LINE, talk));
        assertThat(assignments.audience(EVERYBODY, request).leftOut()).isEqualTo(Map.of(LeftOutReason.NOT_IN_CYCLE, 1));
        assertThat(assignments.audience(EVERYBODY, request).levels()).isEqualTo(Map.of(Level.FRONT_LINE, 1));
        assertThat(assignments.assign(EVERYBODY, request).people()).isEqualTo(1);
    }

    @Test
    void aManagerReachesNobodyOutsideTheOwnScope() {
        var stranger = fixture.person("Sam", "Stranger").level("MANAGER").add();
        SignedIn.as(stranger, Role.MANAGER);
        var scope = new Scope.Led(stranger);
        assertThatThrownBy(() -> assignments.preview(scope, cohort(choice(Level.FRONT_LINE, talk))))
                .isInstanceOf(NotFoundException.class);
        assertThatThrownBy(() -> assignments.assign(scope, cohort(choice(Level.FRONT_LINE, talk))))
                .isInstanceOf(NotFoundException.class);
        var request = people(Set.of(anna, bert), choice(Level.FRONT_LINE, talk));
        var preview = assignments.preview(scope, request);
        assertThat(preview.created()).isZero();
        assertThat(preview.leftOut()).isEqualTo(Map.of(LeftOutReason.OUT_OF_SCOPE, 2));
        assertThat(assignments.previewPeople(scope, request, null, true, PageRequest.of(0, 10)))
                .isEmpty();
        assertThatThrownBy(() -> assignments.assign(scope, request)).isInstanceOf(InvalidInputException.class);
        assertThat(fixture.count("assignment")).isZero();
        SignedIn.as(anna, Role.MEMBER);
        assertThatThrownBy(() -> assignments.assign(new Scope.Self(anna), request))
                .isInstanceOf(AccessDeniedException.class);
    }

    @Test
    void undoTakesBackExactlyWhatNobodyWorkedOn() {
        var before = assignments.assign(EVERYBODY, people(Set.of(carl), choice(Level.TEAM_LEAD, map)));
        var result =
                assignments.assign(EVERYBODY, cohort(choice(Level.FRONT_LINE, talk), choice(Level.TEAM_LEAD, map)));
        assertThat(result.created()).isEqualTo(2);
        assertThat(result.held()).isEqualTo(1);
        var annas = assignments.forPerson(EVERYBODY, anna, cycle).getFirst();
        assignments.checkIn(EVERYBODY, annas.id(), annas.version(), new CheckIn(Health.ON_TRACK, "Met one", null));

        var undone = assignments.undo(EVERYBODY, result.batchId());
        assertThat(undone.takenBack()).isEqualTo(1);
        assertThat(undone.kept()).isEqualTo(1);
        assertThat(undone.keptExamples())
                .containsExactly(new UndoResult.Kept("Anna Alt", "Objective X1", UndoResult.KeptReason.CHECKED_IN));
        assertThat(assignments.forPerson(EVERYBODY, bert, cycle)).isEmpty();
        assertThat(assignments.forPerson(EVERYBODY, anna, cycle)).hasSize(1);
        assertThat(assignments.forPerson(EVERYBODY, carl, cycle))
                .singleElement()
                .satisfies(row -> assertThat(row.reasons())
                        .extracting(AssignmentReason::via)
                        .containsExactly(AssignedVia.MANAGER));
        assertThat(figures(bert)).containsEntry("live_count", 0).containsEntry("not_started_count", 0);
        assertThat(figures(bert).get("next_due_on")).isNull();
        assertThatExceptionOfType(InvalidInputException.class)
                .isThrownBy(() -> assignments.undo(EVERYBODY, result.batchId()))
                .matches(e -> e.text().key().equals("objectives.undo.already"));
        assertThat(assignments.undo(EVERYBODY, before.batchId()).takenBack()).isEqualTo(1);
    }

    @Test
    void undoKeepsWhatIsHeldForAnotherReasonAndPassesItOn() {
        var first = assignments.assign(EVERYBODY, cohort(choice(Level.FRONT_LINE, talk)));
        var second = assignments.assign(EVERYBODY, people(Set.of(anna), choice(Level.FRONT_LINE, talk)));
        var undone = assignments.undo(EVERYBODY, first.batchId());
        assertThat(undone.takenBack()).isEqualTo(1);
        assertThat(undone.keptExamples())
                .extracting(UndoResult.Kept::reason)
                .containsExactly(UndoResult.KeptReason.ALSO_HELD);
        assertThat(assignments.forPerson(EVERYBODY, anna, cycle).getFirst().reasons())
                .extracting(AssignmentReason::via)
                .containsExactly(AssignedVia.MANAGER);
        assertThat(assignments.undo(EVERYBODY, second.batchId()).takenBack()).isEqualTo(1);
        assertThat(fixture.count("assignment")).isZero();
    }

    @Test
    void undoKeepsWhatAConversationCountsForAndWhatWasChanged() {
        var result = assignments.assign(EVERYBODY, cohort(choice(Level.FRONT_LINE, talk)));
        var annas = assignments.forPerson(EVERYBODY, anna, cycle).getFirst();
        var conversation = fixture.conversation(LocalDate.of(2026, 11, 3), anna, carl);
        fixture.jdbc()
                .sql("insert into conversation_assignment (conversation_id, assignment_id) values (?, ?)")
                .params(conversation, annas.id())
                .update();
        var berts = assignments.forPerson(EVERYBODY, bert, cycle).getFirst();
        assignments.change(EVERYBODY, berts.id(), berts.version(), DUE.plusDays(1), 4);
        var undone = assignments.undo(EVERYBODY, result.batchId());
        assertThat(undone.takenBack()).isZero();
        assertThat(undone.keptExamples())
                .extracting(UndoResult.Kept::reason)
                .containsExactly(UndoResult.KeptReason.STARTED, UndoResult.KeptReason.CHANGED);
    }

    @Test
    void onlyWhoAssignedOrHrUndoes() {
        var result = assignments.assign(EVERYBODY, cohort(choice(Level.FRONT_LINE, talk)));
        SignedIn.as(lead, Role.MANAGER);
        assertThatThrownBy(() -> assignments.undo(new Scope.Led(lead), result.batchId()))
                .isInstanceOf(NotFoundException.class);
        var own = assignments.assign(new Scope.Led(lead), request(cohort, Set.of(), choice(Level.TEAM_LEAD, map)));
        assertThat(assignments.undo(new Scope.Led(lead), own.batchId()).takenBack())
                .isEqualTo(1);
        SignedIn.as(Role.HR);
        assertThat(assignments.undo(EVERYBODY, result.batchId()).takenBack()).isEqualTo(2);
    }

    private List<AssignResult> atOnce(Callable<AssignResult> one, Callable<AssignResult> other) throws Exception {
        try (var threads = Executors.newFixedThreadPool(2)) {
            var results = new ArrayList<AssignResult>();
            for (var future : threads.invokeAll(List.of(one, other))) {
                results.add(future.get());
            }
            return results;
        }
    }

    private void refused(String field, AssignRequest request) {
        assertThatExceptionOfType(InvalidInputException.class)
                .isThrownBy(() -> assignments.assign(EVERYBODY, request))
                .matches(e -> field.equals(e.field()), "at " + field);
    }

    private static AssignRequest.Choice choice(Level level, long template) {
        return new AssignRequest.Choice(level, template, 4, DUE);
    }

    private AssignRequest cohort(AssignRequest.Choice... choices) {
        return request(cohort, Set.of(), choices);
    }

    private AssignRequest people(Set<Long> people, AssignRequest.Choice... choices) {
        return request(null, people, choices);
    }

    private AssignRequest request(@Nullable Long cohortId, Set<Long> people, AssignRequest.Choice... choices) {
        return new AssignRequest(UUID.randomUUID().toString(), cycle, cohortId, people, List.of(choices));
    }

    private long participant(long person) {
        return fixture.jdbc()
                .sql("select id from participant where person_id = ?")
                .param(person)
                .query(Long.class)
                .single();
    }

    private Map<String, @Nullable Object> figures(long person) {
        return fixture.row("participant", participant(person));
    }
}
