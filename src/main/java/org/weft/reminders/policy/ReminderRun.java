package org.weft.reminders.policy;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.TemporalAdjusters;
import java.util.List;

/**
 * One evaluation of a policy: for the recipients of some zones and places, on one local day.
 *
 * @param day the local day it is for
 * @param from the first day of what it speaks about: the day after the run before, or what was missed since
 * @param slot when it goes out
 * @param mode whether it is to go out at all
 * @param weekStart the beginning of the slot's week where the recipients are, and {@code weekEnd} its end
 * @param zones as they stand with people
 * @param withoutZone whether those without a zone belong to it
 */
record ReminderRun(
        LocalDate day,
        LocalDate from,
        Instant slot,
        Mode mode,
        LocalOffsets offsets,
        Instant weekStart,
        Instant weekEnd,
        Places places,
        List<String> zones,
        boolean withoutZone) {

    enum Mode {
        REGULAR,
        /** The day is a holiday there: what it would have said is said on the next working day. */
        HOLIDAY,
        /** Too long ago to matter: kept on record. */
        MISSED
    }

    /** Recipients at these locations, in lower case; or at any other one, and at none. */
    record Places(List<String> locations, boolean others) {

        static final Places ALL = new Places(List.of(), true);
    }

    /** A run in one zone, wherever people are; {@link ReminderRuns} puts those together that say the same. */
    static ReminderRun of(LocalDate day, LocalDate from, Instant slot, Mode mode, ZoneId zone, LocalOffsets offsets) {
        var monday = LocalDate.ofInstant(slot, zone).with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY));
        return new ReminderRun(
                day,
                from,
                slot,
                mode,
                offsets,
                monday.atStartOfDay(zone).toInstant(),
                monday.plusWeeks(1).atStartOfDay(zone).toInstant(),
                Places.ALL,
                List.of(),
                false);
    }

    ReminderRun at(Places somePlaces) {
        return new ReminderRun(day, from, slot, mode, offsets, weekStart, weekEnd, somePlaces, zones, withoutZone);
    }

    ReminderRun in(List<String> someZones, boolean unknown) {
        return new ReminderRun(
                day, from, slot, mode, offsets, weekStart, weekEnd, places, List.copyOf(someZones), unknown);
    }
}
