package org.weft.reminders.policy;

import static java.time.DayOfWeek.MONDAY;
import static java.time.DayOfWeek.THURSDAY;
import static java.time.DayOfWeek.TUESDAY;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.HashSet;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class PolicyScheduleTest {

    /** A Monday. */
    private static final LocalDate MONDAY_16 = LocalDate.of(2026, 11, 16);

    private static PolicySchedule on(DayOfWeek... days) {
        return new PolicySchedule(Set.of(days), LocalTime.of(9, 0));
    }

    private static WorkCalendar without(LocalDate... days) {
        return new WorkCalendar(Set.of(days));
    }

    @Test
    void itRunsOnItsWeekdaysAndNeverOnAWeekend() {
        assertThat(PolicySchedule.everyWorkingDay().runs(MONDAY_16.minusDays(1), MONDAY_16.plusDays(6), without()))
                .containsExactlyElementsOf(
                        MONDAY_16.datesUntil(MONDAY_16.plusDays(5)).toList());
        assertThat(on(TUESDAY, THURSDAY).runs(MONDAY_16.minusDays(1), MONDAY_16.plusDays(6), without()))
                .containsExactly(MONDAY_16.plusDays(1), MONDAY_16.plusDays(3));
        assertThat(on(MONDAY).runs(MONDAY_16, MONDAY_16, without())).isEmpty();
    }

    @Test
    void aHolidayMovesItToTheNextWorkingDay() {
        assertThat(on(MONDAY).runs(MONDAY_16.minusDays(1), MONDAY_16.plusDays(6), without(MONDAY_16)))
                .containsExactly(MONDAY_16.plusDays(1));
        assertThat(on(MONDAY)
                        .runs(MONDAY_16.minusDays(1), MONDAY_16.plusDays(6), without(MONDAY_16, MONDAY_16.plusDays(1))))
                .containsExactly(MONDAY_16.plusDays(2));
        var friday = MONDAY_16.plusDays(4);
        assertThat(on(DayOfWeek.FRIDAY).runs(MONDAY_16, MONDAY_16.plusDays(8), without(friday)))
                .as("over the weekend")
                .containsExactly(MONDAY_16.plusDays(7));
    }

    @Test
    void whatItSpeaksAboutReachesBackToTheRunBefore() {
        assertThat(PolicySchedule.everyWorkingDay().lastRunBefore(MONDAY_16, without()))
                .isEqualTo(MONDAY_16.minusDays(3));
        assertThat(on(MONDAY).lastRunBefore(MONDAY_16, without())).isEqualTo(MONDAY_16.minusDays(7));
        assertThat(on(MONDAY).lastRunBefore(MONDAY_16, without(MONDAY_16.minusDays(7))))
                .isEqualTo(MONDAY_16.minusDays(6));
    }

    @Test
    void everyDayBelongsToExactlyOneRunWhateverTheHolidays() {
        var random = new Random(7);
        for (var round = 0; round < 200; round++) {
            var weekdays = new HashSet<DayOfWeek>();
            weekdays.add(DayOfWeek.of(1 + random.nextInt(5)));
            weekdays.add(DayOfWeek.of(1 + random.nextInt(5)));
            var schedule = new PolicySchedule(weekdays, LocalTime.NOON);
            var holidays = IntStream.range(0, 12)
                    .mapToObj(n -> MONDAY_16.plusDays(random.nextInt(60)))
                    .collect(Collectors.toSet());
            var calendar = new WorkCalendar(holidays);
            var runs = schedule.runs(MONDAY_16, MONDAY_16.plusDays(60), calendar);
            for (var at = 1; at < runs.size(); at++) {
                assertThat(schedule.lastRunBefore(runs.get(at), calendar)).isEqualTo(runs.get(at - 1));
            }
            assertThat(runs).allMatch(calendar::works);
        }
    }
}
