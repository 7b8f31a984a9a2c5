package org.weft.progress.roundtrip;

import java.sql.Date;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.weft.access.Scope;
import org.weft.base.Text;
import org.weft.objectives.AssignmentStatus;
import org.weft.progress.roundtrip.EditedRow.EditedField;

/** The rows of uploaded files that say something new, and the cells with problems. */
@Component
class RowStore {

    private static final int BATCH = 500;
    private static final int CHUNK = 1000;

    private static final String INSERT = """
            insert into assignment_upload_row (upload_id, due_now, due_verdict, target_now, target_verdict, status_now,
                status_verdict, lead_now, lead_by_hand, lead_verdict, verdict, refusal, choice, row_number, assignment_id,
                participant_id, person_id, due_base, due_file, target_base, target_file, status_base, status_file, reason,
                lead_base, lead_file)
            values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)""";

    private static final String UPDATE = """
            update assignment_upload_row set due_now = ?, due_verdict = ?, target_now = ?, target_verdict = ?,
                status_now = ?, status_verdict = ?, lead_now = ?, lead_by_hand = ?, lead_verdict = ?, verdict = ?,
                refusal = ?, choice = ?
            where upload_id = ? and row_number = ?""";

    /** Names only of those whom the scope shows. */
    private static final String PAGE = """
            select r.*, pt.display_name, p.employee_number, a.code, a.title, lb.display_name as lead_base_name,
                ln.display_name as lead_now_name, lf.display_name as lead_file_name
            from (select * from assignment_upload_row where upload_id = :upload and verdict >= :least
                    order by row_number offset :offset rows fetch next :limit rows only) r
                left join participant pt on pt.id = r.participant_id and %1$s
                left join person p on p.id = pt.person_id
                left join assignment a on a.id = r.assignment_id and a.participant_id = pt.id
                left join person lb on lb.id = r.lead_base
                left join person ln on ln.id = r.lead_now
                left join person lf on lf.id = r.lead_file
            order by r.row_number""";

    private final JdbcClient jdbc;
    private final JdbcTemplate batch;

    RowStore(JdbcClient jdbc, JdbcTemplate batch) {
        this.jdbc = jdbc;
        this.batch = batch;
    }

    void add(long uploadId, List<StagedRow> rows) {
        batch.batchUpdate(INSERT, rows, BATCH, (statement, row) -> {
            statement.setLong(1, uploadId);
            var at = now(statement, row, 2);
            statement.setInt(at++, row.row());
            statement.setLong(at++, row.assignmentId());
            statement.setLong(at++, row.participantId());
            statement.setLong(at++, row.personId());
            statement.setDate(at++, date(row.due().base()));
            statement.setDate(at++, date(row.due().file()));
            statement.setObject(at++, row.target().base(), Types.INTEGER);
            statement.setObject(at++, row.target().file(), Types.INTEGER);
            statement.setString(at++, name(row.status().base()));
            statement.setString(at++, name(row.status().file()));
            statement.setString(at++, row.reason());
            statement.setObject(at++, row.lead().base(), Types.BIGINT);
            statement.setObject(at, row.lead().file(), Types.BIGINT);
        });
    }

    void update(long uploadId, List<StagedRow> rows) {
        batch.batchUpdate(UPDATE, rows, BATCH, (statement, row) -> {
            var at = now(statement, row, 1);
            statement.setLong(at++, uploadId);
            statement.setInt(at, row.row());
        });
    }

    /** @return where the next parameter stands */
    private static int now(PreparedStatement statement, StagedRow row, int from) throws SQLException {
        var at = from;
        statement.setDate(at++, date(row.due().now()));
        statement.setInt(at++, row.due().verdict().ordinal());
        statement.setObject(at++, row.target().now(), Types.INTEGER);
        statement.setInt(at++, row.target().verdict().ordinal());
        statement.setString(at++, name(row.status().now()));
        statement.setInt(at++, row.status().verdict().ordinal());
        statement.setObject(at++, row.lead().now(), Types.BIGINT);
        statement.setBoolean(at++, row.leadByHand());
        statement.setInt(at++, row.lead().verdict().ordinal());
        statement.setInt(at++, row.verdict().ordinal());
        statement.setString(at++, row.refusal() == null ? null : StoredText.write(row.refusal()));
        statement.setString(at++, name(row.choice()));
        return at;
    }

    /** All of them, a chunk at a time, in their order. */
    void each(long uploadId, Consumer<List<StagedRow>> work) {
        var after = 0;
        while (true) {
            var rows = jdbc.sql("""
                            select * from assignment_upload_row where upload_id = ? and row_number > ?
                            order by row_number fetch first %d rows only""".formatted(CHUNK))
                    .params(uploadId, after)
                    .query(RowStore::staged)
                    .list();
            if (!rows.isEmpty()) {
                work.accept(rows);
                after = rows.getLast().row();
            }
            if (rows.size() < CHUNK) {
                return;
            }
        }
    }

    List<EditedRow> page(Scope scope, long uploadId, boolean asking, int offset, int limit) {
        return jdbc.sql(PAGE.formatted(scope.condition("pt.person_id")))
                .param("upload", uploadId)
                .param("least", (asking ? Verdict.CONFLICT : Verdict.CHANGE).ordinal())
                .param("offset", offset)
                .param("limit", limit)
                .params(scope.parameters())
                .query(RowStore::edited)
                .list();
    }

    /** Decides a row, or all of them; the file's only where it can be. */
    void choose(long uploadId, @Nullable Integer row, Choice choice) {
        jdbc.sql("update assignment_upload_row set choice = :choice where upload_id = :upload and verdict >= 2"
                        + " and (:choice = 'WEFT' or verdict = 2)" + (row == null ? "" : " and row_number = :row"))
                .param("choice", choice.name())
                .param("upload", uploadId)
                .param("row", row)
                .update();
    }

    /** @param from the number of the first of them */
    void addProblems(long uploadId, int from, List<CellProblem> problems) {
        var number = new int[] {from};
        batch.batchUpdate(
                "insert into assignment_upload_problem (upload_id, number, row_number, column_name, content, reason)"
                        + " values (?, ?, ?, ?, ?, ?)",
                problems,
                BATCH,
                (statement, problem) -> {
                    statement.setLong(1, uploadId);
                    statement.setInt(2, number[0]++);
                    statement.setInt(3, problem.row());
                    statement.setString(4, name(problem.column()));
                    statement.setString(5, problem.content());
                    statement.setString(6, StoredText.write(problem.reason()));
                });
    }

    /** In the order of the file. */
    List<CellProblem> problems(long uploadId, int offset, int limit) {
        return jdbc.sql("""
                        select row_number, column_name, content, reason from assignment_upload_problem
                        where upload_id = :upload order by row_number, number
                        offset :offset rows fetch next :limit rows only""")
                .param("upload", uploadId)
                .param("offset", offset)
                .param("limit", limit)
                .query((row, n) -> new CellProblem(
                        row.getInt("row_number"),
                        constant(EditColumn.class, row.getString("column_name")),
                        row.getString("content"),
                        StoredText.read(row.getString("reason"))))
                .list();
    }

    private static StagedRow staged(ResultSet row, int number) throws SQLException {
        return new StagedRow(
                row.getInt("row_number"),
                row.getLong("assignment_id"),
                row.getLong("participant_id"),
                row.getLong("person_id"),
                new StagedField<>(
                        row.getObject("due_base", LocalDate.class),
                        row.getObject("due_file", LocalDate.class),
                        row.getObject("due_now", LocalDate.class),
                        verdict(row, "due")),
                new StagedField<>(
                        row.getObject("target_base", Integer.class),
                        row.getObject("target_file", Integer.class),
                        row.getObject("target_now", Integer.class),
                        verdict(row, "target")),
                new StagedField<>(
                        constant(AssignmentStatus.class, row.getString("status_base")),
                        constant(AssignmentStatus.class, row.getString("status_file")),
                        constant(AssignmentStatus.class, row.getString("status_now")),
                        verdict(row, "status")),
                row.getString("reason"),
                new StagedField<>(
                        row.getObject("lead_base", Long.class),
                        row.getObject("lead_file", Long.class),
                        row.getObject("lead_now", Long.class),
                        verdict(row, "lead")),
                row.getBoolean("lead_by_hand"),
                text(row.getString("refusal")),
                constant(Choice.class, row.getString("choice")));
    }

    private static EditedRow edited(ResultSet row, int number) throws SQLException {
        var staged = staged(row, number);
        var changes = new ArrayList<EditedField>();
        add(changes, EditField.DUE, staged.due());
        add(changes, EditField.TARGET, staged.target());
        add(changes, EditField.STATUS, staged.status());
        if (staged.lead().changes()) {
            var toCohort =
                    Long.valueOf(StagedRow.COHORT_LEAD).equals(staged.lead().file());
            changes.add(new EditedField(
                    EditField.LEAD,
                    row.getString("lead_base_name"),
                    row.getString("lead_now_name"),
                    toCohort ? Text.of("progress.excel.lead.ofCohort") : row.getString("lead_file_name"),
                    staged.lead().verdict()));
        }
        return new EditedRow(
                staged.row(),
                row.getString("display_name"),
                row.getString("employee_number"),
                row.getString("code"),
                row.getString("title"),
                changes,
                staged.reason(),
                staged.refusal(),
                staged.choice());
    }

    private static void add(List<EditedField> changes, EditField name, StagedField<?> field) {
        if (field.changes()) {
            changes.add(new EditedField(name, field.base(), field.now(), field.file(), field.verdict()));
        }
    }

    private static Verdict verdict(ResultSet row, String field) throws SQLException {
        return Verdict.values()[row.getInt(field + "_verdict")];
    }

    private static @Nullable Text text(@Nullable String written) {
        return written == null ? null : StoredText.read(written);
    }

    private static @Nullable Date date(@Nullable LocalDate day) {
        return day == null ? null : Date.valueOf(day);
    }

    private static @Nullable String name(@Nullable Enum<?> constant) {
        return constant == null ? null : constant.name();
    }

    private static <E extends Enum<E>> @Nullable E constant(Class<E> type, @Nullable String name) {
        return name == null ? null : Enum.valueOf(type, name);
    }
}
