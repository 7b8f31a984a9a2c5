package org.weft.reports.subscriptions;

import java.util.Optional;
import org.springframework.stereotype.Component;
import org.weft.mail.LinkTokens;
import org.weft.mail.MailSettings;

/** The addresses in the mail a report comes with. */
@Component
class SubscriptionLinks {

    static final String PAGE = "subscription/";
    static final String ONE_CLICK = "unsubscribe/report/";

    /** Part of every token: with another word, the links in mails that are out would lead nowhere. */
    private static final String PURPOSE = "report recipient";

    private final LinkTokens tokens;
    private final MailSettings settings;

    SubscriptionLinks(LinkTokens tokens, MailSettings settings) {
        this.tokens = tokens;
        this.settings = settings;
    }

    /** Where the files lie, and the subscriptions are changed, behind the sign-in. */
    String reports() {
        return settings.link("reports");
    }

    /** Where a recipient ends it for themselves, without signing in. */
    String page(long recipientId) {
        return settings.link(PAGE + token(recipientId));
    }

    /** What a mail program posts to for its reader. */
    String oneClick(long recipientId) {
        return settings.link(ONE_CLICK + token(recipientId));
    }

    /** The page as an example links to it: it ends nothing. */
    String example() {
        return settings.link(PAGE);
    }

    String token(long recipientId) {
        return tokens.of(PURPOSE, recipientId);
    }

    /** Whose token it is, if it is one of ours. */
    Optional<Long> recipient(String token) {
        return tokens.id(PURPOSE, token);
    }
}
