package org.weft.reports;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.weft.programs.CycleOption;

/**
 * What HR sees of a cycle.
 *
 * @param asOf when it was counted
 * @param today the day in the portal's zone
 * @param cohorts by name
 * @param departments by name
 * @param weeks what happened in each week of the cycle
 * @param objectives those somebody holds, the most completed first
 */
public record ProgramFigures(
        CycleOption cycle,
        Instant asOf,
        LocalDate today,
        Figures total,
        List<CohortFigures> cohorts,
        List<DepartmentLevels> departments,
        List<Week> weeks,
        List<ObjectiveFigure> objectives) {

    public ProgramFigures {
        cohorts = List.copyOf(cohorts);
        departments = List.copyOf(departments);
        weeks = List.copyOf(weeks);
        objectives = List.copyOf(objectives);
    }

    public Weeks span() {
        return Weeks.of(cycle);
    }

    /** Live objectives that were due before today: how many should be completed by now. */
    public long dueByNow() {
        var span = span();
        return weeks.stream()
                .filter(week -> span.lastDay(week.number()).isBefore(today))
                .mapToLong(Week::due)
                .sum();
    }

    public long reminded() {
        return weeks.stream().mapToLong(Week::reminded).sum();
    }

    public long followed() {
        return weeks.stream().mapToLong(Week::followed).sum();
    }
}
