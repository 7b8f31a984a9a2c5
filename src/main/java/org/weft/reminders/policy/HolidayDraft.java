package org.weft.reminders.policy;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * A day nobody works.
 *
 * @param location as it stands with people, in any case; null for everywhere
 * @param name at most {@value #NAME_LENGTH} characters
 */
public record HolidayDraft(@Nullable String location, LocalDate day, String name) {

    public static final int NAME_LENGTH = 200;
    public static final int LOCATION_LENGTH = 150;
}
