package org.weft.mail;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.mail.autoconfigure.MailProperties;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.test.util.ReflectionTestUtils;
import org.springframework.transaction.support.TransactionTemplate;
import org.weft.access.Role;
import org.weft.base.InvalidInputException;
import org.weft.base.Secrets;
import org.weft.base.StaleEditException;
import org.weft.mail.MailServerDetails.KeptPassword;
import org.weft.testing.Fixture;
import org.weft.testing.SignedIn;
import org.weft.testing.TestClock;
import org.weft.testing.WeftTest;

@WeftTest
@ExtendWith(OutputCaptureExtension.class)
class MailServerServiceTest {

    private static final String PASSWORD = "s3cret-word";

    @Autowired
    MailServerService service;

    @Autowired
    Outbox outbox;

    @Autowired
    OutboxSender sender;

    @Autowired
    MailProperties installed;

    @Autowired
    WeftMailProperties weft;

    @Autowired
    Secrets secrets;

    @Autowired
    TransactionTemplate transaction;

    @Autowired
    Fixture fixture;

    @Autowired
    TestClock clock;

    private @Nullable Object key;

    @BeforeEach
    void administrator() {
        key = ReflectionTestUtils.getField(secrets, "key");
        SignedIn.as(Role.ADMIN);
    }

    @AfterEach
    void noServer() {
        MailServers.useNone(installed);
        weft.setFrom(null);
        weft.setPerMinute(null);
        weft.setTls(null);
        useKey(key);
    }

    private void useKey(@Nullable Object other) {
        ReflectionTestUtils.setField(secrets, "key", other);
    }

    @Test
    void untilSomethingIsSavedThereIsNoServer() {
        var details = service.get();

        assertThat(details.settings()).isEqualTo(MailServerDraft.NONE);
        assertThat(details.configured()).isFalse();
        assertThat(details.version()).isZero();
        assertThat(details.fixed()).isEmpty();
    }

    @Test
    void whatIsSavedIsUsedFromTheNextLookOn() throws Exception {
        try (var smtp = new ScriptedSmtpServer()) {
            service.save(0, relay(smtp));
            enqueue("ada@example.com");

            sender.sendDue();

            assertThat(smtp.accepted()).containsExactly("ada@example.com");
            assertThat(service.get().version()).isEqualTo(1);
            assertThat(service.get().settings()).isEqualTo(relay(smtp));
        }
    }

    @Test
    void aLookThatIsUnderWayEndsWhenOtherSettingsAreSaved() throws Exception {
        try (var smtp = new ScriptedSmtpServer()) {
            service.save(0, paced(smtp, 1, null));
            for (var number = 0; number < OutboxSender.BATCH + 10; number++) {
                enqueue("person" + number + "@example.com");
            }
            smtp.beforeVerdict(number -> {
                if (number == 1) {
                    fixture.jdbc()
                            .sql("update mail_server set version = version + 1")
                            .update();
                }
            });

            sender.sendDue();
            assertThat(smtp.accepted()).hasSize(OutboxSender.BATCH);
            sender.sendDue();
            assertThat(smtp.accepted()).hasSize(OutboxSender.BATCH + 10);
        }
    }

    @Test
    void thePaceIsThatOfThePortal() throws Exception {
        try (var smtp = new ScriptedSmtpServer()) {
            service.save(0, paced(smtp, 1, 10));
            for (var number = 0; number < 30; number++) {
                enqueue("person" + number + "@example.com");
            }

            sender.sendDue();

            assertThat(smtp.connections()).isEqualTo(3);
        }
    }

    @Test
    void whatTheInstallationSetsWinsIsNamedAndLeavesWhatWasSaved() throws Exception {
        try (var portals = new ScriptedSmtpServer();
                var installations = new ScriptedSmtpServer()) {
            service.save(0, relay(portals));
            installed.setHost("127.0.0.1");
            installed.setPort(installations.port());
            weft.setPerMinute(6000);
            enqueue("ada@example.com");

            sender.sendDue();

            assertThat(installations.accepted()).containsExactly("ada@example.com");
            assertThat(portals.accepted()).isEmpty();
            var details = service.get();
            assertThat(details.fixed())
                    .isEqualTo(Map.of(
                            "host", "spring.mail.host",
                            "port", "spring.mail.port",
                            "perMinute", "weft.mail.per-minute"));
            assertThat(details.settings().port()).isEqualTo(installations.port());

            service.save(1, withFrom(details.settings(), "other@example.com"));
            MailServers.useNone(installed);
            weft.setPerMinute(null);
            assertThat(service.get().settings()).isEqualTo(withFrom(relay(portals), "other@example.com"));
        }
    }

    @Test
    void everyWayOfTheInstallationToSayHowItIsProtected() {
        weft.setTls(true);
        assertThat(service.get().fixed()).containsEntry("security", "weft.mail.tls");
        assertThat(service.get().settings().security()).isEqualTo(MailSecurity.STARTTLS);
        weft.setTls(false);
        assertThat(service.get().settings().security()).isEqualTo(MailSecurity.NONE);
        installed.getSsl().setEnabled(true);
        assertThat(service.get().fixed()).containsEntry("security", "spring.mail.ssl.enabled");
        assertThat(service.get().settings().security()).isEqualTo(MailSecurity.TLS);
        installed.getSsl().setEnabled(false);
        installed.setProtocol("smtps");
        assertThat(service.get().fixed()).containsEntry("security", "spring.mail.protocol");
        installed.setProtocol("smtp");
    }

    @Test
    void thePasswordIsUsedAndNeverSeenAgain(CapturedOutput output) throws Exception {
        try (var smtp = signIn()) {
            service.save(0, signingIn(smtp, PASSWORD));
            // As the installation would on the own machine; in the portal a password never goes over an open line.
            weft.setTls(false);
            enqueue("ada@example.com");

            sender.sendDue();

            assertThat(smtp.accepted()).containsExactly("ada@example.com");
            assertThat(service.get().password()).isEqualTo(KeptPassword.KEPT);
            assertThat(service.get().settings().password()).isNull();
            assertThat(service.get().toString()).doesNotContain(PASSWORD);
            assertThat(signingIn(smtp, PASSWORD).toString()).doesNotContain(PASSWORD);
            assertThat(stored()).doesNotContain(PASSWORD);
            assertThat(audited())
                    .singleElement()
                    .asString()
                    .contains("user: – → weft", "password changed")
                    .doesNotContain(PASSWORD);
            assertThat(output).doesNotContain(PASSWORD);
        }
    }

    @Test
    void withoutAKeyEverythingButThePasswordIsSaved() throws Exception {
        useKey("");
        try (var smtp = signIn()) {
            refusedAt("password", "mail.server.error.noKey", () -> service.save(0, signingIn(smtp, PASSWORD)));
            assertThat(service.get().version()).isZero();
            assertThat(service.get().keyAvailable()).isFalse();

            service.save(0, signingIn(smtp, null));
            installed.setPassword(PASSWORD);
            weft.setTls(false);
            enqueue("ada@example.com");
            sender.sendDue();
            assertThat(smtp.accepted()).containsExactly("ada@example.com");
        }
    }

    @Test
    void aPasswordUnderAnotherKeyIsSaidToBeUnreadableAndNoMailIsLost() throws Exception {
        try (var smtp = signIn()) {
            service.save(0, signingIn(smtp, PASSWORD));
            useKey("another key of this installation");
            weft.setTls(false);
            enqueue("ada@example.com");

            sender.sendDue();

            assertThat(service.get().password()).isEqualTo(KeptPassword.UNREADABLE);
            assertThat(statuses()).containsExactly("QUEUED");
        }
    }

    @Test
    void aKeptPasswordIsForOneHostAndUserAndNoOpenLine() throws Exception {
        try (var smtp = signIn()) {
            service.save(0, signingIn(smtp, PASSWORD));
            var kept = signingIn(smtp, null);
            var elsewhere = new MailServerDraft(
                    "localhost",
                    smtp.port(),
                    MailSecurity.STARTTLS,
                    "weft",
                    null,
                    kept.fromAddress(),
                    "",
                    "",
                    null,
                    null,
                    null);

            refusedAt("password", "mail.server.error.passwordAgain", () -> service.save(1, elsewhere));
            refusedAt(
                    "password",
                    "mail.server.error.passwordAgain",
                    () -> service.test(elsewhere, "admin@example.com", Locale.ENGLISH));
            assertThat(smtp.connections()).isZero();

            service.save(1, elsewhere.password("another"));
            assertThat(service.get().settings().host()).isEqualTo("localhost");
        }
    }

    @Test
    void aPasswordLeavesWithItsUser() throws Exception {
        try (var smtp = signIn()) {
            service.save(0, signingIn(smtp, PASSWORD));
            service.save(1, relay(smtp));

            assertThat(service.get().password()).isEqualTo(KeptPassword.NONE);
            assertThat(audited().getLast()).contains("password removed");
        }
    }

    @Test
    void whoeverSavesSecondIsToldSo() throws Exception {
        try (var smtp = new ScriptedSmtpServer()) {
            service.save(0, relay(smtp));

            assertThatThrownBy(() -> service.save(0, withFrom(relay(smtp), "b@example.com")))
                    .isInstanceOf(StaleEditException.class);
            service.save(1, withFrom(relay(smtp), "c@example.com"));
            assertThatThrownBy(() -> service.save(1, relay(smtp))).isInstanceOf(StaleEditException.class);
            assertThat(service.get().settings().fromAddress()).isEqualTo("c@example.com");
        }
    }

    @Test
    void whatCannotBeIsRefusedWhereItIs() {
        refused("host", draft("mail example", null, MailSecurity.STARTTLS, "", "a@example.com"));
        refused("host", draft("mail\nexample", null, MailSecurity.STARTTLS, "", "a@example.com"));
        refused("port", draft("mail", 0, MailSecurity.STARTTLS, "", "a@example.com"));
        refused("port", draft("mail", 65_536, MailSecurity.STARTTLS, "", "a@example.com"));
        refused("user", draft("mail", null, MailSecurity.STARTTLS, "we\nft", "a@example.com"));
        refused("security", draft("mail", null, MailSecurity.NONE, "weft", "a@example.com"));
        refused("fromAddress", draft("mail", null, MailSecurity.STARTTLS, "", ""));
        refused("fromAddress", draft("mail", null, MailSecurity.STARTTLS, "", "nobody"));
        assertThat(service.get().version()).isZero();
        assertThat(audited()).isEmpty();
    }

    @Test
    void whatWaitsForTheServerIsTriedAtOnceWithOtherSettings() throws Exception {
        try (var broken = new ScriptedSmtpServer().answer("greeting", "421 not now");
                var good = new ScriptedSmtpServer()) {
            service.save(0, relay(broken));
            enqueue("ada@example.com");
            sender.sendDue();
            assertThat(statuses()).containsExactly("QUEUED");

            service.save(1, relay(good));
            clock.advance(Duration.ofMillis(1));
            sender.sendDue();

            assertThat(good.accepted()).containsExactly("ada@example.com");
        }
    }

    @Test
    void aTestGoesOverWhatIsTypedAndSavesNothing() throws Exception {
        try (var smtp = new ScriptedSmtpServer()) {
            var result = service.test(relay(smtp), " admin@example.com ", Locale.GERMAN);

            assertThat(result.sent()).isTrue();
            assertThat(result.server()).isEqualTo("127.0.0.1:" + smtp.port());
            assertThat(smtp.accepted()).containsExactly("admin@example.com");
            assertThat(service.get().version()).isZero();
            assertThat(statuses()).as("it does not stand in the outbox").isEmpty();
            assertThat(audited()).singleElement().isEqualTo("SENT");
            refusedAt("to", "mail.address.invalid", () -> service.test(relay(smtp), "nobody", Locale.ENGLISH));
            refusedAt(
                    "host",
                    "mail.server.error.noHost",
                    () -> service.test(MailServerDraft.NONE, "admin@example.com", Locale.ENGLISH));
        }
    }

    @Test
    void onlyAdministratorsSeeAndSetIt() {
        SignedIn.as(Role.HR);

        assertThatThrownBy(() -> service.get()).isInstanceOf(AccessDeniedException.class);
        assertThatThrownBy(() -> service.save(0, MailServerDraft.NONE)).isInstanceOf(AccessDeniedException.class);
        assertThatThrownBy(() -> service.test(MailServerDraft.NONE, "a@example.com", Locale.ENGLISH))
                .isInstanceOf(AccessDeniedException.class);
    }

    private void refused(String field, MailServerDraft draft) {
        assertThatThrownBy(() -> service.save(0, draft))
                .isInstanceOfSatisfying(
                        InvalidInputException.class,
                        problem -> assertThat(problem.field()).isEqualTo(field));
    }

    private static void refusedAt(String field, String key, ThrowingCallable action) {
        assertThatThrownBy(action).isInstanceOfSatisfying(InvalidInputException.class, problem -> {
            assertThat(problem.field()).isEqualTo(field);
            assertThat(problem.text().key()).isEqualTo(key);
        });
    }

    private void enqueue(String address) {
        transaction.executeWithoutResult(status -> outbox.enqueue(Mails.to(address)));
    }

    private List<String> statuses() {
        return fixture.jdbc()
                .sql("select status from message")
                .query(String.class)
                .list();
    }

    private List<String> audited() {
        return fixture.jdbc()
                .sql("select detail from audit_entry order by id")
                .query(String.class)
                .list();
    }

    private String stored() {
        return fixture.jdbc()
                .sql("select * from mail_server")
                .query()
                .singleRow()
                .toString();
    }

    private static ScriptedSmtpServer signIn() throws Exception {
        return new ScriptedSmtpServer()
                .answer("ehlo", "250-test\r\n250 AUTH PLAIN")
                .answer("auth plain d2vmdab3zwz0ahmzy3jldc13b3jk", "235 in");
    }

    private static MailServerDraft relay(ScriptedSmtpServer smtp) {
        return draft("127.0.0.1", smtp.port(), MailSecurity.NONE, "", "weft@example.com");
    }

    private static MailServerDraft signingIn(ScriptedSmtpServer smtp, @Nullable String password) {
        return draft("127.0.0.1", smtp.port(), MailSecurity.STARTTLS, "weft", "weft@example.com")
                .password(password);
    }

    private static MailServerDraft paced(ScriptedSmtpServer smtp, Integer connections, @Nullable Integer messages) {
        return new MailServerDraft(
                "127.0.0.1",
                smtp.port(),
                MailSecurity.NONE,
                "",
                null,
                "weft@example.com",
                "",
                "",
                connections,
                messages,
                null);
    }

    private static MailServerDraft withFrom(MailServerDraft draft, String from) {
        return new MailServerDraft(
                draft.host(),
                draft.port(),
                draft.security(),
                draft.user(),
                null,
                from,
                draft.fromName(),
                draft.bounce(),
                draft.connections(),
                draft.messagesPerConnection(),
                draft.perMinute());
    }

    private static MailServerDraft draft(
            String host, @Nullable Integer port, MailSecurity security, String user, String from) {
        return new MailServerDraft(host, port, security, user, null, from, "", "", null, null, null);
    }
}
