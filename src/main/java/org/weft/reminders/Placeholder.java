package org.weft.reminders;

import org.weft.mail.words.MailPlaceholder;

/** What the mails of this feature know of their recipient. Its words are the key {@code reminders.placeholder.<name>}. */
public enum Placeholder implements MailPlaceholder {
    FIRST_NAME,
    FULL_NAME,
    PROGRAM,
    CYCLE,
    OPEN,
    OVERDUE,
    NEXT_DUE,
    SENDER,
    PEOPLE;

    @Override
    public String key() {
        return "reminders.placeholder." + name();
    }
}
