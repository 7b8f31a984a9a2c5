package org.weft.reports.subscriptions;

import java.util.Set;

/**
 * What somebody subscribes to, for whom.
 *
 * @param recipients accounts, by id; only HR names others than the own one
 */
public record SubscriptionDraft(SubscribedReport report, Timing timing, Delivery delivery, Set<Long> recipients) {

    /** How many may get one subscription. */
    public static final int MOST_RECIPIENTS = 100;

    public SubscriptionDraft {
        recipients = Set.copyOf(recipients);
    }
}
