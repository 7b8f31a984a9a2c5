package org.weft.reminders.policy;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * On which weekdays, and at which local time, a policy speaks. A weekday that is a holiday moves to the next working day;
 * what happens on the days between two runs belongs to the later one, so nothing falls through.
 *
 * @param weekdays at least one, of Monday to Friday
 * @param before what held up to a day, so that what was told by then is not told again and what was not is not lost; null
 *     if these weekdays always held
 * @see <a href="../../../../../../../docs/decisions/014-a-policy-runs-on-local-working-days.md">014</a>
 */
public record PolicySchedule(
        Set<DayOfWeek> weekdays, LocalTime time, @Nullable Before before) {

    /** Other weekdays, up to and with the last day that has been planned by them somewhere. */
    record Before(Set<DayOfWeek> weekdays, LocalDate through) {

        Before {
            weekdays = Set.copyOf(weekdays);
        }
    }

    public PolicySchedule {
        weekdays = Set.copyOf(weekdays);
    }

    public PolicySchedule(Set<DayOfWeek> weekdays, LocalTime time) {
        this(weekdays, time, null);
    }

    /** Monday to Friday at nine. */
    public static PolicySchedule everyWorkingDay() {
        return new PolicySchedule(EnumSet.range(DayOfWeek.MONDAY, DayOfWeek.FRIDAY), LocalTime.of(9, 0));
    }

    boolean asksFor(LocalDate day) {
        var then = before == null || day.isAfter(before.through()) ? weekdays : before.weekdays();
        return then.contains(day.getDayOfWeek());
    }

    boolean runsOn(LocalDate day, WorkCalendar calendar) {
        if (!calendar.works(day)) {
            return false;
        }
        var before = calendar.lastBefore(day);
        return before.plusDays(1).datesUntil(day.plusDays(1)).anyMatch(this::asksFor);
    }

    LocalDate lastRunBefore(LocalDate day, WorkCalendar calendar) {
        var last = calendar.lastBefore(day);
        while (!runsOn(last, calendar)) {
            last = calendar.lastBefore(last);
        }
        return last;
    }

    /** The runs from the day after one to another, both days as given. */
    List<LocalDate> runs(LocalDate after, LocalDate through, WorkCalendar calendar) {
        return after.isBefore(through)
                ? after.plusDays(1)
                        .datesUntil(through.plusDays(1))
                        .filter(day -> runsOn(day, calendar))
                        .toList()
                : List.of();
    }
}
