package org.weft.base;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;

/** Times on the clock of some place, as moments. */
public final class LocalTimes {

    private LocalTimes() {}

    /**
     * The moment it is {@code time} on that day in that zone. Where the clocks go forward over it, the first moment after;
     * where they go back over it, the first of the two.
     */
    public static Instant moment(LocalDate day, LocalTime time, ZoneId zone) {
        var local = day.atTime(time);
        var gap = zone.getRules().getTransition(local);
        return gap != null && gap.isGap()
                ? gap.getInstant()
                : local.atZone(zone).withEarlierOffsetAtOverlap().toInstant();
    }
}
