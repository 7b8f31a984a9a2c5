package org.weft.reminders.policy;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.weft.base.Text;
import org.weft.base.Translations;
import org.weft.mail.MailAddress;
import org.weft.mail.MailSettings;
import org.weft.mail.MailTemplates;
import org.weft.mail.RenderedMail;
import org.weft.mail.words.MailWords;
import org.weft.reminders.Placeholder;
import org.weft.reminders.PlanProgress;

/** All that policies have to say to one person, as one mail: about the own plan first, then about each of the people. */
@Component
class DigestMails {

    /** Beyond these the mail links to where the rest is. */
    private static final int MOST_PEOPLE = 50;

    private final OpenThings things;
    private final MailTemplates templates;
    private final MailSettings settings;
    private final SilenceLinks links;
    private final Translations translations;

    DigestMails(
            OpenThings things,
            MailTemplates templates,
            MailSettings settings,
            SilenceLinks links,
            Translations translations) {
        this.things = things;
        this.templates = templates;
        this.settings = settings;
        this.links = links;
        this.translations = translations;
    }

    /** What one entry of the mail says: its title, why, how far the own plan is and what is open in it, or waits. Ready to be read. */
    public record Entry(
            String title,
            String place,
            List<String> reasons,
            PlanProgress.@Nullable Shown progress,
            List<String> things) {}

    /** What is open for those who read about their own plan. */
    Map<Long, List<OpenThing>> open(Collection<DueReminder> reminders) {
        return things.of(reminders);
    }

    /** @param reminders at least one, all to the same person */
    RenderedMail render(List<DueReminder> reminders, Map<Long, List<OpenThing>> open, MailWords words) {
        return render(
                reminders,
                open,
                words,
                links.page(reminders.getFirst().recipient().id()));
    }

    /** @param silenceLink where the mail's reader asks for fewer: whoever holds it may */
    RenderedMail render(
            List<DueReminder> reminders, Map<Long, List<OpenThing>> open, MailWords words, String silenceLink) {
        var recipient = reminders.getFirst().recipient();
        var locale = recipient.language();
        var own = reminders.stream().filter(one -> !one.toLead()).toList();
        var people = reminders.stream().filter(DueReminder::toLead).toList();
        var entries = entries(own, open, locale);
        var led = entries(people, Map.of(), locale);
        var filled = words.fill(DigestWords.MAIL, locale, values(reminders.getFirst(), led.size()));

        var model = new HashMap<String, Object>();
        model.put("words", filled);
        model.put("own", entries);
        model.put("people", led.subList(0, Math.min(MOST_PEOPLE, led.size())));
        model.put("more", Math.max(0, led.size() - MOST_PEOPLE));
        model.put("silenceLink", silenceLink);
        model.put("ownLink", settings.link("my-plan"));
        model.put("peopleLink", settings.link("my-people"));
        model.put("coachingLink", settings.link("coaching"));
        model.put("coaching", people.stream().anyMatch(DueReminder::escalated));
        model.put("others", people.stream().anyMatch(one -> !one.escalated()));
        var subject = own.isEmpty()
                ? led.size() == 1 ? DigestWords.SUBJECT_PERSON : DigestWords.SUBJECT_PEOPLE
                : DigestWords.SUBJECT_OWN;
        return templates.render(DigestWords.MAIL.name(), locale, filled.subject(subject), model);
    }

    /** What is about the own plan comes first, so the cycle is that of the first one. */
    private static Map<Placeholder, String> values(DueReminder first, int people) {
        return Map.of(
                Placeholder.FIRST_NAME, first.recipient().givenName(),
                Placeholder.FULL_NAME, first.recipient().name(),
                Placeholder.PROGRAM, first.subject().program(),
                Placeholder.CYCLE, first.subject().cycle(),
                Placeholder.PEOPLE, String.valueOf(people));
    }

    /** The one-click address, none where nothing would stop by it: what is required does not. */
    @Nullable String unsubscribe(List<DueReminder> reminders) {
        return reminders.stream().allMatch(DueReminder::required)
                ? null
                : links.oneClick(reminders.getFirst().recipient().id());
    }

    private List<Entry> entries(List<DueReminder> reminders, Map<Long, List<OpenThing>> open, Locale locale) {
        var entries = new ArrayList<Entry>();
        var seen = new HashSet<Long>();
        for (var reminder : reminders) {
            var subject = reminder.subject();
            if (!seen.add(subject.participantId())) {
                continue;
            }
            var place = MailAddress.clean(subject.program() + " · " + subject.cycle());
            entries.add(new Entry(
                    reminder.toLead() ? MailAddress.clean(subject.name()) : place,
                    reminder.toLead() ? place : "",
                    reminders.stream()
                            .filter(one -> one.subject().participantId() == subject.participantId())
                            .map(one -> translations.translate(why(one), locale))
                            .distinct()
                            .toList(),
                    reminder.toLead() ? null : subject.progress().in(locale, translations),
                    open.getOrDefault(subject.participantId(), List.of()).stream()
                            .map(thing -> words(thing, locale))
                            .toList()));
        }
        return entries;
    }

    private String words(OpenThing thing, Locale locale) {
        return switch (thing) {
            case OpenThing.Objective objective ->
                MailAddress.clean(objective.title()) + " · "
                        + translations.translate("reminders.mail.due", locale, objective.dueOn());
            case OpenThing.ToConfirm(var author, var heldOn) ->
                author == null
                        ? translations.translate("reminders.mail.toConfirm", locale, heldOn)
                        : translations.translate(
                                "reminders.mail.toConfirmBy", locale, heldOn, MailAddress.clean(author));
        };
    }

    private static Text why(DueReminder reminder) {
        var why = PolicyWords.why(reminder.kind(), reminder.things(), reminder.days());
        return reminder.escalated() ? Text.of("reminders.why.escalated", why) : why;
    }
}
