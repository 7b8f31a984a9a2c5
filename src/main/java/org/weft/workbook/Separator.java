package org.weft.workbook;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.FieldMismatchStrategy;
import java.io.IOException;
import java.io.Reader;
import java.util.List;

/**
 * What separates the cells of a CSV file: what its first line declares ({@code sep=;}, as Excel writes and reads it), or
 * what cuts its first rows into the most columns, evenly.
 *
 * @param declared whether the first line says so, and is no row of the table
 */
record Separator(char character, boolean declared) {

    private static final List<Character> KNOWN = List.of(',', ';', '\t', '|');
    private static final int SAMPLE = 64 * 1024;
    private static final int SAMPLE_ROWS = 50;
    private static final int DECLARATION = "sep=;".length();

    static Separator of(Reader reader) throws IOException {
        var buffer = new char[SAMPLE];
        var length = 0;
        for (var read = 0; read >= 0 && length < SAMPLE; read = reader.read(buffer, length, SAMPLE - length)) {
            length += read;
        }
        var sample = new String(buffer, 0, length);
        if (sample.length() >= DECLARATION
                && sample.regionMatches(true, 0, "sep=", 0, 4)
                && (sample.length() == DECLARATION
                        || sample.charAt(DECLARATION) == '\r'
                        || sample.charAt(DECLARATION) == '\n')) {
            return new Separator(sample.charAt(4), true);
        }
        var best = new Separator(',', false);
        var bestScore = 0.0;
        for (var candidate : KNOWN) {
            var score = score(sample, candidate);
            if (score > bestScore) {
                best = new Separator(candidate, false);
                bestScore = score;
            }
        }
        return best;
    }

    /** Moves the reader past the declaration, to its line break: what then reads as an empty row is its row. */
    void skip(Reader reader) throws IOException {
        if (declared) {
            reader.skip(DECLARATION);
        }
    }

    /** Columns of the widest row, lessened by every row that is cut differently; 0 where nothing is cut. */
    private static double score(String sample, char candidate) {
        var rows = 0;
        var same = 0;
        var width = 0;
        try (var reader = CsvReader.builder()
                .fieldSeparator(candidate)
                .extraFieldStrategy(FieldMismatchStrategy.IGNORE)
                .missingFieldStrategy(FieldMismatchStrategy.IGNORE)
                .trimWhitespacesAroundQuotes(candidate != '\t')
                .ofCsvRecord(sample)) {
            for (var row : reader) {
                rows++;
                if (row.getFieldCount() > width) {
                    width = row.getFieldCount();
                    same = 0;
                }
                if (row.getFieldCount() == width) {
                    same++;
                }
                if (rows == SAMPLE_ROWS) {
                    break;
                }
            }
        } catch (CsvParseException | IOException e) {
            // A sample may end in the middle of a quoted cell; what was read before it counts.
            rows++;
        }
        return width < 2 ? 0 : (width - 1) * (double) same / rows;
    }
}
