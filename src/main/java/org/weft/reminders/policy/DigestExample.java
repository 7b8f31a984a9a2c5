package org.weft.reminders.policy;

import java.time.Clock;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.weft.access.CurrentUser;
import org.weft.base.Translations;
import org.weft.mail.words.MailExample;
import org.weft.mail.words.MailWords;
import org.weft.mail.words.WordedMail;
import org.weft.reminders.ExamplePeople;
import org.weft.reminders.ExamplePerson;
import org.weft.reminders.PlanProgress;
import org.weft.reminders.WayOut;

/** How a summary of what is open would read: of the own plan, and of those the person leads. */
@Component
class DigestExample implements MailExample {

    private static final int MOST_PEOPLE = 3;

    private final ExamplePeople people;
    private final DigestMails mails;
    private final WayOut wayOut;
    private final Translations translations;
    private final CurrentUser currentUser;
    private final Clock clock;

    DigestExample(
            ExamplePeople people,
            DigestMails mails,
            WayOut wayOut,
            Translations translations,
            CurrentUser currentUser,
            Clock clock) {
        this.people = people;
        this.mails = mails;
        this.wayOut = wayOut;
        this.translations = translations;
        this.currentUser = currentUser;
        this.clock = clock;
    }

    @Override
    public WordedMail mail() {
        return DigestWords.MAIL;
    }

    @Override
    @Transactional(readOnly = true)
    public Shown show(MailWords words, Locale language, @Nullable Long personId) {
        var scope = currentUser.scope();
        var person = personId == null ? people.invented(language) : people.find(scope, personId);
        var led = personId == null ? inventedPeople(language) : people.ledBy(scope, personId, MOST_PEOPLE);
        var reminders = new ArrayList<DueReminder>();
        var plan = person.plan();
        if (plan == null && led.isEmpty()) {
            plan = people.inventedPlan(language);
        }
        if (plan != null) {
            reminders.add(reminder(person, person, plan, false, language));
        }
        led.forEach(one -> reminders.add(reminder(person, one, Objects.requireNonNull(one.plan()), true, language)));
        var invented = reminders.stream().allMatch(one -> one.subject().participantId() <= 0);
        return new Shown(mails.render(reminders, open(reminders, language), words, wayOut.example()), invented);
    }

    private Map<Long, List<OpenThing>> open(List<DueReminder> reminders, Locale language) {
        var first = reminders.getFirst();
        if (first.toLead() || first.subject().participantId() > 0) {
            return mails.open(reminders);
        }
        var today = LocalDate.ofInstant(clock.instant(), currentUser.get().zone());
        return Map.of(
                first.subject().participantId(),
                List.of(
                        new OpenThing.Objective(
                                translations.translate("reminders.example.objective.late", language),
                                today.minusDays(3)),
                        new OpenThing.Objective(
                                translations.translate("reminders.example.objective.soon", language),
                                today.plusDays(7))));
    }

    private List<ExamplePerson> inventedPeople(Locale language) {
        var name = translations.translate("reminders.example.led", language);
        return List.of(new ExamplePerson(null, name, name, people.inventedPlan(language)));
    }

    private DueReminder reminder(
            ExamplePerson recipient, ExamplePerson about, ExamplePerson.Plan plan, boolean toLead, Locale language) {
        var participant = plan.participantId();
        // Those made up have no id; below zero they collide with nobody.
        var id = participant == null ? (toLead ? -2L : -1L) : participant;
        return new DueReminder(
                0,
                TriggerKind.WEEKLY_DIGEST,
                LocalTime.NOON,
                0,
                LocalDate.ofInstant(clock.instant(), currentUser.get().zone()),
                clock.instant(),
                null,
                null,
                false,
                false,
                toLead,
                plan.open(),
                0,
                new DueReminder.Person(
                        Objects.requireNonNullElse(recipient.id(), 0L),
                        recipient.name(),
                        recipient.givenName(),
                        null,
                        language,
                        null),
                new DueReminder.Subject(id, about.name(), plan.program(), plan.cycle(), null, PlanProgress.EXAMPLE),
                null);
    }
}
