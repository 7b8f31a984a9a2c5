package org.weft.objectives;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;

import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.data.domain.PageRequest;
import org.springframework.data.domain.Pageable;
import org.springframework.data.domain.Sort;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.transaction.PlatformTransactionManager;
import org.weft.access.Role;
import org.weft.base.InvalidInputException;
import org.weft.base.NotFoundException;
import org.weft.base.StaleEditException;
import org.weft.people.Level;
import org.weft.testing.Fixture;
import org.weft.testing.Race;
import org.weft.testing.SignedIn;
import org.weft.testing.WeftTest;

@WeftTest
class LibraryServiceTest {

    @Autowired
    LibraryService library;

    @Autowired
    ShippedLibrary shipped;

    @Autowired
    Fixture fixture;

    @Autowired
    PlatformTransactionManager transactions;

    @BeforeEach
    void signIn() {
        SignedIn.as(Role.HR);
    }

    @Test
    void eightyObjectivesShipTwentyForEachLevel() {
        assertThat(library.count(LibraryFilter.ALL)).isEqualTo(80);
        for (var level : Level.values()) {
            assertThat(library.offered(level))
                    .hasSize(20)
                    .allSatisfy(row -> assertThat(row.levels()).containsExactly(level));
        }
        var first = library.list(LibraryFilter.ALL, Pageable.unpaged()).stream()
                .filter(row -> row.code().equals("FL01"))
                .findFirst()
                .orElseThrow();
        assertThat(first.title())
                .isEqualTo(
                        "Sit with a colleague in the step before yours and list what each of you needs from the other");
        assertThat(first.target()).isEqualTo(2);
        assertThat(first.unit()).isEqualTo("conversations");
        assertThat(first.evidence()).isEqualTo("Handoff note: inputs, outputs, usual waits");
    }

    @Test
    void theMeasureFollowsFromTheUnit() {
        assertThat(measure("FL01")).isEqualTo(Measure.CONVERSATIONS);
        assertThat(measure("FL06")).isEqualTo(Measure.COUNTERPARTS);
        assertThat(measure("TL06")).isEqualTo(Measure.REPORTED);
        assertThat(measure("TL09")).isEqualTo(Measure.COUNTERPARTS);
        assertThat(measure("TL11")).isEqualTo(Measure.COUNTERPARTS);
        assertThat(measure("TL18")).isEqualTo(Measure.TEAMS);
        assertThat(measure("EX07")).isEqualTo(Measure.TEAMS);
        assertThat(measure("MG08")).isEqualTo(Measure.CONVERSATIONS);
        assertThat(measure("EX12")).isEqualTo(Measure.CONVERSATIONS);
    }

    @Test
    void aPlanKindIsTheRolesExceptForRelationships() {
        assertThat(row("FL16").planKind()).isEqualTo(PlanKind.INDIVIDUAL);
        assertThat(row("TL01").planKind()).isEqualTo(PlanKind.TEAM);
        assertThat(row("MG13").planKind()).isEqualTo(PlanKind.TEAM);
        assertThat(row("EX01").planKind()).isEqualTo(PlanKind.ORGANISATION);
        assertThat(row("EX08").planKind()).isEqualTo(PlanKind.INDIVIDUAL);
        assertThat(row("TL08").planKind()).isEqualTo(PlanKind.INDIVIDUAL);
    }

    @Test
    void theListIsFilteredSortedAndPaged() {
        var feedback = LibraryFilter.ALL.withLevel(Level.MANAGER).withType(ObjectiveType.FEEDBACK_CHANNEL);
        assertThat(library.count(feedback)).isEqualTo(4);
        assertThat(library.list(feedback, PageRequest.of(0, 2, Sort.by("code").descending())))
                .extracting(TemplateRow::code)
                .containsExactly("MG20", "MG19");
        assertThat(library.list(feedback, PageRequest.of(1, 2, Sort.by("code").descending())))
                .extracting(TemplateRow::code)
                .containsExactly("MG18", "MG17");
        assertThat(library.list(LibraryFilter.ALL.withText("SHIFT-handover"), Pageable.unpaged()))
                .extracting(TemplateRow::code)
                .containsExactly("FL05");
        assertThat(library.count(LibraryFilter.ALL.withText("100%"))).isZero();
        assertThat(library.count(LibraryFilter.ALL.withText("_"))).isZero();
        assertThat(library.count(LibraryFilter.ALL.withText("'; drop table person; --")))
                .isZero();
    }

    @Test
    void whatHrAddsIsThereAsItWasTyped() {
        var id = library.add(draft("  x1 "));
        var stored = library.get(id);
        assertThat(stored.draft().code()).isEqualTo("X1");
        assertThat(stored.draft().title()).isEqualTo("<b>Meet</b> 🤝 =cmd()");
        assertThat(stored.draft().levels()).containsExactlyInAnyOrder(Level.FRONT_LINE, Level.MANAGER);
        assertThat(stored.shipped()).isFalse();
        assertThat(actions()).containsExactly("OBJECTIVE_ADDED");
    }

    @Test
    void aCodeExistsOnceWhateverItsCase() {
        library.add(draft("X1"));
        assertThatExceptionOfType(InvalidInputException.class)
                .isThrownBy(() -> library.add(draft("x1")))
                .matches(e -> "code".equals(e.field()))
                .matches(e -> e.text().key().equals("objectives.library.error.code.taken"));
    }

    @Test
    void ofTwoWhoAddTheSameCodeAtOnceOneIsTold() throws Exception {
        Callable<String> add = () -> {
            SignedIn.as(Role.HR);
            try {
                library.add(draft("RACE"));
                return "added";
            } catch (InvalidInputException e) {
                return e.text().key();
            }
        };
        try (var threads = Executors.newFixedThreadPool(2)) {
            var outcomes = new java.util.ArrayList<String>();
            for (var future : threads.invokeAll(List.of(add, add))) {
                outcomes.add(future.get());
            }
            assertThat(outcomes).containsExactlyInAnyOrder("added", "objectives.library.error.code.taken");
        }
    }

    @Test
    void ofTwoWhoSaveAtTheSameMomentTheSecondIsTold() throws Exception {
        var id = library.add(draft("X1"));
        var told = Race.between(
                transactions,
                () -> fixture.jdbc()
                        .sql("update objective_template set version = version + 1 where id = ?")
                        .param(id)
                        .update(),
                () -> {
                    SignedIn.as(Role.HR);
                    return catchThrowable(() -> library.change(id, 0, with(draft("X1"), 9, "talks", "Title")));
                });
        assertThat(told).isInstanceOf(StaleEditException.class);
        assertThat(library.get(id).draft().target()).isNotEqualTo(9);
    }

    @ParameterizedTest
    @ValueSource(ints = {0, -1, Integer.MIN_VALUE, 1001})
    void aTargetOutOfRangeIsRefusedAtItsField(int target) {
        assertThatExceptionOfType(InvalidInputException.class)
                .isThrownBy(() -> library.add(with(draft("X1"), target, "talks", "Title")))
                .matches(e -> "target".equals(e.field()));
    }

    @Test
    void moreThanAHundredPercentIsRefused() {
        for (var unit : List.of("percent of team", "Prozent", "% covered")) {
            assertThatExceptionOfType(InvalidInputException.class)
                    .isThrownBy(() -> library.add(with(draft("X1"), 101, unit, "Title")))
                    .matches(e -> e.text().key().equals("objectives.error.target.percent"));
        }
    }

    @Test
    void textsTooLongOrMissingAreRefusedAtTheirField() {
        assertThatExceptionOfType(InvalidInputException.class)
                .isThrownBy(() -> library.add(with(draft("X1"), 1, "talks", "x".repeat(10_000))))
                .matches(e -> "title".equals(e.field()));
        assertThatExceptionOfType(InvalidInputException.class)
                .isThrownBy(() -> library.add(with(draft("X1"), 1, "talks", "  ")))
                .matches(e -> "title".equals(e.field()));
        assertThatExceptionOfType(InvalidInputException.class)
                .isThrownBy(() -> library.add(draft("y".repeat(41))))
                .matches(e -> "code".equals(e.field()));
        assertThat(fixture.count("audit_entry")).isZero();
    }

    @Test
    void theSecondOfTwoEditorsIsToldAndChangesNothing() {
        var id = library.add(draft("X1"));
        var version = library.get(id).version();
        library.change(id, version, with(draft("X1"), 5, "talks", "First"));
        assertThatThrownBy(() -> library.change(id, version, with(draft("X1"), 6, "talks", "Second")))
                .isInstanceOf(StaleEditException.class);
        assertThat(library.get(id).draft().title()).isEqualTo("First");
    }

    @Test
    void aChangeOfLevelsAloneIsAnEditToo() {
        var id = library.add(draft("X1"));
        var before = library.get(id);
        library.change(
                id,
                before.version(),
                new TemplateDraft(
                        "X1",
                        before.draft().title(),
                        before.draft().type(),
                        before.draft().planKind(),
                        EnumSet.of(Level.EXECUTIVE),
                        before.draft().target(),
                        before.draft().unit(),
                        before.draft().measure(),
                        null,
                        null,
                        null,
                        null));
        assertThat(library.get(id).draft().levels()).containsExactly(Level.EXECUTIVE);
        assertThat(library.get(id).version()).isGreaterThan(before.version());
    }

    @Test
    void retiredTemplatesAreNotOfferedAndComeBack() {
        var id = library.add(draft("X1"));
        library.retire(id, library.get(id).version());
        assertThat(library.offered(Level.MANAGER)).extracting(TemplateRow::code).doesNotContain("X1");
        assertThat(library.list(LibraryFilter.ALL.withRetired(true), Pageable.unpaged()))
                .extracting(TemplateRow::code)
                .containsExactly("X1");
        library.bringBack(id, library.get(id).version());
        assertThat(library.offered(Level.MANAGER)).extracting(TemplateRow::code).contains("X1");
        assertThat(actions()).containsExactly("OBJECTIVE_ADDED", "OBJECTIVE_RETIRED", "OBJECTIVE_BROUGHT_BACK");
    }

    @Test
    void aCopyIsADraftUnderAFreeCode() {
        var id = library.add(draft("X1"));
        var copy = library.copyOf(id);
        assertThat(copy.code()).isEqualTo("X1-2");
        library.add(copy);
        assertThat(library.copyOf(id).code()).isEqualTo("X1-3");
    }

    @Test
    void managersReadAndDoNotWrite() {
        var id = library.add(draft("X1"));
        SignedIn.as(Role.MANAGER);
        assertThat(library.get(id).draft().code()).isEqualTo("X1");
        assertThatThrownBy(() -> library.add(draft("X2"))).isInstanceOf(AccessDeniedException.class);
        assertThatThrownBy(() -> library.retire(id, 0)).isInstanceOf(AccessDeniedException.class);
        SignedIn.as(Role.MEMBER);
        assertThatThrownBy(() -> library.count(LibraryFilter.ALL)).isInstanceOf(AccessDeniedException.class);
    }

    @Test
    void whatIsNotThereIsNotFound() {
        assertThatThrownBy(() -> library.get(-5)).isInstanceOf(NotFoundException.class);
    }

    private TemplateRow row(String code) {
        return library.list(LibraryFilter.ALL.withText(code), Pageable.unpaged()).stream()
                .filter(row -> row.code().equals(code))
                .findFirst()
                .orElseThrow();
    }

    private Measure measure(String code) {
        return row(code).measure();
    }

    private List<String> actions() {
        return fixture.jdbc()
                .sql("select action from audit_entry order by id")
                .query(String.class)
                .list();
    }

    static TemplateDraft draft(String code) {
        return new TemplateDraft(
                code,
                " <b>Meet</b> 🤝 =cmd() ",
                ObjectiveType.RELATIONSHIP,
                PlanKind.TEAM,
                Set.of(Level.FRONT_LINE, Level.MANAGER),
                2,
                "talks",
                Measure.CONVERSATIONS,
                30,
                "A note",
                null,
                " ");
    }

    private static TemplateDraft with(TemplateDraft draft, int target, String unit, String title) {
        return new TemplateDraft(
                draft.code(),
                title,
                draft.type(),
                draft.planKind(),
                draft.levels(),
                target,
                unit,
                draft.measure(),
                draft.dueDays(),
                draft.evidence(),
                draft.guide(),
                draft.counterpartRule());
    }
}
