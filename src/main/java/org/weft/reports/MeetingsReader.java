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
import org.weft.people.Departments;
import org.weft.reports.Meetings.Grain;

/** Reads who has talked with whom outside the own team, as finely as a reader can take in. */
@Component
class MeetingsReader {

    /** More rows than this are told one grain coarser. */
    static final int MOST_ROWS = 30;

    private static final int MOST_COLUMNS = 10;

    /** Each team with its department. */
    private static final String PLACES =
            "(select t.id as team_id, d.id as department_id, d.name as department from team t " + Departments.JOINED
                    + ")";

    private static final String ROWS = """
            select distinct %s as row_id, %s as row_name, %s as sorting
            from participant pt
            join person p on p.id = pt.person_id
            left join team t on t.id = p.team_id
            left join %s place on place.team_id = p.team_id
            where pt.cycle_id = :cycle and %s and %s is not null
            order by 3, 1 fetch first %d rows only""";

    private static final String MET = """
            select %s as row_id, %s as column_id, min(%s) as column_name, count(distinct c.id) as talks
            from participant pt
            join cycle cy on cy.id = pt.cycle_id
            join conversation_person_team own on own.person_id = pt.person_id
            join conversation c on c.id = own.conversation_id and c.held_on between cy.starts_on and cy.ends_on
            join conversation_person_team other on other.conversation_id = c.id and other.person_id <> own.person_id
                and other.team_id is distinct from own.team_id
            join team ot on ot.id = other.team_id
            join %s other_place on other_place.team_id = other.team_id
            join person p on p.id = pt.person_id
            left join %s place on place.team_id = p.team_id
            where pt.cycle_id = :cycle and %s and %s
            group by %s, %s""";

    private final JdbcClient jdbc;

    MeetingsReader(JdbcClient jdbc) {
        this.jdbc = jdbc;
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

    private Map<Long, String> rows(Grain grain, Scope scope, long cycleId, int limit) {
        var names = row(grain);
        var rows = new LinkedHashMap<Long, String>();
        jdbc.sql(ROWS.formatted(
                        names.id(),
                        names.name(),
                        names.sorting(),
                        PLACES,
                        scope.condition("pt.person_id"),
                        names.id(),
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
            case DEPARTMENTS -> new Names("place.department_id", "place.department", "place.department");
        };
    }

    private List<Met> met(Grain grain, Scope scope, long cycleId) {
        var row = grain == Grain.TEAMS ? "p.team_id" : row(grain).id();
        var column = grain == Grain.PEOPLE ? "other.team_id" : "other_place.department_id";
        var columnName = grain == Grain.PEOPLE ? "ot.name" : "other_place.department";
        var outside =
                grain == Grain.DEPARTMENTS ? "other_place.department_id <> place.department_id" : row + " is not null";
        return jdbc.sql(MET.formatted(
                        row, column, columnName, PLACES, PLACES, scope.condition("pt.person_id"), outside, row, column))
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
