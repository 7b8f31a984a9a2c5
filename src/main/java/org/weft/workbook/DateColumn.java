package org.weft.workbook;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Collection;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.weft.base.InvalidInputException;
import org.weft.base.Text;

/**
 * Reads the dates of one column: 2026-03-31, 31.3.2026, and with slashes or dashes 3/31/2026 or 31/3/2026. Which of the
 * last two it is, the column as a whole tells: a 31 can only be a day. Where it does not tell, somebody has to; a guess
 * would be wrong without anybody seeing it.
 */
public final class DateColumn {

    private static final Pattern ISO =
            Pattern.compile("(\\d{4})-(\\d{1,2})-(\\d{1,2})(?:[T ]\\d{1,2}:\\d{2}(?::\\d{2}(?:\\.\\d+)?)?)?");
    private static final Pattern YEAR_FIRST = Pattern.compile("(\\d{4})[/.](\\d{1,2})[/.](\\d{1,2})");
    private static final Pattern DOTS = Pattern.compile("(\\d{1,2})\\.\\s?(\\d{1,2})\\.\\s?(\\d{4}|\\d{2})");
    private static final Pattern EITHER = Pattern.compile(
            "(\\d{1,2})([/-])(\\d{1,2})\\2(\\d{4}|\\d{2})(?: \\d{1,2}:\\d{2}(?::\\d{2})?(?: ?[AaPp][Mm])?)?");

    private final @Nullable DateOrder order;
    private final boolean open;
    private final LocalDate today;

    private DateColumn(@Nullable DateOrder order, boolean open, LocalDate today) {
        this.order = order;
        this.open = open;
        this.today = today;
    }

    /**
     * @param values all of the column's values
     * @param chosen what somebody said about the column; counts only where the values do not tell
     * @param today what two digits of a year are near to
     */
    public static DateColumn of(Collection<String> values, @Nullable DateOrder chosen, LocalDate today) {
        boolean dayFirst = false;
        boolean monthFirst = false;
        boolean undecided = false;
        for (var value : values) {
            var date = EITHER.matcher(value);
            if (date.matches()) {
                var first = Integer.parseInt(date.group(1));
                var second = Integer.parseInt(date.group(3));
                dayFirst |= first > 12 && second <= 12;
                monthFirst |= second > 12 && first <= 12;
                undecided |= first <= 12 && second <= 12 && first != second;
            }
        }
        if (dayFirst != monthFirst) {
            return new DateColumn(dayFirst ? DateOrder.DAY_FIRST : DateOrder.MONTH_FIRST, false, today);
        }
        return new DateColumn(chosen, undecided, today);
    }

    /** Whether the values do not tell what comes first, so that somebody has to. */
    public boolean isOpen() {
        return open;
    }

    /** What comes first; empty where it is neither known nor chosen. */
    public Optional<DateOrder> order() {
        return Optional.ofNullable(order);
    }

    /** @throws InvalidInputException where the text is no date, names a day that does not exist, or may be two days */
    public @Nullable LocalDate read(String text) {
        if (text.isEmpty()) {
            return null;
        }
        var iso = ISO.matcher(text);
        if (iso.matches()) {
            return day(text, iso.group(1), iso.group(2), iso.group(3));
        }
        var yearFirst = YEAR_FIRST.matcher(text);
        if (yearFirst.matches()) {
            return day(text, yearFirst.group(1), yearFirst.group(2), yearFirst.group(3));
        }
        var dots = DOTS.matcher(text);
        if (dots.matches()) {
            return day(text, dots.group(3), dots.group(2), dots.group(1));
        }
        var either = EITHER.matcher(text);
        if (either.matches()) {
            return readEither(text, either);
        }
        throw new InvalidInputException(Text.of("workbook.read.date.noDate"));
    }

    private LocalDate readEither(String text, Matcher date) {
        var first = date.group(1);
        var second = date.group(3);
        var year = date.group(4);
        if (order == null && Integer.parseInt(first) <= 12 && Integer.parseInt(second) <= 12 && !first.equals(second)) {
            throw new InvalidInputException(Text.of("workbook.read.date.dateOrder"));
        }
        var dayFirst = order == null ? Integer.parseInt(first) > 12 : order == DateOrder.DAY_FIRST;
        return dayFirst ? day(text, year, second, first) : day(text, year, first, second);
    }

    private LocalDate day(String text, String year, String month, String day) {
        try {
            return LocalDate.of(year(year), Integer.parseInt(month), Integer.parseInt(day));
        } catch (DateTimeException e) {
            throw new InvalidInputException(Text.of("workbook.read.date.noSuchDay", text));
        }
    }

    /** Two digits mean the year nearest to now that is not more than ten years ahead. */
    private int year(String digits) {
        var year = Integer.parseInt(digits);
        if (digits.length() == 4) {
            return year;
        }
        var latest = today.getYear() + 10;
        var candidate = latest - latest % 100 + year;
        return candidate > latest ? candidate - 100 : candidate;
    }
}
