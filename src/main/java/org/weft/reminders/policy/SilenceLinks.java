package org.weft.reminders.policy;

import java.util.Optional;
import org.springframework.stereotype.Component;
import org.weft.mail.LinkTokens;
import org.weft.mail.MailSettings;
import org.weft.reminders.WayOut;

/**
 * The addresses in a mail under which its recipient asks for fewer, without signing in.
 *
 * @see <a href="../../../../../../../docs/decisions/016-silence-needs-no-sign-in.md">016</a>
 */
@Component
class SilenceLinks implements WayOut {

    static final String PAGE = "silence/";
    static final String ONE_CLICK = "unsubscribe/";

    /** Part of every token: with another word, the links in mails that are out would lead nowhere. */
    private static final String PURPOSE = "person";

    private final LinkTokens tokens;
    private final MailSettings settings;

    SilenceLinks(LinkTokens tokens, MailSettings settings) {
        this.tokens = tokens;
        this.settings = settings;
    }

    @Override
    public String page(long personId) {
        return settings.link(PAGE + token(personId));
    }

    @Override
    public String oneClick(long personId) {
        return settings.link(ONE_CLICK + token(personId));
    }

    @Override
    public String example() {
        return settings.link(PAGE);
    }

    String token(long personId) {
        return tokens.of(PURPOSE, personId);
    }

    /** Whose token it is, if it is one of ours. */
    Optional<Long> person(String token) {
        return tokens.id(PURPOSE, token);
    }
}
