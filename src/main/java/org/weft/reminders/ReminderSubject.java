package org.weft.reminders;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.weft.mail.MailAddress;

/**
 * A participant with all a reminder tells them.
 *
 * @param lead null where nobody else leads them or mail cannot reach whoever does
 */
record ReminderSubject(
        long participantId,
        long personId,
        String name,
        String givenName,
        @Nullable String email,
        boolean unreachable,
        @Nullable LocalDate silentUntil,
        boolean active,
        Locale language,
        ZoneId zone,
        @Nullable Instant lastRemindedAt,
        String program,
        String cycle,
        String cohort,
        @Nullable MailAddress lead,
        PlanProgress progress,
        List<OpenObjective> open) {

    /** Nobody is reminded twice within this time. */
    static final Duration PAUSE = Duration.ofHours(24);

    record OpenObjective(String title, LocalDate dueOn, int achieved, int target, String unit) {

        boolean overdue(LocalDate today) {
            return dueOn.isBefore(today);
        }

        int percent() {
            return target <= 0 ? 0 : Math.min(100, achieved * 100 / target);
        }
    }

    /** The same, read in another language. */
    ReminderSubject in(Locale other) {
        return new ReminderSubject(
                participantId,
                personId,
                name,
                givenName,
                email,
                unreachable,
                silentUntil,
                active,
                other,
                zone,
                lastRemindedAt,
                program,
                cycle,
                cohort,
                lead,
                progress,
                open);
    }

    LocalDate today(Clock clock) {
        return LocalDate.now(clock.withZone(zone));
    }

    int overdue(Clock clock) {
        var today = today(clock);
        return (int) open.stream().filter(objective -> objective.overdue(today)).count();
    }

    @Nullable NoReminderReason reasonAgainst(Clock clock) {
        if (!active) {
            return NoReminderReason.INACTIVE;
        }
        if (email == null || email.isBlank()) {
            return NoReminderReason.NO_ADDRESS;
        }
        if (MailAddress.find(email, name).isEmpty()) {
            return NoReminderReason.UNUSABLE_ADDRESS;
        }
        if (unreachable) {
            return NoReminderReason.UNREACHABLE_ADDRESS;
        }
        if (silentUntil != null && silentUntil.isAfter(today(clock))) {
            return NoReminderReason.SILENCED;
        }
        if (lastRemindedAt != null && lastRemindedAt.isAfter(clock.instant().minus(PAUSE))) {
            return NoReminderReason.REMINDED_RECENTLY;
        }
        return open.isEmpty() ? NoReminderReason.NOTHING_OPEN : null;
    }
}
