package org.weft.reports.subscriptions;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.weft.reports.subscriptions.Schedule.Due;
import org.weft.reports.subscriptions.Schedule.Period;

class ScheduleTest {

    private static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");
    private static final ZoneId NEW_YORK = ZoneId.of("America/New_York");
    private static final LocalTime SEVEN = LocalTime.of(7, 0);
    private static final Period Q3 = new Period(3, LocalDate.of(2026, 7, 1), LocalDate.of(2026, 9, 30));
    private static final Period Q4 = new Period(4, LocalDate.of(2026, 10, 1), LocalDate.of(2026, 12, 31));

    private static Schedule weekly(DayOfWeek day, LocalTime time) {
        return new Schedule(new Timing(Rhythm.WEEKLY, day, 1, time), List.of(Q3, Q4), false);
    }

    private static Schedule monthly(int day) {
        return new Schedule(new Timing(Rhythm.MONTHLY, DayOfWeek.MONDAY, day, SEVEN), List.of(Q3, Q4), false);
    }

    private static Schedule endOf(boolean oneCycle, Period... periods) {
        return new Schedule(new Timing(Rhythm.END_OF_CYCLE, DayOfWeek.MONDAY, 1, SEVEN), List.of(periods), oneCycle);
    }

    private static @Nullable Instant next(Schedule schedule, String after, ZoneId zone) {
        return schedule.next(Instant.parse(after), null, zone).map(Due::at).orElse(null);
    }

    private static @Nullable Instant latest(Schedule schedule, String since, String now, ZoneId zone) {
        return schedule.latest(Instant.parse(since), null, Instant.parse(now), zone)
                .map(Due::at)
                .orElse(null);
    }

    @Test
    void aWeeklyOneKeepsItsLocalHourWhenTheClocksChange() {
        var mondays = weekly(DayOfWeek.MONDAY, SEVEN);
        assertThat(next(mondays, "2026-10-19T05:00:00Z", BERLIN)).isEqualTo("2026-10-26T06:00:00Z");
        assertThat(next(mondays, "2026-10-18T12:00:00Z", BERLIN)).isEqualTo("2026-10-19T05:00:00Z");
        assertThat(next(mondays, "2026-10-26T05:59:59Z", BERLIN)).isEqualTo("2026-10-26T06:00:00Z");
        assertThat(next(mondays, "2026-10-26T06:00:00Z", BERLIN))
                .as("not the same again")
                .isEqualTo("2026-11-02T06:00:00Z");
    }

    @Test
    void anHourThatIsLeftOutMovesToTheFirstMomentAfterAndOneThatComesTwiceIsTheFirst() {
        var sundays = weekly(DayOfWeek.SUNDAY, LocalTime.of(2, 30));
        assertThat(next(sundays, "2027-03-28T00:00:00Z", BERLIN)).isEqualTo("2027-03-28T01:00:00Z");
        assertThat(next(sundays, "2026-10-24T22:00:00Z", BERLIN)).isEqualTo("2026-10-25T00:30:00Z");
        assertThat(next(sundays, "2026-10-25T00:30:00Z", BERLIN))
                .as("the second half past two is not due again")
                .isEqualTo("2026-11-01T01:30:00Z");
        assertThat(latest(sundays, "2026-10-25T00:30:00Z", "2026-10-25T01:30:00Z", BERLIN))
                .isNull();
    }

    @Test
    void aMonthlyOneComesOnItsDayOrOnTheLastOneThereIs() {
        assertThat(next(monthly(28), "2027-01-28T07:00:00Z", ZoneOffset.UTC)).isEqualTo("2027-02-28T07:00:00Z");
        assertThat(next(monthly(1), "2026-11-17T09:00:00Z", ZoneOffset.UTC)).isEqualTo("2026-12-01T07:00:00Z");
        var last = monthly(Timing.LAST_DAY);
        assertThat(next(last, "2026-11-17T09:00:00Z", ZoneOffset.UTC)).isEqualTo("2026-11-30T07:00:00Z");
        assertThat(next(last, "2026-11-30T07:00:00Z", ZoneOffset.UTC)).isEqualTo("2026-12-31T07:00:00Z");
        assertThat(next(last, "2027-02-01T07:00:00Z", ZoneOffset.UTC)).isEqualTo("2027-02-28T07:00:00Z");
        assertThat(next(last, "2028-02-01T07:00:00Z", ZoneOffset.UTC)).isEqualTo("2028-02-29T07:00:00Z");
        assertThat(latest(last, "2026-01-01T00:00:00Z", "2026-11-30T06:59:59Z", ZoneOffset.UTC))
                .isEqualTo("2026-10-31T07:00:00Z");
    }

    @Test
    void theEndOfACycleIsTheDayAfterItAndNamesIt() {
        var ends = endOf(false, Q3, Q4);
        var due =
                ends.next(Instant.parse("2026-11-17T09:00:00Z"), null, NEW_YORK).orElseThrow();
        assertThat(due.at()).isEqualTo("2027-01-01T12:00:00Z");
        assertThat(due.day()).isEqualTo("2027-01-01");
        assertThat(due.cycleId()).isEqualTo(4);
        assertThat(next(ends, "2027-01-01T12:00:00Z", NEW_YORK))
                .as("no other is planned")
                .isNull();
        assertThat(latest(ends, "2026-07-01T00:00:00Z", "2027-01-01T11:59:00Z", NEW_YORK))
                .isEqualTo("2026-10-01T11:00:00Z");
    }

    @Test
    void whatWasMissedIsMadeUpForOnceByTheLatest() {
        var mondays = weekly(DayOfWeek.MONDAY, SEVEN);
        assertThat(latest(mondays, "2026-10-01T00:00:00Z", "2026-11-17T09:00:00Z", BERLIN))
                .isEqualTo("2026-11-16T06:00:00Z");
        assertThat(latest(mondays, "2026-11-16T06:00:00Z", "2026-11-17T09:00:00Z", BERLIN))
                .as("that was before it was set up")
                .isNull();
        var planned = LocalDate.of(2026, 11, 16);
        assertThat(mondays.latest(Instant.EPOCH, planned, Instant.parse("2026-11-17T09:00:00Z"), BERLIN))
                .isEmpty();
    }

    @Test
    void whoMovesGetsNoSecondOneOnTheSameDay() {
        var mondays = weekly(DayOfWeek.MONDAY, SEVEN);
        var planned = LocalDate.of(2026, 11, 16);
        var noonInNewYork = Instant.parse("2026-11-16T17:00:00Z");
        assertThat(mondays.latest(Instant.EPOCH, planned, noonInNewYork, NEW_YORK))
                .isEmpty();
        assertThat(mondays.next(Instant.parse("2026-11-16T06:10:00Z"), planned, NEW_YORK)
                        .map(Due::day))
                .contains(LocalDate.of(2026, 11, 23));
    }

    @Test
    void oneCycleIsReportedFromItsFirstDayToOnceAfterItsLast() {
        var mondays = new Schedule(new Timing(Rhythm.WEEKLY, DayOfWeek.MONDAY, 1, SEVEN), List.of(Q4), true);
        assertThat(next(mondays, "2026-09-01T00:00:00Z", ZoneOffset.UTC)).isEqualTo("2026-10-05T07:00:00Z");
        assertThat(next(mondays, "2026-12-28T07:00:00Z", ZoneOffset.UTC)).isEqualTo("2027-01-04T07:00:00Z");
        assertThat(next(mondays, "2027-01-04T07:00:00Z", ZoneOffset.UTC)).isNull();
        assertThat(latest(mondays, "2026-08-01T00:00:00Z", "2026-10-04T00:00:00Z", ZoneOffset.UTC))
                .isNull();
        assertThat(latest(mondays, "2026-08-01T00:00:00Z", "2027-03-01T00:00:00Z", ZoneOffset.UTC))
                .isEqualTo("2027-01-04T07:00:00Z");
        assertThat(next(endOf(true, Q4), "2027-01-01T07:00:00Z", ZoneOffset.UTC))
                .isNull();
    }

    @Test
    void whatIsArchivedIsNeverDue() {
        assertThat(next(Schedule.NEVER, "2026-11-17T09:00:00Z", ZoneOffset.UTC)).isNull();
        assertThat(latest(Schedule.NEVER, "1970-01-01T00:00:00Z", "2026-11-17T09:00:00Z", ZoneOffset.UTC))
                .isNull();
    }
}
