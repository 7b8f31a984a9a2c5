package org.weft.reminders.ui;

import com.vaadin.flow.component.Component;
import org.jspecify.annotations.Nullable;
import org.weft.mail.MessageStatus;
import org.weft.reminders.policy.HeldBackReason;

/** What kept a reminder from going out or from arriving, in the words of who reads. */
class OutcomeWords {

    private final Component reader;

    OutcomeWords(Component reader) {
        this.reader = reader;
    }

    /** Empty where nothing did. */
    String of(@Nullable HeldBackReason reason, @Nullable MessageStatus mail) {
        if (reason != null) {
            return reader.getTranslation("reminders.heldback." + reason.name());
        }
        return mail == null || mail == MessageStatus.SENT
                ? ""
                : reader.getTranslation("reminders.history.mail", reader.getTranslation("status." + mail.name()));
    }
}
