package org.weft.reminders;

/** Why a participant gets no reminder. Its words are the key {@code reminders.reason.<name>}. */
public enum NoReminderReason {
    /** The person has left or was deactivated. */
    INACTIVE,
    /** No e-mail address is known. */
    NO_ADDRESS,
    /** The address that is known is not one mail can go to. */
    UNUSABLE_ADDRESS,
    /** Too much that went to the address came back. */
    UNREACHABLE_ADDRESS,
    /** They asked for no mail of any kind, for good or until a day. */
    SILENCED,
    /** One that was sent by hand is still on its way, or waits for the morning where they are. */
    WAITING,
    /** Reminded within the last 24 hours. */
    REMINDED_RECENTLY,
    /** No objective is open: all are done, waived, cancelled, or wait for a lead's review. */
    NOTHING_OPEN
}
