package org.weft.reminders.policy;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.TemporalAdjusters;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One evaluation of a policy: for the recipients of some zones and places, on one local day.
 *
 * @param day the local day it is for
 * @param from the first day of what it speaks about: the day after the run before, or what was missed since
 * @param mode whether it is to go out at all
 * @param slots when it goes out, by zone
 * @param among nobody else is asked about; null for everybody
 */
record ReminderRun(
        LocalDate day,
        LocalDate from,
        Mode mode,
        Places places,
        List<Slot> slots,
        @Nullable Among among) {

    /**
     * Some people, by id, however many.
     *
     * @param told for whose own reminders is asked
     * @param leads for whose reminders about others is asked
     */
    record Among(By by, List<Long> told, List<Long> leads) {

        enum By {
            /** The participants it is about. */
            PARTICIPANT,
            /** The persons who are told. */
            RECIPIENT
        }
    }

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

    /**
     * When it goes out in zones whose clocks agree.
     *
     * @param weekStart the beginning of the slot's week there, and {@code weekEnd} its end
     * @param zones as they stand with people; {@link ReminderRuns#WITHOUT_ZONE} for those without one
     */
    record Slot(Instant at, LocalOffsets offsets, Instant weekStart, Instant weekEnd, List<String> zones) {

        Slot in(List<String> someZones) {
            return new Slot(at, offsets, weekStart, weekEnd, List.copyOf(someZones));
        }
    }

    /** A run in one zone, wherever people are; {@link ReminderRuns} puts those together that say the same. */
    static ReminderRun of(LocalDate day, LocalDate from, Instant slot, Mode mode, ZoneId zone, LocalOffsets offsets) {
        var monday = LocalDate.ofInstant(slot, zone).with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY));
        var there = new Slot(
                slot,
                offsets,
                monday.atStartOfDay(zone).toInstant(),
                monday.plusWeeks(1).atStartOfDay(zone).toInstant(),
                List.of());
        return new ReminderRun(day, from, mode, Places.ALL, List.of(there), null);
    }

    ReminderRun at(Places somePlaces, List<Slot> someSlots) {
        return new ReminderRun(day, from, mode, somePlaces, List.copyOf(someSlots), among);
    }

    ReminderRun among(Among some) {
        return new ReminderRun(day, from, mode, places, slots, some);
    }
}
