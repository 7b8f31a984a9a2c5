package org.weft.workbook;

import de.siegmar.fastcsv.writer.CsvWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Writes a table as CSV (RFC 4180): UTF-8 with a byte order mark, a header, CRLF after each row, quotes where they are
 * needed. Rows go through to the stream as they come; none is kept.
 *
 * <p>Dates are ISO 8601, moments too, to the second and with their offset; numbers are plain, with a point whatever the
 * language, and shares of the whole are 0 to 1. Text that a spreadsheet program would take for a formula has an
 * apostrophe before it.
 *
 * @see <a href="../../../../../../docs/decisions/025-csv-takes-no-formula.md">decision 025</a>
 */
public final class CsvFiles {

    /** What it is, as HTTP and mail say it. */
    public static final String CONTENT_TYPE = "text/csv;charset=UTF-8";

    private static final byte[] BYTE_ORDER_MARK = {(byte) 0xef, (byte) 0xbb, (byte) 0xbf};

    private CsvFiles() {}

    /**
     * Writes a table to a stream, and leaves the stream open.
     *
     * @throws IOException if the stream does not take it
     */
    public static <T> void write(OutputStream out, SheetSpec<T> sheet, CsvSpec csv) throws IOException {
        out.write(BYTE_ORDER_MARK);
        var columns =
                sheet.columns().stream().filter(column -> !column.hidden()).toList();
        var writer = CsvWriter.builder().fieldSeparator(csv.separator()).build(out, StandardCharsets.UTF_8);
        try {
            writer.writeRecord(columns.stream()
                    .map(column -> CsvText.harmless(column.header()))
                    .toList());
            sheet.rows().forEach(row -> writer.writeRecord(cells(columns, row, csv)));
            writer.flush();
        } catch (UncheckedIOException e) {
            throw e.getCause();
        }
    }

    private static <T> List<String> cells(List<ColumnSpec<T>> columns, T row, CsvSpec csv) {
        var cells = new ArrayList<String>(columns.size());
        for (var column : columns) {
            cells.add(cell(column.kind(), column.value().apply(row), csv));
        }
        return cells;
    }

    private static String cell(ColumnKind kind, @Nullable Object value, CsvSpec csv) {
        if (value == null) {
            return "";
        }
        return switch (kind) {
            case TEXT -> CsvText.harmless(value.toString());
            case INTEGER, DECIMAL, PERCENT -> number((Number) value);
            case DATE -> value.toString();
            case DATE_TIME ->
                DateTimeFormatter.ISO_OFFSET_DATE_TIME.format(
                        ((Instant) value).truncatedTo(ChronoUnit.SECONDS).atZone(csv.zone()));
        };
    }

    private static String number(Number value) {
        if (value instanceof BigDecimal exact) {
            return exact.toPlainString();
        }
        if (value instanceof Double || value instanceof Float) {
            var number = value.doubleValue();
            if (!Double.isFinite(number)) {
                return "";
            }
            var plain = BigDecimal.valueOf(number).stripTrailingZeros();
            return plain.signum() == 0 ? "0" : plain.toPlainString();
        }
        return value.toString();
    }
}
