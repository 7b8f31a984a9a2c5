package org.weft.reminders;

import java.time.Clock;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.weft.base.Translations;
import org.weft.mail.MailAddress;
import org.weft.mail.MailSettings;
import org.weft.mail.MailTemplates;
import org.weft.mail.RenderedMail;
import org.weft.mail.words.MailWords;

/** Turns a participant's state and a lead's words into the mail the participant reads. */
@Component
class ReminderMails {

    /** Beyond this the mail says how many more there are, and links to the plan. */
    private static final int MOST_LISTED = 10;

    private final MailTemplates templates;
    private final MailSettings settings;
    private final Translations translations;
    private final Clock clock;

    ReminderMails(MailTemplates templates, MailSettings settings, Translations translations, Clock clock) {
        this.templates = templates;
        this.settings = settings;
        this.translations = translations;
        this.clock = clock;
    }

    /** Who speaks in the mail. */
    record Sender(String name, @Nullable MailAddress address) {}

    /** An objective as it stands in the mail, ready to be read. */
    public record Line(String title, String due, @Nullable String late, String progress, int percent) {}

    /**
     * @param words the words of the house, or what a lead says in their place
     * @param silenceLink where the mail's reader asks for fewer: whoever holds it may
     */
    RenderedMail render(ReminderSubject subject, MailWords words, Sender sender, String silenceLink) {
        var locale = subject.language();
        var today = subject.today(clock);
        var filled = words.fill(ReminderWords.MAIL, locale, values(subject, sender, today));
        var listed = subject.open().stream()
                .limit(MOST_LISTED)
                .map(objective -> line(objective, today, locale))
                .toList();

        var model = new HashMap<String, Object>();
        model.put("words", filled);
        model.put("ring", subject.progress().in(locale, translations));
        model.put("lines", listed);
        model.put("more", subject.open().size() - listed.size());
        model.put("open", subject.open().size());
        model.put("late", subject.overdue(clock));
        model.put("link", settings.link("my-plan"));
        model.put("sender", sender.name());
        model.put("silenceLink", silenceLink);
        model.put("answers", sender.address() != null);
        return templates.render(ReminderWords.MAIL.name(), locale, filled.subject(ReminderWords.SUBJECT), model);
    }

    private Map<Placeholder, String> values(ReminderSubject subject, Sender sender, LocalDate today) {
        var next = subject.open().stream()
                .map(ReminderSubject.OpenObjective::dueOn)
                .filter(due -> !due.isBefore(today))
                .findFirst()
                .or(() -> subject.open().stream()
                        .map(ReminderSubject.OpenObjective::dueOn)
                        .findFirst());
        return Map.of(
                Placeholder.FIRST_NAME, subject.givenName(),
                Placeholder.FULL_NAME, subject.name(),
                Placeholder.PROGRAM, subject.program(),
                Placeholder.CYCLE, subject.cycle(),
                Placeholder.OPEN, String.valueOf(subject.open().size()),
                Placeholder.OVERDUE, String.valueOf(subject.overdue(clock)),
                Placeholder.NEXT_DUE,
                        next.map(due -> date(due, subject.language())).orElse("–"),
                Placeholder.SENDER, sender.name());
    }

    private Line line(ReminderSubject.OpenObjective objective, LocalDate today, Locale locale) {
        var late = objective.overdue(today)
                ? translations.translate(
                        "reminders.mail.late", locale, ChronoUnit.DAYS.between(objective.dueOn(), today))
                : null;
        return new Line(
                MailAddress.clean(objective.title()),
                translations.translate("reminders.mail.due", locale, date(objective.dueOn(), locale)),
                late,
                translations.translate(
                        "reminders.mail.progress", locale, objective.achieved(), objective.target(), objective.unit()),
                objective.percent());
    }

    private static String date(LocalDate date, Locale locale) {
        return DateTimeFormatter.ofLocalizedDate(FormatStyle.MEDIUM)
                .withLocale(locale)
                .format(date);
    }
}
