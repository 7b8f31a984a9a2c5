package org.weft.workbook;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.Locale;
import org.apache.poi.ss.usermodel.CellStyle;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.jspecify.annotations.Nullable;
import org.weft.base.Translations;

/** Puts values into cells, each as what it is. */
final class CellWriter {

    /** Excel keeps fifteen digits of a number. */
    private static final long LARGEST_EXACT = 999_999_999_999_999L;

    private static final double NANOS_PER_DAY = 86_400e9;
    private static final LocalDate FIRST_DAY = LocalDate.of(1900, 1, 1);
    private static final LocalDate AFTER_WRONG_DAY = LocalDate.of(1900, 3, 1);
    private static final long EPOCH = LocalDate.of(1899, 12, 30).toEpochDay();
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
    int write(CellTarget cell, ColumnKind kind, @Nullable Object value) {
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
    int text(CellTarget cell, String text, CellStyle style, CellStyle literalStyle) {
        var fit = text;
        if (text.length() > ReadLimits.CELL_LENGTH / 8) {
            fit = SheetText.fit(text, translations.translate("workbook.write.cut", locale, text.length()));
        } else {
            fit = SheetText.fit(text, "");
        }
        cell.text(SheetText.looksLikeFormula(fit) ? literalStyle : style, fit);
        return fit.length();
    }

    private int integer(CellTarget cell, Number value) {
        var exact = value instanceof BigDecimal big ? big.longValue() : value.longValue();
        if (Math.abs(exact) > LARGEST_EXACT) {
            return text(cell, value.toString(), styles.text(), styles.literal());
        }
        return number(cell, exact, styles.integer(), 8);
    }

    private static int number(CellTarget cell, double value, CellStyle style, int width) {
        if (Double.isFinite(value)) {
            cell.number(style, value);
        }
        return width;
    }

    private int date(CellTarget cell, LocalDate date) {
        if (date.isBefore(FIRST_DAY) || date.isAfter(LAST_DAY)) {
            return text(cell, date.toString(), styles.text(), styles.literal());
        }
        cell.number(styles.date(), serial(date));
        return 11;
    }

    private int moment(CellTarget cell, Instant instant) {
        var local = LocalDateTime.ofInstant(instant, zone);
        var date = local.toLocalDate();
        if (date.isBefore(FIRST_DAY) || date.isAfter(LAST_DAY)) {
            return text(cell, local.toString(), styles.text(), styles.literal());
        }
        cell.number(styles.dateTime(), serial(date) + local.toLocalTime().toNanoOfDay() / NANOS_PER_DAY);
        return 17;
    }

    /** Excel counts days from 1900, and among them one that never was: 29 February 1900. */
    static long serial(LocalDate date) {
        return date.toEpochDay() - (date.isBefore(AFTER_WRONG_DAY) ? EPOCH + 1 : EPOCH);
    }
}
