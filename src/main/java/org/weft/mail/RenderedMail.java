package org.weft.mail;

import org.weft.base.InvalidInputException;
import org.weft.base.Text;

/**
 * A mail as its reader gets it.
 *
 * @param subject one line, 1 to 500 characters of any script
 * @param html a whole HTML document
 * @param text the same in plain text, for readers and programs that want no HTML
 * @throws InvalidInputException at {@code subject} when it is blank, too long or holds a line break
 */
public record RenderedMail(String subject, String html, String text) {

    /** Characters of the longest subject. */
    public static final int LONGEST_SUBJECT = 500;

    public RenderedMail {
        checkSubject(subject);
    }

    /** @throws InvalidInputException at {@code subject} when mail cannot be sent under it */
    public static void checkSubject(String subject) {
        if (subject.isBlank()) {
            throw new InvalidInputException("subject", Text.of("mail.subject.blank"));
        }
        if (MailAddress.hasControl(subject)) {
            throw new InvalidInputException("subject", Text.of("mail.subject.lineBreak"));
        }
        if (subject.length() > LONGEST_SUBJECT) {
            throw new InvalidInputException("subject", Text.of("mail.subject.long", LONGEST_SUBJECT));
        }
    }
}
