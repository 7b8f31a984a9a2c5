package org.weft.mail;

import static org.weft.mail.MailTestOutcome.*;

import jakarta.mail.Address;
import jakarta.mail.MessagingException;
import jakarta.mail.SendFailedException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.util.Base64;
import java.util.Locale;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.stereotype.Component;
import org.weft.base.Translations;

/** Sends one mail at once, outside the outbox, and finds out what is wrong when it does not arrive. */
@Component
class MailTester {

    private static final MailConnections.Waits WAITS =
            new MailConnections.Waits(Duration.ofSeconds(5), Duration.ofSeconds(8));
    private static final Pattern LETTERS = Pattern.compile("[A-Za-z0-9+/]{4,}={0,2}");
    private static final int LONGEST_ANSWER = 1000;

    private final MailConnections connections;
    private final Translations translations;
    private final Clock clock;
    private final MailConnections.Waits waits;

    @Autowired
    MailTester(MailConnections connections, Translations translations, Clock clock) {
        this(connections, translations, clock, WAITS);
    }

    MailTester(MailConnections connections, Translations translations, Clock clock, MailConnections.Waits waits) {
        this.connections = connections;
        this.translations = translations;
        this.clock = clock;
        this.waits = waits;
    }

    /** Takes as long as the server lets it wait, a quarter of a minute at most for each word. Never throws for that. */
    MailTestResult send(MailServer server, MailAddress to, Locale language) {
        var session = connections.session(server, waits);
        var transport = connections.transport(session);
        try {
            transport.connect(server);
        } catch (MessagingException e) {
            var outcome = connecting(server, transport, e);
            return result(server, outcome, words(outcome, transport, e));
        }
        try {
            var mail = MimeMail.plain(
                    "<weft.test." + UUID.randomUUID() + "@weft>",
                    server.from(),
                    to.toInternetAddress(),
                    translations.translate("mail.test.subject", language),
                    translations.translate("mail.test.body", language),
                    session,
                    clock.instant());
            transport.sendMessage(mail, new Address[] {to.toInternetAddress()});
            return result(server, SENT, transport.answer());
        } catch (MessagingException e) {
            return result(server, sending(e), SmtpFailure.words(e));
        } finally {
            transport.hangUp();
        }
    }

    private MailTestOutcome connecting(MailServer server, SmtpTransport transport, MessagingException e) {
        if (server.signsIn() && server.password() == null && SmtpFailure.isSignIn(e)) {
            return NO_PASSWORD;
        }
        var outcome = SmtpFailure.ofConnecting(e, transport.answer());
        // A port that waits for TLS says as little as one that is broken.
        return outcome == SILENT && server.security() != MailSecurity.TLS && speaksTls(server) ? TLS_PORT : outcome;
    }

    private boolean speaksTls(MailServer server) {
        var encrypted = server.anonymously(MailSecurity.TLS);
        var transport = connections.transport(connections.session(encrypted, waits));
        try {
            transport.connect(encrypted);
            return true;
        } catch (MessagingException e) {
            return SmtpFailure.isTls(e);
        } finally {
            transport.hangUp();
        }
    }

    private static MailTestOutcome sending(MessagingException e) {
        return e instanceof SendFailedException refused
                ? SmtpFailure.ofSending(refused)
                : SmtpFailure.isSilence(e) ? SILENT : HUNG_UP;
    }

    /** What the server refused with says more than what the library made of it. */
    private static String words(MailTestOutcome outcome, SmtpTransport transport, MessagingException e) {
        var said = transport.answer();
        return SmtpFailure.isRefusal(said) || outcome == OTHER && !said.isEmpty() ? said : SmtpFailure.words(e);
    }

    private static MailTestResult result(MailServer server, MailTestOutcome outcome, String answer) {
        return new MailTestResult(outcome, server.host() + ":" + server.port(), clean(answer, server));
    }

    /** A server may say again what it was told, the password too, plainly or in the letters of a sign-in. */
    private static String clean(String answer, MailServer server) {
        var cleaned = answer.lines().map(MailAddress::clean).collect(Collectors.joining("\n"));
        var password = server.password();
        if (password != null && !password.isEmpty()) {
            cleaned = LETTERS.matcher(cleaned)
                    .replaceAll(found -> Matcher.quoteReplacement(hides(found.group(), password) ? "…" : found.group()))
                    .replace(password, "…");
        }
        return cleaned.substring(0, Math.min(LONGEST_ANSWER, cleaned.length()));
    }

    private static boolean hides(String letters, String password) {
        try {
            return new String(Base64.getDecoder().decode(letters), StandardCharsets.UTF_8).contains(password);
        } catch (IllegalArgumentException e) {
            return false;
        }
    }
}
