package org.weft.workbook;

import java.math.BigDecimal;
import java.math.MathContext;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.poi.ss.usermodel.DateUtil;
import org.dhatim.fastexcel.reader.Cell;
import org.dhatim.fastexcel.reader.Row;
import org.jspecify.annotations.Nullable;

/** Turns the cells of a workbook into the text a person would read in them. */
final class CellValues {

    /** Excel keeps fifteen digits; what is beyond comes from binary fractions. */
    private static final MathContext DIGITS = new MathContext(15);

    private static final int MAX_EXPONENT = 30;
    private static final double LAST_DAY = 2_958_466;
    private static final Pattern ZEROS = Pattern.compile("0{2,30}");
    private static final Pattern ESCAPED = Pattern.compile("_x([0-9A-Fa-f]{4})_");

    private final boolean date1904;

    CellValues(boolean date1904) {
        this.date1904 = date1904;
    }

    List<String> of(Row row) {
        var cells = new ArrayList<String>(row.getCellCount());
        for (var column = 0; column < row.getCellCount(); column++) {
            cells.add(row.getOptionalCell(column)
                    .map(cell -> CellText.trim(text(cell)))
                    .orElse(""));
        }
        return cells;
    }

    private String text(Cell cell) {
        var value = cell.getValue();
        if (value instanceof BigDecimal number) {
            return number(number, cell.getDataFormatId(), cell.getDataFormatString());
        }
        if (value instanceof Boolean yes) {
            return yes ? "TRUE" : "FALSE";
        }
        if (value == null) {
            return "";
        }
        return ESCAPED.matcher(value.toString())
                .replaceAll(
                        match -> Matcher.quoteReplacement(String.valueOf((char) Integer.parseInt(match.group(1), 16))));
    }

    private String number(BigDecimal number, @Nullable Integer formatId, @Nullable String format) {
        var value = number.doubleValue();
        if (formatId != null && value >= 0 && value < LAST_DAY && DateUtil.isADateFormat(formatId, format)) {
            return date(value);
        }
        if (Math.abs(number.precision() - (long) number.scale()) > MAX_EXPONENT || number.scale() > 4 * MAX_EXPONENT) {
            return Double.toString(value);
        }
        var rounded = number.round(DIGITS);
        var plain = rounded.signum() == 0 ? "0" : rounded.stripTrailingZeros().toPlainString();
        // A number format of zeros shows leading ones: 00042 is how people know the number.
        return format != null
                        && ZEROS.matcher(format).matches()
                        && plain.length() < format.length()
                        && plain.chars().allMatch(Character::isDigit)
                ? "0".repeat(format.length() - plain.length()) + plain
                : plain;
    }

    private String date(double value) {
        var moment = DateUtil.getLocalDateTime(value, date1904, true);
        if (value < 1) {
            return moment.toLocalTime().toString();
        }
        return moment.toLocalTime().equals(LocalTime.MIDNIGHT)
                ? moment.toLocalDate().toString()
                : moment.toString();
    }
}
