package org.weft.reminders.policy;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** A holiday that was entered; without a location it holds everywhere. */
public record HolidayRow(long id, @Nullable String location, LocalDate day, String name) {}
