package org.weft.reminders.policy;

/** Who is told. The lead is the one who leads the participant in the cycle. */
public enum PolicyRecipient {
    PARTICIPANT,
    LEAD,
    BOTH
}
