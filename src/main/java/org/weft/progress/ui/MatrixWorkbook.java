package org.weft.progress.ui;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.weft.progress.MatrixColumn;
import org.weft.progress.MatrixRow;
import org.weft.progress.MatrixService;
import org.weft.progress.ProgressColumn;
import org.weft.workbook.ColumnSpec;
import org.weft.workbook.SheetSpec;
import org.weft.workbook.WorkbookFile;

/** The progress matrix as a workbook: the people and the objectives of the screen, a cell in the words a screen reader gets. */
@Component
class MatrixWorkbook {

    private final MatrixService matrix;
    private final ExportFrame frame;

    MatrixWorkbook(MatrixService matrix, ExportFrame frame) {
        this.matrix = matrix;
        this.frame = frame;
    }

    /** Writes it to a file. May run on any thread that carries the account's security context. */
    WorkbookFile write(ExportRequest request) {
        var words = frame.words(request);
        var file = new AtomicReference<@Nullable WorkbookFile>();
        matrix.export(
                request.scope(),
                request.filter(),
                request.sort(),
                request.cycle(),
                (columns, count, rows) -> file.set(frame.write(
                        request,
                        new SheetSpec<MatrixRow>(words.of("progress.matrix"), columns(columns, request, words), rows),
                        count)));
        return Objects.requireNonNull(file.get());
    }

    private static List<ColumnSpec<MatrixRow>> columns(
            List<MatrixColumn> objectives, ExportRequest request, ExportFrame.Words words) {
        var columns = new ArrayList<ColumnSpec<MatrixRow>>();
        Stream.of(
                        ProgressColumn.NAME,
                        ProgressColumn.TEAM,
                        ProgressColumn.LEVEL,
                        ProgressColumn.COHORT,
                        ProgressColumn.PROGRESS,
                        ProgressColumn.DONE)
                .flatMap(column -> ProgressWorkbook.columns(column, words))
                .forEach(column -> columns.add(column.of(MatrixRow::participant)));
        for (var objective : objectives) {
            columns.add(ColumnSpec.<MatrixRow>text(
                            objective.code() + " " + objective.title(), row -> cell(row, objective, request, words))
                    .width(30));
        }
        return columns;
    }

    private static @Nullable String cell(
            MatrixRow row, MatrixColumn objective, ExportRequest request, ExportFrame.Words words) {
        return row.cell(objective.templateId())
                .map(cell -> words.of(
                        "progress.cell",
                        words.of("status." + cell.status().name()),
                        words.of("base.of", cell.achieved(), cell.target()),
                        request.formats().date(cell.dueOn())))
                .orElse(null);
    }
}
