package org.weft.mail;

import jakarta.mail.Session;
import java.time.Duration;
import java.util.Properties;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.ssl.SslBundles;
import org.springframework.stereotype.Component;

/**
 * Opens conversations with the mail server: TLS required unless said otherwise, every wait bounded. What the
 * installation says by {@code spring.mail.properties} is said last.
 */
@Component
class MailConnections {

    private static final Waits WAITS = new Waits(Duration.ofSeconds(10), Duration.ofSeconds(30));

    private final MailInstallation installation;
    private final ObjectProvider<SslBundles> bundles;

    MailConnections(MailInstallation installation, ObjectProvider<SslBundles> bundles) {
        this.installation = installation;
        this.bundles = bundles;
    }

    /** How long the server is waited for: to come to a connection, and for each answer. */
    record Waits(Duration connect, Duration answer) {}

    /** A conversation that starts with its first message. */
    MailConnection open(MailServer server) {
        var session = session(server, WAITS);
        return new MailConnection(session, server, () -> transport(session), server.messagesPerConnection());
    }

    SmtpTransport transport(Session session) {
        return new SmtpTransport(session, session.getProperty("mail.transport.protocol"));
    }

    Session session(MailServer server, Waits waits) {
        var implicitTls = server.security() == MailSecurity.TLS;
        var protocol = implicitTls ? "smtps" : "smtp";
        var prefix = "mail." + protocol + ".";

        var properties = new Properties();
        properties.setProperty("mail.transport.protocol", protocol);
        properties.setProperty(prefix + "host", server.host());
        properties.setProperty(prefix + "port", String.valueOf(server.port()));
        properties.setProperty(
                prefix + "connectiontimeout", String.valueOf(waits.connect().toMillis()));
        var answer = String.valueOf(waits.answer().toMillis());
        properties.setProperty(prefix + "timeout", answer);
        properties.setProperty(prefix + "writetimeout", answer);
        // All has been said by then; a server that hangs would be waited for once more.
        properties.setProperty(prefix + "quitwait", "false");
        properties.setProperty(prefix + "ssl.checkserveridentity", "true");
        properties.put(prefix + "socketFactory", new PromptSocketFactory());
        properties.setProperty(prefix + "socketFactory.fallback", "false");
        if (!implicitTls) {
            var starttls = String.valueOf(server.security() == MailSecurity.STARTTLS);
            properties.setProperty(prefix + "starttls.enable", starttls);
            properties.setProperty(prefix + "starttls.required", starttls);
        }
        properties.setProperty(prefix + "auth", String.valueOf(server.signsIn()));
        if (server.bounce() != null) {
            properties.setProperty(prefix + "from", server.bounce());
        }
        var bundle = installation.server().getSsl().getBundle();
        if (bundle != null && !bundle.isBlank()) {
            var context = bundles.getObject().getBundle(bundle).createSslContext();
            properties.put(prefix + "ssl.socketFactory", new PromptSslSocketFactory(context.getSocketFactory()));
        }
        properties.putAll(installation.server().getProperties());
        return Session.getInstance(properties);
    }
}
