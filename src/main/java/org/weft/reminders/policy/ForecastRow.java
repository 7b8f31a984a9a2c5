package org.weft.reminders.policy;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.weft.base.Text;
import org.weft.mail.MessageStatus;

/**
 * One reminder a policy comes to on a day or came to, or what would have been one.
 *
 * @param about the participant's name
 * @param recipientId null where there is nobody to tell
 * @param slot when it goes out, or was to go out
 * @param toLead whether the recipient reads about one of their people
 * @param escalated whether the lead is told because the participant did not answer
 * @param why in figures
 * @param reason why it does not go out, null if it does
 * @param mail where the mail stands that it went out with; null where there is none, or none any more
 */
public record ForecastRow(
        long participantId,
        String about,
        @Nullable Long recipientId,
        @Nullable String recipient,
        Instant slot,
        boolean toLead,
        boolean escalated,
        Text why,
        @Nullable HeldBackReason reason,
        @Nullable MessageStatus mail) {

    ForecastRow heldBack(HeldBackReason heldBack) {
        return new ForecastRow(
                participantId, about, recipientId, recipient, slot, toLead, escalated, why, heldBack, mail);
    }

    public boolean goesOut() {
        return reason == null;
    }
}
