package org.weft.mail.words;

import java.util.Locale;
import java.util.Map;

/**
 * The words of one mail in one language, with their placeholders, by the names of its parts.
 *
 * @param texts as they are now
 * @param shipped as they ship
 */
public record MailWordsDetails(
        WordedMail mail, Locale language, Map<String, String> texts, Map<String, String> shipped) {

    public MailWordsDetails {
        texts = Map.copyOf(texts);
        shipped = Map.copyOf(shipped);
    }
}
