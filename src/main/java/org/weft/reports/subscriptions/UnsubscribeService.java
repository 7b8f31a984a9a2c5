package org.weft.reports.subscriptions;

import java.util.Optional;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.weft.reports.ReportKind;

/**
 * Ends a subscription for one recipient. Nobody signs in for it: who holds the link of a mail may say so for its recipient, and
 * nothing else. A link that was made up or damaged tells nothing.
 *
 * @see <a href="../../../../../../../docs/decisions/016-silence-needs-no-sign-in.md">016</a>
 */
@Service
@PreAuthorize("permitAll()")
@Transactional
public class UnsubscribeService {

    private final SubscriptionLinks links;
    private final RecipientStore recipients;
    private final SubscriptionRepository subscriptions;
    private final Unsubscribing unsubscribing;

    UnsubscribeService(
            SubscriptionLinks links,
            RecipientStore recipients,
            SubscriptionRepository subscriptions,
            Unsubscribing unsubscribing) {
        this.links = links;
        this.recipients = recipients;
        this.subscriptions = subscriptions;
        this.unsubscribing = unsubscribing;
    }

    /** What a link would end. */
    public record Ending(ReportKind kind, Timing timing) {}

    /** Empty for a link that is none, and where there is nothing to end any more. Changes nothing. */
    @Transactional(readOnly = true)
    public Optional<Ending> find(String token) {
        return links.recipient(token)
                .flatMap(recipients::find)
                .flatMap(recipient -> subscriptions.findById(recipient.subscriptionId()))
                .map(subscription -> new Ending(subscription.report().kind(), subscription.timing()));
    }

    /**
     * Ends it, once and for good.
     *
     * @return false for a link that is none
     */
    public boolean end(String token) {
        var recipient = links.recipient(token);
        recipient
                .flatMap(recipients::find)
                .ifPresent(found -> unsubscribing.leave(found.subscriptionId(), found.accountId()));
        return recipient.isPresent();
    }
}
