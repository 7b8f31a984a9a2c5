package org.weft.workbook;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import org.weft.base.InvalidInputException;
import org.weft.base.Text;

/**
 * Opens tables from outside: CSV with any separator (comma, semicolon, tab, bar) in UTF-8, UTF-16 with a byte order mark
 * or Windows-1252, and Excel workbooks (.xlsx, .xlsm). What a file is, is told by its content, never by its name.
 *
 * <p>Dates of a workbook come as ISO text ({@code 2026-03-31}, {@code 2026-03-31T14:30}), numbers without exponent or
 * needless {@code .0}, formulas as their stored value.
 */
public final class TableReader {

    private TableReader() {}

    /**
     * Opens a CSV file, or the first visible sheet of a workbook that holds anything.
     *
     * @param fileName the name it was uploaded under, for messages only
     * @throws InvalidInputException if the file is empty, too big, encrypted, damaged, hostile, of another kind, or has
     *     no usable header
     */
    public static SourceTable open(Path file, String fileName, ReadLimits limits) {
        return open(file, fileName, limits, null);
    }

    /**
     * As {@link #open(Path, String, ReadLimits)}, with a certain sheet.
     *
     * @param sheet one of {@link SourceTable#sheets()}, or null for the first that holds anything
     */
    public static SourceTable open(Path file, String fileName, ReadLimits limits, @Nullable String sheet) {
        try {
            var size = Files.size(file);
            if (size == 0) {
                throw new InvalidInputException(Text.of("workbook.read.empty", fileName));
            }
            if (size > limits.maxBytes()) {
                throw new InvalidInputException(Text.of("workbook.read.tooBig", fileName, limits.maxMegabytes()));
            }
            return switch (ContentSniffer.sniff(file, fileName)) {
                case ZIP -> XlsxTable.open(file, fileName, limits, sheet);
                case TEXT -> CsvTable.open(file, fileName, limits);
            };
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
