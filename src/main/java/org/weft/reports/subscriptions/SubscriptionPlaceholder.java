package org.weft.reports.subscriptions;

import org.weft.mail.words.MailPlaceholder;

/** What the mail of a subscription knows. Its words are the key {@code reports.placeholder.<name>}. */
enum SubscriptionPlaceholder implements MailPlaceholder {
    NAME,
    REPORT,
    CYCLE;

    @Override
    public String key() {
        return "reports.placeholder." + name();
    }
}
