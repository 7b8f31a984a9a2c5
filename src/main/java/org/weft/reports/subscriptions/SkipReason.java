package org.weft.reports.subscriptions;

/** Why a recipient got no mail. Its words are the key {@code reports.subscription.reason.<name>}. */
public enum SkipReason {
    /** The account is switched off. */
    ACCOUNT_OFF,
    /** The account may not have this report. */
    NO_RIGHT,
    /** There is no address to send to. */
    NO_ADDRESS,
    /** Its recipient called it off while it was made. */
    CANCELLED,
    /** Its recipient left the subscription meanwhile. */
    LEFT
}
