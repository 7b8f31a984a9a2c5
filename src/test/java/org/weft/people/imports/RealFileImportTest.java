package org.weft.people.imports;

import static java.util.stream.Collectors.counting;
import static java.util.stream.Collectors.groupingBy;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.data.domain.PageRequest;
import org.weft.access.Role;
import org.weft.access.Scope;
import org.weft.people.Level;
import org.weft.people.PersonFilter;
import org.weft.people.PersonFilter.State;
import org.weft.people.PersonRow;
import org.weft.people.PersonService;
import org.weft.people.TeamNode;
import org.weft.people.TeamService;
import org.weft.testing.Fixture;
import org.weft.testing.SignedIn;
import org.weft.testing.WeftTest;

/** The real file goes through as it is. */
@WeftTest
class RealFileImportTest {

    private static final Scope ALL = new Scope.Everybody();

    @Autowired
    ImportService imports;

    @Autowired
    PersonService people;

    @Autowired
    TeamService teams;

    @Autowired
    Fixture fixture;

    @BeforeEach
    void signIn() {
        SignedIn.as(Role.HR);
    }

    @Test
    void everybodyArrivesWithoutAHandLaidOnTheFile() {
        var preview = preview();
        assertThat(preview.counts()).isEqualTo(new ImportCounts(311, 311, 104, 0, 0, 0, 0, 75, 0));
        assertThat(preview.remarks()).allSatisfy(remark -> {
            assertThat(remark.severity()).isEqualTo(Remark.Severity.WARNING);
            assertThat(remark.reason().key()).isEqualTo("people.import.warning.managerUnknown");
        });
        assertThat(preview.remarks().stream().collect(groupingBy(Remark::value, counting())))
                .isEqualTo(Map.of(
                        "Webster Butler", 21L,
                        "Michael Albert", 22L,
                        "David Stanley", 21L,
                        "Alex Sweetwater", 9L,
                        "Board of Directors", 2L));

        imports.apply(preview, ImportProgress.SILENT);

        assertThat(people.count(ALL, PersonFilter.active().state(State.ALL))).isEqualTo(311);
        assertThat(people.count(ALL, PersonFilter.active())).isEqualTo(207);
        assertThat(people.count(ALL, PersonFilter.active().state(State.LEFT))).isEqualTo(104);
        assertThat(people.count(ALL, PersonFilter.active().withoutEmail(true))).isEqualTo(207);
        assertThat(teams.tree())
                .extracting(TeamNode::name)
                .containsExactly(
                        "Admin Offices", "Executive Office", "IT/IS", "Production", "Sales", "Software Engineering");
    }

    @Test
    void namesManagersLevelsAndDatesAreRight() {
        imports.apply(preview(), ImportProgress.SILENT);

        var adinolfi = one("10026");
        assertThat(adinolfi.name()).isEqualTo("Wilson K Adinolfi");
        assertThat(adinolfi.teamName()).isEqualTo("Production");
        assertThat(adinolfi.managerName()).isNull();
        assertThat(adinolfi.joinedOn()).hasToString("2011-07-05");
        assertThat(one("10084").leftOn()).hasToString("2016-06-16");
        assertThat(one("10084").managerName()).isEqualTo("Simon Roup");

        var all = people.list(ALL, PersonFilter.active().state(State.ALL), PageRequest.of(0, 500));
        assertThat(all)
                .filteredOn(person -> "Brandon R LeBlanc".equals(person.managerName()))
                .hasSize(7);
        assertThat(all).filteredOn(person -> person.managerName() == null).hasSize(75);
        assertThat(all.stream().collect(groupingBy(PersonRow::level, counting())))
                .isEqualTo(
                        Map.of(Level.EXECUTIVE, 6L, Level.MANAGER, 23L, Level.TEAM_LEAD, 1L, Level.FRONT_LINE, 281L));
        assertThat(all)
                .filteredOn(person -> person.level() == Level.EXECUTIVE)
                .extracting(PersonRow::jobTitle)
                .containsExactlyInAnyOrder(
                        "BI Director",
                        "CIO",
                        "Director of Operations",
                        "Director of Sales",
                        "IT Director",
                        "President & CEO");
    }

    @Test
    void leadsSeeTheirWholeLine() {
        imports.apply(preview(), ImportProgress.SILENT);

        var direct = fixture.jdbc()
                .sql("select count(*) from reporting_line where depth = 1")
                .query(Integer.class)
                .single();
        assertThat(direct).isEqualTo(311 - 75);
        var king = fixture.jdbc()
                .sql("select id from person where display_name = 'Janet King'")
                .query(Long.class)
                .single();
        var belowKing = people.count(new Scope.Led(king), PersonFilter.active().state(State.ALL)) - 1;
        var byHand =
                fixture.jdbc().sql("""
                        with recursive below (id) as (
                            select id from person where manager_id = :king
                            union all select p.id from person p join below b on p.manager_id = b.id)
                        select count(*) from below""").param("king", king).query(Integer.class).single();
        assertThat(belowKing).isEqualTo(byHand).isGreaterThan(100);
    }

    @Test
    void theSameFileAgainChangesNothing() {
        imports.apply(preview(), ImportProgress.SILENT);

        var again = preview();
        assertThat(again.counts().unchanged()).isEqualTo(311);
        assertThat(again.counts().changesAnything()).isFalse();
        assertThat(again.canApply()).isFalse();
    }

    @Test
    void nothingButMappedColumnsIsStored() {
        imports.apply(preview(), ImportProgress.SILENT);

        for (var table : List.of("person", "team", "audit_entry", "import_mapping", "setting")) {
            var rows = fixture.jdbc().sql("select * from " + table).query().listOfRows();
            // Numbers the database gives may look like a salary.
            assertThat(rows.toString().replaceAll("\\b\\w*id=\\d+", ""))
                    .as(table)
                    .doesNotContain(
                            "62506", // a salary
                            "1983-07-10", // a birth date
                            "US Citizen",
                            "Black or African American",
                            "LinkedIn",
                            "career change",
                            "DOB",
                            "RaceDesc");
        }
    }

    @Test
    void theTrailHasOneEntryForTheImportAndOneForEachPerson() {
        imports.apply(preview(), ImportProgress.SILENT);

        assertThat(fixture.jdbc()
                        .sql("select detail from audit_entry where action = 'PEOPLE_IMPORTED'")
                        .query(String.class)
                        .list())
                .containsExactly("311 rows: 311 new, 0 changed, 0 left, 0 unchanged, 0 refused");
        assertThat(fixture.jdbc()
                        .sql(
                                "select count(*) from audit_entry a join person p on p.id = a.person_id where a.action = 'PERSON_ADDED'")
                        .query(Integer.class)
                        .single())
                .isEqualTo(311);
    }

    @Test
    void takesTwoSecondsAtMost() {
        imports.preview(imports.read(open(), open().mapping(), ImportProgress.SILENT), ImportOptions.DEFAULT);

        var start = System.nanoTime();
        imports.apply(preview(), ImportProgress.SILENT);
        assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofSeconds(2));
    }

    private ImportFile open() {
        return imports.open(RealFile.path(), RealFile.NAME, null);
    }

    private ImportPreview preview() {
        var file = open();
        return imports.preview(imports.read(file, file.mapping(), ImportProgress.SILENT), ImportOptions.DEFAULT);
    }

    private PersonRow one(String number) {
        return people.list(ALL, PersonFilter.active().state(State.ALL).text(number), PageRequest.of(0, 2))
                .getFirst();
    }
}
