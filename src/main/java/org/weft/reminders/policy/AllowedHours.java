package org.weft.reminders.policy;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import org.weft.base.LocalTimes;

/**
 * Between which local times mail may go out, on working days.
 *
 * @param earliest from then on
 * @param latest up to then, {@link #DELAY} not counted
 * @see <a href="../../../../../../../docs/decisions/014-a-policy-runs-on-local-working-days.md">014</a>
 */
record AllowedHours(LocalTime earliest, LocalTime latest) {

    /** The job comes by once a minute and a large digest takes its time: what was due in time is still sent. */
    static final Duration DELAY = Duration.ofMinutes(15);

    AllowedHours {
        if (!earliest.isBefore(latest)) {
            throw new IllegalArgumentException("Mail may go out between " + earliest + " and " + latest);
        }
    }

    boolean contains(LocalTime time) {
        return !time.isBefore(earliest) && !time.isAfter(latest);
    }

    /**
     * The moment it is {@code time} on that day in that zone, as {@link LocalTimes#moment} says; a time outside these hours is
     * drawn to the nearest one inside.
     */
    Instant at(LocalDate day, LocalTime time, ZoneId zone) {
        var inside = time.isBefore(earliest) ? earliest : time.isAfter(latest) ? latest : time;
        return LocalTimes.moment(day, inside, zone);
    }

    /** Whether mail may go out at that moment, where the zone is. */
    boolean allow(Instant moment, ZoneId zone, WorkCalendar calendar) {
        var day = LocalDate.ofInstant(moment, zone);
        return calendar.works(day)
                && !moment.isBefore(at(day, earliest, zone))
                && !moment.isAfter(at(day, latest, zone).plus(DELAY));
    }

    /** The moment itself if mail may go out then, else {@code time} on the next day it may, or later this day. */
    Instant next(Instant moment, LocalTime time, ZoneId zone, WorkCalendar calendar) {
        if (allow(moment, zone, calendar)) {
            return moment;
        }
        for (var day = LocalDate.ofInstant(moment, zone); ; day = calendar.nextAfter(day)) {
            var slot = at(day, time, zone);
            if (calendar.works(day) && !slot.isBefore(moment)) {
                return slot;
            }
        }
    }
}
