package org.weft.reports.subscriptions;

/** How often a report comes. Its words are the key {@code reports.subscription.rhythm.<name>}. */
public enum Rhythm {
    /** On a day of the week. */
    WEEKLY,
    /** On a day of the month. */
    MONTHLY,
    /** On the day after the last one of a cycle. */
    END_OF_CYCLE
}
