package org.weft.mail;

import jakarta.mail.Session;
import java.util.Properties;
import org.springframework.stereotype.Component;

/** Opens conversations with the mail server as the settings say: STARTTLS required, every wait bounded. */
@Component
class MailConnections {

    private static final String CONNECT_MILLIS = "10000";
    private static final String ANSWER_MILLIS = "30000";

    private final MailSettings settings;
    private final MailPace pace;

    MailConnections(MailSettings settings, MailPace pace) {
        this.settings = settings;
        this.pace = pace;
    }

    /** A conversation that starts with its first message. Settings are read anew each time. */
    MailConnection open() {
        var server = settings.server();
        var implicitTls = server.getSsl().isEnabled() || "smtps".equals(server.getProtocol());
        var protocol = implicitTls ? "smtps" : "smtp";
        var prefix = "mail." + protocol + ".";

        var properties = new Properties();
        properties.setProperty("mail.transport.protocol", protocol);
        properties.setProperty(prefix + "host", String.valueOf(server.getHost()).strip());
        var port = server.getPort();
        if (port != null) {
            properties.setProperty(prefix + "port", port.toString());
        }
        properties.setProperty(prefix + "connectiontimeout", CONNECT_MILLIS);
        properties.setProperty(prefix + "timeout", ANSWER_MILLIS);
        properties.setProperty(prefix + "writetimeout", ANSWER_MILLIS);
        // All has been said by then; a server that hangs would be waited for once more.
        properties.setProperty(prefix + "quitwait", "false");
        properties.setProperty(prefix + "ssl.checkserveridentity", "true");
        if (!implicitTls) {
            properties.put(prefix + "socketFactory", new PromptSocketFactory());
            properties.setProperty(prefix + "socketFactory.fallback", "false");
            properties.setProperty(prefix + "starttls.enable", String.valueOf(settings.tls()));
            properties.setProperty(prefix + "starttls.required", String.valueOf(settings.tls()));
        }
        var user = server.getUsername();
        properties.setProperty(prefix + "auth", String.valueOf(user != null && !user.isBlank()));
        properties.putAll(server.getProperties());
        var session = Session.getInstance(properties);
        return new MailConnection(
                session, server, () -> new SmtpTransport(session, protocol), pace.messagesPerConnection());
    }
}
