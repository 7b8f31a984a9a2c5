package org.weft.mail.words;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One text of a mail that can be reworded.
 *
 * @param name what the store and the mail's layout call it
 * @param label the translation key of what its editor calls it
 * @param shipped the translation key of the text that ships, null where none does
 * @param named the placeholders the shipped text names as {@code {0}}, {@code {1}} and so on
 * @param offered the placeholders it may hold
 * @param form what it may look like
 * @param required whether the mail cannot do without it
 */
public record MailPart(
        String name,
        String label,
        @Nullable String shipped,
        List<? extends MailPlaceholder> named,
        List<? extends MailPlaceholder> offered,
        Form form,
        boolean required) {

    /** What a text may look like. */
    public enum Form {
        /** A single line, as a subject, a heading or a button has it. */
        LINE(200),
        /** Paragraphs, parted by blank lines. */
        TEXT(2000);

        private final int longest;

        Form(int longest) {
            this.longest = longest;
        }

        /** Characters of the longest text, before its placeholders are filled. */
        public int longest() {
            return longest;
        }
    }

    public MailPart {
        named = List.copyOf(named);
        offered = List.copyOf(offered);
    }
}
