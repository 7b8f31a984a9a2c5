package org.weft.reminders.policy;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.weft.mail.MailAddress;
import org.weft.reminders.PlanProgress;

/**
 * A planned reminder whose moment has come, with all that is asked again before it goes out.
 *
 * @param plannedZone the recipient's zone when it was planned
 * @param zone the recipient's zone now
 * @param reason why it cannot go out after all, null if it can
 */
record DueReminder(
        long id,
        TriggerKind kind,
        LocalTime time,
        int catchUpDays,
        LocalDate day,
        Instant slot,
        @Nullable String plannedZone,
        @Nullable String zone,
        boolean required,
        boolean escalated,
        boolean toLead,
        int things,
        int days,
        Person recipient,
        Subject subject,
        @Nullable HeldBackReason reason) {

    record Person(
            long id,
            String name,
            String givenName,
            @Nullable String email,
            Locale language,
            @Nullable String location) {}

    /**
     * The participant it is about.
     *
     * @param lead who gets their answers, null where nobody else leads them or mail cannot reach whoever does
     */
    record Subject(
            long participantId,
            String name,
            String program,
            String cycle,
            @Nullable MailAddress lead,
            PlanProgress progress) {}

    /** Whether its day is longer ago where the recipient is than the policy lets pass. */
    boolean isTooLate(Instant now, ZoneId there) {
        return now.isAfter(slot.plus(AllowedHours.DELAY))
                && LocalDate.ofInstant(now, there).isAfter(day.plusDays(catchUpDays));
    }
}
