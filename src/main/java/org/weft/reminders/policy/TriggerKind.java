package org.weft.reminders.policy;

/** What a policy looks for. Its words are the key {@code reminders.policy.kind.<name>}. */
public enum TriggerKind {
    /** An open objective is due in so many days. */
    DUE_IN,
    /** An open objective is due on the day. */
    DUE_TODAY,
    /** An open objective is overdue: after so many days, and again after as many. */
    OVERDUE_EVERY,
    /** No conversation and no check-in for so many days, and again after as many, while something is open. */
    SILENT,
    /** Nothing is started so many days into the cycle. */
    NOT_STARTED,
    /** A submitted objective has waited for its review for so many days, and again after as many. */
    TO_REVIEW,
    /** A conversation has waited for the participant's confirmation for so many days, and again after as many. */
    UNCONFIRMED,
    /** Something is open: a regular summary. */
    WEEKLY_DIGEST;

    /** Whether a number of days belongs to it. */
    public boolean countsDays() {
        return this != DUE_TODAY && this != WEEKLY_DIGEST;
    }

    /** Whether it asks on which local day something happened. */
    boolean asksForLocalDays() {
        return this == SILENT || this == TO_REVIEW || this == UNCONFIRMED;
    }
}
