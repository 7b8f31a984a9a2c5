package org.weft.mail;

import static org.weft.mail.MailTestOutcome.*;

import jakarta.mail.AuthenticationFailedException;
import jakarta.mail.MessagingException;
import jakarta.mail.SendFailedException;
import java.io.IOException;
import java.net.ConnectException;
import java.net.NoRouteToHostException;
import java.net.SocketTimeoutException;
import java.net.UnknownHostException;
import java.security.cert.CertPathBuilderException;
import java.security.cert.CertPathValidatorException;
import java.security.cert.CertificateException;
import java.security.cert.CertificateExpiredException;
import java.security.cert.CertificateNotYetValidException;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.net.ssl.SSLException;
import org.eclipse.angus.mail.smtp.SMTPAddressFailedException;
import org.eclipse.angus.mail.smtp.SMTPSendFailedException;
import org.eclipse.angus.mail.smtp.SMTPSenderFailedException;
import org.eclipse.angus.mail.util.MailConnectException;
import org.jspecify.annotations.Nullable;

/** Reads the exceptions of the mail library, which hold each other by two kinds of chain. */
final class SmtpFailure {

    private static final Pattern CODE = Pattern.compile("^([245])\\d\\d[ -]", Pattern.MULTILINE);

    private SmtpFailure() {}

    /** The server's code, 0 for none; the most telling exception is the innermost one that holds a code. */
    static int code(MessagingException failure) {
        var code = 0;
        for (Throwable e = failure; e != null; e = next(e)) {
            var own = switch (e) {
                case SMTPAddressFailedException address -> address.getReturnCode();
                case SMTPSenderFailedException sender -> sender.getReturnCode();
                case SMTPSendFailedException send -> send.getReturnCode();
                default -> 0;
            };
            code = own > 0 ? own : code;
        }
        return code;
    }

    /** The server's own line where there is one, else what the network said, and why it did. */
    static String words(Exception failure) {
        var words = "";
        var why = "";
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
            why = message.strip();
        }
        if (words.isEmpty()) {
            return failure.getClass().getSimpleName();
        }
        return words.contains(why) ? words : words + ": " + why;
    }

    /** What it means when no connection came about. @param said what the server said last */
    static MailTestOutcome ofConnecting(MessagingException failure, String said) {
        if (isTls(failure)) {
            return ofTls(failure);
        }
        if (has(failure, UnknownHostException.class)) {
            return UNKNOWN_HOST;
        }
        if (isSilence(failure)) {
            return has(failure, MailConnectException.class) ? NO_CONNECTION : SILENT;
        }
        if (has(failure, ConnectException.class)) {
            return CONNECTION_REFUSED;
        }
        // Java has an exception for a host without a route, and none for a network.
        if (has(failure, NoRouteToHostException.class) || says(failure, "Network is unreachable")) {
            return UNREACHABLE;
        }
        if (says(failure, "STARTTLS is required")) {
            return NO_STARTTLS;
        }
        if (isSignIn(failure)) {
            return isLater(words(failure)) ? TRY_LATER : ofSignIn(failure);
        }
        if (isRefusal(said)) {
            return isLater(said) ? TRY_LATER : TURNED_AWAY;
        }
        // What is no answer of a mail server at all counts as -1 too, but something was said.
        return has(failure, IOException.class) || said.isEmpty() && says(failure, "response: -1") ? HUNG_UP : OTHER;
    }

    private static MailTestOutcome ofSignIn(MessagingException failure) {
        return says(failure, "No authentication mechanisms") ? SIGN_IN_NOT_OFFERED : SIGN_IN_REFUSED;
    }

    private static MailTestOutcome ofTls(Throwable failure) {
        if (has(failure, CertificateExpiredException.class) || has(failure, CertificateNotYetValidException.class)) {
            return CERTIFICATE_EXPIRED;
        }
        if (has(failure, CertPathBuilderException.class) || has(failure, CertPathValidatorException.class)) {
            return CERTIFICATE_UNTRUSTED;
        }
        if (has(failure, CertificateException.class)) {
            return CERTIFICATE_NAME;
        }
        return says(failure, "unrecognized SSL message") ? PLAIN_PORT : TLS_FAILED;
    }

    /** What it means when the server did not take the mail. */
    static MailTestOutcome ofSending(SendFailedException failure) {
        var code = code(failure);
        if (code == 530) {
            return says(failure, "STARTTLS") ? TLS_WANTED : SIGN_IN_WANTED;
        }
        if (code < 500) {
            return TRY_LATER;
        }
        if (has(failure, SMTPAddressFailedException.class)) {
            return RECIPIENT_REFUSED;
        }
        var atSender = find(failure, SMTPSendFailedException.class)
                .map(SMTPSendFailedException::getCommand)
                .filter(command -> command.startsWith("MAIL"));
        return atSender.isPresent() ? SENDER_REFUSED : MESSAGE_REFUSED;
    }

    static boolean isTls(Throwable failure) {
        return has(failure, SSLException.class) && !isSilence(failure);
    }

    static boolean isSignIn(Throwable failure) {
        return has(failure, AuthenticationFailedException.class);
    }

    static boolean isSilence(Throwable failure) {
        return has(failure, SocketTimeoutException.class);
    }

    /** Whether a server's words are a "later" or a "no". */
    static boolean isRefusal(String said) {
        return said.startsWith("4") || said.startsWith("5");
    }

    private static boolean isLater(String said) {
        return said.startsWith("4");
    }

    private static boolean says(Throwable failure, String words) {
        for (var e = failure; e != null; e = next(e)) {
            if (String.valueOf(e.getMessage()).contains(words)) {
                return true;
            }
        }
        return false;
    }

    private static boolean has(Throwable failure, Class<? extends Throwable> kind) {
        return find(failure, kind).isPresent();
    }

    /** The outermost one of a kind. */
    private static <T extends Throwable> Optional<T> find(Throwable failure, Class<T> kind) {
        for (var e = failure; e != null; e = next(e)) {
            if (kind.isInstance(e)) {
                return Optional.of(kind.cast(e));
            }
        }
        return Optional.empty();
    }

    private static @Nullable Throwable next(Throwable failure) {
        return failure instanceof MessagingException messaging && messaging.getNextException() != null
                ? messaging.getNextException()
                : failure.getCause();
    }
}
