package org.weft.workbook;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.stream.Stream;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.dhatim.fastexcel.reader.ReadingOptions;
import org.dhatim.fastexcel.reader.Row;
import org.dhatim.fastexcel.reader.Sheet;
import org.dhatim.fastexcel.reader.SheetVisibility;
import org.jspecify.annotations.Nullable;
import org.weft.base.InvalidInputException;
import org.weft.base.Text;

/** A sheet of an Excel workbook, read row by row. */
final class XlsxTable implements SourceTable {

    private final ReadableWorkbook workbook;
    private final String fileName;
    private final ReadLimits limits;
    private final Sheet sheet;
    private final TableHeader header;

    private XlsxTable(ReadableWorkbook workbook, String fileName, ReadLimits limits, Sheet sheet, TableHeader header) {
        this.workbook = workbook;
        this.fileName = fileName;
        this.limits = limits;
        this.sheet = sheet;
        this.header = header;
    }

    static XlsxTable open(Path file, String fileName, ReadLimits limits, @Nullable String sheetName) {
        XlsxGuard.check(file, fileName, limits);
        ReadableWorkbook workbook;
        try {
            workbook = new ReadableWorkbook(file.toFile(), new ReadingOptions(true, true));
        } catch (IOException | RuntimeException e) {
            throw corrupt(fileName, e);
        }
        try {
            return open(workbook, fileName, limits, sheetName);
        } catch (RuntimeException e) {
            close(workbook);
            throw e;
        }
    }

    private static XlsxTable open(
            ReadableWorkbook workbook, String fileName, ReadLimits limits, @Nullable String sheetName) {
        if (sheetName != null) {
            var sheet = workbook.findSheet(sheetName)
                    .orElseThrow(
                            () -> new InvalidInputException(Text.of("workbook.read.noSheet", fileName, sheetName)));
            return new XlsxTable(
                    workbook,
                    fileName,
                    limits,
                    sheet,
                    TableHeader.find(first(workbook, sheet, fileName), fileName, limits));
        }
        for (var sheet : visible(workbook)) {
            var first = first(workbook, sheet, fileName);
            if (!first.isEmpty()) {
                return new XlsxTable(workbook, fileName, limits, sheet, TableHeader.find(first, fileName, limits));
            }
        }
        throw new InvalidInputException(Text.of("workbook.read.empty", fileName));
    }

    private static List<Sheet> visible(ReadableWorkbook workbook) {
        return workbook.getSheets()
                .filter(sheet -> sheet.getVisibility() == SheetVisibility.VISIBLE)
                .toList();
    }

    private static List<TableHeader.Candidate> first(ReadableWorkbook workbook, Sheet sheet, String fileName) {
        var first = new ArrayList<TableHeader.Candidate>();
        try (var rows = new FilledRows(workbook, sheet, fileName)) {
            while (first.size() < TableHeader.SEARCHED_ROWS && rows.hasNext()) {
                first.add(rows.next());
            }
        }
        return first;
    }

    @Override
    public Format format() {
        return Format.XLSX;
    }

    @Override
    public String sheet() {
        return sheet.getName();
    }

    @Override
    public List<String> sheets() {
        return visible(workbook).stream().map(Sheet::getName).toList();
    }

    @Override
    public List<String> header() {
        return header.names();
    }

    @Override
    public int headerRow() {
        return header.row();
    }

    @Override
    public Stream<SourceRow> rows() {
        var rows = new FilledRows(workbook, sheet, fileName);
        return new DataRows(header, limits, fileName, rows).stream(rows::close);
    }

    @Override
    public void close() {
        close(workbook);
    }

    private static void close(ReadableWorkbook workbook) {
        try {
            workbook.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static InvalidInputException corrupt(String fileName, Exception cause) {
        var problem = new InvalidInputException(Text.of("workbook.read.corrupt", fileName));
        problem.initCause(cause);
        return problem;
    }

    /** The rows with any text in them. */
    private static final class FilledRows implements Iterator<TableHeader.Candidate>, AutoCloseable {

        private final Stream<Row> stream;
        private final Iterator<Row> rows;
        private final CellValues values;
        private final String fileName;
        private int last;
        private TableHeader.@Nullable Candidate next;

        FilledRows(ReadableWorkbook workbook, Sheet sheet, String fileName) {
            this.fileName = fileName;
            this.values = new CellValues(workbook.isDate1904());
            try {
                this.stream = sheet.openStream();
            } catch (IOException | RuntimeException e) {
                throw corrupt(fileName, e);
            }
            this.rows = stream.iterator();
        }

        @Override
        public boolean hasNext() {
            try {
                while (next == null && rows.hasNext()) {
                    var row = rows.next();
                    // Rows need not be numbered in the file; then they follow one another.
                    last = Math.max(row.getRowNum(), last + 1);
                    var candidate = new TableHeader.Candidate(last, values.of(row));
                    if (candidate.filled() > 0) {
                        next = candidate;
                    }
                }
                return next != null;
            } catch (RuntimeException e) {
                throw corrupt(fileName, e);
            }
        }

        @Override
        public TableHeader.Candidate next() {
            if (!hasNext() || next == null) {
                throw new NoSuchElementException();
            }
            var result = next;
            next = null;
            return result;
        }

        @Override
        public void close() {
            stream.close();
        }
    }
}
