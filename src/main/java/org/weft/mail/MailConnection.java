package org.weft.mail;

import jakarta.mail.Address;
import jakarta.mail.MessagingException;
import jakarta.mail.SendFailedException;
import jakarta.mail.Session;
import jakarta.mail.Transport;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.eclipse.angus.mail.smtp.SMTPAddressFailedException;
import org.eclipse.angus.mail.smtp.SMTPSendFailedException;
import org.eclipse.angus.mail.smtp.SMTPSenderFailedException;
import org.eclipse.angus.mail.smtp.SMTPTransport;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.mail.autoconfigure.MailProperties;

/** One conversation with the mail server, used for all messages of a run and opened with the first of them. */
class MailConnection implements AutoCloseable {

    private static final Pattern CODE = Pattern.compile("^([245])\\d\\d[ -]", Pattern.MULTILINE);

    private final Session session;
    private final MailProperties server;
    private @Nullable Transport transport;

    MailConnection(Session session, MailProperties server) {
        this.session = session;
        this.server = server;
    }

    Session session() {
        return session;
    }

    /** Hands one message over. Never throws for what the network or the server does. */
    SendOutcome send(MimeMessage message, InternetAddress to) {
        Transport open;
        try {
            open = connected();
        } catch (MessagingException e) {
            return new SendOutcome.Unreachable(words(e));
        }
        try {
            open.sendMessage(message, new Address[] {to});
            return new SendOutcome.Accepted(answer(open));
        } catch (SendFailedException e) {
            return permanent(e) ? new SendOutcome.Refused(words(e)) : new SendOutcome.Later(words(e));
        } catch (MessagingException e) {
            return new SendOutcome.Later(words(e));
        }
    }

    /** Reconnects where the server has hung up since the last message. */
    private Transport connected() throws MessagingException {
        var open = transport;
        if (open != null && open.isConnected()) {
            return open;
        }
        close();
        open = session.getTransport();
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
        if (open != null) {
            try {
                open.close();
            } catch (MessagingException e) {
                // The server hung up first; there is nothing left to close.
            }
        }
    }

    private static String answer(Transport transport) {
        var answer = transport instanceof SMTPTransport smtp ? smtp.getLastServerResponse() : null;
        return answer == null ? "" : answer.strip();
    }

    /** Whether the server's code is one of 5xx; the most telling exception is the innermost one that holds a code. */
    private static boolean permanent(SendFailedException failure) {
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
        return code >= 500;
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
