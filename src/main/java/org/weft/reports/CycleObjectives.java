package org.weft.reports;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.weft.access.Scope;
import org.weft.objectives.ObjectiveType;

/** Counts the objectives of a cycle by the day they were completed, by the day they are due, and by their template. */
@Component
class CycleObjectives {

    /** Half an hour is the finest step between zones, so a slot lies within one day wherever one is. */
    static final int SLOT_SECONDS = 1800;

    private static final String LIVE = "a.status not in ('WAIVED', 'CANCELLED')";

    private static final String COMPLETED = """
            select slots.slot, count(*) as objectives
            from (
                select floor(extract(epoch from a.status_at) / %d) as slot
                from assignment a where a.cycle_id = :cycle and a.status = 'COMPLETED' and %s) slots
            group by slots.slot""";

    private static final String DUE = """
            select a.due_on, count(*) as objectives
            from assignment a where a.cycle_id = :cycle and %s and %s
            group by a.due_on""";

    private static final String BY_TEMPLATE = """
            select ot.id as template_id, ot.code, ot.title, ot.type, f.live, f.completed, f.progress, f.median_days
            from (
                select a.template_id,
                    count(case when %1$s then 1 end) as live,
                    count(case when a.status = 'COMPLETED' then 1 end) as completed,
                    avg(case when %1$s
                        then least(1.0, cast(a.achieved as numeric(20, 10)) / a.target) end) as progress,
                    percentile_cont(0.5) within group (order by
                        cast(case when a.status = 'COMPLETED'
                            then extract(epoch from a.status_at) - extract(epoch from a.created_at) end
                            as double precision)) / 86400 as median_days
                from assignment a where a.cycle_id = :cycle and %2$s
                group by a.template_id) f
            join objective_template ot on ot.id = f.template_id
            where f.live > 0""";

    private final JdbcClient jdbc;
    private final ZoneId portalZone;

    CycleObjectives(JdbcClient jdbc, @Value("${weft.time-zone}") ZoneId portalZone) {
        this.jdbc = jdbc;
        this.portalZone = portalZone;
    }

    record Day(LocalDate day, long objectives) {}

    /** By the day in the portal's zone. A day may come more than once. */
    List<Day> completed(Scope scope, long cycleId) {
        return statement(COMPLETED.formatted(SLOT_SECONDS, scope.condition("a.person_id")), scope, cycleId)
                .query((row, n) -> new Day(day(row), row.getLong("objectives")))
                .list();
    }

    List<Day> due(Scope scope, long cycleId) {
        return statement(DUE.formatted(LIVE, scope.condition("a.person_id")), scope, cycleId)
                .query((row, n) -> new Day(row.getObject("due_on", LocalDate.class), row.getLong("objectives")))
                .list();
    }

    List<ObjectiveFigure> byTemplate(Scope scope, long cycleId) {
        return statement(BY_TEMPLATE.formatted(LIVE, scope.condition("a.person_id")), scope, cycleId)
                .query((row, n) -> figure(row))
                .list();
    }

    static ObjectiveFigure figure(ResultSet row) throws SQLException {
        return new ObjectiveFigure(
                row.getLong("template_id"),
                row.getString("code"),
                row.getString("title"),
                ObjectiveType.valueOf(row.getString("type")),
                row.getLong("live"),
                row.getLong("completed"),
                row.getDouble("progress"),
                days(row));
    }

    private static @Nullable Double days(ResultSet row) throws SQLException {
        var days = row.getDouble("median_days");
        return row.wasNull() ? null : days;
    }

    /** The day of a {@code slot}, in the portal's zone. */
    LocalDate day(ResultSet row) throws SQLException {
        return LocalDate.ofInstant(Instant.ofEpochSecond(row.getLong("slot") * SLOT_SECONDS), portalZone);
    }

    private JdbcClient.StatementSpec statement(String sql, Scope scope, long cycleId) {
        return jdbc.sql(sql).params(scope.parameters()).param("cycle", cycleId);
    }
}
