package org.weft.reminders.policy;

/** Why somebody a policy finds gets nothing. Its words are the key {@code reminders.heldback.<name>}. */
public enum HeldBackReason {
    /** The participant or the recipient has left or was deactivated. */
    INACTIVE,
    /** Nobody leads the participant. */
    NO_LEAD,
    /** The day is a holiday where the recipient is; the next working day sees to it. */
    HOLIDAY,
    /** No objective is open any more, none waits for a review, or no conversation for a confirmation. */
    NOTHING_OPEN,
    NO_ADDRESS,
    UNUSABLE_ADDRESS,
    /** Too much that went to the recipient's address came back. */
    UNREACHABLE_ADDRESS,
    /** The recipient asked not to get this, for a time or for good. */
    SILENCED,
    /** So many reminders were left unanswered that the lead is told instead. */
    ESCALATED,
    /** The recipient gets as many mails this week as anybody may. */
    OVER_BUDGET,
    /** The policy was switched off after the reminder had been planned. */
    SWITCHED_OFF,
    /** It was missed, and is too old to matter. */
    TOO_LATE,
    /** The mail could not be written. The log says why; what it would have said is not sent. */
    NOT_WRITTEN
}
