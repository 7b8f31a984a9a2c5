package org.weft.mail.words;

import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.weft.base.NotFoundException;
import org.weft.mail.RenderedMail;

/**
 * A mail whose words can be changed, and how it would read. Each feature brings one for every mail it writes; the editor
 * finds them by this.
 */
public interface MailExample {

    WordedMail mail();

    /**
     * The mail as a person would get it, in these words. No link in it acts for that person.
     *
     * @param personId somebody the signed-in account may see, or null for somebody made up
     * @throws NotFoundException if there is no such person, or none the account may see
     */
    Shown show(MailWords words, Locale language, @Nullable Long personId);

    /**
     * An example.
     *
     * @param invented whether the occasion is made up, since the person has none
     */
    record Shown(RenderedMail mail, boolean invented) {}
}
