package org.weft.reminders;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.weft.mail.MailAddress;

/**
 * A participant with all a reminder tells them.
 *
 * @param silentUntil the day from which they want reminders again, null if they do now
 * @param lastRemindedAt when the latest reminder was written, by hand or a digest
 * @param goesOutAt when the latest by hand went out, or will: it may have waited for the morning
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
        @Nullable String location,
        @Nullable Instant lastRemindedAt,
        @Nullable Instant goesOutAt,
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
                location,
                lastRemindedAt,
                goesOutAt,
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

    /** When it goes out where they are, null if it may now. */
    @Nullable ZonedDateTime waitsUntil(MailHours.Places places, Instant now) {
        var moment = places.next(now, zone, location);
        return moment.isAfter(now) ? moment.atZone(zone) : null;
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
        if (Silence.holds(silentUntil, today(clock))) {
            return NoReminderReason.SILENCED;
        }
        if (goesOutAt != null && goesOutAt.isAfter(clock.instant())) {
            return NoReminderReason.WAITING;
        }
        if (isRecent(lastRemindedAt, clock) || isRecent(goesOutAt, clock)) {
            return NoReminderReason.REMINDED_RECENTLY;
        }
        return open.isEmpty() ? NoReminderReason.NOTHING_OPEN : null;
    }

    private static boolean isRecent(@Nullable Instant moment, Clock clock) {
        return moment != null && moment.isAfter(clock.instant().minus(PAUSE));
    }
}
