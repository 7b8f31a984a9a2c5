package org.weft.reminders;

import java.time.Instant;
import java.time.ZonedDateTime;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * One marked participant, and whether a reminder would reach them.
 *
 * @param cohort the cohort's name
 * @param address where it would go, null where none is known
 * @param language the language the mail is written in
 * @param open objectives not done yet
 * @param overdue those of them whose due date has passed in the person's own time zone
 * @param lastRemindedAt null if never
 * @param reason why no reminder is sent, null if one will be
 * @param waitsUntil when it goes out, in the person's own time zone; null if it does at once, or nobody can say yet
 */
public record ReminderRecipient(
        long participantId,
        long personId,
        String name,
        String cohort,
        @Nullable String address,
        Locale language,
        int open,
        int overdue,
        @Nullable Instant lastRemindedAt,
        @Nullable NoReminderReason reason,
        @Nullable ZonedDateTime waitsUntil) {

    public boolean willGetIt() {
        return reason == null;
    }
}
