package org.weft.mail.bounce;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * The mailbox notifications come back to, and what follows from them: {@code weft.mail.bounce-box.*}.
 *
 * @param host the IMAP server; empty where nobody reads bounces
 * @param port 993 for TLS from the start
 * @param tls whether the connection is encrypted from the start; without, STARTTLS is required unless {@code plain}
 * @param plain allows a connection without any TLS, to a server on the same machine
 * @param hardLimit so many bounces for good within {@code within} and the address counts as unreachable
 * @param softLimit so many bounces for now within {@code within} and it does, too
 */
@ConfigurationProperties("weft.mail.bounce-box")
record BounceBox(
        @DefaultValue("") String host,
        @DefaultValue("993") int port,
        @DefaultValue("") String user,
        @DefaultValue("") String password,
        @DefaultValue("INBOX") String folder,
        @DefaultValue("true") boolean tls,
        @DefaultValue("false") boolean plain,
        @DefaultValue("2") int hardLimit,
        @DefaultValue("5") int softLimit,
        @DefaultValue("30d") Duration within) {

    boolean configured() {
        return !host.isBlank();
    }

    /** Without the password. */
    @Override
    public String toString() {
        return "BounceBox[" + user + "@" + host + ":" + port + "/" + folder + "]";
    }
}
