package org.weft.reminders.policy;

import org.springframework.beans.factory.BeanFactory;

/** Tokens as they stand in mails, for tests of what they lead to. */
public final class SilenceTokens {

    private SilenceTokens() {}

    public static String of(BeanFactory beans, long personId) {
        return beans.getBean(SilenceLinks.class).token(personId);
    }
}
