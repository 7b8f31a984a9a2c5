package org.weft.people.imports;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.data.domain.PageRequest;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.concurrent.DelegatingSecurityContextCallable;
import org.weft.access.Role;
import org.weft.access.Scope;
import org.weft.base.InvalidInputException;
import org.weft.base.StaleEditException;
import org.weft.people.Level;
import org.weft.people.PersonDraft;
import org.weft.people.PersonFilter;
import org.weft.people.PersonFilter.State;
import org.weft.people.PersonRow;
import org.weft.people.PersonService;
import org.weft.people.TeamNode;
import org.weft.people.TeamService;
import org.weft.people.imports.ImportOptions.Missing;
import org.weft.people.imports.ImportOptions.Problems;
import org.weft.people.imports.PlannedPerson.Action;
import org.weft.testing.Fixture;
import org.weft.testing.SignedIn;
import org.weft.testing.WeftTest;

@WeftTest
class ImportServiceTest {

    private static final Scope ALL = new Scope.Everybody();

    @Autowired
    ImportService imports;

    @Autowired
    PersonService people;

    @Autowired
    TeamService teams;

    @Autowired
    Fixture fixture;

    @TempDir
    Path folder;

    @BeforeEach
    void signIn() {
        SignedIn.as(Role.HR);
    }

    @Test
    void saysFieldByFieldWhatChanges() {
        apply("""
                ID,Name,Position,Department,Location,Joined
                1,Ada Lovelace,Analyst,Research,London,2020-01-02
                2,Alan Turing,Analyst,Research,London,2020-01-02
                """);
        var preview = preview("""
                ID,Name,Position,Department,Location,Joined
                1,Ada King,Research Manager,Production,London,2020-01-03
                2,Alan Turing,Analyst,Research,,
                """);
        assertThat(preview.counts()).isEqualTo(new ImportCounts(2, 0, 0, 1, 0, 1, 0, 0, 0));
        assertThat(preview.newTeams()).containsExactly("Production");
        assertThat(preview.people()).singleElement().satisfies(person -> {
            assertThat(person.action()).isEqualTo(Action.CHANGE);
            assertThat(person.changes().stream()
                            .map(change -> change.field() + ": " + change.before() + " > " + change.after()))
                    .containsExactly(
                            "FULL_NAME: Lovelace, Ada > King, Ada",
                            "JOB_TITLE: Analyst > Research Manager",
                            "LEVEL: FRONT_LINE > MANAGER",
                            "TEAM: Research > Production",
                            "JOINED_ON: 2020-01-02 > 2020-01-03");
        });
        imports.apply(preview, ImportProgress.SILENT);
        assertThat(one("1").name()).isEqualTo("Ada King");
        assertThat(one("2").location()).as("an empty cell leaves what is known").isEqualTo("London");
    }

    @Test
    void whoComesIntoAnotherTimeZoneIsKnownToWhoeverPlansByIt() {
        apply("ID,Name,Time zone\n1,Ada Lovelace,Europe/Berlin\n2,Alan Turing,Europe/Berlin\n3,Grace Hopper,\n");
        assertThat(moved()).isEmpty();
        apply("""
                ID,Name,Time zone
                1,Ada Lovelace,Pacific/Auckland
                2,Alan Turing,Europe/Berlin
                3,Grace Hopper,Europe/London
                4,Somebody New,Asia/Tokyo
                """);
        assertThat(moved()).containsExactly("1", "3");
    }

    private List<String> moved() {
        return fixture.jdbc()
                .sql("select p.employee_number from reminder_moved m join person p on p.id = m.person_id order by 1")
                .query(String.class)
                .list();
    }

    @Test
    void whoLeavesIsDeactivatedAndMayComeBack() {
        apply("ID,Name,Status\n1,Ada Lovelace,Active\n");
        var leaving = preview("ID,Name,Status,Exit date\n1,Ada Lovelace,Terminated,2026-10-31\n");
        assertThat(leaving.counts().deactivated()).isOne();
        imports.apply(leaving, ImportProgress.SILENT);
        assertThat(one("1").active()).isFalse();
        assertThat(one("1").leftOn()).hasToString("2026-10-31");

        var back = preview("ID,Name,Status,Exit date\n1,Ada Lovelace,Active,\n");
        assertThat(back.counts().changed()).isOne();
        imports.apply(back, ImportProgress.SILENT);
        assertThat(one("1").active()).isTrue();
        assertThat(one("1").leftOn()).isNull();
    }

    @Test
    void withoutAStatusTheLastDayTells() {
        apply("ID,Name,Exit date\n1,Ada Lovelace,2026-11-16\n2,Alan Turing,2027-01-31\n3,Grace Hopper,\n");
        assertThat(one("1").active()).isFalse();
        assertThat(one("2").active()).as("the last day is still to come").isTrue();
        assertThat(one("3").active()).isTrue();
    }

    @Test
    void whoIsNotInTheFileStaysUnlessChosenOtherwise() {
        apply("ID,Name\n1,Ada Lovelace\n2,Alan Turing\n");
        var file = "ID,Name\n1,Ada Lovelace\n";
        assertThat(preview(file).counts().missing()).isOne();
        assertThat(preview(file).canApply()).isFalse();

        var strict = imports.preview(read(file), new ImportOptions(Missing.DEACTIVATE, Problems.LEAVE_OUT));
        assertThat(strict.counts().deactivated()).isOne();
        assertThat(strict.people()).extracting(PlannedPerson::row).containsExactly(0);
        imports.apply(strict, ImportProgress.SILENT);
        assertThat(one("2").active()).isFalse();
    }

    @Test
    void whoIsInTheFileWithAProblemIsNotMissing() {
        apply("ID,Name,Joined\n1,Ada Lovelace,\n2,Alan Turing,\n");
        var strict = imports.preview(
                read("ID,Name,Joined\n1,Ada Lovelace,2020-01-01\n2,Alan Turing,2020-02-30\n"),
                new ImportOptions(Missing.DEACTIVATE, Problems.LEAVE_OUT));
        assertThat(strict.counts().missing()).isZero();
        assertThat(strict.counts().deactivated()).isZero();
    }

    @Test
    void nobodyIsTakenForMissingWhereARowHasNoNumber() {
        apply("ID,Name\n1,Ada Lovelace\n2,Alan Turing\n");
        var strict = imports.preview(
                read("ID,Name\n1,Ada Lovelace\n,Alan Turing\n"),
                new ImportOptions(Missing.DEACTIVATE, Problems.LEAVE_OUT));
        assertThat(strict.counts().deactivated()).isZero();
    }

    @Test
    void everyProblemIsNamedByRowAndColumn() {
        var preview = preview("""
                ID,Name,E-mail,Department,Joined,Status,Time zone,Language
                1,Ada Lovelace,ada@example.com,Research,2020-01-02,Active,Europe/Berlin,German
                2,Alan Turing,"alan@example.com
                Bcc: all@example.com",Research,2020-01-02,Active,,
                3,Grace Hopper,,Research,2021-02-30,Active,,
                4,,,,,,,
                5,%s,,,,,,
                6,Dup One,,,,,,
                6,Dup Two,,,,,,
                7,Odd Status,,,,married,,
                8,Odd Zone,,,,,Middle/Earth,
                9,Odd Language,,,,,,Klingon Empire
                10,Many cells,,,,,,,,extra
                ,No Number,,,,,,
                """.formatted("x".repeat(10_000)));
        assertThat(preview.remarks())
                .extracting(remark -> remark.row() + " " + remark.field() + " "
                        + remark.reason().key().replaceAll(".*\\.", ""))
                .containsExactly(
                        "3 EMAIL lineBreak",
                        "4 JOINED_ON noSuchDay",
                        "5 FULL_NAME nameMissing",
                        "6 FULL_NAME tooLong",
                        "7 EMPLOYEE_NUMBER numberShared",
                        "8 EMPLOYEE_NUMBER numberShared",
                        "9 STATUS status",
                        "10 TIME_ZONE timeZone",
                        "11 LANGUAGE tooLong",
                        "12 null surplus",
                        "13 EMPLOYEE_NUMBER numberMissing");
        assertThat(preview.counts().added()).isOne();
        assertThat(preview.counts().problems()).isEqualTo(11);
        imports.apply(preview, ImportProgress.SILENT);
        assertThat(fixture.count("person")).isOne();
    }

    @Test
    void hrMayRefuseAFileWithAnyProblem() {
        var preview = imports.preview(
                read("ID,Name\n1,Ada Lovelace\n2,\n"), new ImportOptions(Missing.KEEP, Problems.REFUSE));
        assertThat(preview.canApply()).isFalse();
        assertThatExceptionOfType(InvalidInputException.class)
                .isThrownBy(() -> imports.apply(preview, ImportProgress.SILENT));
        assertThat(fixture.count("person")).isZero();
    }

    @Test
    void findsManagersByNumberMailAndNameInFileAndDirectory() {
        apply("ID,Name,E-mail\n1,\"LeBlanc, Brandon  R\",brandon@example.com\n");
        apply("""
                ID,Name,Manager
                2,Ada Lovelace,1
                3,Alan Turing,Brandon@example.com
                4,Grace Hopper,Brandon R. LeBlanc
                5,Tim Berners-Lee,Brandon LeBlanc
                6,Konrad Zuse,"Hopper, Grace"
                7,Edsger Dijkstra,BRANDON T LEBLANC
                """);
        assertThat(List.of("2", "3", "4", "5", "6", "7").stream()
                        .map(number -> one(number).managerName() + ""))
                .containsExactly(
                        "Brandon R LeBlanc",
                        "Brandon R LeBlanc",
                        "Brandon R LeBlanc",
                        "Brandon R LeBlanc",
                        "Grace Hopper",
                        "null");
    }

    @Test
    void anUnknownManagerIsAWarningAndSoAreNamesakesAndOneself() {
        var preview = preview("""
                ID,Name,Manager
                1,John Smith,Board of Directors
                2,John Smith,
                3,Ada Lovelace,John Smith
                4,Alan Turing,Alan Turing
                """);
        assertThat(preview.counts().added()).isEqualTo(4);
        assertThat(preview.remarks())
                .extracting(remark -> remark.row() + " " + remark.severity() + " "
                        + remark.reason().key().replaceAll(".*\\.", ""))
                .containsExactly("2 WARNING managerUnknown", "4 WARNING managerNamesakes", "5 WARNING ownManager");
    }

    @Test
    void aManagerSetByHandSurvivesAFileThatNamesNobodyKnown() {
        apply("ID,Name,Manager\n1,Ada Lovelace,Nobody\n2,Alan Turing,\n");
        var ada = one("1").id();
        var details = people.get(ALL, ada);
        var draft = details.draft();
        people.save(
                ALL,
                ada,
                details.version(),
                new PersonDraft(
                        draft.employeeNumber(),
                        draft.givenName(),
                        draft.familyName(),
                        null,
                        null,
                        null,
                        null,
                        one("2").id(),
                        null,
                        null,
                        null,
                        null));
        assertThat(preview("ID,Name,Manager\n1,Ada Lovelace,Nobody\n2,Alan Turing,\n")
                        .counts()
                        .unchanged())
                .isEqualTo(2);
    }

    @Test
    void aCircleOfManagersIsRefusedByName() {
        var preview = preview("""
                ID,Name,Manager
                1,Ada Lovelace,Alan Turing
                2,Alan Turing,Grace Hopper
                3,Grace Hopper,Ada Lovelace
                4,Konrad Zuse,Grace Hopper
                """);
        assertThat(preview.counts().problems()).isEqualTo(3);
        assertThat(preview.counts().added()).isOne();
        assertThat(preview.remarks().getFirst().reason().args())
                .containsExactly("Grace Hopper → Ada Lovelace → Alan Turing → Grace Hopper");
        assertThat(preview.remarks().getLast().reason().key()).isEqualTo("people.import.warning.managerUnknown");
    }

    @Test
    void aCircleThatAFileClosesWithTheDirectoryIsRefused() {
        apply("ID,Name,Manager\n1,Ada Lovelace,\n2,Alan Turing,1\n3,Grace Hopper,2\n");
        var preview = preview("ID,Name,Manager\n1,Ada Lovelace,3\n");
        assertThat(preview.counts().problems()).isOne();
        assertThat(preview.canApply()).isFalse();
    }

    @Test
    void refusingARowMayCloseAnotherCircleAndThatIsSeenToo() {
        apply("ID,Name,Manager,Joined\n1,Ada Lovelace,2,\n2,Alan Turing,,\n");
        // Row 2 would free Ada from Alan, but has no valid date; then Alan cannot report to Ada.
        var preview =
                preview("ID,Name,Manager,Joined\n1,Ada Lovelace,3,2020-02-31\n2,Alan Turing,1,\n3,Grace Hopper,,\n");
        assertThat(preview.counts().problems()).isEqualTo(2);
        imports.apply(preview, ImportProgress.SILENT);
        assertThat(one("1").managerName()).isEqualTo("Alan Turing");
        assertThat(one("2").managerName()).isNull();
    }

    @Test
    void departmentsAndTeamsAreFoundWhereHrPutThem() {
        var division = fixture.team("Operations", "DIVISION", null);
        var department = fixture.team("Production", "DEPARTMENT", division);
        fixture.team("Line 1", "TEAM", department);
        apply("""
                ID,Name,Department,Team
                1,Ada Lovelace,PRODUCTION,Line 1
                2,Alan Turing,Production,Line 2
                3,Grace Hopper,Sales,Sales
                4,Konrad Zuse,,Line 1
                """);
        assertThat(teams.tree())
                .extracting(TeamNode::path)
                .containsExactly(
                        "Operations",
                        "Operations › Production",
                        "Operations › Production › Line 1",
                        "Operations › Production › Line 2",
                        "Sales");
        assertThat(one("3").teamName()).isEqualTo("Sales");
        assertThat(one("4").teamName()).isEqualTo("Line 1");
        assertThat(people.count(ALL, PersonFilter.active().team(division))).isEqualTo(3);
    }

    @Test
    void whoStandsBelowTheDepartmentNamedStaysThere() {
        apply("ID,Name,Department,Team\n1,Ada Lovelace,Production,Line 1\n");
        assertThat(preview("ID,Name,Department\n1,Ada Lovelace,Production\n")
                        .counts()
                        .unchanged())
                .isOne();
    }

    @Test
    void textStaysText() {
        var names = List.of(
                "<img src=x onerror=alert(1)>",
                "😀 Smile",
                "محمد علي",
                "=cmd()",
                "O'Brien; drop table person",
                "{first}");
        var file = new StringBuilder("ID;Name;Position\n");
        for (var name : names) {
            file.append(names.indexOf(name)).append(";\"").append(name).append("\";=HYPERLINK(1)\n");
        }
        apply(file.toString());
        assertThat(people.list(ALL, PersonFilter.active(), PageRequest.of(0, 10)))
                .extracting(PersonRow::name)
                .containsExactlyInAnyOrderElementsOf(names);
    }

    @Test
    void aLevelInTheFileCountsAndIsKept() {
        apply("ID,Name,Position,Level\n1,Ada Lovelace,Analyst,Team lead\n2,Alan Turing,Analyst,\n");
        assertThat(one("1").level()).isEqualTo(Level.TEAM_LEAD);
        assertThat(one("2").level()).isEqualTo(Level.FRONT_LINE);
        assertThat(preview("ID,Name,Position\n1,Ada Lovelace,Analyst\n")
                        .counts()
                        .unchanged())
                .as("a level once given is not derived again")
                .isOne();
    }

    @Test
    void warnsOfSharedAddressesAndOfNamesakesUnderAnotherNumber() {
        apply("ID,Name\n007,James Bond\n");
        var preview = preview("ID,Name,E-mail\n7,James Bond,office@example.com\n8,Eve Moneypenny,OFFICE@example.com\n");
        assertThat(preview.remarks())
                .extracting(remark -> remark.row() + " " + remark.reason().key().replaceAll(".*\\.", ""))
                .containsExactly("2 namesake", "2 emailShared", "3 emailShared");
        assertThat(preview.counts().missing()).isOne();
    }

    @Test
    void theMappingIsRememberedInWhateverOrderTheColumnsCome() {
        var file = open("Nr,Who,What\n1,Ada Lovelace,Analyst\n", StandardCharsets.UTF_8);
        assertThat(file.remembered()).isFalse();
        var mapping = new ColumnMapping(
                Map.of(ImportField.EMPLOYEE_NUMBER, "Nr", ImportField.FULL_NAME, "Who", ImportField.JOB_TITLE, "What"),
                Map.of());
        imports.read(file, mapping, ImportProgress.SILENT);

        var later = open("What,Nr,Who\nAnalyst,1,Ada Lovelace\n", StandardCharsets.UTF_8);
        assertThat(later.remembered()).isTrue();
        assertThat(later.mapping()).isEqualTo(mapping);
        assertThat(open("What,Nr,Who,More\n", StandardCharsets.UTF_8).remembered())
                .isFalse();
    }

    @Test
    void readsWindowsTextAndSemicolons() {
        var file = open("Personalnummer;Nachname;Vorname\n1;Müller;Jörg\n", Charset.forName("windows-1252"));
        imports.apply(
                imports.preview(imports.read(file, file.mapping(), ImportProgress.SILENT), ImportOptions.DEFAULT),
                ImportProgress.SILENT);
        assertThat(one("1").name()).isEqualTo("Jörg Müller");
    }

    @Test
    void whoAppliesAStalePreviewIsToldAndNothingHappens() {
        var mine = preview("ID,Name\n1,Ada Lovelace\n");
        apply("ID,Name\n1,Ada King\n");
        assertThatExceptionOfType(StaleEditException.class)
                .isThrownBy(() -> imports.apply(mine, ImportProgress.SILENT));
        assertThat(one("1").name()).isEqualTo("Ada King");
        var fresh = imports.preview(mine.rows(), mine.options());
        assertThat(fresh.counts().changed()).isOne();
        imports.apply(fresh, ImportProgress.SILENT);
        assertThat(one("1").name()).isEqualTo("Ada Lovelace");
    }

    @Test
    void aChangeElsewhereInTheDirectoryThatShowsInTheFiguresMakesAPreviewStale() {
        var mine = preview("ID,Name\n1,Ada Lovelace\n");
        people.add(new PersonDraft("99", "Alan", "Turing", null, null, null, null, null, null, null, null, null));
        assertThatExceptionOfType(StaleEditException.class)
                .as("one more is missing in the file")
                .isThrownBy(() -> imports.apply(mine, ImportProgress.SILENT));
    }

    @Test
    void twoWhoApplyAtTheSameMomentDoNotAddAnybodyTwice() throws Exception {
        var file = new StringBuilder("ID,Name,Department,Manager\n");
        for (var n = 1; n <= 300; n++) {
            file.append(n)
                    .append(",Person ")
                    .append(n)
                    .append(",Department ")
                    .append(n % 7)
                    .append(",1\n");
        }
        var first = preview(file.toString());
        var second = preview(file.toString());
        Callable<@Nullable Exception> one = () -> tryApply(first);
        Callable<@Nullable Exception> two = () -> tryApply(second);
        try (var threads = Executors.newFixedThreadPool(2)) {
            Future<@Nullable Exception> a = threads.submit(new DelegatingSecurityContextCallable<>(one));
            Future<@Nullable Exception> b = threads.submit(new DelegatingSecurityContextCallable<>(two));
            assertThat(new @Nullable Exception[] {a.get(), b.get()})
                    .satisfiesOnlyOnce(outcome -> assertThat(outcome).isNull())
                    .satisfiesOnlyOnce(outcome -> assertThat(outcome).isInstanceOf(StaleEditException.class));
        }
        assertThat(fixture.count("person")).isEqualTo(300);
        assertThat(fixture.count("team")).isEqualTo(7);
    }

    @Test
    void onlyHrImports() {
        SignedIn.as(Role.ADMIN, Role.MANAGER, Role.EXECUTIVE, Role.MEMBER);
        assertThatExceptionOfType(AccessDeniedException.class)
                .isThrownBy(() -> open("ID,Name\n1,Ada\n", StandardCharsets.UTF_8));
    }

    private @Nullable Exception tryApply(ImportPreview preview) {
        try {
            imports.apply(preview, ImportProgress.SILENT);
            return null;
        } catch (RuntimeException e) {
            return e;
        }
    }

    private void apply(String content) {
        imports.apply(preview(content), ImportProgress.SILENT);
    }

    private ImportPreview preview(String content) {
        return imports.preview(read(content), ImportOptions.DEFAULT);
    }

    private ImportRows read(String content) {
        var file = open(content, StandardCharsets.UTF_8);
        return imports.read(file, file.mapping(), ImportProgress.SILENT);
    }

    private ImportFile open(String content, Charset charset) {
        try {
            var path = Files.createTempFile(folder, "people", ".csv");
            Files.write(path, content.getBytes(charset));
            return imports.open(path, "people.csv", null);
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    private PersonRow one(String number) {
        return people.list(ALL, PersonFilter.active().state(State.ALL), PageRequest.of(0, 1000)).stream()
                .filter(person -> person.employeeNumber().equals(number))
                .findFirst()
                .orElseThrow();
    }
}
