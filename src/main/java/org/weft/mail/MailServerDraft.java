package org.weft.mail;

import org.jspecify.annotations.Nullable;

/**
 * The mail server and how it is used, as it is entered. Texts are empty where nothing is said; numbers are null where
 * their default is to be used.
 *
 * @param host empty for no mail server
 * @param port null for the usual one
 * @param user empty for a server that wants no sign-in
 * @param password null for the one that is kept already; what is stored is never handed out
 * @param fromAddress the sender of every mail
 * @param bounce who is told of mail that cannot be delivered; empty for the sender
 * @param connections at the same time, from one node
 * @param perMinute messages a minute, from all nodes; 0 for no limit
 */
public record MailServerDraft(
        String host,
        @Nullable Integer port,
        MailSecurity security,
        String user,
        @Nullable String password,
        String fromAddress,
        String fromName,
        String bounce,
        @Nullable Integer connections,
        @Nullable Integer messagesPerConnection,
        @Nullable Integer perMinute) {

    /** Nothing is set. */
    public static final MailServerDraft NONE =
            new MailServerDraft("", null, MailSecurity.STARTTLS, "", null, "", "", "", null, null, null);

    public MailServerDraft password(@Nullable String password) {
        return new MailServerDraft(
                host,
                port,
                security,
                user,
                password,
                fromAddress,
                fromName,
                bounce,
                connections,
                messagesPerConnection,
                perMinute);
    }

    /** Without the password, which may get anywhere a text goes. */
    @Override
    public String toString() {
        return "MailServerDraft[" + host + ":" + port + ", " + security + ", " + fromAddress + "]";
    }
}
