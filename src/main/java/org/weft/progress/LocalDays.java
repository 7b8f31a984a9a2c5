package org.weft.progress;

import java.time.Clock;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Which day it is where a person is. A due date has passed when it has passed there, so "overdue" is a question with up
 * to three answers at a time: at noon in Hamburg it is tomorrow in Auckland and was yesterday on Baker Island until now.
 */
@Component
class LocalDays {

    /** What {@link #dueWithin} begins with, and its parameter: the day that has passed nowhere. */
    static final String NOT_PASSED_EVERYWHERE = "pt.next_due_on >= :day0_everywhere";

    private static final Duration REMEMBERED = Duration.ofMinutes(10);

    private final JdbcClient jdbc;
    private final Clock clock;
    private final ZoneId fallback;
    private volatile @Nullable Present present;

    LocalDays(JdbcClient jdbc, Clock clock, @Value("${weft.time-zone}") ZoneId fallback) {
        this.jdbc = jdbc;
        this.clock = clock;
        this.fallback = fallback;
    }

    Instant now() {
        return clock.instant();
    }

    /** The day it is in a person's zone; in the portal's where the person has none or an unknown one. */
    LocalDate today(@Nullable String zone) {
        return LocalDate.ofInstant(clock.instant(), zoneOf(zone));
    }

    /** The condition that {@code pt.next_due_on} has passed where the participant is. */
    String overdue(Map<String, Object> parameters) {
        return before(0, parameters);
    }

    /** The condition that {@code pt.next_due_on} comes within some days where the participant is, and has not passed. */
    String dueWithin(int days, Map<String, Object> parameters) {
        // Keeps an index from walking everything that is overdue.
        return "(" + NOT_PASSED_EVERYWHERE + " and " + before(days + 1, parameters) + " and not "
                + before(0, parameters) + ")";
    }

    /**
     * The condition that {@code pt.next_due_on} comes before today plus some days where the participant is. The first
     * comparison bounds the rows by a constant, so that an index on the date serves it; the zone is asked only for the
     * day or two that differ on earth.
     */
    private String before(int plus, Map<String, Object> parameters) {
        var ahead = new TreeMap<LocalDate, List<String>>();
        for (var zone : zones()) {
            ahead.computeIfAbsent(today(zone), day -> new ArrayList<>()).add(zone);
        }
        var withoutZone = today(null);
        ahead.computeIfAbsent(withoutZone, day -> new ArrayList<>());
        var earliest = ahead.firstKey();
        var furthest = ahead.lastKey();
        ahead.remove(earliest);

        var name = "day" + plus + "_";
        parameters.put(name + "everywhere", earliest.plusDays(plus));
        parameters.put(name + "furthest", furthest.plusDays(plus));
        var sql = new StringBuilder(
                "(pt.next_due_on < :" + name + "furthest and (pt.next_due_on < :" + name + "everywhere");
        var n = 0;
        for (var entry : ahead.entrySet()) {
            var conditions = new ArrayList<String>();
            if (entry.getKey().equals(withoutZone)) {
                conditions.add("pt.time_zone is null");
            }
            if (!entry.getValue().isEmpty()) {
                conditions.add("pt.time_zone in (:zones" + n + ")");
                parameters.put("zones" + n, entry.getValue());
            }
            parameters.put(name + n, entry.getKey().plusDays(plus));
            sql.append(" or (pt.next_due_on < :" + name)
                    .append(n)
                    .append(" and (")
                    .append(String.join(" or ", conditions))
                    .append("))");
            n++;
        }
        return sql.append("))").toString();
    }

    /**
     * The zones people are in. Remembered for ten minutes: somebody in a zone that nobody was in before counts as being
     * where the day starts last until then.
     */
    private List<String> zones() {
        var known = present;
        var now = clock.instant();
        if (known == null || Duration.between(known.readAt(), now).abs().compareTo(REMEMBERED) >= 0) {
            known = new Present(
                    now,
                    jdbc.sql("select distinct time_zone from person where time_zone is not null")
                            .query(String.class)
                            .list());
            present = known;
        }
        return known.zones();
    }

    /** Asks the database again next time. */
    void forget() {
        present = null;
    }

    private ZoneId zoneOf(@Nullable String zone) {
        if (zone == null) {
            return fallback;
        }
        try {
            return ZoneId.of(zone);
        } catch (DateTimeException unknown) {
            return fallback;
        }
    }

    private record Present(Instant readAt, List<String> zones) {}
}
