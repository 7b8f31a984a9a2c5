package org.weft.mail;

import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * A mail somebody shall get.
 *
 * @param uniqueKey names the occasion; of mails with one key only the first is ever written, at most 200 characters
 * @param batch what was asked for in one go, at most 60 characters
 * @param toName the recipient's name, also where there is no address
 * @param to where it goes, or null where the recipient has no address: it is then written as suppressed
 * @param replyTo who gets an answer, or null for the portal's own address
 * @param language the language it is written in
 * @param personId the person it is for, if one of the directory
 * @param participantId the participant it is about, if one
 */
public record NewMail(
        String uniqueKey,
        MailKind kind,
        @Nullable String batch,
        String toName,
        @Nullable MailAddress to,
        @Nullable MailAddress replyTo,
        Locale language,
        RenderedMail content,
        @Nullable Long personId,
        @Nullable Long participantId) {

    /** A mail to an address. */
    public static NewMail of(String uniqueKey, MailKind kind, MailAddress to, Locale language, RenderedMail content) {
        return new NewMail(uniqueKey, kind, null, to.name(), to, null, language, content, null, null);
    }

    public NewMail batch(String batch) {
        return new NewMail(uniqueKey, kind, batch, toName, to, replyTo, language, content, personId, participantId);
    }

    public NewMail replyTo(@Nullable MailAddress replyTo) {
        return new NewMail(uniqueKey, kind, batch, toName, to, replyTo, language, content, personId, participantId);
    }

    public NewMail about(long personId, long participantId) {
        return new NewMail(uniqueKey, kind, batch, toName, to, replyTo, language, content, personId, participantId);
    }
}
