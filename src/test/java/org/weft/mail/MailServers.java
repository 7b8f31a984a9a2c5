package org.weft.mail;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import org.springframework.boot.mail.autoconfigure.MailProperties;

/** Points the running application at a mail server of the test, and away from it again. */
public final class MailServers {

    private MailServers() {}

    /** A real SMTP server on a free port, already listening. It speaks no TLS. */
    public static GreenMail greenMail() {
        var setup = new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_SMTP);
        setup.setServerStartupTimeout(10_000);
        var server = new GreenMail(setup);
        server.start();
        return server;
    }

    /** Without TLS, which the servers of the tests do not speak. */
    public static void use(MailProperties settings, int port) {
        settings.setHost("127.0.0.1");
        settings.setPort(port);
        settings.getProperties().put("mail.smtp.starttls.enable", "false");
        settings.getProperties().put("mail.smtp.starttls.required", "false");
    }

    public static void useNone(MailProperties settings) {
        settings.setHost("");
        settings.setPort(null);
        settings.setUsername(null);
        settings.setPassword(null);
        settings.getProperties().clear();
    }
}
