package org.weft.reminders.policy;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.weft.reminders.MailHours;

/** The allowed hours of policies, by the holidays of each place. */
@Component
class LocalHours implements MailHours {

    private final ReminderRules rules;
    private final Holidays holidays;

    LocalHours(ReminderRules rules, Holidays holidays) {
        this.rules = rules;
        this.holidays = holidays;
    }

    @Override
    public ZoneId zone(@Nullable String name) {
        return rules.zone(name);
    }

    @Override
    public Hours about(Instant moment) {
        var day = LocalDate.ofInstant(moment, rules.zone(null));
        return new Hours(rules.hours(), holidays.between(day, day));
    }

    record Hours(AllowedHours allowed, Holidays.Calendars calendars) implements Places {

        @Override
        public Instant next(Instant moment, ZoneId zone, @Nullable String location) {
            return next(moment, allowed.earliest(), zone, location);
        }

        /** The moment itself if mail may go out then, else {@code time} on the next day it may, or later this day. */
        Instant next(Instant moment, LocalTime time, ZoneId zone, @Nullable String location) {
            return allowed.next(moment, time, zone, calendars.of(location));
        }
    }
}
