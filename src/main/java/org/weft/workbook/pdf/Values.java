package org.weft.workbook.pdf;

import java.math.RoundingMode;
import java.text.NumberFormat;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.weft.workbook.ColumnKind;

/** Says values as the reader's language does, with as many digits as the workbook shows. */
final class Values {

    private final NumberFormat whole;
    private final NumberFormat decimal;
    private final NumberFormat percent;
    private final DateTimeFormatter date;
    private final DateTimeFormatter moment;

    Values(Locale locale, ZoneId zone) {
        whole = NumberFormat.getIntegerInstance(locale);
        decimal = NumberFormat.getNumberInstance(locale);
        decimal.setMinimumFractionDigits(2);
        decimal.setMaximumFractionDigits(2);
        decimal.setRoundingMode(RoundingMode.HALF_UP);
        percent = NumberFormat.getPercentInstance(locale);
        percent.setRoundingMode(RoundingMode.HALF_UP);
        date = DateTimeFormatter.ofLocalizedDate(FormatStyle.MEDIUM).withLocale(locale);
        moment = DateTimeFormatter.ofLocalizedDateTime(FormatStyle.MEDIUM, FormatStyle.SHORT)
                .withLocale(locale)
                .withZone(zone);
    }

    String of(ColumnKind kind, @Nullable Object value) {
        if (value == null) {
            return "";
        }
        return switch (kind) {
            case TEXT -> value.toString();
            case INTEGER -> whole.format(value);
            case DECIMAL -> decimal.format(value);
            case PERCENT -> percent.format(value);
            case DATE -> date.format((LocalDate) value);
            case DATE_TIME -> moment.format((Instant) value);
        };
    }

    /** Of a chart. */
    String of(boolean share, double value) {
        return of(share ? ColumnKind.PERCENT : ColumnKind.INTEGER, value);
    }
}
