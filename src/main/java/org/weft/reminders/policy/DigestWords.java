package org.weft.reminders.policy;

import static org.weft.mail.words.MailPart.Form.LINE;
import static org.weft.mail.words.MailPart.Form.TEXT;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.weft.mail.words.MailPart;
import org.weft.mail.words.WordedMail;
import org.weft.reminders.Placeholder;

/** The words of a digest. Its subject says what it is about: the own plan, one of the people led, or several. */
final class DigestWords {

    static final String SUBJECT_OWN = "subjectOwn";
    static final String SUBJECT_PERSON = "subjectPerson";
    static final String SUBJECT_PEOPLE = "subjectPeople";

    private static final List<Placeholder> OFFERED =
            List.of(Placeholder.FIRST_NAME, Placeholder.FULL_NAME, Placeholder.PROGRAM, Placeholder.CYCLE);
    private static final List<Placeholder> TO_LEAD =
            List.of(Placeholder.FIRST_NAME, Placeholder.FULL_NAME, Placeholder.PEOPLE);

    static final WordedMail MAIL = new WordedMail(
            "digest",
            "reminders.words.digest",
            "reminders.words.digest.occasion",
            List.of(
                    line(SUBJECT_OWN, "reminders.digest.subject.own", List.of(Placeholder.CYCLE), OFFERED),
                    line(SUBJECT_PERSON, "reminders.digest.subject.person", List.of(), TO_LEAD),
                    line(SUBJECT_PEOPLE, "reminders.digest.subject.people", List.of(Placeholder.PEOPLE), TO_LEAD),
                    text("opening", "reminders.digest.hello", List.of(Placeholder.FIRST_NAME)),
                    line("buttonPlan", "reminders.mail.openPlan", List.of(), OFFERED),
                    line("headingPeople", "reminders.digest.people", List.of(), TO_LEAD),
                    line("buttonCoaching", "reminders.coaching.open", List.of(), TO_LEAD),
                    line("buttonPeople", "reminders.digest.openPeople", List.of(), TO_LEAD),
                    text("closing", null, List.of()),
                    new MailPart("footer", label("footer"), "reminders.digest.footer", List.of(), OFFERED, LINE, false),
                    line("silence", "reminders.digest.silence", List.of(), OFFERED)));

    private DigestWords() {}

    private static MailPart line(String name, String shipped, List<Placeholder> named, List<Placeholder> offered) {
        return new MailPart(name, label(name), shipped, named, offered, LINE, true);
    }

    private static MailPart text(String name, @Nullable String shipped, List<Placeholder> named) {
        return new MailPart(name, label(name), shipped, named, OFFERED, TEXT, false);
    }

    private static String label(String name) {
        return "reminders.words.digest.part." + name;
    }
}
