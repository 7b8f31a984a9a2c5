package org.weft.reminders;

import static org.weft.mail.words.MailPart.Form.LINE;
import static org.weft.mail.words.MailPart.Form.TEXT;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.weft.mail.words.MailPart;
import org.weft.mail.words.WordedMail;

/** The words of a reminder. What a lead writes instead, in the dialog, takes the place of subject and text. */
final class ReminderWords {

    static final String SUBJECT = "subject";
    static final String INTRO = "intro";

    private static final List<Placeholder> OFFERED = List.of(
            Placeholder.FIRST_NAME,
            Placeholder.FULL_NAME,
            Placeholder.PROGRAM,
            Placeholder.CYCLE,
            Placeholder.OPEN,
            Placeholder.OVERDUE,
            Placeholder.NEXT_DUE,
            Placeholder.SENDER);
    private static final List<Placeholder> NAMED =
            List.of(Placeholder.FIRST_NAME, Placeholder.PROGRAM, Placeholder.CYCLE);

    static final WordedMail MAIL = new WordedMail(
            "reminder",
            "reminders.words.reminder",
            "reminders.words.reminder.occasion",
            List.of(
                    part(SUBJECT, "reminders.default.subject", NAMED, LINE, true),
                    part(INTRO, "reminders.default.intro", NAMED, TEXT, false),
                    part("button", "reminders.mail.openPlan", List.of(), LINE, true),
                    part("closing", "reminders.default.closing", List.of(Placeholder.SENDER), TEXT, false),
                    part("footer", "reminders.mail.why", List.of(Placeholder.PROGRAM, Placeholder.CYCLE), LINE, false),
                    part("silence", "reminders.digest.silence", List.of(), LINE, true)));

    private ReminderWords() {}

    private static MailPart part(
            String name, @Nullable String shipped, List<Placeholder> named, MailPart.Form form, boolean required) {
        return new MailPart(name, "reminders.words.reminder.part." + name, shipped, named, OFFERED, form, required);
    }
}
