package org.weft.mail;

import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * The mail server in force, with every default filled in.
 *
 * @param host empty where none is set
 * @param user empty where no sign-in is wanted
 * @param password null where none is known
 * @param bounce the sender of the envelope, null for that of the mail
 * @param version of what is saved in the portal
 */
record MailServer(
        String host,
        int port,
        MailSecurity security,
        String user,
        @Nullable String password,
        MailAddress from,
        @Nullable String bounce,
        int connections,
        int messagesPerConnection,
        int perMinute,
        int version) {

    static final int CONNECTIONS = 4;
    static final int MESSAGES_PER_CONNECTION = 100;
    static final String FROM = "weft@localhost";
    static final String FROM_NAME = "Weft";

    static MailServer of(MailServerDraft set, int version) {
        var name = set.fromName().isBlank() ? FROM_NAME : set.fromName();
        var connections = Objects.requireNonNullElse(set.connections(), CONNECTIONS);
        var messages = Objects.requireNonNullElse(set.messagesPerConnection(), MESSAGES_PER_CONNECTION);
        var port = set.port();
        return new MailServer(
                set.host().strip(),
                port == null ? set.security().usualPort() : port,
                set.security(),
                set.user().strip(),
                set.password(),
                MailAddress.find(set.fromAddress(), name).orElseGet(() -> new MailAddress(FROM, name)),
                set.bounce().isBlank() ? null : set.bounce().strip(),
                Math.max(1, connections),
                Math.max(1, messages),
                Math.max(0, Objects.requireNonNullElse(set.perMinute(), 0)),
                version);
    }

    boolean configured() {
        return !host.isEmpty();
    }

    /** The same one, spoken to in another way and by nobody. */
    MailServer anonymously(MailSecurity security) {
        return new MailServer(
                host, port, security, "", null, from, bounce, connections, messagesPerConnection, perMinute, version);
    }

    boolean signsIn() {
        return !user.isEmpty();
    }

    @Override
    public String toString() {
        return "MailServer[" + host + ":" + port + ", " + security + "]";
    }
}
