package org.weft.reports;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.weft.access.Scope;
import org.weft.objectives.AssignmentStatus;
import org.weft.people.Departments;
import org.weft.people.Level;

/** Counts a cycle's people and their objectives in one statement, by cohort, department, level and time zone. */
@Component
class CycleFigures {

    private static final String PEOPLE = """
            select pt.cohort_id, c.name as cohort, d.id as department_id, d.name as department, p.level, p.time_zone,
                count(*) as participants,
                count(case when pt.conversation_count > 0 then 1 end) as talking,
                sum(pt.conversation_count) as talks,
                count(case when pt.health in ('AT_RISK', 'OFF_TRACK') then 1 end) as at_risk,
                sum(pt.progress) as progress,
                %s,
                sum(a.before_all) as before_all, sum(a.on_first) as on_first, sum(a.on_second) as on_second
            from participant pt
            join cohort c on c.id = pt.cohort_id
            join person p on p.id = pt.person_id
            left join team t on t.id = p.team_id
            %s
            left join (
                select a.participant_id,
                    %s,
                    count(case when %s and a.due_on < :first then 1 end) as before_all,
                    count(case when %s and a.due_on = :first then 1 end) as on_first,
                    count(case when %s and a.due_on = :second then 1 end) as on_second
                from assignment a where a.cycle_id = :cycle
                group by a.participant_id) a on a.participant_id = pt.id
            where pt.cycle_id = :cycle and %s
            group by pt.cohort_id, c.name, d.id, d.name, p.level, p.time_zone""";

    private final JdbcClient jdbc;
    private final Clock clock;
    private final ZoneId fallback;

    CycleFigures(JdbcClient jdbc, Clock clock, @Value("${weft.time-zone}") ZoneId fallback) {
        this.jdbc = jdbc;
        this.clock = clock;
        this.fallback = fallback;
    }

    /** The participants in scope; what is overdue goes by the moment. */
    List<FigureCell> people(Scope scope, long cycleId, Instant asOf) {
        // On earth it is up to three days at a time. Due before the first is overdue everywhere, due on the third
        // nowhere.
        var first = LocalDate.ofInstant(asOf, ZoneOffset.ofHours(-12));
        var open = open();
        var sql = PEOPLE.formatted(
                statuses("sum(a.%1$s) as %1$s"),
                Departments.JOINED,
                statuses("count(case when a.status = '%2$s' then 1 end) as %1$s"),
                open,
                open,
                open,
                scope.condition("pt.person_id"));
        var cells = new LinkedHashMap<FigureCell.Key, FigureCell>();
        jdbc.sql(sql)
                .params(scope.parameters())
                .param("cycle", cycleId)
                .param("first", first)
                .param("second", first.plusDays(1))
                .query((row, n) -> cell(row, first, asOf))
                .list()
                .forEach(cell -> cells.merge(
                        cell.key(), cell, (a, b) -> a.with(a.figures().plus(b.figures()))));
        return List.copyOf(cells.values());
    }

    private FigureCell cell(ResultSet row, LocalDate first, Instant asOf) throws SQLException {
        var objectives = objectives(row);
        var today = today(row.getString("time_zone"), asOf);
        var overdue = row.getLong("before_all")
                + (today.isAfter(first) ? row.getLong("on_first") : 0)
                + (today.isAfter(first.plusDays(1)) ? row.getLong("on_second") : 0);
        return new FigureCell(
                row.getLong("cohort_id"),
                row.getString("cohort"),
                row.getObject("department_id", Long.class),
                row.getString("department"),
                Level.valueOf(row.getString("level")),
                new Figures(
                        row.getInt("participants"),
                        row.getInt("talking"),
                        row.getLong("talks"),
                        0,
                        row.getInt("at_risk"),
                        row.getDouble("progress"),
                        objectives,
                        overdue));
    }

    /** The counts of columns named as the statuses are. */
    static Map<AssignmentStatus, Long> objectives(ResultSet row) throws SQLException {
        var objectives = new EnumMap<AssignmentStatus, Long>(AssignmentStatus.class);
        for (var status : AssignmentStatus.values()) {
            objectives.put(status, row.getLong(status.name().toLowerCase(Locale.ROOT)));
        }
        return objectives;
    }

    /** The day it is in a person's zone; in the portal's where the person has none or an unknown one. */
    LocalDate today(@Nullable String zone) {
        return today(zone, clock.instant());
    }

    /** The day it was in a person's zone at a moment. */
    LocalDate today(@Nullable String zone, Instant moment) {
        try {
            return LocalDate.ofInstant(moment, zone == null ? fallback : ZoneId.of(zone));
        } catch (DateTimeException unknown) {
            return LocalDate.ofInstant(moment, fallback);
        }
    }

    static String open() {
        return Stream.of(AssignmentStatus.values())
                .filter(AssignmentStatus::isOpen)
                .map(status -> "'" + status.name() + "'")
                .collect(Collectors.joining(", ", "a.status in (", ")"));
    }

    static String statuses(String column) {
        return Stream.of(AssignmentStatus.values())
                .map(status -> column.formatted(status.name().toLowerCase(Locale.ROOT), status.name()))
                .collect(Collectors.joining(", "));
    }
}
