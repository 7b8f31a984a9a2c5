package org.weft.reports;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.weft.programs.CycleOption;

/**
 * How the people stand whom somebody leads.
 *
 * @param asOf when it was counted
 * @param today the day in the portal's zone
 */
public record MyPeople(
        CycleOption cycle,
        Instant asOf,
        LocalDate today,
        PeopleStates states,
        List<PlannedWeek> weeks,
        Meetings meetings) {

    public MyPeople {
        weeks = List.copyOf(weeks);
    }

    public Weeks span() {
        return Weeks.of(cycle);
    }

    /** Conversations that count, up to now. */
    public long held() {
        return weeks.stream().mapToLong(PlannedWeek::held).sum();
    }

    /** What was planned up to the end of the week before this one, rounded. */
    public long plannedByNow() {
        var span = span();
        return Math.round(weeks.stream()
                .filter(week -> span.lastDay(week.number()).isBefore(today))
                .mapToDouble(PlannedWeek::planned)
                .sum());
    }
}
