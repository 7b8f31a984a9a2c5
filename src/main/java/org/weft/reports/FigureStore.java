package org.weft.reports;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.sql.Types;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Isolation;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import org.weft.objectives.AssignmentStatus;
import org.weft.people.Level;

/** Writes a picture of a cycle into the {@code figure_} tables, and reads it. */
@Component
class FigureStore {

    private static final int BATCH = 500;

    private final JdbcTemplate template;
    private final JdbcClient jdbc;

    FigureStore(JdbcTemplate template, JdbcClient jdbc) {
        this.template = template;
        this.jdbc = jdbc;
    }

    /**
     * When a cycle's picture was taken.
     *
     * @param asOf null while there is none
     * @param tookMillis how long it took
     */
    record Age(@Nullable Instant asOf, long tookMillis) {}

    Age age(long cycleId) {
        return jdbc.sql("select as_of, took_millis from figure_cycle where cycle_id = :cycle")
                .param("cycle", cycleId)
                .query((row, n) -> {
                    var asOf = row.getTimestamp("as_of");
                    return new Age(asOf == null ? null : asOf.toInstant(), row.getLong("took_millis"));
                })
                .optional()
                .orElseGet(() -> new Age(null, 0));
    }

    /** Makes room for a cycle's picture, so that there is something to lock. */
    void open(long cycleId) {
        // Asked first: an insert would wait for whoever is writing the picture just now.
        var there = jdbc.sql("select count(*) from figure_cycle where cycle_id = :cycle")
                .param("cycle", cycleId)
                .query(Integer.class)
                .single();
        if (there == 0) {
            jdbc.sql("insert into figure_cycle (cycle_id) values (:cycle) on conflict do nothing")
                    .param("cycle", cycleId)
                    .update();
        }
    }

    /** Keeps the cycle's picture for this transaction; false where another transaction has it. */
    @Transactional(propagation = Propagation.MANDATORY)
    public boolean lock(long cycleId) {
        return jdbc.sql("select cycle_id from figure_cycle where cycle_id = :cycle for update skip locked")
                .param("cycle", cycleId)
                .query(Long.class)
                .optional()
                .isPresent();
    }

    /** Puts a picture in the place of the one before it; the cycle is locked. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void write(long cycleId, CyclePicture picture, long tookMillis) {
        for (var table : List.of("figure_group", "figure_week", "figure_objective")) {
            jdbc.sql("delete from " + table + " where cycle_id = :cycle")
                    .param("cycle", cycleId)
                    .update();
        }
        groups(cycleId, picture.cells());
        weeks(cycleId, picture.weeks());
        objectives(cycleId, picture.objectives());
        jdbc.sql("""
                        update figure_cycle set as_of = :asOf, took_millis = :took, department_pairs = :pairs,
                            department_pairs_met = :met
                        where cycle_id = :cycle""")
                .param("asOf", Timestamp.from(picture.asOf()))
                .param("took", tookMillis)
                .param("pairs", picture.coverage().pairs())
                .param("met", picture.coverage().met())
                .param("cycle", cycleId)
                .update();
    }

    private void groups(long cycleId, List<FigureCell> cells) {
        var statuses = CycleFigures.statuses("%1$s");
        template.batchUpdate(
                """
                insert into figure_group (cycle_id, cohort_id, department_id, level, people, talking, talks, talks_across,
                    at_risk, progress, overdue, %s)
                values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?%s)""".formatted(statuses, ", ?".repeat(AssignmentStatus.values().length)), cells, BATCH, (row, cell) -> {
                    var figures = cell.figures();
                    var departmentId = cell.departmentId();
                    row.setLong(1, cycleId);
                    row.setLong(2, cell.cohortId());
                    row.setLong(3, departmentId == null ? 0 : departmentId);
                    row.setString(4, cell.level().name());
                    row.setInt(5, figures.participants());
                    row.setInt(6, figures.talking());
                    row.setLong(7, figures.talks());
                    row.setLong(8, figures.talksAcross());
                    row.setInt(9, figures.atRisk());
                    row.setDouble(10, figures.progress());
                    row.setLong(11, figures.overdue());
                    for (var status : AssignmentStatus.values()) {
                        row.setLong(12 + status.ordinal(), figures.count(status));
                    }
                });
    }

    private void weeks(long cycleId, List<Week> weeks) {
        template.batchUpdate("""
                insert into figure_week (cycle_id, week, completed, due, conversations, across, reminded, followed)
                values (?, ?, ?, ?, ?, ?, ?, ?)""", weeks, BATCH, (row, week) -> {
            row.setLong(1, cycleId);
            row.setInt(2, week.number());
            row.setLong(3, week.completed());
            row.setLong(4, week.due());
            row.setLong(5, week.conversations());
            row.setLong(6, week.across());
            row.setLong(7, week.reminded());
            row.setLong(8, week.followed());
        });
    }

    private void objectives(long cycleId, List<ObjectiveFigure> objectives) {
        template.batchUpdate("""
                insert into figure_objective (cycle_id, template_id, live, completed, progress, median_days)
                values (?, ?, ?, ?, ?, ?)""", objectives, BATCH, (row, objective) -> {
            row.setLong(1, cycleId);
            row.setLong(2, objective.templateId());
            row.setLong(3, objective.live());
            row.setLong(4, objective.completed());
            row.setDouble(5, objective.progress());
            row.setObject(6, objective.medianDays(), Types.NUMERIC);
        });
    }

    /** The picture of a cycle; empty while none was taken. All of it is of one moment. */
    @Transactional(readOnly = true, isolation = Isolation.REPEATABLE_READ)
    public Optional<CyclePicture> read(long cycleId) {
        var asOf = age(cycleId).asOf();
        return asOf == null
                ? Optional.empty()
                : Optional.of(new CyclePicture(
                        asOf, cells(cycleId), readWeeks(cycleId), readObjectives(cycleId), coverage(cycleId)));
    }

    private List<FigureCell> cells(long cycleId) {
        return jdbc.sql("""
                        select g.*, c.name as cohort, d.name as department
                        from figure_group g join cohort c on c.id = g.cohort_id left join team d on d.id = g.department_id
                        where g.cycle_id = :cycle
                        order by g.cohort_id, g.department_id, g.level""")
                .param("cycle", cycleId)
                .query((row, n) -> cell(row))
                .list();
    }

    private static FigureCell cell(ResultSet row) throws SQLException {
        var department = row.getString("department");
        return new FigureCell(
                row.getLong("cohort_id"),
                row.getString("cohort"),
                department == null ? null : row.getLong("department_id"),
                department,
                Level.valueOf(row.getString("level")),
                new Figures(
                        row.getInt("people"),
                        row.getInt("talking"),
                        row.getLong("talks"),
                        row.getLong("talks_across"),
                        row.getInt("at_risk"),
                        row.getDouble("progress"),
                        CycleFigures.objectives(row),
                        row.getLong("overdue")));
    }

    private List<Week> readWeeks(long cycleId) {
        return jdbc.sql("select * from figure_week where cycle_id = :cycle order by week")
                .param("cycle", cycleId)
                .query((row, n) -> new Week(
                        row.getInt("week"),
                        row.getLong("completed"),
                        row.getLong("due"),
                        row.getLong("conversations"),
                        row.getLong("across"),
                        row.getLong("reminded"),
                        row.getLong("followed")))
                .list();
    }

    private List<ObjectiveFigure> readObjectives(long cycleId) {
        return jdbc.sql("""
                        select f.*, ot.code, ot.title, ot.type
                        from figure_objective f join objective_template ot on ot.id = f.template_id
                        where f.cycle_id = :cycle
                        order by ot.code""")
                .param("cycle", cycleId)
                .query((row, n) -> CycleObjectives.figure(row))
                .list();
    }

    private Coverage coverage(long cycleId) {
        return jdbc.sql("select department_pairs, department_pairs_met from figure_cycle where cycle_id = :cycle")
                .param("cycle", cycleId)
                .query((row, n) -> new Coverage(row.getInt("department_pairs"), row.getInt("department_pairs_met")))
                .single();
    }
}
