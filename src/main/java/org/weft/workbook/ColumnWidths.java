package org.weft.workbook;

import java.util.List;
import java.util.stream.IntStream;
import org.apache.poi.ss.usermodel.Sheet;

/** Column widths from what was written, as it was written: measuring with fonts would cost more than the writing. */
final class ColumnWidths {

    private static final int NARROWEST = 8;
    private static final int WIDEST = 80;

    /** For the filter button beside the heading. */
    private static final int BUTTON = 4;

    private static final int EXCEL_WIDEST = 255;
    private static final int UNITS_PER_CHARACTER = 256;

    private final int[] widths;
    private final boolean[] fixed;
    private final boolean[] hidden;

    ColumnWidths(List<? extends ColumnSpec<?>> columns) {
        widths = new int[columns.size()];
        fixed = new boolean[columns.size()];
        hidden = new boolean[columns.size()];
        for (var column = 0; column < columns.size(); column++) {
            var spec = columns.get(column);
            fixed[column] = spec.width() > 0;
            hidden[column] = spec.hidden();
            widths[column] = fixed[column] ? spec.width() : spec.header().length() + BUTTON;
        }
    }

    /** Whether any of them is made to fit. */
    boolean fit() {
        return IntStream.range(0, fixed.length).anyMatch(column -> !fixed[column]);
    }

    void seen(int column, int characters) {
        if (!fixed[column] && characters + 2 > widths[column]) {
            widths[column] = characters + 2;
        }
    }

    void apply(Sheet sheet) {
        for (var column = 0; column < widths.length; column++) {
            sheet.setColumnWidth(column, width(column) * UNITS_PER_CHARACTER);
            if (hidden[column]) {
                sheet.setColumnHidden(column, true);
            }
        }
    }

    /** In characters, of all columns that show. */
    int total() {
        return IntStream.range(0, widths.length)
                .filter(column -> !hidden[column])
                .map(this::width)
                .sum();
    }

    /** Whether the heading of a column with a fixed width takes a second line. */
    boolean wraps(List<? extends ColumnSpec<?>> columns) {
        return IntStream.range(0, widths.length)
                .anyMatch(column -> columns.get(column).header().length() + BUTTON > width(column));
    }

    private int width(int column) {
        return Math.clamp(widths[column], NARROWEST, fixed[column] ? EXCEL_WIDEST : WIDEST);
    }
}
