package org.weft.workbook;

import java.io.IOException;
import java.io.OutputStream;
import java.util.List;
import java.util.concurrent.CancellationException;
import org.apache.poi.ss.SpreadsheetVersion;
import org.apache.poi.ss.usermodel.CellStyle;
import org.apache.poi.ss.usermodel.ComparisonOperator;
import org.apache.poi.ss.usermodel.ConditionalFormattingThreshold;
import org.apache.poi.ss.usermodel.PatternFormatting;
import org.apache.poi.ss.util.AreaReference;
import org.apache.poi.ss.util.CellRangeAddress;
import org.apache.poi.ss.util.CellReference;
import org.apache.poi.xssf.usermodel.XSSFTable;

/** One sheet with a table on it: its header, rows as they come, and the table around them. */
final class TablePart<T> {

    private static final int CHECK_EVERY = 1_000;
    private static final float HEADER_LINE = 20;

    /** As many as can still be read on a page of A4. */
    private static final int CHARACTERS_PER_PAGE = 200;

    private final StreamedSheet sheet;
    private final List<ColumnSpec<T>> columns;
    private final CellWriter cells;
    private final WorkbookZip zip;
    private final XSSFTable table;
    private final StreamedSheet.Frame frame;
    private final OutputStream out;
    private final RowWriter writer;
    private int rows;

    TablePart(
            StreamedSheet sheet,
            String name,
            List<String> headers,
            List<ColumnSpec<T>> columns,
            ColumnWidths widths,
            CellWriter cells,
            PageSetup page,
            WorkbookZip zip)
            throws IOException {
        this.sheet = sheet;
        this.columns = columns;
        this.cells = cells;
        this.zip = zip;
        header(headers, widths);
        table = table(name);
        widths.apply(sheet);
        print(page, widths.total());
        highlight();
        rules();
        frame = sheet.frame();
        out = zip.begin(sheet);
        out.write(frame.before());
        writer = new RowWriter(out, columns.size());
    }

    private void header(List<String> headers, ColumnWidths widths) {
        var header = sheet.createRow(0);
        header.setHeightInPoints(widths.wraps(columns) ? 2 * HEADER_LINE : HEADER_LINE);
        for (var column = 0; column < headers.size(); column++) {
            var style = style(columns.get(column));
            cells.text(CellTarget.of(header.createCell(column)), headers.get(column), style, style);
        }
        sheet.createFreezePane(0, 1);
        sheet.setRepeatingRows(CellRangeAddress.valueOf("1:1"));
    }

    private CellStyle style(ColumnSpec<T> column) {
        return column.rule() == null || column.rule() instanceof CellRule.Kept
                ? cells.styles().header(column.kind())
                : cells.styles().editable(column.kind());
    }

    private void rules() {
        var rules = new CellRules(sheet);
        for (var column = 0; column < columns.size(); column++) {
            var rule = columns.get(column).rule();
            if (rule != null) {
                rules.add(column, rule);
            }
        }
    }

    private XSSFTable table(String name) {
        var made = sheet.createTable(area());
        made.setName(name);
        made.setDisplayName(name);
        made.getCTTable().addNewAutoFilter().setRef(area().formatAsString());
        return made;
    }

    /** Excel wants a line below the header, also where there is none. */
    private AreaReference area() {
        return new AreaReference(
                new CellReference(0, 0),
                new CellReference(Math.max(1, rows), columns.size() - 1),
                SpreadsheetVersion.EXCEL2007);
    }

    /** Shares as bars in their cells, warnings, gaps and what is kept in their colours; over all rows there may be. */
    private void highlight() {
        var formatting = sheet.getSheetConditionalFormatting();
        for (var column = 0; column < columns.size(); column++) {
            var below = new CellRangeAddress[] {
                new CellRangeAddress(1, SpreadsheetVersion.EXCEL2007.getLastRowIndex(), column, column)
            };
            if (columns.get(column).kind() == ColumnKind.PERCENT) {
                var rule = formatting.createConditionalFormattingRule(
                        cells.styles().bar());
                formatting.addConditionalFormatting(below, rule);
                var bar = rule.getDataBarFormatting();
                bar.getMinThreshold().setRangeType(ConditionalFormattingThreshold.RangeType.NUMBER);
                bar.getMinThreshold().setValue(0.0);
                bar.getMaxThreshold().setRangeType(ConditionalFormattingThreshold.RangeType.NUMBER);
                bar.getMaxThreshold().setValue(1.0);
            }
            if (columns.get(column).gaps()) {
                var cell = new CellReference(1, column, false, false).formatAsString();
                var heading = new CellReference(0, column, true, false).formatAsString();
                var rule = formatting.createConditionalFormattingRule(
                        "AND(ISBLANK(" + cell + "),NOT(ISBLANK($A2)),$A2<>" + heading + ")");
                var fill = rule.createPatternFormatting();
                fill.setFillPattern(PatternFormatting.SOLID_FOREGROUND);
                fill.setFillBackgroundColor(cells.styles().gap());
                formatting.addConditionalFormatting(below, rule);
            }
            if (columns.get(column).rule() instanceof CellRule.Kept) {
                var rule = formatting.createConditionalFormattingRule("NOT(ISBLANK($A2))");
                cells.styles().keep(rule.createFontFormatting());
                var fill = rule.createPatternFormatting();
                fill.setFillPattern(PatternFormatting.SOLID_FOREGROUND);
                fill.setFillBackgroundColor(cells.styles().kept());
                formatting.addConditionalFormatting(below, rule);
            }
            var warning = columns.get(column).warning();
            if (warning != null) {
                var rule = formatting.createConditionalFormattingRule(
                        ComparisonOperator.EQUAL,
                        '"' + SheetText.fit(warning, "").replace("\"", "\"\"") + '"');
                cells.styles().warn(rule.createFontFormatting());
                formatting.addConditionalFormatting(below, rule);
            }
        }
    }

    private void print(PageSetup page, int characters) {
        var pages = Math.clamp(characters / CHARACTERS_PER_PAGE, 1, columns.size());
        page.apply(sheet, pages);
        if (pages > 1) {
            sheet.setRepeatingColumns(CellRangeAddress.valueOf("A:A"));
        }
    }

    /** How many there are, the header not counted. */
    int rows() {
        return rows;
    }

    void write(T row) throws IOException {
        if (++rows % CHECK_EVERY == 0 && Thread.currentThread().isInterrupted()) {
            throw new CancellationException("Nobody waits for this workbook any more");
        }
        writer.start(rows + 1);
        for (var column = 0; column < columns.size(); column++) {
            var of = columns.get(column);
            cells.write(writer.at(column), of.kind(), of.value().apply(row));
        }
        writer.end();
    }

    void finish() throws IOException {
        var all = area().formatAsString();
        table.getCTTable().setRef(all);
        table.getCTTable().getAutoFilter().setRef(all);
        writer.finish();
        out.write(frame.after());
        zip.end();
    }
}
