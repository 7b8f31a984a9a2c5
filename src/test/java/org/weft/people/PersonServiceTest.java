package org.weft.people;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.time.LocalDate;
import java.util.List;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.data.domain.PageRequest;
import org.springframework.data.domain.Sort;
import org.springframework.security.access.AccessDeniedException;
import org.weft.access.Role;
import org.weft.access.Scope;
import org.weft.base.InvalidInputException;
import org.weft.base.NotFoundException;
import org.weft.base.StaleEditException;
import org.weft.people.PersonFilter.State;
import org.weft.testing.Fixture;
import org.weft.testing.SignedIn;
import org.weft.testing.WeftTest;

@WeftTest
class PersonServiceTest {

    private static final Scope ALL = new Scope.Everybody();

    @Autowired
    PersonService people;

    @Autowired
    Fixture fixture;

    @BeforeEach
    void signIn() {
        SignedIn.as(Role.HR);
    }

    @Test
    void addsSomebodyPutRightAndDerivesTheLevel() {
        var id = people.add(new PersonDraft(
                " 17 ",
                " Ada ",
                "Love\nlace",
                " ada@example.com ",
                "Sales  Manager",
                null,
                null,
                null,
                "",
                "Europe/Berlin",
                "de",
                LocalDate.of(2020, 1, 2)));
        var ada = people.get(ALL, id);
        assertThat(ada.name()).isEqualTo("Ada Love lace");
        assertThat(ada.draft().employeeNumber()).isEqualTo("17");
        assertThat(ada.draft().email()).isEqualTo("ada@example.com");
        assertThat(ada.draft().location()).isNull();
        assertThat(ada.draft().level()).isNull();
        assertThat(ada.level()).isEqualTo(Level.MANAGER);
        assertThat(trail()).containsExactly("PERSON_ADDED Ada Love lace null");
    }

    @Test
    void editsAreInTheTrailFieldByFieldAndNoEditIsNot() {
        var team = fixture.team("Research");
        var boss = fixture.person("Alan Turing");
        var id = people.add(draft("1", "Ada", "Lovelace", null, null));
        people.save(ALL, id, 0, draft("1", "Ada", "King", team, boss));
        people.save(ALL, id, 1, draft("1", "Ada", "King", team, boss));
        assertThat(people.get(ALL, id).version()).isOne();
        assertThat(trail())
                .containsExactly(
                        "PERSON_ADDED Ada Lovelace null",
                        "PERSON_CHANGED Ada King name: Ada Lovelace → Ada King; team: – → Research; manager: – → Alan Turing");
    }

    @Test
    void theSecondEditorIsToldAndTheFirstEditStays() {
        var id = people.add(draft("1", "Ada", "Lovelace", null, null));
        people.save(ALL, id, 0, draft("1", "Ada", "King", null, null));
        assertThatExceptionOfType(StaleEditException.class)
                .isThrownBy(() -> people.save(ALL, id, 0, draft("1", "Ada", "Byron", null, null)));
        assertThat(people.get(ALL, id).name()).isEqualTo("Ada King");
    }

    @Test
    void aNumberBelongsToOnePerson() {
        people.add(draft("1", "Ada", "Lovelace", null, null));
        refuses("employeeNumber", "numberTaken", () -> people.add(draft("1", "Alan", "Turing", null, null)));
        var id = people.add(draft("2", "Alan", "Turing", null, null));
        refuses(
                "employeeNumber",
                "numberTaken",
                () -> people.save(ALL, id, 0, draft("1", "Alan", "Turing", null, null)));
    }

    @Test
    void aCircleOfManagersIsRefusedByName() {
        var ada = people.add(draft("1", "Ada", "Lovelace", null, null));
        var alan = people.add(draft("2", "Alan", "Turing", null, ada));
        var grace = people.add(draft("3", "Grace", "Hopper", null, alan));
        assertThatExceptionOfType(InvalidInputException.class)
                .isThrownBy(() -> people.save(ALL, ada, 0, draft("1", "Ada", "Lovelace", null, grace)))
                .satisfies(e -> assertThat(e.text().args())
                        .containsExactly("Ada Lovelace → Grace Hopper → Alan Turing → Ada Lovelace"));
        refuses("managerId", "managerCircle", () -> people.save(ALL, ada, 0, draft("1", "Ada", "Lovelace", null, ada)));
    }

    @Test
    void reportingLinesFollowEveryMove() {
        var top = people.add(draft("1", "Top", "One", null, null));
        var other = people.add(draft("2", "Other", "One", null, null));
        var middle = people.add(draft("3", "Middle", "One", null, top));
        var low = people.add(draft("4", "Low", "One", null, middle));
        assertThat(lines())
                .containsExactlyInAnyOrder(
                        top + ">" + middle + " 1", top + ">" + low + " 2", middle + ">" + low + " 1");

        people.save(ALL, middle, 0, draft("3", "Middle", "One", null, other));
        assertThat(lines())
                .containsExactlyInAnyOrder(
                        other + ">" + middle + " 1", other + ">" + low + " 2", middle + ">" + low + " 1");

        people.save(ALL, middle, 1, draft("3", "Middle", "One", null, null));
        assertThat(lines()).containsExactly(middle + ">" + low + " 1");
    }

    @Test
    void hostileAndImpossibleInputIsRefusedAtItsField() {
        refuses("familyName", "nameMissing", () -> people.add(draft("1", " ", "", null, null)));
        refuses("familyName", "tooLong", () -> people.add(draft("1", "Ada", "x".repeat(10_000), null, null)));
        refuses("employeeNumber", "numberMissing", () -> people.add(draft("  ", "Ada", "Lovelace", null, null)));
        refuses("teamId", "teamGone", () -> people.add(draft("1", "Ada", "Lovelace", 999L, null)));
        refuses("managerId", "managerInactive", () -> people.add(draft("1", "Ada", "Lovelace", null, 999L)));
        refuses("email", "lineBreak", () -> people.add(mail("ada@example.com\r\nBcc: all@example.com")));
        refuses("email", "invalid", () -> people.add(mail("ada")));
        refuses("timeZone", "timeZone", () -> people.add(zoneAndLanguage("Middle/Earth", null)));
        refuses("language", "language", () -> people.add(zoneAndLanguage(null, "xx")));
        assertThat(fixture.count("person")).isZero();
    }

    @Test
    void whoLeavesStaysInTheDirectoryAndMayComeBack() {
        var id = people.add(new PersonDraft(
                "1", "Ada", "Lovelace", null, null, null, null, null, null, null, null, LocalDate.of(2026, 1, 1)));
        refuses("leftOn", "leftBeforeJoined", () -> people.deactivate(ALL, id, 0, LocalDate.of(2025, 12, 31)));
        people.deactivate(ALL, id, 0, LocalDate.of(2026, 10, 31));
        assertThat(people.get(ALL, id).active()).isFalse();
        assertThat(people.get(ALL, id).leftOn()).isEqualTo(LocalDate.of(2026, 10, 31));
        assertThat(people.count(ALL, PersonFilter.active())).isZero();
        assertThat(people.count(ALL, PersonFilter.active().state(State.LEFT))).isOne();
        assertThatExceptionOfType(StaleEditException.class).isThrownBy(() -> people.reactivate(ALL, id, 0));
        people.reactivate(ALL, id, 1);
        assertThat(people.get(ALL, id).active()).isTrue();
        assertThat(people.get(ALL, id).leftOn()).isNull();
    }

    @Test
    void filtersHoldTogether() {
        var division = fixture.team("Operations", "DIVISION", null);
        var production = fixture.team("Production", "DEPARTMENT", division);
        fixture.person("Ada", "Lovelace").team(production).level("MANAGER").add();
        fixture.person("Alan", "Turing").team(division).email(null).add();
        fixture.person("Grace", "Hopper").add();
        fixture.person("Left", "Longago").inactive().add();
        var active = PersonFilter.active();
        assertThat(names(active)).containsExactly("Grace Hopper", "Ada Lovelace", "Alan Turing");
        assertThat(names(active.team(division))).containsExactly("Ada Lovelace", "Alan Turing");
        assertThat(names(active.team(division).level(Level.MANAGER))).containsExactly("Ada Lovelace");
        assertThat(names(active.withoutEmail(true))).containsExactly("Alan Turing");
        assertThat(names(active.text("LOVE"))).containsExactly("Ada Lovelace");
        assertThat(names(active.text("grace.hopper@"))).containsExactly("Grace Hopper");
        assertThat(names(active.text("hopper, gr"))).containsExactly("Grace Hopper");
        assertThat(names(active.text("%"))).isEmpty();
        assertThat(names(active.text("_"))).isEmpty();
        assertThat(names(active.state(State.ALL))).hasSize(4);
        assertThat(names(active.state(State.LEFT))).containsExactly("Left Longago");
    }

    @Test
    void everyColumnSortsBothWaysAndPagesDoNotOverlap() {
        for (var n = 0; n < 30; n++) {
            fixture.person("Person", "Same")
                    .email(n % 2 == 0 ? null : "p" + n + "@example.com")
                    .add();
        }
        for (var column :
                List.of("name", "number", "email", "jobTitle", "level", "team", "manager", "location", "joined")) {
            for (var direction : Sort.Direction.values()) {
                var sort = Sort.by(direction, column);
                var first = people.list(ALL, PersonFilter.active(), PageRequest.of(0, 15, sort));
                var second = people.list(ALL, PersonFilter.active(), PageRequest.of(1, 15, sort));
                assertThat(first)
                        .extracting(PersonRow::id)
                        .doesNotContainAnyElementsOf(
                                second.stream().map(PersonRow::id).toList());
            }
        }
    }

    @Test
    void namesThatBeginWithTheTextAreOfferedFirst() {
        fixture.person("Marta", "Adams");
        fixture.person("Marta", "Adams").add();
        fixture.person("Ada", "Lovelace").add();
        fixture.person("Zada", "Zweig").add();
        assertThat(people.options(ALL, PersonFilter.active().text("ada"), 0, 10))
                .extracting(PersonOption::name)
                .containsExactly("Marta Adams", "Ada Lovelace", "Zada Zweig");
    }

    @Test
    void whatTheScopeDoesNotReachDoesNotExist() {
        var lead = fixture.person("Ada Lovelace");
        var own = fixture.person("Alan", "Turing").manager(lead).add();
        var stranger = fixture.person("Grace Hopper");
        SignedIn.as(lead, Role.MANAGER);
        var scope = new Scope.Led(lead);
        assertThat(people.list(scope, PersonFilter.active(), PageRequest.of(0, 10)))
                .extracting(PersonRow::id)
                .containsExactly(lead, own);
        assertThat(people.option(scope, stranger)).isEmpty();
        assertThat(people.options(scope, PersonFilter.active().text("Grace"), 0, 10))
                .isEmpty();
        assertThatExceptionOfType(NotFoundException.class).isThrownBy(() -> people.get(scope, stranger));
        assertThatExceptionOfType(AccessDeniedException.class)
                .isThrownBy(() -> people.save(scope, own, 0, draft("1", "X", "Y", null, null)));
        SignedIn.as(Role.ADMIN);
        assertThatExceptionOfType(AccessDeniedException.class)
                .isThrownBy(() -> people.list(ALL, PersonFilter.active(), PageRequest.of(0, 10)));
        assertThatExceptionOfType(AccessDeniedException.class)
                .isThrownBy(() -> people.options(ALL, PersonFilter.active(), 0, 10));
    }

    private List<String> names(PersonFilter filter) {
        var names = people.list(ALL, filter, PageRequest.of(0, 50)).stream()
                .map(PersonRow::name)
                .toList();
        assertThat(people.count(ALL, filter)).isEqualTo(names.size());
        return names;
    }

    private List<String> lines() {
        return fixture.jdbc()
                .sql("select lead_id, person_id, depth from reporting_line")
                .query((row, n) -> row.getLong(1) + ">" + row.getLong(2) + " " + row.getInt(3))
                .list();
    }

    private List<String> trail() {
        return fixture.jdbc()
                .sql("select action, subject_name, detail from audit_entry order by id")
                .query((row, n) -> row.getString(1) + " " + row.getString(2) + " " + row.getString(3))
                .list();
    }

    private static void refuses(String field, String key, ThrowingCallable call) {
        assertThatExceptionOfType(InvalidInputException.class).isThrownBy(call).satisfies(e -> {
            assertThat(e.field()).isEqualTo(field);
            assertThat(e.text().key()).endsWith("." + key);
        });
    }

    private static PersonDraft draft(
            String number, String given, String family, @Nullable Long team, @Nullable Long manager) {
        return new PersonDraft(number, given, family, null, null, null, team, manager, null, null, null, null);
    }

    private static PersonDraft mail(String email) {
        return new PersonDraft("1", "Ada", "Lovelace", email, null, null, null, null, null, null, null, null);
    }

    private static PersonDraft zoneAndLanguage(@Nullable String zone, @Nullable String language) {
        return new PersonDraft("1", "Ada", "Lovelace", null, null, null, null, null, null, zone, language, null);
    }
}
