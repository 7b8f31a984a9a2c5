package org.weft.reports;

import java.sql.Timestamp;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** Moments as the database gives them. */
final class Moments {

    private Moments() {}

    static @Nullable Instant of(@Nullable Timestamp moment) {
        return moment == null ? null : moment.toInstant();
    }
}
