package org.weft.reports;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.setup.SecurityMockMvcConfigurers.springSecurity;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;

import com.jayway.jsonpath.JsonPath;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.apache.poi.ss.usermodel.CellType;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.setup.MockMvcBuilders;
import org.springframework.web.context.WebApplicationContext;
import org.weft.access.AccessTokenDraft;
import org.weft.access.AccessTokenService;
import org.weft.access.AccountDetails;
import org.weft.access.AccountDraft;
import org.weft.access.AccountService;
import org.weft.access.ExecutiveReach;
import org.weft.access.Role;
import org.weft.testing.Fixture;
import org.weft.testing.SignedIn;
import org.weft.testing.WeftTest;
import org.weft.workbook.ReadLimits;
import org.weft.workbook.TableReader;

/** Facts as programs fetch them, through the filters and with a token. */
@WeftTest
class FactsEndpointTest {

    private static final String HOSTILE = "=cmd|'/c calc'!A1 \"<b>\",\n👩‍🚀";

    @Autowired
    WebApplicationContext context;

    @Autowired
    AccountService accounts;

    @Autowired
    AccessTokenService tokens;

    @Autowired
    Fixture fixture;

    @TempDir
    Path directory;

    private MockMvc mvc;
    private Quarter quarter;

    @BeforeEach
    void quarter() {
        mvc = MockMvcBuilders.webAppContextSetup(context)
                .apply(springSecurity())
                .build();
        quarter = new Quarter(fixture);
        quarter.assign(quarter.salesPeople[1], "COMPLETED", Quarter.PAST);
        quarter.assign(quarter.salesPeople[2], "IN_PROGRESS", Quarter.PAST);
        quarter.assign(quarter.productionPeople[1], "NOT_STARTED", Quarter.AHEAD);
        quarter.talk(Quarter.PAST, quarter.salesPeople[1], quarter.productionPeople[1]);
        quarter.talk(Quarter.PAST, quarter.salesPeople[1], quarter.salesPeople[2]);
    }

    private String token(@Nullable Long personId, Role... roles) {
        SignedIn.as(Role.ADMIN);
        var id = accounts.create(new AccountDraft(
                "program", "Ada's script", null, Set.of(roles), personId, ExecutiveReach.WHOLE, "en", "UTC", true));
        SignedIn.with(new AccountDetails(
                id,
                "program",
                "Ada's script",
                null,
                true,
                Set.of(roles),
                personId,
                ExecutiveReach.WHOLE,
                Locale.ENGLISH,
                ZoneOffset.UTC));
        var token = tokens.create(new AccessTokenDraft("Test", 30));
        SecurityContextHolder.clearContext();
        return token;
    }

    private MockHttpServletResponse ask(String token, String path) throws Exception {
        return mvc.perform(get(path).header("Authorization", "Bearer " + token))
                .andReturn()
                .getResponse();
    }

    private Map<String, Object> json(String token, String path) throws Exception {
        var response = ask(token, path);
        assertThat(response.getStatus()).as(path).isEqualTo(200);
        assertThat(response.getContentType()).isEqualTo("application/json");
        return JsonPath.read(response.getContentAsString(StandardCharsets.UTF_8), "$");
    }

    private String cycle(String table) {
        return "/api/v1/cycles/" + quarter.cycle + "/" + table;
    }

    @SuppressWarnings("unchecked")
    private static List<Map<String, Object>> rows(Map<String, Object> page) {
        return (List<Map<String, Object>>) page.get("rows");
    }

    /** Every page, one after the other. */
    private List<Map<String, Object>> all(String token, String path, Runnable between) throws Exception {
        var rows = new ArrayList<Map<String, Object>>();
        String next = path;
        while (next != null) {
            var page = json(token, next);
            rows.addAll(rows(page));
            next = (String) page.get("next");
            between.run();
        }
        return rows;
    }

    private static Map<String, Object> named(List<Map<String, Object>> rows, String name) {
        return rows.stream()
                .filter(row -> name.equals(row.get("name")))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void cyclesSayWhichTheyAre() throws Exception {
        var rows = rows(json(token(null, Role.EXECUTIVE), "/api/v1/cycles"));
        assertThat(rows).hasSize(1);
        assertThat(rows.getFirst())
                .containsEntry("name", "Q4 2026")
                .containsEntry("startsOn", "2026-10-01")
                .containsEntry("endsOn", "2026-12-31")
                .containsEntry("current", true);
        assertThat((String) rows.getFirst().get("program")).startsWith("Program ");
        assertThat(((Number) rows.getFirst().get("id")).longValue()).isEqualTo(quarter.cycle);
    }

    @Test
    void aFactIsSaidInCodesAndIsoWhateverTheLanguage() throws Exception {
        var hr = token(null, Role.HR);
        var people = rows(json(hr, cycle("people")));
        assertThat(people).hasSize(13);
        assertThat(named(people, "Sally1 Sales"))
                .containsEntry("department", "Sales")
                .containsEntry("team", "North")
                .containsEntry("level", "FRONT_LINE")
                .containsEntry("cohort", "All")
                .containsEntry("conversations", 2)
                .containsEntry("health", "NOT_UPDATED")
                .containsEntry("lastReminderAt", null);
        var objectives = rows(json(hr, cycle("objectives")));
        assertThat(objectives).hasSize(3);
        assertThat(named(objectives, "Sally2 Sales"))
                .containsEntry("status", "IN_PROGRESS")
                .containsEntry("dueOn", "2026-11-02")
                .containsEntry("overdue", true)
                .containsEntry("statusAt", "2026-10-01T08:00:00Z");
        assertThat(named(objectives, "Sally1 Sales")).containsEntry("overdue", false);
        var conversations = rows(json(hr, cycle("conversations")));
        assertThat(conversations).hasSize(2);
        assertThat(conversations.getFirst())
                .containsEntry("heldOn", "2026-11-02")
                .containsEntry("people", List.of("Peter1 Production", "Sally1 Sales"))
                .containsEntry("departments", List.of("Production", "Sales"))
                .containsEntry("acrossDepartments", true);
        assertThat((List<?>) conversations.getFirst().get("personIds")).hasSize(2);
        assertThat(conversations.get(1)).containsEntry("acrossDepartments", false);
    }

    @ParameterizedTest
    @ValueSource(strings = {"people", "objectives", "conversations"})
    void pagesHoldEveryRowOnceAndSoDoFiles(String table) throws Exception {
        var hr = token(null, Role.HR);
        var whole = rows(json(hr, cycle(table)));
        for (var limit : List.of(1, 2, whole.size(), 1000)) {
            assertThat(all(hr, cycle(table) + "?limit=" + limit, () -> {})).isEqualTo(whole);
        }
        var id = whole.getFirst().keySet().iterator().next();
        assertThat(csv(ask(hr, cycle(table) + ".csv"), ','))
                .extracting(row -> row.getField(id))
                .containsExactlyInAnyOrderElementsOf(
                        whole.stream().map(row -> String.valueOf(row.get(id))).toList());
    }

    @Test
    void rowsAddedOrRenamedMeanwhileMakeNoGapAndNoDouble() throws Exception {
        var hr = token(null, Role.HR);
        var before = ids(rows(json(hr, cycle("people"))));
        var read = ids(all(hr, cycle("people") + "?limit=3", () -> {
            if (fixture.count("participant") < 20) {
                quarter.join(fixture.person("Aaron First"));
                quarter.join(fixture.person("Zoe Zuletzt"));
            }
            fixture.jdbc().sql("""
                            update participant set sort_name = 'zzz'
                            where sort_name = (select min(sort_name) from participant)""").update();
        }));
        assertThat(read).doesNotHaveDuplicates().containsAll(before).hasSizeGreaterThan(before.size());
    }

    private static List<Object> ids(List<Map<String, Object>> people) {
        return people.stream().map(row -> row.get("participantId")).toList();
    }

    @Test
    void managersReadThoseTheyLeadAndNoConversations() throws Exception {
        var manager = token(quarter.salesLead, Role.MANAGER);
        assertThat(rows(json(manager, cycle("people"))))
                .hasSize(7)
                .allSatisfy(row -> assertThat((String) row.get("name")).doesNotContain("Peter"));
        assertThat(rows(json(manager, cycle("objectives")))).hasSize(2);
        assertThat(csv(ask(manager, cycle("people.csv")), ',')).hasSize(7);
        for (var path : List.of("conversations", "conversations.csv", "conversations.xlsx")) {
            refused(ask(manager, cycle(path)), 403);
        }
        var other = fixture.cycle();
        refused(ask(manager, "/api/v1/cycles/" + other + "/people"), 404);
        refused(ask(manager, "/api/v1/cycles/" + other + "/people.csv"), 404);
        assertThat(rows(json(manager, "/api/v1/cycles"))).hasSize(1);
    }

    @Test
    void executivesReadNoPersonalRow() throws Exception {
        var executive = token(null, Role.EXECUTIVE);
        for (var path : List.of("people", "objectives", "conversations", "people.csv", "objectives.xlsx")) {
            refused(ask(executive, cycle(path)), 403);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "people?limit=0",
                "people?limit=1001",
                "people?limit=x",
                "people?after=-1",
                "people?after=x",
                "people.csv?separator=x"
            })
    void aWrongParameterIsSaid(String path) throws Exception {
        refused(ask(token(null, Role.HR), cycle(path)), 400);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/api",
                "/api/",
                "/api/v1",
                "/api/v2/cycles",
                "/api/v1/cycles/1/secrets",
                "/api/v1/cycles/1/people.pdf",
                "/api/v1/cycles/999999999/people",
                "/api/v1/cycles/999999999/people.xlsx"
            })
    void whatIsNotThereIsNotThePortal(String path) throws Exception {
        refused(ask(token(null, Role.HR), path), 404);
    }

    private static void refused(MockHttpServletResponse response, int status) throws Exception {
        assertThat(response.getStatus()).isEqualTo(status);
        assertThat(response.getContentType()).isEqualTo("application/problem+json");
        assertThat(String.valueOf(response.getHeader("Content-Disposition"))).doesNotContain("attachment");
        Map<String, Object> problem = JsonPath.read(response.getContentAsString(), "$");
        assertThat(problem).containsEntry("status", status).containsKey("detail");
    }

    private List<NamedCsvRecord> csv(MockHttpServletResponse response, char separator) throws Exception {
        assertThat(response.getStatus()).isEqualTo(200);
        assertThat(response.getContentType()).isEqualTo("text/csv;charset=UTF-8");
        var text = response.getContentAsString(StandardCharsets.UTF_8);
        assertThat(text).startsWith("\ufeff");
        try (var reader = CsvReader.builder().fieldSeparator(separator).ofNamedCsvRecord(text.substring(1))) {
            return reader.stream().toList();
        }
    }

    @Test
    void hostileNamesStayTextInEveryForm() throws Exception {
        fixture.jdbc()
                .sql("update participant set display_name = ? where person_id = ?")
                .params(HOSTILE, quarter.salesPeople[3])
                .update();
        var hr = token(null, Role.HR);

        assertThat(rows(json(hr, cycle("people")))).anyMatch(row -> HOSTILE.equals(row.get("name")));
        assertThat(csv(ask(hr, cycle("people.csv")), ','))
                .anyMatch(row -> row.getField("name").equals("'" + HOSTILE));
        var semicolons = ask(hr, cycle("people.csv?separator=semicolon"));
        assertThat(csv(semicolons, ';')).anyMatch(row -> row.getField("name").equals("'" + HOSTILE));
        var file = directory.resolve("people.csv");
        Files.write(file, semicolons.getContentAsByteArray());
        try (var table = TableReader.open(file, "people.csv", ReadLimits.ofMegabytes(1));
                var read = table.rows()) {
            var name = table.header().indexOf("name");
            assertThat(read.map(row -> row.cell(name))).hasSize(13).contains("'" + HOSTILE);
        }
        try (var workbook = workbook(ask(hr, cycle("people.xlsx")))) {
            var cells = new ArrayList<String>();
            for (var row : workbook.getSheet("people")) {
                for (var cell : row) {
                    assertThat(cell.getCellType()).isNotEqualTo(CellType.FORMULA);
                    cells.add(cell.toString());
                }
            }
            assertThat(cells).contains(HOSTILE);
        }
    }

    private static XSSFWorkbook workbook(MockHttpServletResponse response) throws Exception {
        assertThat(response.getStatus()).isEqualTo(200);
        assertThat(response.getContentType())
                .isEqualTo("application/vnd.openxmlformats-officedocument.spreadsheetml.sheet");
        return new XSSFWorkbook(new ByteArrayInputStream(response.getContentAsByteArray()));
    }

    @Test
    void filesSayTheSameAsJson() throws Exception {
        var hr = token(null, Role.HR);
        for (var table : List.of("people", "objectives", "conversations")) {
            var rows = rows(json(hr, cycle(table)));
            var names = List.copyOf(rows.getFirst().keySet());
            var csv = csv(ask(hr, cycle(table + ".csv")), ',');
            assertThat(csv.getFirst().getHeader()).isEqualTo(names);
            var byId = new LinkedHashMap<String, NamedCsvRecord>();
            csv.forEach(row -> byId.put(row.getField(0), row));
            for (var row : rows) {
                var same = Objects.requireNonNull(byId.get(String.valueOf(row.get(names.getFirst()))));
                for (var name : names) {
                    assertThat(same.getField(name)).as(name).isEqualTo(inFile(row.get(name)));
                }
            }
            try (var workbook = workbook(ask(hr, cycle(table + ".xlsx")))) {
                var sheet = workbook.getSheet(table);
                assertThat(sheet.getLastRowNum()).isEqualTo(rows.size());
                var header = new ArrayList<String>();
                sheet.getRow(0).forEach(cell -> header.add(cell.getStringCellValue()));
                assertThat(header).isEqualTo(names);
            }
        }
        var response = ask(hr, cycle("people.csv"));
        assertThat(response.getHeader("Content-Disposition"))
                .isEqualTo("attachment; filename=\"people-" + quarter.cycle + ".csv\"");
    }

    private static String inFile(@Nullable Object value) {
        return switch (value) {
            case null -> "";
            case List<?> list ->
                String.join("; ", list.stream().map(String::valueOf).toList());
            case Double number when number == Math.rint(number) -> Long.toString(number.longValue());
            default -> value.toString();
        };
    }

    @Test
    void theTrailSaysOnceThatAProgramReadATable() throws Exception {
        var hr = token(null, Role.HR);
        all(hr, cycle("people") + "?limit=2", () -> {});
        ask(hr, cycle("people.csv"));
        assertThat(fixture.jdbc()
                        .sql(
                                "select detail from audit_entry where action = 'FACTS_READ' and actor_name = 'Ada''s script' order by id")
                        .query(String.class)
                        .list())
                .containsExactly("people json", "people csv");
    }

    @Test
    void whatAcceptSaysMakesNoDifference() throws Exception {
        var response = mvc.perform(get(cycle("people"))
                        .header("Authorization", "Bearer " + token(null, Role.HR))
                        .header("Accept", "text/csv"))
                .andReturn()
                .getResponse();
        assertThat(response.getStatus()).isEqualTo(200);
        assertThat(response.getContentType()).isEqualTo("application/json");
    }
}
