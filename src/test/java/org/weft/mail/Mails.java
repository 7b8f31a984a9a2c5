package org.weft.mail;

import java.util.Locale;

/** Mails for tests that do not care what is in them. */
final class Mails {

    private Mails() {}

    static NewMail to(String address) {
        return to(address, "key of " + address);
    }

    static NewMail to(String address, MailKind kind) {
        return to(address, "key of " + address, kind);
    }

    static NewMail to(String address, String uniqueKey) {
        return to(address, uniqueKey, MailKind.REMINDER);
    }

    private static NewMail to(String address, String uniqueKey, MailKind kind) {
        return NewMail.of(
                uniqueKey,
                kind,
                new MailAddress(address, "Ada Lovelace"),
                Locale.ENGLISH,
                new RenderedMail("Your objectives", "<p>Three are open</p>", "Three are open"));
    }

    static NewMail withoutAddress(String uniqueKey) {
        var mail = to("nobody@example.com", uniqueKey);
        return new NewMail(
                uniqueKey,
                mail.kind(),
                null,
                "Grace Hopper",
                null,
                null,
                mail.language(),
                mail.content(),
                null,
                null,
                null,
                null);
    }
}
