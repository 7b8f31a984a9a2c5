package org.weft.reports;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.math.RoundingMode;
import java.text.NumberFormat;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.StreamSupport;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.CellType;
import org.apache.poi.xssf.usermodel.XSSFSheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.weft.workbook.WorkbookProof;

/** Reads workbooks of the catalogue. */
final class Books {

    /** What a column's name in single brackets must not hold. */
    private static final Pattern SPECIAL = Pattern.compile("\\[[^\\]]*[,:.{}$^&*+=<>/()-][^\\]]*]");

    private Books() {}

    /** Opened, once there is nothing that Excel would offer to repair. */
    static XSSFWorkbook poi(byte[] bytes) throws IOException {
        assertThat(WorkbookProof.problems(bytes)).isEmpty();
        return new XSSFWorkbook(new ByteArrayInputStream(bytes));
    }

    static List<String> names(XSSFWorkbook workbook) {
        return IntStream.range(0, workbook.getNumberOfSheets())
                .mapToObj(workbook::getSheetName)
                .toList();
    }

    /** Texts one below the other. */
    static List<String> column(XSSFSheet sheet, int column) {
        return IntStream.rangeClosed(0, sheet.getLastRowNum())
                .mapToObj(row ->
                        sheet.getRow(row) == null ? null : sheet.getRow(row).getCell(column))
                .filter(cell -> cell != null && cell.getCellType() == CellType.STRING)
                .map(Cell::getStringCellValue)
                .toList();
    }

    /** The number beside the first of these names. */
    static double beside(XSSFSheet sheet, String name) {
        return IntStream.rangeClosed(0, sheet.getLastRowNum())
                .mapToObj(sheet::getRow)
                .filter(row -> row != null
                        && row.getCell(0) != null
                        && row.getCell(0).getCellType() == CellType.STRING
                        && row.getCell(0).getStringCellValue().equals(name))
                .findFirst()
                .orElseThrow(() -> new AssertionError("No " + name + " in " + column(sheet, 0)))
                .getCell(1)
                .getNumericCellValue();
    }

    /** All cells there are, in all sheets. */
    static List<Cell> cells(XSSFWorkbook workbook) {
        return StreamSupport.stream(workbook.spliterator(), false)
                .flatMap(sheet -> StreamSupport.stream(sheet.spliterator(), false))
                .flatMap(row -> StreamSupport.stream(row.spliterator(), false))
                .toList();
    }

    /** The workbook counted anew comes to what was counted in the database, to the last digit. */
    static List<String> recalculated(XSSFWorkbook workbook) {
        var evaluator = workbook.getCreationHelper().createFormulaEvaluator();
        var names = new ArrayList<String>();
        for (var cell : cells(workbook)) {
            if (cell.getCellType() == CellType.FORMULA) {
                var name = cell.getRow().getCell(0).getStringCellValue();
                assertThat(evaluator.evaluate(cell).getNumberValue())
                        .as("%s: %s", name, cell.getCellFormula())
                        .isEqualTo(cell.getNumericCellValue());
                assertThat(SPECIAL.matcher(cell.getCellFormula()).find())
                        .as("Excel takes no such names of columns: %s", cell.getCellFormula())
                        .isFalse();
                names.add(name);
            }
        }
        return names;
    }

    /** Each row that holds a number, its cells one behind the other as a reader of this language sees them. */
    static List<String> shown(XSSFSheet sheet, Locale locale) {
        return StreamSupport.stream(sheet.spliterator(), false)
                .filter(row -> StreamSupport.stream(row.spliterator(), false).anyMatch(Books::isNumber))
                .map(row -> StreamSupport.stream(row.spliterator(), false)
                        // What stands beside a figure on the summary is told below it.
                        .filter(cell -> isNumber(cell)
                                || cell.getColumnIndex() == 0
                                || sheet.getTables().size() > 0)
                        .map(cell -> shown(cell, locale))
                        .collect(Collectors.joining(" ")))
                .toList();
    }

    private static boolean isNumber(Cell cell) {
        return cell.getCellType() == CellType.NUMERIC || cell.getCellType() == CellType.FORMULA;
    }

    private static String shown(Cell cell, Locale locale) {
        if (!isNumber(cell)) {
            return cell.getStringCellValue();
        }
        var format = cell.getCellStyle().getDataFormatString();
        var number = cell.getNumericCellValue();
        if (format.contains("yyyy")) {
            return DateTimeFormatter.ofLocalizedDate(FormatStyle.MEDIUM)
                    .withLocale(locale)
                    .format(cell.getLocalDateTimeCellValue());
        }
        if (format.endsWith("%")) {
            var percent = NumberFormat.getPercentInstance(locale);
            percent.setRoundingMode(RoundingMode.HALF_UP);
            return percent.format(number).replace('\u00a0', ' ');
        }
        var shown = NumberFormat.getInstance(locale);
        shown.setRoundingMode(RoundingMode.HALF_UP);
        shown.setMinimumFractionDigits(format.endsWith(".00") ? 2 : 0);
        shown.setMaximumFractionDigits(format.endsWith(".00") ? 2 : 0);
        return shown.format(number);
    }
}
