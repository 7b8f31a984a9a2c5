package org.weft.reminders;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * The one rule of what somebody does not want to be reminded of: a silence holds for good, or on every day before the one
 * it names. A day is the person's own.
 */
public final class Silence {

    private static final String OF = "from reminder_silence s where s.person_id = ";

    private Silence() {}

    /** SQL: the day on which a person hears of anything again; far ahead where that is never, null where nothing is stopped. */
    public static String until(String person) {
        return until(person, "s.kind is null");
    }

    /** SQL: the same of reminders of one kind, whether that or everything was stopped. */
    public static String untilOfKind(String person, String kind) {
        return until(person, isAbout(kind));
    }

    private static String until(String person, String about) {
        return "(select max(coalesce(s.until_on, date '9999-12-31')) " + OF + person + " and " + about + ")";
    }

    /** SQL: that a person does not want that kind on that day. */
    public static String holds(String person, String kind, String day) {
        return "exists (select 1 " + OF + person + " and " + isAbout(kind) + " and (s.until_on is null or s.until_on > "
                + day + "))";
    }

    private static String isAbout(String kind) {
        return "(s.kind is null or s.kind = " + kind + ")";
    }

    /** @param until as {@link #until} and {@link #untilOfKind} read it */
    public static boolean holds(@Nullable LocalDate until, LocalDate today) {
        return until != null && until.isAfter(today);
    }
}
