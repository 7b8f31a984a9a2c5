package org.weft.workbook;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.function.Consumer;
import org.apache.poi.ss.SpreadsheetVersion;
import org.apache.poi.ss.util.CellRangeAddress;
import org.apache.poi.xssf.streaming.SXSSFSheet;
import org.apache.poi.xssf.streaming.SXSSFWorkbook;

/** Writes a table as its rows come, over as many sheets as they need. */
final class TableSheetWriter {

    private static final int CHECK_EVERY = 1_000;
    private static final float HEADER_LINE = 20;

    /** As many as can still be read on a page of A4. */
    private static final int CHARACTERS_PER_PAGE = 200;

    private final SXSSFWorkbook workbook;
    private final CellWriter cells;
    private final PageSetup page;
    private final SheetNames names;
    private final int rowsPerSheet;

    TableSheetWriter(SXSSFWorkbook workbook, CellWriter cells, PageSetup page, SheetNames names) {
        this(workbook, cells, page, names, SpreadsheetVersion.EXCEL2007.getMaxRows());
    }

    /** @param rowsPerSheet with the header */
    TableSheetWriter(SXSSFWorkbook workbook, CellWriter cells, PageSetup page, SheetNames names, int rowsPerSheet) {
        this.workbook = workbook;
        this.cells = cells;
        this.page = page;
        this.names = names;
        this.rowsPerSheet = rowsPerSheet;
    }

    /** @return the names of the sheets it took */
    <T> List<String> write(SheetSpec<T> spec) {
        var target = new Target<>(spec);
        spec.rows().forEach(target);
        target.finish();
        return target.written;
    }

    private final class Target<T> implements Consumer<T> {

        private final SheetSpec<T> spec;
        private final List<String> written = new ArrayList<>();
        private ColumnWidths widths;
        private SXSSFSheet sheet;
        private int nextRow;

        Target(SheetSpec<T> spec) {
            this.spec = spec;
            this.widths = new ColumnWidths(spec.columns());
            this.sheet = start();
        }

        @Override
        public void accept(T row) {
            if (nextRow == rowsPerSheet) {
                finish();
                widths = new ColumnWidths(spec.columns());
                sheet = start();
            }
            if (nextRow % CHECK_EVERY == 0 && Thread.currentThread().isInterrupted()) {
                throw new CancellationException("Nobody waits for this workbook any more");
            }
            var line = sheet.createRow(nextRow++);
            var columns = spec.columns();
            for (var column = 0; column < columns.size(); column++) {
                var value = columns.get(column).value().apply(row);
                if (value != null) {
                    widths.seen(
                            column,
                            cells.write(
                                    line.createCell(column), columns.get(column).kind(), value));
                }
            }
        }

        private SXSSFSheet start() {
            var started = workbook.createSheet(names.next(spec.name()));
            written.add(started.getSheetName());
            var header = started.createRow(0);
            header.setHeightInPoints(widths.wraps(spec.columns()) ? 2 * HEADER_LINE : HEADER_LINE);
            for (var column = 0; column < spec.columns().size(); column++) {
                var columnSpec = spec.columns().get(column);
                var style = cells.styles().header(columnSpec.kind());
                cells.text(header.createCell(column), columnSpec.header(), style, style);
            }
            started.createFreezePane(0, 1);
            started.setRepeatingRows(CellRangeAddress.valueOf("1:1"));
            nextRow = 1;
            return started;
        }

        private void finish() {
            sheet.setAutoFilter(new CellRangeAddress(
                    0, Math.max(1, nextRow - 1), 0, spec.columns().size() - 1));
            widths.apply(sheet);
            var pages = Math.clamp(
                    widths.total() / CHARACTERS_PER_PAGE, 1, spec.columns().size());
            page.apply(sheet, pages);
            if (pages > 1) {
                sheet.setRepeatingColumns(CellRangeAddress.valueOf("A:A"));
            }
        }
    }
}
