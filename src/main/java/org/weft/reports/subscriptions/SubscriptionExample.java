package org.weft.reports.subscriptions;

import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.weft.access.CurrentUser;
import org.weft.base.Text;
import org.weft.base.Translations;
import org.weft.mail.words.MailExample;
import org.weft.mail.words.MailWords;
import org.weft.mail.words.WordedMail;
import org.weft.reports.ReportKind;

/** How the mail would read that a report comes with: to whoever looks at it, as reports go to accounts and not to people. */
@Component
class SubscriptionExample implements MailExample {

    private static final long KILOBYTES = 340;

    private final SubscriptionMails mails;
    private final SubscriptionLinks links;
    private final Translations translations;
    private final CurrentUser currentUser;

    SubscriptionExample(
            SubscriptionMails mails, SubscriptionLinks links, Translations translations, CurrentUser currentUser) {
        this.mails = mails;
        this.links = links;
        this.translations = translations;
        this.currentUser = currentUser;
    }

    @Override
    public WordedMail mail() {
        return SubscriptionWords.MAIL;
    }

    @Override
    public Shown show(MailWords words, Locale language, @Nullable Long personId) {
        var cycle = translations.translate("reports.mail.example.cycle", language);
        var content = new SubscriptionMails.Content(
                ReportKind.OVERDUE,
                currentUser.get().displayName(),
                cycle,
                Text.of("reports.mail.attached", "Weft " + cycle + ".xlsx", Text.of("base.size.kilobytes", KILOBYTES)),
                List.of(),
                false,
                false,
                Text.of("reports.mail.why.own", Timing.SUGGESTED.words(language)),
                links.example());
        return new Shown(mails.render(content, words, language), true);
    }
}
