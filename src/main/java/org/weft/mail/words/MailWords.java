package org.weft.mail.words;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;

/** The words of every mail at one moment. Immutable: read it once for as many mails as are written together. */
public final class MailWords {

    private final PlaceholderText placeholders;
    private final Map<Key, String> changed;

    MailWords(PlaceholderText placeholders, Map<Key, String> changed) {
        this.placeholders = placeholders;
        this.changed = Map.copyOf(changed);
    }

    record Key(String mail, String language, String part) {

        static Key of(WordedMail mail, Locale language, String part) {
            return new Key(mail.name(), language.getLanguage(), part);
        }
    }

    /** A text with its placeholders: what it was changed to, else what ships. */
    public String text(WordedMail mail, Locale language, MailPart part) {
        var text = changed.get(Key.of(mail, language, part.name()));
        return text == null ? placeholders.shipped(part, language) : text;
    }

    /** With other texts of one mail in one language, by the names of its parts. */
    public MailWords with(WordedMail mail, Locale language, Map<String, String> texts) {
        var all = new HashMap<>(changed);
        texts.forEach(
                (part, text) -> all.put(Key.of(mail, language, mail.part(part).name()), text));
        return new MailWords(placeholders, all);
    }

    /**
     * The words of one mail to one person.
     *
     * @param values for the placeholders, ready to be read; a placeholder without one stays as it is written
     */
    public FilledWords fill(WordedMail mail, Locale language, Map<? extends MailPlaceholder, String> values) {
        var texts = new HashMap<String, String>();
        for (var part : mail.parts()) {
            texts.put(part.name(), placeholders.fill(text(mail, language, part), values));
        }
        return new FilledWords(texts);
    }
}
