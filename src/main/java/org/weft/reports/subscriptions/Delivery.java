package org.weft.reports.subscriptions;

/** How a report reaches its recipient. Its words are the key {@code reports.subscription.delivery.<name>}. */
public enum Delivery {
    /** The file comes with the mail; one that is too large for that is linked to. */
    ATTACHMENT,
    /** The mail leads to where the file lies, behind the sign-in. */
    LINK
}
