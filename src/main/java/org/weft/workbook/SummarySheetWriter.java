package org.weft.workbook;

import org.apache.poi.ss.util.CellRangeAddress;
import org.apache.poi.xssf.usermodel.XSSFSheet;

/**
 * Writes title, key figures and charts. The charts stand to the right of their numbers, which are a small table each;
 * Excel draws them from it, so that a reader may change a number and see.
 */
final class SummarySheetWriter {

    static final float TITLE_HEIGHT = 26;

    private static final int NAME_WIDTH = 44 * 256;
    private static final int VALUE_WIDTH = 20 * 256;
    private static final int GAP_WIDTH = 3 * 256;

    private final XSSFSheet sheet;
    private final CellWriter cells;
    private final FormulaText formulas;
    private final PageSetup page;
    private int next;

    SummarySheetWriter(XSSFSheet sheet, CellWriter cells, FormulaText formulas, PageSetup page) {
        this.formulas = formulas;
        this.sheet = sheet;
        this.cells = cells;
        this.page = page;
    }

    void write(SummarySheet summary) {
        sheet.setColumnWidth(0, NAME_WIDTH);
        sheet.setColumnWidth(1, VALUE_WIDTH);
        sheet.setColumnWidth(2, GAP_WIDTH);
        var styles = cells.styles();
        var top = sheet.createRow(next++);
        top.setHeightInPoints(TITLE_HEIGHT);
        cells.text(CellTarget.of(top.createCell(0)), summary.title(), styles.title(), styles.title());
        line(summary.context());
        next++;
        for (var figure : summary.figures()) {
            var row = sheet.createRow(next++);
            cells.text(CellTarget.of(row.createCell(0)), figure.name(), styles.text(), styles.literal());
            if (figure.value() != null || figure.formula() != null) {
                var value = row.createCell(1);
                formulas.write(value, figure.formula());
                cells.write(CellTarget.of(value), figure.kind(), figure.value());
                value.setCellStyle(styles.boldOf(value.getCellStyle()));
            }
            if (figure.note() != null) {
                cells.text(CellTarget.of(row.createCell(3)), figure.note(), styles.aside(), styles.aside());
            }
        }
        next++;
        summary.notes().forEach(this::line);
        next++;
        for (var chart : summary.charts()) {
            next = new ChartWriter(sheet, cells, formulas).write(chart, next) + 2;
        }
        sheet.setDisplayGridlines(false);
        sheet.getWorkbook().setPrintArea(sheet.getWorkbook().getSheetIndex(sheet), 0, ChartWriter.LAST_COLUMN, 0, next);
        page.onePage(sheet);
    }

    /** Over the whole width. */
    private void line(String text) {
        var styles = cells.styles();
        cells.text(CellTarget.of(sheet.createRow(next).createCell(0)), text, styles.aside(), styles.aside());
        sheet.addMergedRegion(new CellRangeAddress(next, next, 0, ChartWriter.LAST_COLUMN - 1));
        next++;
    }
}
