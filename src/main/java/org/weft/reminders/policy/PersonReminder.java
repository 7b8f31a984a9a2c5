package org.weft.reminders.policy;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.weft.base.Text;
import org.weft.mail.MessageStatus;

/**
 * A reminder by policy to somebody, as it stands on record.
 *
 * @param about the participant's name where it is about one of their people, else null
 * @param reason why it did not go out, null otherwise
 * @param mail where the mail stands that it went out with; null where there is none, or none any more
 */
public record PersonReminder(
        LocalDate day,
        Text policy,
        @Nullable String about,
        ReminderState state,
        @Nullable HeldBackReason reason,
        @Nullable MessageStatus mail) {}
