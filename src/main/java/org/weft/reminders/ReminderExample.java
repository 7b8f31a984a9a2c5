package org.weft.reminders;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.weft.access.AccountDetails;
import org.weft.access.CurrentUser;
import org.weft.base.NotFoundException;
import org.weft.base.Translations;
import org.weft.mail.words.MailExample;
import org.weft.mail.words.MailWords;
import org.weft.mail.words.WordedMail;
import org.weft.reminders.ReminderSubject.OpenObjective;

/** How a reminder by the signed-in account would read. */
@Component
class ReminderExample implements MailExample {

    private final ExamplePeople people;
    private final ReminderSubjects subjects;
    private final ReminderMails mails;
    private final WayOut wayOut;
    private final Translations translations;
    private final CurrentUser currentUser;
    private final Clock clock;

    ReminderExample(
            ExamplePeople people,
            ReminderSubjects subjects,
            ReminderMails mails,
            WayOut wayOut,
            Translations translations,
            CurrentUser currentUser,
            Clock clock) {
        this.people = people;
        this.subjects = subjects;
        this.mails = mails;
        this.wayOut = wayOut;
        this.translations = translations;
        this.currentUser = currentUser;
        this.clock = clock;
    }

    @Override
    public WordedMail mail() {
        return ReminderWords.MAIL;
    }

    @Override
    public Shown show(MailWords words, Locale language, @Nullable Long personId) {
        var account = currentUser.get();
        var person = personId == null ? people.invented(language) : people.find(currentUser.scope(), personId);
        var plan = person.plan();
        var participant = plan == null ? null : plan.participantId();
        var subject = participant == null ? invented(person, account, language) : real(participant, language);
        var sender = new ReminderMails.Sender(
                account.displayName(), subjects.addressOf(account).orElse(null));
        return new Shown(mails.render(subject, words, sender, wayOut.example()), participant == null);
    }

    private ReminderSubject real(long participant, Locale language) {
        return subjects.read(currentUser.scope(), List.of(participant)).stream()
                .findFirst()
                .orElseThrow(() -> new NotFoundException("participant", participant))
                .in(language);
    }

    private ReminderSubject invented(ExamplePerson person, AccountDetails account, Locale language) {
        var plan = people.inventedPlan(language);
        var today = LocalDate.now(clock.withZone(account.zone()));
        var unit = translations.translate("reminders.example.unit", language);
        return new ReminderSubject(
                0,
                0,
                person.name(),
                person.givenName(),
                null,
                false,
                null,
                true,
                language,
                account.zone(),
                null,
                null,
                null,
                plan.program(),
                plan.cycle(),
                "",
                null,
                PlanProgress.EXAMPLE,
                List.of(
                        new OpenObjective(
                                translations.translate("reminders.example.objective.late", language),
                                today.minusDays(3),
                                1,
                                3,
                                unit),
                        new OpenObjective(
                                translations.translate("reminders.example.objective.soon", language),
                                today.plusDays(7),
                                0,
                                2,
                                unit)));
    }
}
