package org.weft.reminders.policy;

/** Where a reminder by policy stands. Its words are the key {@code reminders.state.<name>}. */
public enum ReminderState {
    /** Its moment has not come. */
    PLANNED,
    /** The mail it is part of is in the outbox; what became of it there is told by the message. */
    SENT,
    /** The mail it is part of failed, came back or was called off. */
    UNDELIVERED,
    HELD_BACK,
    /** Its moment passed while nothing could be sent, and it was too late to make up for it. */
    MISSED
}
