package org.weft.workbook;

import org.apache.poi.xssf.usermodel.XSSFSheet;
import org.jspecify.annotations.Nullable;

/** Writes names and values one below the other. */
final class AboutSheetWriter {

    private static final int NAME_WIDTH = 40;
    private static final int VALUE_WIDTH = 90;
    private static final int UNITS_PER_CHARACTER = 256;
    private static final float LINE_HEIGHT = 15;

    /** Lines break between words, and fonts differ: so much of a line is counted on. */
    private static final double FILLED = 0.85;

    private final XSSFSheet sheet;
    private final CellWriter cells;
    private final FormulaText formulas;
    private final PageSetup page;

    AboutSheetWriter(XSSFSheet sheet, CellWriter cells, FormulaText formulas, PageSetup page) {
        this.sheet = sheet;
        this.cells = cells;
        this.formulas = formulas;
        this.page = page;
    }

    void write(AboutSheet about) {
        var styles = cells.styles();
        sheet.setColumnWidth(0, NAME_WIDTH * UNITS_PER_CHARACTER);
        sheet.setColumnWidth(1, VALUE_WIDTH * UNITS_PER_CHARACTER);
        var top = sheet.createRow(0);
        top.setHeightInPoints(SummarySheetWriter.TITLE_HEIGHT);
        var title = top.createCell(0);
        cells.text(CellTarget.of(title), about.title(), styles.title(), styles.title());
        var next = 2;
        for (var fact : about.facts()) {
            var row = sheet.createRow(next++);
            cells.text(CellTarget.of(row.createCell(0)), fact.name(), styles.strong(), styles.strong());
            var known = fact.value() == null ? formulas.rows(fact.formula()) : fact.value();
            // Programs that do not fit heights themselves would write one line over the next.
            var lines = Math.max(lines(fact.name(), NAME_WIDTH), lines(known, VALUE_WIDTH));
            if (lines > 1) {
                row.setHeightInPoints(Math.min(lines * LINE_HEIGHT, SheetStyles.HIGHEST_ROW));
            }
            if (known != null) {
                var value = row.createCell(1);
                if (fact.kind() == ColumnKind.TEXT) {
                    cells.text(CellTarget.of(value), known.toString(), styles.wrapped(), styles.wrappedLiteral());
                } else {
                    formulas.write(value, fact.formula());
                    cells.write(CellTarget.of(value), fact.kind(), known);
                    value.setCellStyle(styles.leftOf(value.getCellStyle()));
                }
            }
            if (fact.note() != null) {
                cells.text(
                        CellTarget.of(sheet.createRow(next++).createCell(1)),
                        fact.note(),
                        styles.quiet(),
                        styles.quiet());
            }
        }
        sheet.setDisplayGridlines(false);
        page.apply(sheet, 1);
    }

    private static int lines(@Nullable Object text, int width) {
        return text == null
                ? 0
                : text.toString()
                        .lines()
                        .mapToInt(line -> (int) Math.ceil(line.length() / (width * FILLED)))
                        .sum();
    }
}
