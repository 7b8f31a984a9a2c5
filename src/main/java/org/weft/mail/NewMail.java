package org.weft.mail;

import java.util.Locale;
import java.util.regex.Pattern;
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
 * @param unsubscribe the address that takes one POST from whoever wants no more of it (RFC 8058), if there is one
 * @param attachment the file that goes with it, if there is one
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
        @Nullable Long participantId,
        @Nullable String unsubscribe,
        @Nullable MailAttachment attachment) {

    /** What an address in a header may be made of, and how long it may be. */
    private static final Pattern ADDRESS = Pattern.compile("https?://[!-;=?-~]{1,480}");

    public NewMail {
        if (unsubscribe != null && !ADDRESS.matcher(unsubscribe).matches()) {
            throw new IllegalArgumentException("No address to unsubscribe at: " + MailAddress.clean(unsubscribe));
        }
    }

    /** A mail to an address. */
    public static NewMail of(String uniqueKey, MailKind kind, MailAddress to, Locale language, RenderedMail content) {
        return new NewMail(uniqueKey, kind, null, to.name(), to, null, language, content, null, null, null, null);
    }

    public NewMail batch(String batch) {
        return with(batch, replyTo, personId, participantId, unsubscribe, attachment);
    }

    public NewMail replyTo(@Nullable MailAddress replyTo) {
        return with(batch, replyTo, personId, participantId, unsubscribe, attachment);
    }

    public NewMail about(long personId, @Nullable Long participantId) {
        return with(batch, replyTo, personId, participantId, unsubscribe, attachment);
    }

    public NewMail unsubscribe(String unsubscribe) {
        return with(batch, replyTo, personId, participantId, unsubscribe, attachment);
    }

    public NewMail attachment(MailAttachment attachment) {
        return with(batch, replyTo, personId, participantId, unsubscribe, attachment);
    }

    private NewMail with(
            @Nullable String batch,
            @Nullable MailAddress replyTo,
            @Nullable Long personId,
            @Nullable Long participantId,
            @Nullable String unsubscribe,
            @Nullable MailAttachment attachment) {
        return new NewMail(
                uniqueKey,
                kind,
                batch,
                toName,
                to,
                replyTo,
                language,
                content,
                personId,
                participantId,
                unsubscribe,
                attachment);
    }
}
