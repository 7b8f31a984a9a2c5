package org.weft.progress.ui;

import java.util.List;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.weft.progress.ProgressColumn;
import org.weft.progress.ProgressRow;
import org.weft.progress.ProgressService;
import org.weft.workbook.ColumnSpec;
import org.weft.workbook.SheetSpec;
import org.weft.workbook.WorkbookFile;

/**
 * The progress list as a workbook: the rows and the order of the screen, out of the same statement, and the columns that
 * are shown, in their order and under the same names.
 */
@Component
class ProgressWorkbook {

    private final ProgressService progress;
    private final ExportFrame frame;

    ProgressWorkbook(ProgressService progress, ExportFrame frame) {
        this.progress = progress;
        this.frame = frame;
    }

    /** Writes it to a file. May run on any thread that carries the account's security context. */
    WorkbookFile write(ExportRequest request) {
        var words = frame.words(request);
        var file = new AtomicReference<@Nullable WorkbookFile>();
        progress.export(
                request.scope(),
                request.filter(),
                request.sort(),
                request.selection(),
                request.cycle(),
                (count, rows) -> file.set(frame.write(
                        request,
                        new SheetSpec<ProgressRow>(words.of("progress.title"), columns(request, words), rows::forEach),
                        count)));
        return Objects.requireNonNull(file.get());
    }

    private static List<ColumnSpec<ProgressRow>> columns(ExportRequest request, ExportFrame.Words words) {
        return request.columns().stream()
                .flatMap(column -> columns(column, words))
                .toList();
    }

    /** A cell of the screen that holds two values, such as "3 of 4", is two columns here, so that both can be counted with. */
    static Stream<ColumnSpec<ProgressRow>> columns(ProgressColumn column, ExportFrame.Words words) {
        var header = words.header(column);
        return switch (column) {
            case NAME ->
                Stream.of(
                        ColumnSpec.<ProgressRow>text(header, ProgressRow::name).width(28));
            case TEAM ->
                Stream.of(
                        ColumnSpec.<ProgressRow>text(header, ProgressRow::team).width(24));
            case LEVEL ->
                Stream.of(ColumnSpec.<ProgressRow>text(
                        header, row -> words.of("level." + row.level().name())));
            case COHORT ->
                Stream.of(ColumnSpec.<ProgressRow>text(header, ProgressRow::cohort)
                        .width(24));
            case PROGRESS -> Stream.of(ColumnSpec.percent(header, ProgressRow::progress));
            case DONE ->
                Stream.of(
                        ColumnSpec.integer(header, ProgressRow::completed),
                        ColumnSpec.integer(words.of("progress.export.total"), ProgressRow::live));
            case CONVERSATIONS -> Stream.of(ColumnSpec.integer(header, ProgressRow::conversations));
            case EXTERNAL -> Stream.of(ColumnSpec.integer(header, ProgressRow::external));
            case NEXT_DUE ->
                Stream.of(
                        ColumnSpec.date(header, ProgressRow::nextDue),
                        ColumnSpec.integer(
                                words.of("progress.export.overdue"),
                                row -> row.overdueDays() > 0 ? row.overdueDays() : null));
            case HEALTH ->
                Stream.of(ColumnSpec.text(
                        header,
                        row -> row.live() == 0
                                ? null
                                : words.of("health." + row.health().name())));
            case LAST_ACTIVITY -> Stream.of(ColumnSpec.dateTime(header, ProgressRow::lastActivity));
            case LAST_REMINDER -> Stream.of(ColumnSpec.dateTime(header, ProgressRow::lastReminder));
        };
    }
}
