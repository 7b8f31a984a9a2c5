package org.weft.mail;

import jakarta.mail.Address;
import jakarta.mail.MessagingException;
import jakarta.mail.SendFailedException;
import jakarta.mail.Session;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * One conversation with the mail server after the other, each used for many messages and opened with the first of them.
 */
class MailConnection implements AutoCloseable {

    private static final int CLOSING = 421;

    private final Session session;
    private final MailServer server;
    private final Supplier<SmtpTransport> transports;
    private final int most;
    private @Nullable SmtpTransport transport;
    private int messages;

    /** @param most messages that go over one connection */
    MailConnection(Session session, MailServer server, Supplier<SmtpTransport> transports, int most) {
        this.session = session;
        this.server = server;
        this.transports = transports;
        this.most = most;
    }

    Session session() {
        return session;
    }

    /** Hands one message over. Never throws for what the network or the server does. */
    SendOutcome send(MimeMessage message, InternetAddress to) {
        var used = messages > 0;
        var outcome = attempt(message, to);
        // A server that closes after so many messages, or after a pause, says so with the next one. It is not about
        // that.
        return used && outcome instanceof SendOutcome.Unreachable ? attempt(message, to) : outcome;
    }

    private SendOutcome attempt(MimeMessage message, InternetAddress to) {
        SmtpTransport open;
        try {
            open = connected();
        } catch (MessagingException e) {
            return new SendOutcome.Unreachable(SmtpFailure.words(e));
        }
        var first = messages == 0;
        messages++;
        try {
            open.sendMessage(message, new Address[] {to});
            var answer = open.answer();
            if (messages >= most) {
                close();
            }
            return new SendOutcome.Accepted(answer);
        } catch (SendFailedException e) {
            return refused(open, e, first);
        } catch (MessagingException e) {
            return lost(open, e);
        }
    }

    private SendOutcome lost(SmtpTransport open, MessagingException e) {
        var handedOver = open.handedOver();
        close();
        return handedOver
                ? new SendOutcome.Broken(SmtpFailure.words(e))
                : new SendOutcome.Unreachable(SmtpFailure.words(e));
    }

    private SendOutcome refused(SmtpTransport open, SendFailedException e, boolean first) {
        var code = SmtpFailure.code(e);
        if (code == 0) {
            // No answer at all: the line is gone, which the library tells as a refusal when it ended in good order.
            return lost(open, e);
        }
        if (code != CLOSING) {
            return code >= 500
                    ? new SendOutcome.Refused(SmtpFailure.words(e))
                    : new SendOutcome.Later(SmtpFailure.words(e));
        }
        var unused = !first && !open.handedOver();
        close();
        return unused
                ? new SendOutcome.Unreachable(SmtpFailure.words(e))
                : new SendOutcome.Broken(SmtpFailure.words(e));
    }

    private SmtpTransport connected() throws MessagingException {
        if (transport != null) {
            return transport;
        }
        var open = transports.get();
        open.connect(server);
        transport = open;
        return open;
    }

    @Override
    public void close() {
        var open = transport;
        transport = null;
        messages = 0;
        if (open != null) {
            open.hangUp();
        }
    }
}
