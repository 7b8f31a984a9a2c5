package org.weft.mail;

import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.URLName;
import java.io.OutputStream;
import org.eclipse.angus.mail.smtp.SMTPTransport;

/** Knows whether the server can have begun to take the message: before that, sending it once more repeats nothing. */
class SmtpTransport extends SMTPTransport {

    private boolean handedOver;

    /** @param protocol {@code smtp}, or {@code smtps} where TLS comes before the first word */
    SmtpTransport(Session session, String protocol) {
        super(session, new URLName(protocol, null, -1, null, null, null), protocol, protocol.equals("smtps"));
    }

    /** Connects, and signs in where that is wanted. */
    void connect(MailServer server) throws MessagingException {
        if (server.signsIn()) {
            connect(server.host(), server.user(), server.password());
        } else {
            connect();
        }
    }

    /** Closes it, also where the server did so first. */
    void hangUp() {
        try {
            close();
        } catch (MessagingException e) {
            // There is nothing left to close.
        }
    }

    /** What the server said last, empty for nothing. */
    String answer() {
        var answer = getLastServerResponse();
        return answer == null ? "" : answer.strip();
    }

    boolean handedOver() {
        return handedOver;
    }

    @Override
    protected void mailFrom() throws MessagingException {
        handedOver = false;
        super.mailFrom();
    }

    @Override
    protected OutputStream data() throws MessagingException {
        handedOver = true;
        return super.data();
    }
}
