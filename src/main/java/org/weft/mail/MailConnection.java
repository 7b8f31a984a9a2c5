package org.weft.mail;

import jakarta.mail.Address;
import jakarta.mail.MessagingException;
import jakarta.mail.SendFailedException;
import jakarta.mail.Session;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;
import java.util.function.Supplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.eclipse.angus.mail.smtp.SMTPAddressFailedException;
import org.eclipse.angus.mail.smtp.SMTPSendFailedException;
import org.eclipse.angus.mail.smtp.SMTPSenderFailedException;
import org.eclipse.angus.mail.smtp.SMTPTransport;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.mail.autoconfigure.MailProperties;

/**
 * One conversation with the mail server after the other, each used for many messages and opened with the first of them.
 */
class MailConnection implements AutoCloseable {

    private static final Pattern CODE = Pattern.compile("^([245])\\d\\d[ -]", Pattern.MULTILINE);
    private static final int CLOSING = 421;

    private final Session session;
    private final MailProperties server;
    private final Supplier<SmtpTransport> transports;
    private final int most;
    private @Nullable SmtpTransport transport;
    private int messages;

    /** @param most messages that go over one connection */
    MailConnection(Session session, MailProperties server, Supplier<SmtpTransport> transports, int most) {
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
            return new SendOutcome.Unreachable(words(e));
        }
        var first = messages == 0;
        messages++;
        try {
            open.sendMessage(message, new Address[] {to});
            var answer = answer(open);
            if (messages >= most) {
                close();
            }
            return new SendOutcome.Accepted(answer);
        } catch (SendFailedException e) {
            return refused(open, e, first);
        } catch (MessagingException e) {
            var handedOver = open.handedOver();
            close();
            return handedOver ? new SendOutcome.Broken(words(e)) : new SendOutcome.Unreachable(words(e));
        }
    }

    private SendOutcome refused(SmtpTransport open, SendFailedException e, boolean first) {
        var code = code(e);
        if (code != CLOSING) {
            return code >= 500 ? new SendOutcome.Refused(words(e)) : new SendOutcome.Later(words(e));
        }
        var unused = !first && !open.handedOver();
        close();
        return unused ? new SendOutcome.Unreachable(words(e)) : new SendOutcome.Broken(words(e));
    }

    private SmtpTransport connected() throws MessagingException {
        if (transport != null) {
            return transport;
        }
        var open = transports.get();
        var user = server.getUsername();
        if (user == null || user.isBlank()) {
            open.connect();
        } else {
            open.connect(server.getHost(), user, server.getPassword());
        }
        transport = open;
        return open;
    }

    @Override
    public void close() {
        var open = transport;
        transport = null;
        messages = 0;
        if (open != null) {
            try {
                open.close();
            } catch (MessagingException e) {
                // The server hung up first; there is nothing left to close.
            }
        }
    }

    private static String answer(SMTPTransport transport) {
        var answer = transport.getLastServerResponse();
        return answer == null ? "" : answer.strip();
    }

    /** The server's code, 0 for none; the most telling exception is the innermost one that holds a code. */
    private static int code(SendFailedException failure) {
        var code = 0;
        for (Exception e = failure; e instanceof MessagingException cause; e = cause.getNextException()) {
            var own = switch (cause) {
                case SMTPAddressFailedException address -> address.getReturnCode();
                case SMTPSenderFailedException sender -> sender.getReturnCode();
                case SMTPSendFailedException send -> send.getReturnCode();
                default -> 0;
            };
            code = own > 0 ? own : code;
        }
        return code;
    }

    /** The server's own line where there is one, else what the network said. */
    private static String words(Exception failure) {
        var words = "";
        for (Throwable e = failure; e != null; e = next(e)) {
            var message = e.getMessage();
            if (message == null) {
                continue;
            }
            Matcher code = CODE.matcher(message);
            if (code.find()) {
                return message.substring(code.start()).strip();
            }
            words = words.isEmpty() ? message.strip() : words;
        }
        return words.isEmpty() ? failure.getClass().getSimpleName() : words;
    }

    private static @Nullable Throwable next(Throwable failure) {
        return failure instanceof MessagingException messaging && messaging.getNextException() != null
                ? messaging.getNextException()
                : failure.getCause();
    }
}
