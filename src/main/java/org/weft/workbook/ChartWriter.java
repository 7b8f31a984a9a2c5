package org.weft.workbook;

import org.apache.poi.ss.util.CellRangeAddress;
import org.apache.poi.xddf.usermodel.PresetColor;
import org.apache.poi.xddf.usermodel.XDDFColor;
import org.apache.poi.xddf.usermodel.XDDFLineProperties;
import org.apache.poi.xddf.usermodel.XDDFSolidFillProperties;
import org.apache.poi.xddf.usermodel.chart.AxisCrossBetween;
import org.apache.poi.xddf.usermodel.chart.AxisCrosses;
import org.apache.poi.xddf.usermodel.chart.AxisOrientation;
import org.apache.poi.xddf.usermodel.chart.AxisPosition;
import org.apache.poi.xddf.usermodel.chart.BarDirection;
import org.apache.poi.xddf.usermodel.chart.ChartTypes;
import org.apache.poi.xddf.usermodel.chart.XDDFBarChartData;
import org.apache.poi.xddf.usermodel.chart.XDDFDataSourcesFactory;
import org.apache.poi.xssf.usermodel.XSSFChart;
import org.apache.poi.xssf.usermodel.XSSFSheet;

/** Writes a chart's numbers as a table, and beside it the native chart of them. */
final class ChartWriter {

    static final int LAST_COLUMN = 13;

    private static final int FIRST_COLUMN = 3;
    private static final int LEAST_ROWS = 15;
    private static final float HEADER_HEIGHT = 20;
    private static final int GAP_WIDTH = 60;

    private final XSSFSheet sheet;
    private final CellWriter cells;
    private final FormulaText formulas;

    ChartWriter(XSSFSheet sheet, CellWriter cells, FormulaText formulas) {
        this.formulas = formulas;
        this.sheet = sheet;
        this.cells = cells;
    }

    /** @return the first row below */
    int write(BarChart chart, int row) {
        var below = table(chart, row);
        if (chart.bars().isEmpty()) {
            return below;
        }
        var bottom = Math.max(below, row + LEAST_ROWS);
        var drawing = sheet.createDrawingPatriarch();
        draw(
                drawing.createChart(drawing.createAnchor(0, 0, 0, 0, FIRST_COLUMN, row, LAST_COLUMN, bottom)),
                chart,
                row + 2,
                below - 1);
        return bottom;
    }

    private int table(BarChart chart, int row) {
        var styles = cells.styles();
        cells.text(CellTarget.of(sheet.createRow(row).createCell(0)), chart.title(), styles.strong(), styles.strong());
        sheet.addMergedRegion(new CellRangeAddress(row, row, 0, 1));
        var header = sheet.createRow(row + 1);
        header.setHeightInPoints(HEADER_HEIGHT);
        var left = styles.header(ColumnKind.TEXT);
        var right = styles.header(ColumnKind.INTEGER);
        cells.text(CellTarget.of(header.createCell(0)), chart.categoryHeader(), left, left);
        cells.text(CellTarget.of(header.createCell(1)), chart.valueHeader(), right, right);
        var next = row + 2;
        for (var bar : chart.bars()) {
            var line = sheet.createRow(next++);
            cells.text(CellTarget.of(line.createCell(0)), bar.name(), styles.text(), styles.literal());
            var value = line.createCell(1);
            formulas.write(value, bar.formula());
            cells.write(CellTarget.of(value), chart.percent() ? ColumnKind.PERCENT : ColumnKind.INTEGER, bar.value());
        }
        return next;
    }

    private void draw(XSSFChart target, BarChart chart, int firstRow, int lastRow) {
        target.setTitleText(SheetText.clean(chart.title()));
        target.setTitleOverlay(false);
        var horizontal = chart.direction() == BarChart.Direction.BARS;
        var categories = target.createCategoryAxis(horizontal ? AxisPosition.LEFT : AxisPosition.BOTTOM);
        var values = target.createValueAxis(horizontal ? AxisPosition.BOTTOM : AxisPosition.LEFT);
        values.setMinimum(0);
        if (chart.percent()) {
            values.setMaximum(1);
            values.setMajorUnit(0.25);
            values.setNumberFormat("0%");
        } else {
            values.setNumberFormat("#,##0");
        }
        var lines = new XDDFLineProperties(new XDDFSolidFillProperties(XDDFColor.from(PresetColor.LIGHT_GRAY)));
        values.getOrAddMajorGridProperties().setLineProperties(lines);
        if (horizontal) {
            // Otherwise Excel draws the first at the bottom.
            categories.setOrientation(AxisOrientation.MAX_MIN);
            values.setCrosses(AxisCrosses.MAX);
        } else {
            values.setCrosses(AxisCrosses.AUTO_ZERO);
        }
        values.setCrossBetween(AxisCrossBetween.BETWEEN);
        var data = (XDDFBarChartData) target.createData(ChartTypes.BAR, categories, values);
        data.setBarDirection(horizontal ? BarDirection.BAR : BarDirection.COL);
        data.setVaryColors(false);
        data.setGapWidth(GAP_WIDTH);
        var series = (XDDFBarChartData.Series) data.addSeries(
                XDDFDataSourcesFactory.fromStringCellRange(sheet, new CellRangeAddress(firstRow, lastRow, 0, 0)),
                XDDFDataSourcesFactory.fromNumericCellRange(sheet, new CellRangeAddress(firstRow, lastRow, 1, 1)));
        series.setTitle(SheetText.clean(chart.valueHeader()), null);
        series.setFillProperties(new XDDFSolidFillProperties(XDDFColor.from(SheetStyles.BRAND)));
        target.plot(data);
        label(target, chart);
    }

    /** The value at the end of each bar, so that nobody has to measure. */
    private static void label(XSSFChart target, BarChart chart) {
        var series = target.getCTChart().getPlotArea().getBarChartArray(0).getSerArray(0);
        var labels = series.isSetDLbls() ? series.getDLbls() : series.addNewDLbls();
        var format = labels.addNewNumFmt();
        format.setFormatCode(chart.percent() ? "0%" : "#,##0");
        format.setSourceLinked(false);
        labels.addNewShowLegendKey().setVal(false);
        labels.addNewShowVal().setVal(true);
        labels.addNewShowCatName().setVal(false);
        labels.addNewShowSerName().setVal(false);
        labels.addNewShowPercent().setVal(false);
        labels.addNewShowBubbleSize().setVal(false);
    }
}
