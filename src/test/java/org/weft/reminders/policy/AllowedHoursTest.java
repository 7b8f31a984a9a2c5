package org.weft.reminders.policy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.Set;
import org.junit.jupiter.api.Test;

class AllowedHoursTest {

    private static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");
    private static final ZoneId NEW_YORK = ZoneId.of("America/New_York");
    private static final ZoneId LORD_HOWE = ZoneId.of("Australia/Lord_Howe");
    private static final LocalTime NINE = LocalTime.of(9, 0);

    private final AllowedHours day = new AllowedHours(LocalTime.of(8, 0), LocalTime.of(18, 0));
    private final AllowedHours always = new AllowedHours(LocalTime.MIN, LocalTime.of(23, 59));

    @Test
    void nineIsNineWhereThePersonIs() {
        var tuesday = LocalDate.of(2026, 11, 17);
        assertThat(day.at(tuesday, NINE, BERLIN)).isEqualTo("2026-11-17T08:00:00Z");
        assertThat(day.at(tuesday, NINE, NEW_YORK)).isEqualTo("2026-11-17T14:00:00Z");
        assertThat(day.at(tuesday, NINE, ZoneId.of("Pacific/Auckland"))).isEqualTo("2026-11-16T20:00:00Z");
    }

    @Test
    void nineStaysNineOnBothSidesOfAChangeOfTheClocks() {
        assertThat(day.at(LocalDate.of(2027, 3, 26), NINE, BERLIN)).isEqualTo("2027-03-26T08:00:00Z");
        assertThat(day.at(LocalDate.of(2027, 3, 29), NINE, BERLIN)).isEqualTo("2027-03-29T07:00:00Z");
        assertThat(day.at(LocalDate.of(2026, 10, 23), NINE, BERLIN)).isEqualTo("2026-10-23T07:00:00Z");
        assertThat(day.at(LocalDate.of(2026, 10, 26), NINE, BERLIN)).isEqualTo("2026-10-26T08:00:00Z");
    }

    @Test
    void aTimeTheClocksSkipIsTheFirstMomentAfter() {
        var sunday = LocalDate.of(2027, 3, 28);
        assertThat(always.at(sunday, LocalTime.of(2, 30), BERLIN)).isEqualTo("2027-03-28T01:00:00Z");
        assertThat(always.at(sunday, LocalTime.of(2, 0), BERLIN)).isEqualTo("2027-03-28T01:00:00Z");
        assertThat(always.at(sunday, LocalTime.of(3, 0), BERLIN)).isEqualTo("2027-03-28T01:00:00Z");
        // Half an hour only: 02:15 does not exist, 02:30 does.
        assertThat(always.at(LocalDate.of(2026, 10, 4), LocalTime.of(2, 15), LORD_HOWE))
                .isEqualTo(always.at(LocalDate.of(2026, 10, 4), LocalTime.of(2, 30), LORD_HOWE));
    }

    @Test
    void aTimeTheClocksShowTwiceIsTheFirstOfTheTwo() {
        assertThat(always.at(LocalDate.of(2026, 10, 25), LocalTime.of(2, 30), BERLIN))
                .isEqualTo("2026-10-25T00:30:00Z");
    }

    @Test
    void aDayThatAZoneSkipsWholeBeginsWithTheNext() {
        // Samoa went from the 29th to the 31st of December 2011.
        var apia = ZoneId.of("Pacific/Apia");
        assertThat(always.at(LocalDate.of(2011, 12, 30), NINE, apia))
                .isEqualTo(LocalDate.of(2011, 12, 31).atStartOfDay(apia).toInstant());
    }

    @Test
    void aTimeOutsideTheHoursIsDrawnInside() {
        var tuesday = LocalDate.of(2026, 11, 17);
        assertThat(day.at(tuesday, LocalTime.of(1, 0), BERLIN)).isEqualTo("2026-11-17T07:00:00Z");
        assertThat(day.at(tuesday, LocalTime.of(23, 0), BERLIN)).isEqualTo("2026-11-17T17:00:00Z");
        assertThatThrownBy(() -> new AllowedHours(NINE, NINE)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void neverAtNightNeverOnAWeekendNeverOnAHoliday() {
        var christmas = new WorkCalendar(Set.of(LocalDate.of(2026, 12, 25)));
        assertThat(allows("2026-11-17T06:59:59Z")).isFalse();
        assertThat(allows("2026-11-17T07:00:00Z")).isTrue();
        assertThat(allows("2026-11-17T17:00:00Z")).isTrue();
        assertThat(allows("2026-11-17T17:15:00Z")).as("the job's own delay").isTrue();
        assertThat(allows("2026-11-17T17:15:01Z")).isFalse();
        assertThat(allows("2026-11-21T09:00:00Z")).as("a Saturday").isFalse();
        assertThat(day.allow(Instant.parse("2026-12-25T09:00:00Z"), BERLIN, christmas))
                .isFalse();
    }

    private boolean allows(String moment) {
        return day.allow(Instant.parse(moment), BERLIN, WorkCalendar.NO_HOLIDAYS);
    }

    @Test
    void whatCannotGoNowGoesAtItsTimeOnTheNextDayItMay() {
        var calendar = new WorkCalendar(Set.of(LocalDate.of(2026, 11, 23)));
        assertThat(next("2026-11-17T10:00:00Z", calendar)).as("now").isEqualTo("2026-11-17T10:00:00Z");
        assertThat(next("2026-11-17T03:00:00Z", calendar)).as("later today").isEqualTo("2026-11-17T08:00:00Z");
        assertThat(next("2026-11-17T22:00:00Z", calendar)).as("tomorrow").isEqualTo("2026-11-18T08:00:00Z");
        assertThat(next("2026-11-20T22:00:00Z", calendar))
                .as("over a weekend and a holiday")
                .isEqualTo("2026-11-24T08:00:00Z");
        assertThat(next("2027-03-26T22:00:00Z", calendar))
                .as("over the change of the clocks")
                .isEqualTo("2027-03-29T07:00:00Z");
    }

    private Instant next(String moment, WorkCalendar calendar) {
        return day.next(Instant.parse(moment), NINE, BERLIN, calendar);
    }
}
