package org.weft.reports;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.weft.access.Scope;
import org.weft.base.DatabaseDialect;
import org.weft.people.Departments;
import org.weft.programs.CycleScope;
import org.weft.reports.Meetings.Grain;

/** Reads who has talked with whom outside the own team, as finely as a reader can take in. */
@Component
class MeetingsReader {

    /** More rows than this are told one grain coarser. */
    static final int MOST_ROWS = 30;

    private static final int MOST_COLUMNS = 10;

    private static final String ROWS = """
            select distinct %1$s as row_id, %2$s as row_name, %3$s as sorting
            from participant pt
            join person p on p.id = pt.person_id
            left join team t on t.id = p.team_id
            %4$s
            where %5$s and %1$s is not null
            order by 3, 1 fetch first %6$d rows only""";

    private static final String MET = """
            select %1$s as row_id, %2$s.id as column_id, min(%2$s.name) as column_name, count(distinct c.id) as talks
            from participant pt
            join cycle cy on cy.id = pt.cycle_id
            join conversation_person_team own on own.person_id = pt.person_id
            join conversation c on c.id = own.conversation_id and c.held_on between cy.starts_on and cy.ends_on
            join conversation_person_team other on other.conversation_id = c.id and other.person_id <> own.person_id
                and other.team_id is distinct from own.team_id
            join person p on p.id = pt.person_id
            %3$s
            where %4$s and %5$s
            group by %1$s, %2$s.id""";

    /** Looked up for each: worked out for all teams, the departments would cost a team of twenty most of what it waits. */
    private static final String OWN_DEPARTMENT = join("d", Departments.idOf("p.team_id"));

    private static final String OTHER_TEAM = join("ot", "other.team_id");
    private static final String OTHER_DEPARTMENT = join("od", Departments.idOf("other.team_id"));

    private final JdbcClient jdbc;
    private final DatabaseDialect dialect;

    MeetingsReader(JdbcClient jdbc, DatabaseDialect dialect) {
        this.jdbc = jdbc;
        this.dialect = dialect;
    }

    private record Names(String id, String name, String sorting) {}

    private record Met(long row, long column, String name, long talks) {}

    Meetings read(Scope scope, long cycleId) {
        for (var grain : List.of(Grain.PEOPLE, Grain.TEAMS)) {
            var rows = rows(grain, scope, cycleId, MOST_ROWS + 1);
            if (rows.size() <= MOST_ROWS) {
                return meetings(grain, rows, met(grain, scope, cycleId));
            }
        }
        return meetings(
                Grain.DEPARTMENTS,
                rows(Grain.DEPARTMENTS, scope, cycleId, MOST_ROWS),
                met(Grain.DEPARTMENTS, scope, cycleId));
    }

    private static String join(String name, String teamId) {
        return "join team " + name + " on " + name + ".id = " + teamId + "\n";
    }

    private Map<Long, String> rows(Grain grain, Scope scope, long cycleId, int limit) {
        var names = row(grain);
        var rows = new LinkedHashMap<Long, String>();
        jdbc.sql(ROWS.formatted(
                        names.id(),
                        names.name(),
                        names.sorting(),
                        grain == Grain.DEPARTMENTS ? OWN_DEPARTMENT : "",
                        CycleScope.condition(scope, ":cycle", dialect),
                        limit))
                .params(scope.parameters())
                .param("cycle", cycleId)
                .query(row -> {
                    rows.put(row.getLong("row_id"), row.getString("row_name"));
                });
        return rows;
    }

    private static Names row(Grain grain) {
        return switch (grain) {
            case PEOPLE -> new Names("p.id", "p.display_name", "p.sort_name");
            case TEAMS -> new Names("t.id", "t.name", "t.name");
            case DEPARTMENTS -> new Names("d.id", "d.name", "d.name");
        };
    }

    private List<Met> met(Grain grain, Scope scope, long cycleId) {
        var whom = CycleScope.condition(scope, ":cycle", dialect);
        var sql = switch (grain) {
            case PEOPLE -> MET.formatted("p.id", "ot", OTHER_TEAM, whom, "1 = 1");
            case TEAMS -> MET.formatted("p.team_id", "od", OTHER_DEPARTMENT, whom, "p.team_id is not null");
            case DEPARTMENTS -> MET.formatted("d.id", "od", OTHER_DEPARTMENT + OWN_DEPARTMENT, whom, "od.id <> d.id");
        };
        return jdbc.sql(sql)
                .params(scope.parameters())
                .param("cycle", cycleId)
                .query((found, n) -> new Met(
                        found.getLong("row_id"),
                        found.getLong("column_id"),
                        found.getString("column_name"),
                        found.getLong("talks")))
                .list();
    }

    private static Meetings meetings(Grain grain, Map<Long, String> names, List<Met> met) {
        var totals = met.stream().collect(Collectors.groupingBy(Met::column, Collectors.summingLong(Met::talks)));
        var named = met.stream().collect(Collectors.toMap(Met::column, Met::name, (a, b) -> a));
        var most = totals.entrySet().stream()
                .sorted(Map.Entry.<Long, Long>comparingByValue().reversed().thenComparing(Map.Entry.comparingByKey()))
                .map(Map.Entry::getKey)
                .toList();
        // A single one too many is shown rather than called "others".
        var shown = most.size() <= MOST_COLUMNS + 1 ? most : most.subList(0, MOST_COLUMNS);
        var columns = new ArrayList<Meetings.Column>();
        shown.forEach(id -> columns.add(new Meetings.Column(named.get(id))));
        if (shown.size() < most.size()) {
            columns.add(new Meetings.Column(null));
        }
        var counts = new HashMap<Long, long[]>();
        met.forEach(one -> {
            var at = shown.indexOf(one.column());
            counts.computeIfAbsent(one.row(), id -> new long[columns.size()])[at < 0 ? shown.size() : at] +=
                    one.talks();
        });
        var none = new long[columns.size()];
        var rows = names.entrySet().stream()
                .map(row -> new Meetings.Row(
                        row.getKey(),
                        row.getValue(),
                        Arrays.stream(counts.getOrDefault(row.getKey(), none))
                                .boxed()
                                .toList()))
                .toList();
        return new Meetings(grain, rows, columns);
    }
}
