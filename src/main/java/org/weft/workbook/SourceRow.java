package org.weft.workbook;

import java.util.List;

/**
 * A row of a file from outside.
 *
 * @param number its number in the file, from 1, as a spreadsheet program shows it
 * @param cells exactly as many as the header has; blanks around the text are gone, an empty cell is ""
 * @param surplus whether the row has text in more cells than the header has columns, as an unquoted separator causes
 */
public record SourceRow(int number, List<String> cells, boolean surplus) {

    public SourceRow {
        cells = List.copyOf(cells);
    }

    public String cell(int column) {
        return cells.get(column);
    }
}
