package org.weft.reports.subscriptions;

import static org.weft.mail.words.MailPart.Form.LINE;
import static org.weft.mail.words.MailPart.Form.TEXT;
import static org.weft.reports.subscriptions.SubscriptionPlaceholder.CYCLE;
import static org.weft.reports.subscriptions.SubscriptionPlaceholder.NAME;
import static org.weft.reports.subscriptions.SubscriptionPlaceholder.REPORT;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.weft.mail.words.MailPart;
import org.weft.mail.words.WordedMail;

/** The words of the mail a report comes with. Its subject says whether there is one. */
final class SubscriptionWords {

    static final String SUBJECT = "subject";
    static final String SUBJECT_NOTHING = "subjectNothing";

    private static final List<SubscriptionPlaceholder> OFFERED = List.of(NAME, REPORT, CYCLE);

    static final WordedMail MAIL = new WordedMail(
            "report",
            "reports.words.report",
            "reports.words.report.occasion",
            List.of(
                    line(SUBJECT, "reports.mail.subject", List.of(REPORT, CYCLE)),
                    line(SUBJECT_NOTHING, "reports.mail.subjectNothing", List.of(REPORT, CYCLE)),
                    text("opening", "reports.mail.hello", List.of(NAME)),
                    line("button", "reports.mail.open", List.of()),
                    text("closing", null, List.of()),
                    line("stop", "reports.mail.stop", List.of())));

    private SubscriptionWords() {}

    private static MailPart line(String name, String shipped, List<SubscriptionPlaceholder> named) {
        return new MailPart(name, label(name), shipped, named, OFFERED, LINE, true);
    }

    private static MailPart text(String name, @Nullable String shipped, List<SubscriptionPlaceholder> named) {
        return new MailPart(name, label(name), shipped, named, OFFERED, TEXT, false);
    }

    private static String label(String name) {
        return "reports.words.report.part." + name;
    }
}
