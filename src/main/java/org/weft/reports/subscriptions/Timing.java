package org.weft.reports.subscriptions;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.YearMonth;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.time.format.TextStyle;
import java.time.temporal.TemporalAdjusters;
import java.util.Locale;
import org.weft.base.Text;

/**
 * When a report is due, by the recipient's clock.
 *
 * @param weekday of a weekly one; kept, and not asked, for others
 * @param monthDay of a monthly one, 1 to {@value #LATEST_DAY} or {@link #LAST_DAY}; kept, and not asked, for others
 */
public record Timing(Rhythm rhythm, DayOfWeek weekday, int monthDay, LocalTime time) {

    /** The latest day every month has. */
    public static final int LATEST_DAY = 28;

    /** The last day of a month, whichever that is. */
    public static final int LAST_DAY = 31;

    /** Mondays at seven. */
    public static final Timing SUGGESTED = new Timing(Rhythm.WEEKLY, DayOfWeek.MONDAY, 1, LocalTime.of(7, 0));

    /** In words, with weekday and time as that language writes them. */
    public Text words(Locale language) {
        var at = DateTimeFormatter.ofLocalizedTime(FormatStyle.SHORT)
                .withLocale(language)
                .format(time);
        return switch (rhythm) {
            case WEEKLY ->
                Text.of("reports.subscription.when.weekly", weekday.getDisplayName(TextStyle.FULL, language), at);
            case MONTHLY ->
                monthDay == LAST_DAY
                        ? Text.of("reports.subscription.when.lastDay", at)
                        : Text.of("reports.subscription.when.monthly", String.valueOf(monthDay), at);
            case END_OF_CYCLE -> Text.of("reports.subscription.when.endOfCycle", at);
        };
    }

    /** The first day of a weekly or monthly rhythm that is not before a day. */
    LocalDate next(LocalDate from) {
        if (rhythm == Rhythm.WEEKLY) {
            return from.with(TemporalAdjusters.nextOrSame(weekday));
        }
        var day = in(YearMonth.from(from));
        return day.isBefore(from) ? in(YearMonth.from(from).plusMonths(1)) : day;
    }

    /** The last day of a weekly or monthly rhythm that is not after a day. */
    LocalDate latest(LocalDate to) {
        if (rhythm == Rhythm.WEEKLY) {
            return to.with(TemporalAdjusters.previousOrSame(weekday));
        }
        var day = in(YearMonth.from(to));
        return day.isAfter(to) ? in(YearMonth.from(to).minusMonths(1)) : day;
    }

    private LocalDate in(YearMonth month) {
        return month.atDay(Math.min(monthDay, month.lengthOfMonth()));
    }
}
