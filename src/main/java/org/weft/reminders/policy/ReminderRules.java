package org.weft.reminders.policy;

import java.time.DateTimeException;
import java.time.LocalTime;
import java.time.ZoneId;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/** What holds for every policy: between which hours, how many a week, and which zone where none is known. */
@Component
class ReminderRules {

    private final AllowedHours hours;
    private final int budget;
    private final ZoneId portalZone;

    ReminderRules(
            @Value("${weft.reminders.earliest}") String earliest,
            @Value("${weft.reminders.latest}") String latest,
            @Value("${weft.reminders.per-week}") int budget,
            @Value("${weft.time-zone}") ZoneId portalZone) {
        this.hours = new AllowedHours(LocalTime.parse(earliest), LocalTime.parse(latest));
        this.budget = budget;
        this.portalZone = portalZone;
    }

    AllowedHours hours() {
        return hours;
    }

    /** Digests one person may get from Monday to Sunday, those made of required reminders not counted. */
    int budget() {
        return budget;
    }

    /** The person's zone; the portal's where there is none, or one nobody can read. */
    ZoneId zone(@Nullable String name) {
        if (name == null || name.isBlank()) {
            return portalZone;
        }
        try {
            return ZoneId.of(name);
        } catch (DateTimeException unknown) {
            return portalZone;
        }
    }
}
