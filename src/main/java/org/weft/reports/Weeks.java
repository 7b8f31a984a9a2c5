package org.weft.reports;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import org.weft.programs.CycleOption;

/** The weeks of a cycle, counted from its first day. */
public record Weeks(LocalDate startsOn, LocalDate endsOn) {

    private static final int DAYS = 7;

    static Weeks of(CycleOption cycle) {
        return new Weeks(cycle.startsOn(), cycle.endsOn());
    }

    public int count() {
        return number(endsOn) + 1;
    }

    /** The week a day lies in; the first for earlier days, the last for later ones. */
    public int number(LocalDate day) {
        var within = day.isBefore(startsOn) ? startsOn : day.isAfter(endsOn) ? endsOn : day;
        return (int) (ChronoUnit.DAYS.between(startsOn, within) / DAYS);
    }

    public LocalDate firstDay(int number) {
        return startsOn.plusDays((long) number * DAYS);
    }

    public LocalDate lastDay(int number) {
        var last = firstDay(number).plusDays(DAYS - 1);
        return last.isAfter(endsOn) ? endsOn : last;
    }

    /** How much of the cycle has passed at the end of a week, 0 to 1. */
    public double passed(int number) {
        return (ChronoUnit.DAYS.between(startsOn, lastDay(number)) + 1.0)
                / (ChronoUnit.DAYS.between(startsOn, endsOn) + 1.0);
    }
}
