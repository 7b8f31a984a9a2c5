package org.weft.mail.ui;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** When a message was written, as the outbox offers it. Its words are the key {@code mail.within.<name>}. */
enum WrittenWithin {
    TODAY(1),
    LAST_7_DAYS(7),
    LAST_30_DAYS(30),
    /** The address names them. */
    DAYS(0);

    private final int days;

    WrittenWithin(int days) {
        this.days = days;
    }

    /** The first day of one that goes up to today, null where the address names the days. */
    @Nullable LocalDate from(LocalDate today) {
        return days == 0 ? null : today.minusDays(days - 1L);
    }
}
