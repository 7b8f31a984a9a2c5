package org.weft.reports.subscriptions;

import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.weft.access.AccountDetails;
import org.weft.base.Text;
import org.weft.base.Translations;
import org.weft.mail.MailAddress;
import org.weft.mail.MailAttachment;
import org.weft.mail.MailKind;
import org.weft.mail.MailSettings;
import org.weft.mail.MailTemplates;
import org.weft.mail.NewMail;
import org.weft.mail.RenderedMail;
import org.weft.mail.words.MailTexts;
import org.weft.mail.words.MailWords;
import org.weft.progress.FacetText;
import org.weft.reports.ReportKind;
import org.weft.reports.downloads.ReportDownload;

/** Writes the mail a report comes with, or which says why there is none; in its reader's language. */
@Component
class SubscriptionMails {

    private static final long KILOBYTE = 1024;
    private static final long MEGABYTE = KILOBYTE * KILOBYTE;

    private final MailTemplates templates;
    private final MailTexts texts;
    private final MailSettings settings;
    private final SubscriptionLinks links;
    private final Translations translations;

    SubscriptionMails(
            MailTemplates templates,
            MailTexts texts,
            MailSettings settings,
            SubscriptionLinks links,
            Translations translations) {
        this.templates = templates;
        this.texts = texts;
        this.settings = settings;
        this.links = links;
        this.translations = translations;
    }

    /**
     * All a mail tells beside the words of the house.
     *
     * @param what the sentence about this report
     * @param view what it is of: filter and columns, where they were chosen
     * @param nothing whether there is none
     * @param why the sentence about why its reader gets it
     * @param stopLink null where there is nothing to stop
     */
    record Content(
            ReportKind kind,
            String name,
            String cycle,
            Text what,
            List<Text> view,
            boolean nothing,
            boolean trial,
            Text why,
            @Nullable String stopLink) {}

    /** @param file null where it is linked to */
    NewMail report(
            Run run, MailAddress to, AccountDetails reader, ReportDownload download, @Nullable MailAttachment file) {
        var what = file != null
                ? Text.of("reports.mail.attached", file.name(), size(download.size()))
                : run.delivery() == Delivery.LINK
                        ? Text.of(
                                "reports.mail.link",
                                String.valueOf(download.fileName()),
                                size(download.size()),
                                until(download, reader))
                        : Text.of(
                                "reports.mail.tooLarge",
                                size(download.size()),
                                size(settings.attachmentLimit()),
                                until(download, reader));
        var mail = mail(run, to, reader, download.cycle(), what, view(run, reader, download.filter()), false);
        return file == null ? mail : mail.attachment(file);
    }

    /** @param filter in the reader's words; empty for none */
    NewMail nothing(Run run, MailAddress to, AccountDetails reader, Text why, String filter) {
        return mail(run, to, reader, run.about(), Text.of("reports.mail.nothing", why), filter(filter), true);
    }

    private static List<Text> filter(String words) {
        return words.isEmpty() ? List.of() : List.of(Text.of("reports.report.filtered", words));
    }

    private List<Text> view(Run run, AccountDetails reader, String filter) {
        var view = new ArrayList<>(filter(filter));
        var columns = run.report().columns().stream()
                .map(column -> FacetText.plain(translations.translate(FacetText.column(column), reader.language())))
                .collect(Collectors.joining(", "));
        if (!columns.isEmpty()) {
            view.add(Text.of("reports.report.columns", columns));
        }
        return view;
    }

    private NewMail mail(
            Run run, MailAddress to, AccountDetails reader, String cycle, Text what, List<Text> view, boolean nothing) {
        var language = reader.language();
        var recipient = run.trial() ? null : run.recipientId();
        var content = new Content(
                run.report().kind(),
                run.accountName(),
                cycle,
                what,
                view,
                nothing,
                run.trial(),
                why(run, language),
                recipient == null ? null : links.page(recipient));
        var mail =
                NewMail.of(run.messageKey(), MailKind.REPORT, to, language, render(content, texts.current(), language));
        return recipient == null ? mail : mail.unsubscribe(links.oneClick(recipient));
    }

    private static Text why(Run run, Locale language) {
        var when = run.timing().words(language);
        return run.ownersOwn()
                ? Text.of("reports.mail.why.own", when)
                : Text.of("reports.mail.why.other", MailAddress.clean(run.owner()), when);
    }

    RenderedMail render(Content content, MailWords words, Locale language) {
        var filled = words.fill(
                SubscriptionWords.MAIL,
                language,
                Map.of(
                        SubscriptionPlaceholder.NAME, content.name(),
                        SubscriptionPlaceholder.REPORT,
                                translations.translate(
                                        "report." + content.kind().name(), language),
                        SubscriptionPlaceholder.CYCLE, content.cycle()));
        var subject = filled.subject(content.nothing() ? SubscriptionWords.SUBJECT_NOTHING : SubscriptionWords.SUBJECT);
        var model = new HashMap<String, Object>();
        model.put("words", filled);
        model.put("what", MailAddress.clean(translations.translate(content.what(), language)));
        model.put(
                "view",
                content.view().stream()
                        .map(line -> MailAddress.clean(translations.translate(line, language)))
                        .toList());
        model.put("nothing", content.nothing());
        model.put("why", MailAddress.clean(translations.translate(content.why(), language)));
        model.put("reportsLink", links.reports());
        if (content.stopLink() != null) {
            model.put("stopLink", content.stopLink());
        }
        return templates.render(
                SubscriptionWords.MAIL.name(), language, content.trial() ? trial(subject, language) : subject, model);
    }

    private String trial(String subject, Locale language) {
        var marked = translations.translate("reports.mail.trial", language, subject);
        return marked.substring(0, Math.min(marked.length(), RenderedMail.LONGEST_SUBJECT));
    }

    private static Text size(long bytes) {
        return bytes < MEGABYTE
                ? Text.of("base.size.kilobytes", (bytes + KILOBYTE - 1) / KILOBYTE)
                : Text.of("base.size.megabytes", Math.round(10.0 * bytes / MEGABYTE) / 10.0);
    }

    private static String until(ReportDownload download, AccountDetails reader) {
        var expires = download.expiresAt();
        return expires == null ? "" : moment(expires, reader.zone(), reader.language());
    }

    private static String moment(Instant moment, ZoneId zone, Locale language) {
        return DateTimeFormatter.ofLocalizedDateTime(FormatStyle.MEDIUM, FormatStyle.SHORT)
                .withLocale(language)
                .withZone(zone)
                .format(moment);
    }
}
