package org.weft.reports.ui;

import com.vaadin.flow.component.UI;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.ToLongFunction;
import org.jspecify.annotations.Nullable;
import org.weft.base.ui.Formats;
import org.weft.reports.Week;
import org.weft.reports.Weeks;

/** The weeks of a cycle on an axis, up to today where what has happened is told. */
record WeekNames(Weeks weeks, LocalDate today) {

    List<String> firstDays() {
        return days(false);
    }

    List<String> lastDays() {
        return days(true);
    }

    private List<String> days(boolean last) {
        var formats = Formats.of(UI.getCurrent());
        var names = new ArrayList<String>();
        for (var number = 0; number < weeks.count(); number++) {
            var day = last ? weeks.lastDay(number) : weeks.firstDay(number);
            // The year is said in the head of the page.
            names.add(formats.shortDate(day, day));
        }
        return names;
    }

    /** A week from its first day to its last. */
    record Days(LocalDate firstDay, LocalDate lastDay) {}

    /** The days of a week that has begun; empty for any other number. */
    Optional<Days> at(int number) {
        return number >= 0 && number < weeks.count() && begun(number)
                ? Optional.of(new Days(weeks.firstDay(number), weeks.lastDay(number)))
                : Optional.empty();
    }

    boolean begun(int number) {
        return !weeks.firstDay(number).isAfter(today);
    }

    /** What happened in each week; null for weeks to come. */
    List<@Nullable Long> each(List<Week> happened, ToLongFunction<Week> figure) {
        var values = new ArrayList<@Nullable Long>();
        happened.forEach(week -> values.add(begun(week.number()) ? figure.applyAsLong(week) : null));
        return values;
    }

    /** What happened up to the end of each week; null for weeks to come. */
    List<@Nullable Long> soFar(List<Week> happened, ToLongFunction<Week> figure) {
        var values = new ArrayList<@Nullable Long>();
        var sum = 0L;
        for (var week : happened) {
            sum += figure.applyAsLong(week);
            values.add(begun(week.number()) ? (Long) sum : null);
        }
        return values;
    }
}
