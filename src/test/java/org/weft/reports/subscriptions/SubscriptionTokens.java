package org.weft.reports.subscriptions;

import org.springframework.beans.factory.BeanFactory;
import org.weft.mail.LinkTokens;

/** Tokens as they stand in mails, for tests of what they lead to. */
public final class SubscriptionTokens {

    private SubscriptionTokens() {}

    public static String of(BeanFactory beans, long recipientId) {
        return beans.getBean(SubscriptionLinks.class).token(recipientId);
    }

    /** One of the same id, made for something else. */
    public static String ofReminders(BeanFactory beans, long id) {
        return beans.getBean(LinkTokens.class).of("person", id);
    }
}
