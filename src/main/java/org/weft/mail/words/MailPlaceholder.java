package org.weft.mail.words;

/**
 * What may stand between braces in a text of a mail, such as {@code {first name}}; each recipient reads the own value.
 * Features declare theirs as enums.
 */
public interface MailPlaceholder {

    /** The translation key of how it is written, without braces. Texts understand the words of every language. */
    String key();
}
