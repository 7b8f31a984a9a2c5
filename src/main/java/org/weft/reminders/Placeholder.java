package org.weft.reminders;

/** What a lead may put into a reminder between braces. Its words are the key {@code reminders.placeholder.<name>}. */
public enum Placeholder {
    FIRST_NAME,
    FULL_NAME,
    PROGRAM,
    CYCLE,
    OPEN,
    OVERDUE,
    NEXT_DUE,
    SENDER;

    String key() {
        return "reminders.placeholder." + name();
    }
}
