package org.weft.progress.roundtrip;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.weft.access.Scope;
import org.weft.base.InvalidInputException;
import org.weft.base.Text;
import org.weft.objectives.AssignmentService;
import org.weft.objectives.AssignmentStatus;
import org.weft.programs.BulkProgress;

/** Reads the rows of one file: what each says that is new, and every cell that cannot be. */
final class FileReading {

    private static final int CHUNK = 1000;

    /** Where what was read goes. */
    interface Sink {
        void rows(List<StagedRow> rows);

        void problems(List<CellProblem> problems);
    }

    private final Scope scope;
    private final EditFile.Survey survey;
    private final LeadFinder.Leads leads;
    private final EditWords words;
    private final RowCheck check;
    private final Sink sink;
    private final BulkProgress progress;
    private final Map<Long, Integer> seen = new HashMap<>();
    private final Map<Long, Claim> claims = new HashMap<>();
    private final List<Read> read = new ArrayList<>();
    private final List<CellProblem> problems = new ArrayList<>();
    private int rows;
    private int untouched;
    private int wrongCells;

    /** @param broken whether a cell could not be read; the rules are asked about the others all the same */
    private record Read(StagedRow row, EditFile.Row source, boolean broken) {}

    /** Which row said first who leads a participant. */
    private record Claim(int row, long lead) {}

    FileReading(
            Scope scope,
            EditFile.Survey survey,
            LeadFinder.Leads leads,
            EditWords words,
            RowCheck check,
            Sink sink,
            BulkProgress progress) {
        this.scope = scope;
        this.survey = survey;
        this.leads = leads;
        this.words = words;
        this.check = check;
        this.sink = sink;
        this.progress = progress;
    }

    void read(EditFile file) {
        file.each(this::read);
        flush();
    }

    int rows() {
        return rows;
    }

    /** Rows that say nothing new. */
    int untouched() {
        return untouched;
    }

    int problems() {
        return wrongCells;
    }

    private void read(EditFile.Row row) {
        rows++;
        var key = row.key();
        if (key == null) {
            var what = row.cell(EditColumn.KEY).isEmpty() ? "noKey" : "badKey";
            wrong(row, EditColumn.KEY, "", Text.of("progress.excel.problem." + what));
        } else if (key.cycleId() != survey.cycleId()) {
            wrong(row, null, "", Text.of("progress.excel.problem.otherCycle"));
        } else if (hasMoved(row, key)) {
            wrong(row, null, row.cell(EditColumn.NAME), Text.of("progress.excel.problem.moved"));
        } else {
            var first = seen.putIfAbsent(key.assignmentId(), row.number());
            if (first != null) {
                wrong(row, null, row.cell(EditColumn.NAME), Text.of("progress.excel.problem.twice", first.toString()));
            } else {
                read(row, key);
            }
        }
        if (read.size() >= CHUNK || problems.size() >= CHUNK) {
            flush();
        }
    }

    /** Neither of the two that tell a person, or an objective, is as it was: the key has come to another row. */
    private static boolean hasMoved(EditFile.Row row, RowKey key) {
        var now = RowKey.Shown.of(
                row.cell(EditColumn.NAME),
                row.cell(EditColumn.NUMBER),
                row.cell(EditColumn.CODE),
                row.cell(EditColumn.OBJECTIVE),
                null);
        var then = key.shown();
        var another = isThere(row, EditColumn.NAME, EditColumn.NUMBER)
                && !(row.has(EditColumn.NAME) && now.name() == then.name())
                && !(row.has(EditColumn.NUMBER) && now.number() == then.number());
        var anotherObjective = isThere(row, EditColumn.CODE, EditColumn.OBJECTIVE)
                && !(row.has(EditColumn.CODE) && now.code() == then.code())
                && !(row.has(EditColumn.OBJECTIVE) && now.objective() == then.objective());
        return another || anotherObjective;
    }

    private static boolean isThere(EditFile.Row row, EditColumn one, EditColumn other) {
        return row.has(one) || row.has(other);
    }

    private void read(EditFile.Row row, RowKey key) {
        var before = wrongCells;
        var due = StagedField.of(key.dueOn(), cell(row, EditColumn.DUE, survey.dates()::read));
        var target = StagedField.of(key.target(), cell(row, EditColumn.TARGET, FileReading::number));
        var status = StagedField.of(key.status(), cell(row, EditColumn.STATUS, this::status));
        var lead = row.namesAnotherLead()
                ? StagedField.of(key.leadId(), cell(row, EditColumn.LEAD, this::lead))
                : StagedField.<Long>of(key.leadId(), null);
        var reason = cell(row, EditColumn.REASON, text -> reason(text, status));
        var said = new StagedRow(
                row.number(),
                key.assignmentId(),
                key.participantId(),
                0,
                due,
                target,
                status,
                reason,
                lead,
                false,
                null,
                null);
        var once = once(row, said);
        var broken = wrongCells > before;
        if (once.editsAnything()) {
            read.add(new Read(once, row, broken));
        } else if (!broken) {
            untouched++;
        }
    }

    /** A participant has one lead, whichever rows say so. */
    private StagedRow once(EditFile.Row row, StagedRow said) {
        var lead = said.lead().file();
        if (lead == null) {
            return said;
        }
        var first = claims.putIfAbsent(said.participantId(), new Claim(row.number(), lead));
        if (first != null && first.lead() != lead) {
            wrong(
                    row,
                    EditColumn.LEAD,
                    row.cell(EditColumn.LEAD),
                    Text.of("progress.excel.problem.lead.twice", String.valueOf(first.row())));
        }
        return first == null ? said : said.withoutLead();
    }

    @FunctionalInterface
    private interface Reading<T> {
        @Nullable T read(String cell);
    }

    /** What a cell says; null where it says nothing, or what cannot be. */
    private <T> @Nullable T cell(EditFile.Row row, EditColumn column, Reading<T> reading) {
        var cell = row.cell(column);
        if (cell.isEmpty()) {
            return null;
        }
        try {
            return reading.read(cell);
        } catch (InvalidInputException e) {
            wrong(row, column, cell, e.text());
            return null;
        }
    }

    private static Integer number(String cell) {
        try {
            return Integer.valueOf(cell);
        } catch (NumberFormatException e) {
            throw new InvalidInputException(Text.of("progress.excel.problem.number"));
        }
    }

    private AssignmentStatus status(String cell) {
        return words.status(cell)
                .orElseThrow(() -> new InvalidInputException(Text.of("progress.excel.problem.status")));
    }

    private Long lead(String cell) {
        return words.isCohortLead(cell) ? StagedRow.COHORT_LEAD : leads.find(cell);
    }

    private static String reason(String cell, StagedField<AssignmentStatus> status) {
        if (!status.edited()) {
            throw new InvalidInputException(Text.of("progress.excel.problem.reason"));
        }
        if (cell.length() > AssignmentService.MAX_REASON) {
            throw new InvalidInputException(
                    Text.of("objectives.error.long", AssignmentService.MAX_REASON, cell.length()));
        }
        return cell;
    }

    private void wrong(EditFile.Row row, @Nullable EditColumn column, String content, Text reason) {
        problems.add(new CellProblem(row.number(), column, content, reason));
        wrongCells++;
    }

    private void flush() {
        var stands = check.stands(scope, read.stream().map(Read::row).toList());
        var known = new ArrayList<StagedRow>();
        for (var one : read) {
            var stand = stands.plan(one.row());
            known.add(stand == null ? one.row() : one.row().of(stand.personId()));
        }
        var wrong = check.wrong(scope, known, stands);
        var good = new ArrayList<StagedRow>();
        for (var at = 0; at < known.size(); at++) {
            var one = read.get(at);
            if (wrong.get(at).isEmpty() && !one.broken()) {
                good.add(known.get(at));
            }
            for (var found : wrong.get(at)) {
                var content = found.column() == EditColumn.KEY ? EditColumn.NAME : found.column();
                wrong(one.source(), found.column(), one.source().cell(content), found.reason());
            }
        }
        sink.rows(check.look(scope, good, stands));
        sink.problems(List.copyOf(problems));
        read.clear();
        problems.clear();
        progress.at(rows, survey.rows());
    }
}
