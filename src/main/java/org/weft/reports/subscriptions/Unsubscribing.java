package org.weft.reports.subscriptions;

import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import org.weft.audit.AuditTrail;

/** Takes one recipient out of a subscription; the last to leave ends it. */
@Component
class Unsubscribing {

    private final SubscriptionRepository subscriptions;
    private final RecipientStore recipients;
    private final AuditTrail audit;

    Unsubscribing(SubscriptionRepository subscriptions, RecipientStore recipients, AuditTrail audit) {
        this.subscriptions = subscriptions;
        this.recipients = recipients;
        this.audit = audit;
    }

    /** Does nothing where the account gets it no longer. */
    @Transactional(propagation = Propagation.MANDATORY)
    void leave(long subscriptionId, long accountId) {
        if (!recipients.remove(subscriptionId, accountId)) {
            return;
        }
        subscriptions.findById(subscriptionId).ifPresent(subscription -> {
            audit.record(subscription.event("SUBSCRIPTION_LEFT").detail("account " + accountId));
            if (recipients.count(subscriptionId) == 0) {
                subscriptions.delete(subscription);
            }
        });
    }
}
