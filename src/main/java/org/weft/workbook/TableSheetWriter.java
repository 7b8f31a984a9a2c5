package org.weft.workbook;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.apache.poi.ss.SpreadsheetVersion;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.jspecify.annotations.Nullable;

/** Writes a table as its rows come, over as many sheets as they need. */
final class TableSheetWriter {

    /** Columns are made to fit these first rows, which are kept until then. */
    private static final int MEASURED = 5_000;

    private final XSSFWorkbook workbook;
    private final WorkbookZip zip;
    private final CellWriter cells;
    private final PageSetup page;
    private final SheetNames names;
    private final TableNames tableNames = new TableNames();
    private final int rowsPerSheet;

    TableSheetWriter(XSSFWorkbook workbook, WorkbookZip zip, CellWriter cells, PageSetup page, SheetNames names) {
        this(workbook, zip, cells, page, names, SpreadsheetVersion.EXCEL2007.getMaxRows());
    }

    /** @param rowsPerSheet with the header */
    TableSheetWriter(
            XSSFWorkbook workbook,
            WorkbookZip zip,
            CellWriter cells,
            PageSetup page,
            SheetNames names,
            int rowsPerSheet) {
        this.workbook = workbook;
        this.zip = zip;
        this.cells = cells;
        this.page = page;
        this.names = names;
        this.rowsPerSheet = rowsPerSheet;
    }

    <T> WrittenTable write(SheetSpec<T> spec) throws IOException {
        var target = new Target<>(spec);
        try {
            spec.rows().forEach(target);
            return target.finish();
        } catch (UncheckedIOException e) {
            throw e.getCause();
        }
    }

    private final class Target<T> implements Consumer<T> {

        private final SheetSpec<T> spec;
        private final List<String> headers;
        private final ColumnWidths widths;
        private final List<T> first = new ArrayList<>();
        private final List<String> sheets = new ArrayList<>();
        private final List<String> tables = new ArrayList<>();
        private @Nullable TablePart<T> part;
        private long rows;

        Target(SheetSpec<T> spec) {
            this.spec = spec;
            headers = TableNames.headers(
                    spec.columns().stream().map(ColumnSpec::header).toList());
            widths = new ColumnWidths(spec.columns());
        }

        @Override
        public void accept(T row) {
            rows++;
            try {
                if (part != null) {
                    write(part, row);
                } else {
                    first.add(row);
                    if (first.size() == MEASURED || !widths.fit()) {
                        writeFirst();
                    }
                }
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }

        WrittenTable finish() throws IOException {
            (part == null ? writeFirst() : part).finish();
            return new WrittenTable(sheets, tables, headers, rows);
        }

        private TablePart<T> writeFirst() throws IOException {
            var nowhere = CellTarget.none();
            for (var row : first) {
                for (var column = 0; column < headers.size(); column++) {
                    var of = spec.columns().get(column);
                    widths.seen(
                            column, cells.write(nowhere, of.kind(), of.value().apply(row)));
                }
            }
            var current = start();
            for (var row : first) {
                current = write(current, row);
            }
            first.clear();
            return current;
        }

        private TablePart<T> write(TablePart<T> current, T row) throws IOException {
            var next = current;
            if (current.rows() + 1 == rowsPerSheet) {
                current.finish();
                next = start();
            }
            next.write(row);
            return next;
        }

        private TablePart<T> start() throws IOException {
            var sheet = (StreamedSheet) workbook.createSheet(names.next(spec.name()));
            var table = tableNames.next(spec.name());
            sheets.add(sheet.getSheetName());
            tables.add(table);
            var started = new TablePart<>(sheet, table, headers, spec.columns(), widths, cells, page, zip);
            part = started;
            return started;
        }
    }
}
