package org.weft.workbook;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.Locale;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.CellStyle;
import org.apache.poi.ss.usermodel.DateUtil;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.jspecify.annotations.Nullable;
import org.weft.base.Translations;

/** Puts values into cells, each as what it is. */
final class CellWriter {

    /** Excel keeps fifteen digits of a number. */
    private static final long LARGEST_EXACT = 999_999_999_999_999L;

    private static final LocalDate FIRST_DAY = LocalDate.of(1900, 1, 1);
    private static final LocalDate LAST_DAY = LocalDate.of(9999, 12, 31);

    private final SheetStyles styles;
    private final Translations translations;
    private final ZoneId zone;
    private final Locale locale;

    CellWriter(XSSFWorkbook workbook, Translations translations, WorkbookSpec spec) {
        this.styles = new SheetStyles(workbook, spec.locale());
        this.translations = translations;
        this.zone = spec.zone();
        this.locale = spec.locale();
    }

    SheetStyles styles() {
        return styles;
    }

    /** @return about how many characters wide it shows */
    int write(Cell cell, ColumnKind kind, @Nullable Object value) {
        if (value == null) {
            return 0;
        }
        return switch (kind) {
            case TEXT -> text(cell, value.toString(), styles.text(), styles.literal());
            case INTEGER -> integer(cell, (Number) value);
            case DECIMAL -> number(cell, ((Number) value).doubleValue(), styles.decimal(), 10);
            case PERCENT -> number(cell, ((Number) value).doubleValue(), styles.percent(), 6);
            case DATE -> date(cell, (LocalDate) value);
            case DATE_TIME -> moment(cell, (Instant) value);
        };
    }

    /** Text in a style of its own; it stays text, whatever it looks like. */
    int text(Cell cell, String text, CellStyle style, CellStyle literalStyle) {
        var fit = text;
        if (text.length() > ReadLimits.CELL_LENGTH / 8) {
            fit = SheetText.fit(text, translations.translate("workbook.write.cut", locale, text.length()));
        } else {
            fit = SheetText.fit(text, "");
        }
        cell.setCellValue(fit);
        cell.setCellStyle(SheetText.looksLikeFormula(fit) ? literalStyle : style);
        return fit.length();
    }

    private int integer(Cell cell, Number value) {
        var exact = value instanceof BigDecimal big ? big.longValue() : value.longValue();
        if (Math.abs(exact) > LARGEST_EXACT) {
            return text(cell, value.toString(), styles.text(), styles.literal());
        }
        return number(cell, exact, styles.integer(), 8);
    }

    private static int number(Cell cell, double value, CellStyle style, int width) {
        if (Double.isFinite(value)) {
            cell.setCellValue(value);
            cell.setCellStyle(style);
        }
        return width;
    }

    private int date(Cell cell, LocalDate date) {
        if (date.isBefore(FIRST_DAY) || date.isAfter(LAST_DAY)) {
            return text(cell, date.toString(), styles.text(), styles.literal());
        }
        cell.setCellValue(DateUtil.getExcelDate(date));
        cell.setCellStyle(styles.date());
        return 11;
    }

    private int moment(Cell cell, Instant instant) {
        var local = LocalDateTime.ofInstant(instant, zone);
        var date = local.toLocalDate();
        if (date.isBefore(FIRST_DAY) || date.isAfter(LAST_DAY)) {
            return text(cell, local.toString(), styles.text(), styles.literal());
        }
        cell.setCellValue(DateUtil.getExcelDate(local));
        cell.setCellStyle(styles.dateTime());
        return 17;
    }
}
