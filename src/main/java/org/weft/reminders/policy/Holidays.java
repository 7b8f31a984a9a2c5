package org.weft.reminders.policy;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Locale;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Which days are worked where, by the holidays that were entered. */
@Repository
class Holidays {

    private final JdbcClient jdbc;

    Holidays(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Calendars for every location, those in lower case and in order that have holidays of their own. */
    record Calendars(WorkCalendar everywhere, SortedMap<String, WorkCalendar> byLocation) {

        WorkCalendar of(@Nullable String location) {
            return location == null
                    ? everywhere
                    : byLocation.getOrDefault(location.toLowerCase(Locale.ROOT), everywhere);
        }
    }

    /** What matters for runs between two days; a run looks back over the days since the one before. */
    Calendars between(LocalDate first, LocalDate last) {
        var everywhere = new HashSet<LocalDate>();
        var byLocation = new HashMap<String, Set<LocalDate>>();
        jdbc.sql("select location, on_day from holiday where on_day between :first and :last")
                .param("first", first.minusDays(60))
                .param("last", last.plusDays(60))
                .query(row -> {
                    var location = row.getString("location");
                    var days = location == null
                            ? everywhere
                            : byLocation.computeIfAbsent(location.toLowerCase(Locale.ROOT), any -> new HashSet<>());
                    days.add(row.getObject("on_day", LocalDate.class));
                });
        var calendars = new TreeMap<String, WorkCalendar>();
        byLocation.forEach((location, days) -> {
            days.addAll(everywhere);
            calendars.put(location, new WorkCalendar(days));
        });
        return new Calendars(new WorkCalendar(everywhere), calendars);
    }
}
