package org.weft.workbook;

import org.apache.poi.xssf.usermodel.XSSFSheet;

/** Writes names and values one below the other. */
final class AboutSheetWriter {

    private static final int NAME_WIDTH = 28 * 256;
    private static final int VALUE_WIDTH = 90 * 256;

    private final XSSFSheet sheet;
    private final CellWriter cells;
    private final PageSetup page;

    AboutSheetWriter(XSSFSheet sheet, CellWriter cells, PageSetup page) {
        this.sheet = sheet;
        this.cells = cells;
        this.page = page;
    }

    void write(AboutSheet about) {
        var styles = cells.styles();
        sheet.setColumnWidth(0, NAME_WIDTH);
        sheet.setColumnWidth(1, VALUE_WIDTH);
        var top = sheet.createRow(0);
        top.setHeightInPoints(SummarySheetWriter.TITLE_HEIGHT);
        var title = top.createCell(0);
        cells.text(CellTarget.of(title), about.title(), styles.title(), styles.title());
        var next = 2;
        for (var fact : about.facts()) {
            var row = sheet.createRow(next++);
            cells.text(CellTarget.of(row.createCell(0)), fact.name(), styles.strong(), styles.strong());
            if (fact.value() != null) {
                var value = row.createCell(1);
                if (fact.kind() == ColumnKind.TEXT) {
                    cells.text(
                            CellTarget.of(value), fact.value().toString(), styles.wrapped(), styles.wrappedLiteral());
                } else {
                    cells.write(CellTarget.of(value), fact.kind(), fact.value());
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
}
