package org.weft.workbook;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import org.apache.poi.ss.util.CellReference;
import org.weft.base.InvalidInputException;
import org.weft.base.Text;

/** The header of a table from outside, found and checked in the same way whatever the format. */
record TableHeader(int row, List<String> names) {

    /** A title or two may stand above the header; further down, it is data. */
    static final int SEARCHED_ROWS = 20;

    private static final Pattern LETTER = Pattern.compile("\\p{L}");
    private static final Pattern ADDRESS = Pattern.compile("[^\\s@]+@[^\\s@]+\\.[^\\s@]+");

    /** A row of the file before it is known which one is the header: its number and its trimmed cells. */
    record Candidate(int row, List<String> cells) {

        long filled() {
            return cells.stream().filter(cell -> !cell.isEmpty()).count();
        }
    }

    /**
     * The first row with two columns or more, else the first with any text.
     *
     * @param first the first rows of the file
     */
    static TableHeader find(List<Candidate> first, String fileName, ReadLimits limits) {
        var header = first.stream()
                .filter(candidate -> candidate.filled() > 1)
                .findFirst()
                .or(() -> first.stream()
                        .filter(candidate -> candidate.filled() == 1)
                        .findFirst())
                .orElseThrow(() -> new InvalidInputException(Text.of("workbook.read.empty", fileName)));
        return new TableHeader(header.row(), names(header, fileName, limits));
    }

    private static List<String> names(Candidate header, String fileName, ReadLimits limits) {
        var cells = header.cells();
        var width = cells.size();
        while (width > 0 && cells.get(width - 1).isEmpty()) {
            width--;
        }
        if (width > limits.maxColumns()) {
            throw new InvalidInputException(
                    Text.of("workbook.read.tooManyColumns", fileName, width, limits.maxColumns()));
        }
        var columns = cells.subList(0, width);
        if (columns.stream().noneMatch(cell -> LETTER.matcher(cell).find())
                || columns.stream().anyMatch(cell -> ADDRESS.matcher(cell).matches())) {
            throw new InvalidInputException(Text.of("workbook.read.noHeader", fileName, header.row()));
        }
        var seen = new HashMap<String, Integer>();
        var names = new ArrayList<String>(width);
        for (var column = 0; column < width; column++) {
            var letter = CellReference.convertNumToColString(column);
            var name = columns.get(column).isEmpty() ? "[" + letter + "]" : columns.get(column);
            var before = seen.put(name.toLowerCase(Locale.ROOT), column);
            if (before != null) {
                throw new InvalidInputException(Text.of(
                        "workbook.read.duplicateColumn",
                        fileName,
                        name,
                        CellReference.convertNumToColString(before),
                        letter));
            }
            names.add(name);
        }
        return List.copyOf(names);
    }

    /** A row of data laid under the header. */
    SourceRow align(int number, List<String> cells) {
        var width = names.size();
        var surplus = cells.size() > width
                && cells.subList(width, cells.size()).stream().anyMatch(cell -> !cell.isEmpty());
        var aligned = new ArrayList<String>(width);
        for (var column = 0; column < width; column++) {
            aligned.add(column < cells.size() ? cells.get(column) : "");
        }
        return new SourceRow(number, aligned, surplus);
    }
}
