package org.weft.mail;

import static org.assertj.core.api.Assertions.assertThat;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import jakarta.mail.Session;
import java.io.IOException;
import java.net.InetAddress;
import java.net.NoRouteToHostException;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketAddress;
import java.net.SocketException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import javax.net.ssl.KeyManager;
import javax.net.ssl.SSLContext;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.support.DefaultListableBeanFactory;
import org.springframework.boot.mail.autoconfigure.MailProperties;
import org.springframework.boot.ssl.DefaultSslBundleRegistry;
import org.springframework.boot.ssl.SslBundle;
import org.springframework.boot.ssl.SslBundles;
import org.springframework.boot.ssl.SslStoreBundle;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;
import org.springframework.mock.env.MockEnvironment;
import org.springframework.test.util.ReflectionTestUtils;
import org.weft.base.Translations;

/** Every way a test mail can fail, each with a server that fails in just that way. */
class MailTesterTest {

    private static final MailConnections.Waits SHORT =
            new MailConnections.Waits(Duration.ofMillis(700), Duration.ofMillis(700));

    @TempDir
    static Path folder;

    static TestCertificates certificates;
    static SSLContext good;
    static Translations translations;

    private final MailProperties properties = new MailProperties();
    private final MailConnections connections = connections();

    @BeforeAll
    static void authority() {
        certificates = new TestCertificates(folder);
        good = certificates.server("ip:127.0.0.1", "-1d", 30);
        try (var context = new AnnotationConfigApplicationContext(Translations.class)) {
            translations = context.getBean(Translations.class);
        }
    }

    private MailConnections connections() {
        return new MailConnections(installation(), beans());
    }

    private MailInstallation installation() {
        return new MailInstallation(properties, new WeftMailProperties(), new MockEnvironment());
    }

    private static ObjectProvider<SslBundles> beans() {
        var bundles = new DefaultSslBundleRegistry();
        bundles.registerBundle("house", SslBundle.of(SslStoreBundle.of(null, null, certificates.trust())));
        var beans = new DefaultListableBeanFactory();
        beans.registerSingleton("bundles", bundles);
        return beans.getBeanProvider(SslBundles.class);
    }

    @Test
    void whatTheServerTookIsSaidWithItsAnswer() throws Exception {
        try (var smtp = new ScriptedSmtpServer()) {
            var result = test(server(smtp, MailSecurity.NONE));

            assertThat(result.outcome()).isEqualTo(MailTestOutcome.SENT);
            assertThat(result.answer()).isEqualTo("250 2.0.0 taken as 4711");
            assertThat(smtp.accepted()).containsExactly("admin@example.com");
        }
    }

    @Test
    void aHostNobodyKnows() {
        assertThat(test(server("mail.weft.invalid", 587, MailSecurity.STARTTLS)).outcome())
                .isEqualTo(MailTestOutcome.UNKNOWN_HOST);
    }

    @Test
    void aPortNobodyListensOn() throws Exception {
        int port;
        try (var closed = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            port = closed.getLocalPort();
        }
        for (var security : MailSecurity.values()) {
            assertThat(test(server("127.0.0.1", port, security)).outcome())
                    .as(security.name())
                    .isEqualTo(MailTestOutcome.CONNECTION_REFUSED);
        }
    }

    @Test
    void aFirewallThatSwallowsWhatItDoesNotLike() throws Exception {
        // A queue that is full takes nobody in, and says nothing about it.
        try (var full = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            var waiting = new Socket[4];
            for (var at = 0; at < waiting.length; at++) {
                waiting[at] = new Socket();
                try {
                    waiting[at].connect(full.getLocalSocketAddress(), 200);
                } catch (IOException e) {
                    break;
                }
            }
            assertThat(test(server("127.0.0.1", full.getLocalPort(), MailSecurity.STARTTLS))
                            .outcome())
                    .isEqualTo(MailTestOutcome.NO_CONNECTION);
            for (var socket : waiting) {
                if (socket != null) {
                    socket.close();
                }
            }
        }
    }

    @Test
    @EnabledOnOs(OS.LINUX)
    void aNetworkThereIsNoWayTo() {
        // Nothing can be connected to everybody, and Linux says so at once, whatever networks there are.
        var result = test(server("255.255.255.255", 25, MailSecurity.NONE));

        assertThat(result.outcome()).isEqualTo(MailTestOutcome.UNREACHABLE);
        assertThat(result.server()).isEqualTo("255.255.255.255:25");
    }

    @ParameterizedTest
    @EnumSource
    void aHostThereIsNoRouteTo(MailSecurity security) {
        for (var answer : List.of(
                new NoRouteToHostException("No route to host"), new SocketException("Network is unreachable"))) {
            assertThat(test(server("127.0.0.1", 25, security), unconnectable(answer))
                            .outcome())
                    .as(answer.toString())
                    .isEqualTo(MailTestOutcome.UNREACHABLE);
        }
    }

    /** With a kernel that answers like that: a real one takes seconds to find out that no neighbour knows a host. */
    private MailConnections unconnectable(SocketException answer) {
        var sockets = new PromptSocketFactory() {
            @Override
            public Socket createSocket() {
                return new Socket() {
                    @Override
                    public void connect(SocketAddress endpoint, int timeout) throws IOException {
                        throw answer;
                    }
                };
            }
        };
        return new MailConnections(installation(), beans()) {
            @Override
            Session session(MailServer server, Waits waits) {
                var session = super.session(server, waits);
                session.getProperties().put("mail.smtp.socketFactory", sockets);
                session.getProperties().put("mail.smtps.socketFactory", sockets);
                return session;
            }
        };
    }

    @Test
    void aServerThatDoesNotAgreeOnTls() throws Exception {
        // It has no certificate, so there is no way of encrypting it can offer.
        var none = SSLContext.getInstance("TLS");
        none.init(new KeyManager[0], null, null);
        try (var first = tls(none, true);
                var later = tls(none, false)) {
            for (var server : List.of(server(first, MailSecurity.TLS), server(later, MailSecurity.STARTTLS))) {
                var result = test(server);
                assertThat(result.outcome()).isEqualTo(MailTestOutcome.TLS_FAILED);
                assertThat(result.answer()).contains("handshake_failure");
            }
        }
    }

    @Test
    void aServerThatSaysNothing() throws Exception {
        try (var smtp = new ScriptedSmtpServer().answer("greeting", ScriptedSmtpServer.SILENCE)) {
            assertThat(test(server(smtp, MailSecurity.STARTTLS)).outcome()).isEqualTo(MailTestOutcome.SILENT);
            assertThat(test(server(smtp, MailSecurity.TLS)).outcome()).isEqualTo(MailTestOutcome.SILENT);
        }
    }

    @Test
    void plainWordsToAPortThatWantsTls() throws Exception {
        try (var smtp = tls(good, true)) {
            assertThat(test(server(smtp, MailSecurity.STARTTLS)).outcome()).isEqualTo(MailTestOutcome.TLS_PORT);
        }
    }

    @Test
    void tlsToAPortThatBeginsPlainly() throws Exception {
        try (var smtp = new ScriptedSmtpServer()) {
            assertThat(test(server(smtp, MailSecurity.TLS)).outcome()).isEqualTo(MailTestOutcome.PLAIN_PORT);
        }
    }

    @Test
    void aServerWithoutStarttls() throws Exception {
        try (var smtp = new ScriptedSmtpServer()) {
            assertThat(test(server(smtp, MailSecurity.STARTTLS)).outcome()).isEqualTo(MailTestOutcome.NO_STARTTLS);
            assertThat(smtp.accepted()).isEmpty();
        }
    }

    @Test
    void aCertificateNobodyTrusts() throws Exception {
        try (var first = tls(good, true);
                var later = tls(good, false)) {
            assertThat(test(server(first, MailSecurity.TLS)).outcome())
                    .isEqualTo(MailTestOutcome.CERTIFICATE_UNTRUSTED);
            var result = test(server(later, MailSecurity.STARTTLS));
            assertThat(result.outcome()).isEqualTo(MailTestOutcome.CERTIFICATE_UNTRUSTED);
            assertThat(result.answer()).as("why, not only that").contains("certification path");
        }
    }

    @Test
    void aCertificateTheHouseTrusts() throws Exception {
        properties.getSsl().setBundle("house");
        try (var first = tls(good, true);
                var later = tls(good, false)) {
            assertThat(test(server(first, MailSecurity.TLS)).outcome()).isEqualTo(MailTestOutcome.SENT);
            assertThat(test(server(later, MailSecurity.STARTTLS)).outcome()).isEqualTo(MailTestOutcome.SENT);
        }
    }

    @Test
    void aCertificateForAnotherName() throws Exception {
        properties.getSsl().setBundle("house");
        var other = certificates.server("dns:mail.example.org", "-10d", 100);
        try (var first = tls(other, true);
                var later = tls(other, false)) {
            assertThat(test(server(first, MailSecurity.TLS)).outcome()).isEqualTo(MailTestOutcome.CERTIFICATE_NAME);
            assertThat(test(server(later, MailSecurity.STARTTLS)).outcome())
                    .isEqualTo(MailTestOutcome.CERTIFICATE_NAME);
        }
    }

    @Test
    void aCertificateOutOfItsTime() throws Exception {
        properties.getSsl().setBundle("house");
        var old = certificates.server("ip:127.0.0.1", "-20d", 5);
        try (var first = tls(old, true);
                var later = tls(old, false)) {
            assertThat(test(server(first, MailSecurity.TLS)).outcome()).isEqualTo(MailTestOutcome.CERTIFICATE_EXPIRED);
            assertThat(test(server(later, MailSecurity.STARTTLS)).outcome())
                    .isEqualTo(MailTestOutcome.CERTIFICATE_EXPIRED);
        }
    }

    @Test
    void aSignInThatIsRefused() throws Exception {
        try (var smtp = signIn("535 5.7.8 wrong name or password")) {
            var result = test(signingIn(smtp, "s3cret-word"));

            assertThat(result.outcome()).isEqualTo(MailTestOutcome.SIGN_IN_REFUSED);
            assertThat(result.answer()).isEqualTo("535 5.7.8 wrong name or password");
        }
    }

    @Test
    void theServersAnswerNeverHoldsThePassword() throws Exception {
        try (var smtp = signIn("535 no: s3cret-word, d2VmdAB3ZWZ0AHMzY3JldC13b3Jk\u0007")) {
            assertThat(test(signingIn(smtp, "s3cret-word")).answer()).isEqualTo("535 no: …, …");
        }
    }

    @Test
    void aSignInThatIsPutOff() throws Exception {
        try (var smtp = signIn("454 4.7.0 later")) {
            assertThat(test(signingIn(smtp, "right")).outcome()).isEqualTo(MailTestOutcome.TRY_LATER);
        }
    }

    @Test
    void aSignInWithoutAPassword() throws Exception {
        try (var smtp = signIn("235 in")) {
            assertThat(test(signingIn(smtp, null)).outcome()).isEqualTo(MailTestOutcome.NO_PASSWORD);
        }
    }

    @Test
    void aSignInTheServerDoesNotOffer() throws Exception {
        try (var smtp = signIn("235 in").answer("ehlo", "250-test\r\n250 AUTH GSSAPI")) {
            assertThat(test(signingIn(smtp, "right")).outcome()).isEqualTo(MailTestOutcome.SIGN_IN_NOT_OFFERED);
        }
    }

    @Test
    void whatTheServerSaysToAMail() throws Exception {
        expect("mail from", "530 5.7.0 Authentication required", MailTestOutcome.SIGN_IN_WANTED);
        expect("mail from", "530 5.7.0 Must issue a STARTTLS command first", MailTestOutcome.TLS_WANTED);
        expect("mail from", "553 5.7.1 not your address", MailTestOutcome.SENDER_REFUSED);
        expect("mail from", "554 5.7.1 not you", MailTestOutcome.SENDER_REFUSED);
        expect("mail from", "451 4.7.1 too many", MailTestOutcome.TRY_LATER);
        expect("rcpt to", "550 5.1.1 no such user", MailTestOutcome.RECIPIENT_REFUSED);
        expect("rcpt to", "450 4.2.0 greylisted", MailTestOutcome.TRY_LATER);
        expect(".", "421 4.7.0 rate limit", MailTestOutcome.TRY_LATER);
        expect(".", "554 5.6.0 spam", MailTestOutcome.MESSAGE_REFUSED);
        expect("data", "554 5.5.1 no", MailTestOutcome.MESSAGE_REFUSED);
        expect(".", ScriptedSmtpServer.RESET, MailTestOutcome.HUNG_UP);
        expect(".", ScriptedSmtpServer.SILENCE, MailTestOutcome.SILENT);
        expect("greeting", "554 5.7.1 go away", MailTestOutcome.TURNED_AWAY);
        expect("greeting", "421 4.3.2 busy", MailTestOutcome.TRY_LATER);
        expect("greeting", ScriptedSmtpServer.RESET, MailTestOutcome.HUNG_UP);
        expect("greeting", "354 what now", MailTestOutcome.OTHER);
        expect("greeting", "+OK POP3 ready", MailTestOutcome.OTHER);
    }

    private void expect(String command, String answer, MailTestOutcome outcome) throws IOException {
        try (var smtp = new ScriptedSmtpServer().answer(command, answer)) {
            var result = test(server(smtp, MailSecurity.NONE));

            assertThat(result.outcome()).as(command + " → " + answer).isEqualTo(outcome);
            if (!answer.equals(ScriptedSmtpServer.RESET) && !answer.equals(ScriptedSmtpServer.SILENCE)) {
                assertThat(result.answer()).isEqualTo(answer);
            }
        }
    }

    @Test
    void bouncesGoWhereTheSettingsSay() throws Exception {
        var greenMail = MailServers.greenMail();
        var draft = new MailServerDraft(
                "127.0.0.1",
                greenMail.getSmtp().getPort(),
                MailSecurity.NONE,
                "",
                null,
                "weft@example.com",
                "Weft",
                "bounces@example.com",
                null,
                null,
                null);

        test(MailServer.of(draft, 0));

        assertThat(greenMail.getReceivedMessages()[0].getHeader("Return-Path"))
                .containsExactly("<bounces@example.com>");
        greenMail.stop();
    }

    @Test
    void mailLeavesAtOnceByEveryWay() throws Exception {
        var setup = new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_SMTPS);
        setup.setServerStartupTimeout(10_000);
        var greenMail = new GreenMail(setup);
        greenMail.start();
        properties.getProperties().put("mail.smtps.ssl.trust", "*");
        properties.getProperties().put("mail.smtps.ssl.checkserveridentity", "false");
        assertThat(sendsAtOnce(server("127.0.0.1", greenMail.getSmtps().getPort(), MailSecurity.TLS)))
                .isTrue();
        greenMail.stop();

        try (var plain = new ScriptedSmtpServer();
                var first = tls(good, true);
                var later = tls(good, false)) {
            properties.getProperties().clear();
            properties.getSsl().setBundle("house");
            assertThat(sendsAtOnce(server(plain, MailSecurity.NONE))).isTrue();
            assertThat(sendsAtOnce(server(first, MailSecurity.TLS))).isTrue();
            assertThat(sendsAtOnce(server(later, MailSecurity.STARTTLS))).isTrue();
        }
    }

    /** The library keeps its socket to itself. */
    private boolean sendsAtOnce(MailServer server) throws Exception {
        var transport = connections.transport(connections.session(server, SHORT));
        transport.connect(server);
        try {
            return tcpNoDelay((Socket) ReflectionTestUtils.getField(transport, "serverSocket"));
        } finally {
            transport.hangUp();
        }
    }

    private static boolean tcpNoDelay(Socket socket) throws SocketException {
        return socket.getTcpNoDelay();
    }

    private MailTestResult test(MailServer server) {
        return test(server, connections);
    }

    private static MailTestResult test(MailServer server, MailConnections connections) {
        var tester = new MailTester(connections, translations, Clock.systemUTC(), SHORT);
        return tester.send(server, new MailAddress("admin@example.com", ""), Locale.ENGLISH);
    }

    private static ScriptedSmtpServer tls(SSLContext context, boolean first) throws IOException {
        return new ScriptedSmtpServer(context, first).answer("ehlo", "250-test\r\n250 STARTTLS");
    }

    private static ScriptedSmtpServer signIn(String verdict) throws IOException {
        return new ScriptedSmtpServer()
                .answer("ehlo", "250-test\r\n250 AUTH PLAIN")
                .answer("auth", verdict);
    }

    private static MailServer signingIn(ScriptedSmtpServer smtp, String password) {
        var draft = draft("127.0.0.1", smtp.port(), MailSecurity.NONE, "weft").password(password);
        return MailServer.of(draft, 0);
    }

    private static MailServer server(ScriptedSmtpServer smtp, MailSecurity security) {
        return server("127.0.0.1", smtp.port(), security);
    }

    private static MailServer server(String host, int port, MailSecurity security) {
        return MailServer.of(draft(host, port, security, ""), 0);
    }

    private static MailServerDraft draft(String host, int port, MailSecurity security, String user) {
        return new MailServerDraft(host, port, security, user, null, "weft@example.com", "", "", null, null, null);
    }
}
