package org.weft.mail;

import java.sql.Timestamp;
import java.time.Clock;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Service;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionTemplate;
import org.weft.audit.AuditEvent;
import org.weft.audit.AuditTrail;
import org.weft.audit.Changes;
import org.weft.base.InvalidInputException;
import org.weft.base.Secrets;
import org.weft.base.StaleEditException;
import org.weft.base.Text;
import org.weft.mail.MailServerDetails.KeptPassword;

/**
 * The mail server as administrators set it. What the installation sets stays as it is. A password goes in and never
 * comes out again.
 *
 * @see <a href="../../../../../../docs/decisions/020-mail-settings-in-the-portal.md">decision 020</a>
 */
@Service
@PreAuthorize("hasRole('ADMIN')")
public class MailServerService {

    private static final String THING = "mailServer";
    private static final long ID = 1;

    private final MailServerStore store;
    private final MailInstallation installation;
    private final Secrets secrets;
    private final MailTester tester;
    private final OwnAddress ownAddress;
    private final JdbcClient jdbc;
    private final AuditTrail audit;
    private final TransactionTemplate transaction;
    private final Clock clock;
    private final ApplicationEventPublisher events;

    MailServerService(
            MailServerStore store,
            MailInstallation installation,
            Secrets secrets,
            MailTester tester,
            OwnAddress ownAddress,
            JdbcClient jdbc,
            AuditTrail audit,
            PlatformTransactionManager transactions,
            Clock clock,
            ApplicationEventPublisher events) {
        this.store = store;
        this.installation = installation;
        this.secrets = secrets;
        this.tester = tester;
        this.ownAddress = ownAddress;
        this.jdbc = jdbc;
        this.audit = audit;
        transaction = new TransactionTemplate(transactions);
        this.clock = clock;
        this.events = events;
    }

    /** What is in force, and who says so. */
    @Transactional(readOnly = true)
    public MailServerDetails get() {
        var saved = store.read();
        return new MailServerDetails(
                installation.over(saved.settings()).password(null),
                saved.version(),
                installation.fixed(),
                kept(saved.passwordCipher()),
                secrets.available(),
                ownAddress.get());
    }

    private KeptPassword kept(@Nullable String cipher) {
        if (cipher == null) {
            return KeptPassword.NONE;
        }
        return secrets.decrypt(cipher).isPresent() ? KeptPassword.KEPT : KeptPassword.UNREADABLE;
    }

    /**
     * Saves the settings, for every node from its next look at the outbox. What waits because the server could not be
     * used is tried at once.
     *
     * @param version the one the edit started from
     * @throws StaleEditException if somebody saved since
     * @throws InvalidInputException at the field that cannot be; at the password also where there is no key to keep it
     *     under, and where the one that is kept belongs to another host or user
     */
    @Transactional
    public void save(int version, MailServerDraft draft) {
        var saved = store.read();
        if (saved.version() != version) {
            throw new StaleEditException(THING, ID);
        }
        var checked = checked(installation.without(draft, saved.settings()));
        var cipher = cipher(saved, checked);
        var changes = changes(saved.settings(), checked) + (checked.password() == null ? "" : "; password changed");
        if (checked.password() == null && saved.passwordCipher() != null && cipher == null) {
            changes += "; password removed";
        }
        if (changes.isEmpty()) {
            return;
        }
        if (!store.save(checked, cipher, version, clock.instant())) {
            throw new StaleEditException(THING, ID);
        }
        audit.record(AuditEvent.of("MAIL_SERVER_CHANGED", THING, ID, checked.host())
                .detail(changes.startsWith("; ") ? changes.substring(2) : changes));
        tryWaitingNow();
    }

    private MailServerDraft checked(MailServerDraft draft) {
        return MailServerRules.checked(draft, installation.over(draft), installation.fixed());
    }

    private @Nullable String cipher(MailServerStore.Saved saved, MailServerDraft now) {
        var typed = now.password();
        if (installation.fixed().containsKey("password")) {
            return saved.passwordCipher();
        }
        var inForce = installation.over(now);
        if (inForce.user().isEmpty() || inForce.host().isEmpty()) {
            return null;
        }
        if (typed == null) {
            requireFit(saved, now);
            return saved.passwordCipher();
        }
        if (!secrets.available()) {
            throw new InvalidInputException("password", Text.of("mail.server.error.noKey"));
        }
        return secrets.encrypt(typed);
    }

    private static void requireFit(MailServerStore.Saved saved, MailServerDraft now) {
        if (saved.passwordCipher() != null && !MailServerRules.fits(saved.settings(), now)) {
            throw new InvalidInputException("password", Text.of("mail.server.error.passwordAgain"));
        }
    }

    private static String changes(MailServerDraft before, MailServerDraft now) {
        return new Changes()
                .of("host", before.host(), now.host())
                .of("port", before.port(), now.port())
                .of("security", before.security(), now.security())
                .of("user", before.user(), now.user())
                .of("sender", before.fromAddress(), now.fromAddress())
                .of("sender's name", before.fromName(), now.fromName())
                .of("bounces", before.bounce(), now.bounce())
                .of("connections", before.connections(), now.connections())
                .of("messages per connection", before.messagesPerConnection(), now.messagesPerConnection())
                .of("messages a minute", before.perMinute(), now.perMinute())
                .toString();
    }

    private void tryWaitingNow() {
        jdbc.sql("update message set send_after = :now where status = 'QUEUED' and reason = :reason")
                .param("now", Timestamp.from(clock.instant()))
                .param("reason", MessageReason.UNREACHABLE.name())
                .update();
        events.publishEvent(new MailQueued());
    }

    /**
     * Sends a mail at once over settings that need not be saved, and waits for what comes of it: up to half a minute.
     *
     * @param to the recipient's address
     * @param language what the mail is written in
     * @throws InvalidInputException at the field that cannot be: those of the draft, {@code host} where there is none, and
     *     {@code to}
     */
    public MailTestResult test(MailServerDraft draft, String to, Locale language) {
        var saved = store.read();
        var checked = checked(installation.without(draft, saved.settings()));
        var inForce = installation.over(checked);
        if (inForce.host().isEmpty()) {
            throw new InvalidInputException("host", Text.of("mail.server.error.noHost"));
        }
        var recipient = recipient(to);
        var cipher = saved.passwordCipher();
        if (cipher != null && inForce.password() == null && !inForce.user().isEmpty()) {
            requireFit(saved, checked);
            inForce = inForce.password(secrets.decrypt(cipher).orElse(null));
        }
        var result = tester.send(MailServer.of(inForce, saved.version()), recipient, language);
        transaction.executeWithoutResult(
                status -> audit.record(AuditEvent.of("MAIL_SERVER_TESTED", THING, ID, result.server())
                        .detail(result.outcome().name())));
        return result;
    }

    private static MailAddress recipient(String to) {
        try {
            return new MailAddress(to.strip(), "");
        } catch (InvalidInputException e) {
            throw new InvalidInputException("to", e.text());
        }
    }
}
