package org.weft.reminders.policy;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.Set;

/** Which days are worked somewhere: Monday to Friday without holidays. */
record WorkCalendar(Set<LocalDate> holidays) {

    static final WorkCalendar NO_HOLIDAYS = new WorkCalendar(Set.of());

    WorkCalendar {
        holidays = Set.copyOf(holidays);
    }

    boolean works(LocalDate day) {
        return day.getDayOfWeek().compareTo(DayOfWeek.FRIDAY) <= 0 && !holidays.contains(day);
    }

    LocalDate nextAfter(LocalDate day) {
        var next = day.plusDays(1);
        while (!works(next)) {
            next = next.plusDays(1);
        }
        return next;
    }

    LocalDate lastBefore(LocalDate day) {
        var last = day.minusDays(1);
        while (!works(last)) {
            last = last.minusDays(1);
        }
        return last;
    }
}
