package org.weft.mail;

import static org.assertj.core.api.Assertions.assertThat;

import com.icegreen.greenmail.util.GreenMail;
import jakarta.mail.Message;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.sql.Timestamp;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.mail.autoconfigure.MailProperties;
import org.springframework.transaction.support.TransactionTemplate;
import org.weft.testing.Fixture;
import org.weft.testing.TestClock;
import org.weft.testing.WeftTest;

@WeftTest
class OutboxSenderTest {

    @Autowired
    Outbox outbox;

    @Autowired
    OutboxSender sender;

    @Autowired
    MailProperties server;

    @Autowired
    WeftMailProperties pace;

    @Autowired
    TransactionTemplate transaction;

    @Autowired
    Fixture fixture;

    @Autowired
    TestClock clock;

    @AfterEach
    void noServer() {
        MailServers.useNone(server);
        pace.setConnections(null);
        pace.setMessagesPerConnection(null);
        pace.setPerMinute(null);
    }

    @Test
    void aMailArrivesAsItWasWritten() throws Exception {
        var greenMail = useGreenMail();
        enqueue(new NewMail(
                "key",
                MailKind.REMINDER,
                "batch",
                "ignored",
                new MailAddress("sara@example.com", "שרה 🎉 Müller"),
                new MailAddress("boss@example.com", "Jörg Chef"),
                Locale.GERMAN,
                new RenderedMail("Überfällig 🎉 תזכורת", "<p>Größe &lt;b&gt;</p>", "Größe <b>"),
                null,
                null,
                null,
                null));

        sender.sendDue();

        var mail = received(greenMail).getFirst();
        assertThat(mail.getSubject()).isEqualTo("Überfällig 🎉 תזכורת");
        var to = (InternetAddress) mail.getRecipients(Message.RecipientType.TO)[0];
        assertThat(to.getAddress()).isEqualTo("sara@example.com");
        assertThat(to.getPersonal()).isEqualTo("שרה 🎉 Müller");
        assertThat(((InternetAddress) mail.getReplyTo()[0]).getAddress()).isEqualTo("boss@example.com");
        assertThat(((InternetAddress) mail.getFrom()[0]).getPersonal()).isEqualTo("Weft");
        assertThat(mail.getHeader("Auto-Submitted")).containsExactly("auto-generated");
        assertThat(mail.getContentLanguage()).containsExactly("de");
        assertThat(mail.getSentDate()).isEqualTo(TestClock.START);
        var parts = (MimeMultipart) mail.getContent();
        assertThat(parts.getContentType()).startsWith("multipart/alternative");
        assertThat(parts.getBodyPart(0).getContentType()).startsWithIgnoringCase("text/plain; charset=utf-8");
        assertThat(parts.getBodyPart(0).getContent()).isEqualTo("Größe <b>");
        assertThat(parts.getBodyPart(1).getContentType()).startsWithIgnoringCase("text/html; charset=utf-8");
        assertThat(parts.getBodyPart(1).getContent()).isEqualTo("<p>Größe &lt;b&gt;</p>");
        assertThat(mail.getMessageID())
                .isEqualTo(only().get("message_id"))
                .startsWith("<weft.")
                .endsWith("@localhost>");

        assertThat(only()).containsEntry("status", "SENT").containsEntry("attempts", 1);
        assertThat(only().get("server_answer").toString()).startsWith("250");
        assertThat(only().get("sent_at")).isNotNull();
        greenMail.stop();
    }

    @Test
    void nothingOfAMailReachesTheHeadersThatDoesNotBelongThere() throws Exception {
        var greenMail = useGreenMail();
        enqueue(new NewMail(
                "key",
                MailKind.REMINDER,
                null,
                "ignored",
                new MailAddress("ada@example.com", "Ada\r\nBcc: eve@example.com\r\n\r\nbody"),
                new MailAddress("boss@example.com", "Boss\nX-Evil: 1"),
                Locale.ENGLISH,
                new RenderedMail("Hello", "<p>x</p>", ".\r\nQUIT\r\n.\r\n"),
                null,
                null,
                null,
                null));

        sender.sendDue();

        var mails = received(greenMail);
        assertThat(mails).hasSize(1);
        assertThat(mails.getFirst().getAllRecipients()).hasSize(1);
        assertThat(mails.getFirst().getHeader("Bcc")).isNull();
        assertThat(mails.getFirst().getHeader("X-Evil")).isNull();
        greenMail.stop();
    }

    @Test
    void everythingThatIsDueGoesOverOneConnection() throws Exception {
        try (var smtp = new ScriptedSmtpServer()) {
            MailServers.use(server, smtp.port());
            IntStream.range(0, 45).forEach(number -> enqueue(Mails.to("person%02d@example.com".formatted(number))));

            sender.sendDue();

            assertThat(smtp.accepted()).hasSize(45).isSorted();
            assertThat(smtp.connections()).isEqualTo(1);
            assertThat(statuses()).containsOnly("SENT");
            assertThat(column("server_answer")).containsOnly("250 2.0.0 taken as 4711");
        }
    }

    @Test
    void aServerThatIsDownLosesNothingAndIsTriedAgainEverLater() throws Exception {
        try (var smtp = new ScriptedSmtpServer()) {
            MailServers.use(server, smtp.port());
        }
        enqueue(Mails.to("ada@example.com"));
        enqueue(Mails.to("alan@example.com"));

        sender.sendDue();

        assertThat(statuses()).containsExactly("QUEUED", "QUEUED");
        assertThat(column("reason")).containsOnly("UNREACHABLE");
        assertThat(column("attempts")).containsExactly("1", "0");
        assertThat(column("server_answer"))
                .allSatisfy(answer -> assertThat(answer).contains("127.0.0.1"));

        try (var smtp = new ScriptedSmtpServer()) {
            MailServers.use(server, smtp.port());
            sender.sendDue();
            assertThat(smtp.connections()).as("not before a minute has passed").isZero();
            clock.advance(Duration.ofMinutes(1));
            sender.sendDue();
            assertThat(smtp.accepted()).containsExactly("ada@example.com", "alan@example.com");
            assertThat(statuses()).containsOnly("SENT");
            assertThat(column("reason")).containsOnlyNulls();
        }
    }

    @Test
    void aServerThatSaysLaterIsAskedAgainWithGrowingPauses() throws Exception {
        try (var smtp = new ScriptedSmtpServer()) {
            MailServers.use(server, smtp.port());
            smtp.answer("rcpt to:<ada@", "450 4.2.1 mailbox busy");
            enqueue(Mails.to("ada@example.com"));
            enqueue(Mails.to("alan@example.com"));

            sender.sendDue();

            assertThat(statuses()).containsExactly("QUEUED", "SENT");
            assertThat(column("server_answer").getFirst()).isEqualTo("450 4.2.1 mailbox busy");
            assertThat(column("reason").getFirst()).isEqualTo("TRY_LATER");
            assertThat(waits()).isEqualTo(Duration.ofMinutes(1));

            for (var wait : new int[] {2, 4, 8, 16, 32, 64, 128, 240, 240, 240, 240, 240, 240}) {
                clock.advance(waits());
                sender.sendDue();
                assertThat(waits()).isEqualTo(Duration.ofMinutes(wait));
            }
            clock.advance(waits());
            sender.sendDue();

            assertThat(statuses().getFirst()).isEqualTo("FAILED");
            assertThat(column("reason").getFirst()).isEqualTo("GAVE_UP");
            assertThat(column("attempts").getFirst()).isEqualTo("15");
        }
    }

    @Test
    void aServerThatSaysNeverFailsTheMessageWithItsAnswer() throws Exception {
        try (var smtp = new ScriptedSmtpServer()) {
            MailServers.use(server, smtp.port());
            smtp.answer("rcpt to:<ada@", "550 5.1.1 no such user here");
            enqueue(Mails.to("ada@example.com"));
            enqueue(Mails.to("alan@example.com"));

            sender.sendDue();

            assertThat(statuses()).containsExactly("FAILED", "SENT");
            assertThat(column("server_answer").getFirst()).isEqualTo("550 5.1.1 no such user here");
            assertThat(column("reason").getFirst()).isEqualTo("REFUSED");
        }
    }

    @Test
    void aMessageThatIsRefusedAfterItsContentFails() throws Exception {
        try (var smtp = new ScriptedSmtpServer()) {
            MailServers.use(server, smtp.port());
            smtp.answer(".", "554 5.7.1 looks like spam");
            enqueue(Mails.to("ada@example.com"));

            sender.sendDue();

            assertThat(only())
                    .containsEntry("status", "FAILED")
                    .containsEntry("server_answer", "554 5.7.1 looks like spam");
        }
    }

    @Test
    void aServerThatHangsUpInTheMiddleIsCalledAgain() throws Exception {
        try (var smtp = new ScriptedSmtpServer()) {
            MailServers.use(server, smtp.port());
            smtp.answer("rcpt to:<ada@", "421 4.3.2 closing");
            enqueue(Mails.to("ada@example.com"));
            enqueue(Mails.to("alan@example.com"));

            sender.sendDue();

            assertThat(statuses()).containsExactly("QUEUED", "SENT");
            assertThat(smtp.connections()).isEqualTo(2);
        }
    }

    @Test
    void aServerThatGreetsWith421IsLeftAlone() throws Exception {
        try (var smtp = new ScriptedSmtpServer()) {
            MailServers.use(server, smtp.port());
            smtp.answer("greeting", "421 4.3.2 come back later");
            enqueue(Mails.to("ada@example.com"));
            enqueue(Mails.to("alan@example.com"));

            sender.sendDue();

            assertThat(statuses()).containsOnly("QUEUED");
            assertThat(smtp.connections()).isEqualTo(1);
        }
    }

    @Test
    void withoutTlsNothingIsSentUnlessTheSettingsSaySo() throws Exception {
        try (var smtp = new ScriptedSmtpServer()) {
            MailServers.use(server, smtp.port());
            server.getProperties().clear();
            enqueue(Mails.to("ada@example.com"));

            sender.sendDue();

            assertThat(smtp.accepted()).isEmpty();
            assertThat(only()).containsEntry("status", "QUEUED").containsEntry("reason", "UNREACHABLE");
            assertThat(only().get("server_answer").toString()).contains("STARTTLS");
        }
    }

    @Test
    void aSignInThatIsRefusedKeepsTheMailAndShowsTheServersAnswer() throws Exception {
        try (var smtp = new ScriptedSmtpServer()) {
            MailServers.use(server, smtp.port());
            server.setUsername("weft");
            server.setPassword("wrong");
            smtp.answer("ehlo", "250-test\r\n250 AUTH PLAIN");
            smtp.answer("auth", "535 5.7.8 wrong name or password");
            enqueue(Mails.to("ada@example.com"));

            sender.sendDue();

            assertThat(only())
                    .containsEntry("status", "QUEUED")
                    .containsEntry("server_answer", "535 5.7.8 wrong name or password");
        }
    }

    @Test
    void whatADeadNodeLeftInTheMiddleIsTakenUpAgainUnderTheSameMessageId() throws Exception {
        try (var smtp = new ScriptedSmtpServer()) {
            MailServers.use(server, smtp.port());
            enqueue(Mails.to("ada@example.com"));
            fixture.jdbc()
                    .sql("update message set status = 'SENDING', attempts = 1, version = 1, send_after = ?")
                    .param(Timestamp.from(TestClock.START.plus(pace.takeOverAfter())))
                    .update();
            var id = only().get("message_id");

            sender.sendDue();
            assertThat(smtp.accepted()).as("it may still be at work").isEmpty();

            clock.advance(pace.takeOverAfter());
            sender.sendDue();
            assertThat(smtp.accepted()).containsExactly("ada@example.com");
            assertThat(only())
                    .containsEntry("status", "SENT")
                    .containsEntry("attempts", 2)
                    .containsEntry("message_id", id);
        }
    }

    @Test
    void twoNodesAtOnceSendEachMessageOnce() throws Exception {
        try (var smtp = new ScriptedSmtpServer()) {
            MailServers.use(server, smtp.port());
            IntStream.range(0, 100).forEach(number -> enqueue(Mails.to("person" + number + "@example.com")));
            var start = new CountDownLatch(1);
            try (var nodes = Executors.newFixedThreadPool(3)) {
                var runs = IntStream.range(0, 3)
                        .mapToObj(number -> nodes.submit(() -> {
                            start.await();
                            sender.sendDue();
                            return true;
                        }))
                        .toList();
                start.countDown();
                for (var run : runs) {
                    run.get();
                }
            }
            assertThat(smtp.accepted()).hasSize(100).doesNotHaveDuplicates();
            assertThat(statuses()).containsOnly("SENT");
        }
    }

    @Test
    void whenTheServerIsTakenAwayWhatWaitsIsHeldAndNotSentLaterBySurprise() throws Exception {
        try (var smtp = new ScriptedSmtpServer()) {
            MailServers.use(server, smtp.port());
            enqueue(Mails.to("ada@example.com"));
            MailServers.useNone(server);

            sender.sendDue();
            assertThat(only()).containsEntry("status", "HELD").containsEntry("reason", "NO_MAIL_SERVER");

            MailServers.use(server, smtp.port());
            sender.sendDue();
            assertThat(smtp.accepted()).isEmpty();
        }
    }

    @Test
    void aServerThatClosesAfterSoManyMessagesIsCalledAgainAndNoneIsPutOff() throws Exception {
        try (var smtp = new ScriptedSmtpServer().closeAfter(7)) {
            MailServers.use(server, smtp.port());
            enqueue(40);

            sender.sendDue();

            assertThat(smtp.accepted()).hasSize(40).doesNotHaveDuplicates();
            assertThat(smtp.connections()).isEqualTo(6);
            assertThat(statuses()).containsOnly("SENT");
            assertThat(column("attempts")).containsOnly("1");
        }
    }

    @Test
    void aConnectionIsClosedAfterAsManyMessagesAsTheSettingsSay() throws Exception {
        try (var smtp = new ScriptedSmtpServer()) {
            MailServers.use(server, smtp.port());
            pace.setMessagesPerConnection(10);
            enqueue(40);

            sender.sendDue();

            assertThat(smtp.accepted()).hasSize(40);
            assertThat(smtp.connections()).isEqualTo(4);
        }
    }

    @Test
    void whereMuchWaitsAsManyConnectionsAreOpenedAsTheSettingsSay() throws Exception {
        try (var smtp = new ScriptedSmtpServer().beforeVerdict(number -> pause(2))) {
            MailServers.use(server, smtp.port());
            pace.setConnections(3);
            enqueue(500);

            sender.sendDue();

            assertThat(smtp.accepted()).hasSize(500).doesNotHaveDuplicates();
            assertThat(smtp.mostOpen()).isEqualTo(3);
            assertThat(statuses()).containsOnly("SENT");
        }
    }

    @Test
    void noMoreGoOutThanTheSettingsAllow() throws Exception {
        try (var smtp = new ScriptedSmtpServer()) {
            MailServers.use(server, smtp.port());
            enqueue(30);

            pace.setPerMinute(6000);
            var start = System.nanoTime();
            sender.sendDue();
            assertThat(Duration.ofNanos(System.nanoTime() - start))
                    .as("29 pauses of 10 ms")
                    .isGreaterThan(Duration.ofMillis(290));
            assertThat(smtp.accepted()).hasSize(30);

            pace.setPerMinute(1);
            transaction.executeWithoutResult(status -> IntStream.range(0, 3)
                    .forEach(number -> outbox.enqueue(Mails.to("late" + number + "@example.com"))));
            clock.advance(Duration.ofSeconds(1));
            sender.sendDue();
            assertThat(smtp.accepted()).hasSize(31);
            clock.advance(Duration.ofSeconds(50));
            sender.sendDue();
            assertThat(smtp.accepted()).as("the minute is not over").hasSize(31);
            clock.advance(Duration.ofSeconds(10));
            sender.sendDue();
            assertThat(smtp.accepted()).hasSize(32);
        }
    }

    @Test
    void aServerThatHangsIsGivenUpForNowAndHoldsNothingBackForGood() throws Exception {
        try (var smtp = new ScriptedSmtpServer()) {
            MailServers.use(server, smtp.port());
            server.getProperties().put("mail.smtp.timeout", "200");
            smtp.answer("greeting", ScriptedSmtpServer.SILENCE);
            enqueue(Mails.to("ada@example.com"));
            enqueue(Mails.to("alan@example.com"));

            sender.sendDue();

            assertThat(statuses()).containsExactly("QUEUED", "QUEUED");
            assertThat(column("reason")).containsOnly("UNREACHABLE");
            assertThat(column("attempts")).containsExactly("1", "0");
            assertThat(smtp.connections()).isEqualTo(1);
        }
    }

    @Test
    void aServerThatHangsOverOneMessageTakesTheOthers() throws Exception {
        try (var smtp = new ScriptedSmtpServer()) {
            MailServers.use(server, smtp.port());
            server.getProperties().put("mail.smtp.timeout", "200");
            smtp.answer("data of ada@example.com", ScriptedSmtpServer.SILENCE);
            enqueue(Mails.to("ada@example.com"));
            enqueue(Mails.to("alan@example.com"));

            sender.sendDue();

            assertThat(statuses()).containsExactly("QUEUED", "SENT");
            assertThat(column("reason").getFirst()).isEqualTo("TRY_LATER");
            assertThat(waits()).isEqualTo(Duration.ofMinutes(1));
        }
    }

    @Test
    void aServerThatResetsTheLineOverOneMessageTakesTheOthers() throws Exception {
        try (var smtp = new ScriptedSmtpServer()) {
            MailServers.use(server, smtp.port());
            smtp.answer("data of ada@example.com", ScriptedSmtpServer.RESET);
            enqueue(Mails.to("ada@example.com"));
            enqueue(Mails.to("alan@example.com"));

            sender.sendDue();

            assertThat(statuses()).containsExactly("QUEUED", "SENT");
            assertThat(column("reason").getFirst()).isEqualTo("TRY_LATER");
        }
    }

    @Test
    void aServerThatResetsEveryLineIsLeftAloneAfterThree() throws Exception {
        try (var smtp = new ScriptedSmtpServer()) {
            MailServers.use(server, smtp.port());
            smtp.answer(".", ScriptedSmtpServer.RESET);
            enqueue(20);

            sender.sendDue();

            assertThat(smtp.connections()).isEqualTo(3);
            assertThat(statuses()).hasSize(20).containsOnly("QUEUED");
            assertThat(column("attempts").stream().filter("1"::equals)).hasSize(3);
        }
    }

    @Test
    void aServerThatResetsBeforeTheFirstWordIsLeftAlone() throws Exception {
        try (var smtp = new ScriptedSmtpServer()) {
            MailServers.use(server, smtp.port());
            smtp.answer("greeting", ScriptedSmtpServer.RESET);
            enqueue(Mails.to("ada@example.com"));
            enqueue(Mails.to("alan@example.com"));

            sender.sendDue();

            assertThat(statuses()).containsOnly("QUEUED");
            assertThat(column("reason")).containsOnly("UNREACHABLE");
        }
    }

    @Test
    void aServerThatSays421AfterSomeMessagesIsCalledAgainAndNoneIsPutOff() throws Exception {
        try (var smtp = new ScriptedSmtpServer()) {
            MailServers.use(server, smtp.port());
            smtp.beforeVerdict(number -> {
                if (number == 5) {
                    smtp.answerOnce("mail from", "421 4.7.0 too many messages on this line");
                }
            });
            enqueue(10);

            sender.sendDue();

            assertThat(statuses()).hasSize(10).containsOnly("SENT");
            assertThat(column("attempts")).containsOnly("1");
            assertThat(smtp.connections()).isEqualTo(2);
        }
    }

    @Test
    void whoTakesLongAsksForMoreTimeSoThatNobodyElseSendsTheSame() throws Exception {
        try (var smtp = new ScriptedSmtpServer().beforeVerdict(number -> pause(120))) {
            MailServers.use(server, smtp.port());
            pace.setConnections(1);
            pace.setTakeOverAfter(Duration.ofMillis(400));
            enqueue(10);

            var slow = Thread.ofPlatform().start(sender::sendDue);
            while (slow.isAlive()) {
                // The other node's clock goes on, and so does this one's.
                clock.advance(Duration.ofMillis(50));
                sender.sendDue();
                pause(50);
            }
            slow.join();

            assertThat(smtp.accepted()).hasSize(10).doesNotHaveDuplicates();
            assertThat(statuses()).containsOnly("SENT");
        } finally {
            pace.setTakeOverAfter(Duration.ofMinutes(10));
        }
    }

    @Test
    void whoSaysNoMoreWhileTheServerTakesItsTimeOverOthersGetsNone() throws Exception {
        var ada = fixture.person("Ada Lovelace");
        try (var smtp = new ScriptedSmtpServer().beforeVerdict(number -> {
            fixture.jdbc()
                    .sql("insert into reminder_silence (person_id, created_at) values (?, current_timestamp)")
                    .param(ada)
                    .update();
            pause(1_100);
        })) {
            MailServers.use(server, smtp.port());
            enqueue(Mails.to("alan@example.com"));
            enqueue(Mails.to("ada@example.com").about(ada, null));

            sender.sendDue();

            assertThat(smtp.accepted()).hasSize(1);
            assertThat(statuses()).containsExactly("SENT", "SUPPRESSED");
        }
    }

    private static void pause(int millis) {
        try {
            Thread.sleep(millis);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void enqueue(int count) {
        transaction.executeWithoutResult(status -> IntStream.range(0, count)
                .forEach(number -> outbox.enqueue(Mails.to("person%03d@example.com".formatted(number)))));
    }

    private GreenMail useGreenMail() {
        var greenMail = MailServers.greenMail();
        MailServers.use(server, greenMail.getSmtp().getPort());
        return greenMail;
    }

    /** Read back from the bytes that came over the wire. */
    private static List<MimeMessage> received(GreenMail greenMail) throws Exception {
        var mails = new ArrayList<MimeMessage>();
        for (var mail : greenMail.getReceivedMessages()) {
            var bytes = new ByteArrayOutputStream();
            mail.writeTo(bytes);
            assertThat(bytes.toString(StandardCharsets.US_ASCII).split("\r\n\r\n", 2)[0])
                    .isASCII();
            mails.add(mail);
        }
        return mails;
    }

    private void enqueue(NewMail mail) {
        transaction.executeWithoutResult(status -> outbox.enqueue(mail));
    }

    private Map<String, Object> only() {
        return fixture.jdbc().sql("select * from message").query().singleRow();
    }

    private Duration waits() {
        var next = fixture.jdbc()
                .sql("select send_after from message order by id fetch first row only")
                .query((row, number) -> row.getTimestamp(1).toInstant())
                .single();
        return Duration.between(clock.instant(), next);
    }

    private List<String> statuses() {
        return column("status");
    }

    private List<String> column(String name) {
        return fixture.jdbc()
                .sql("select " + name + " from message order by id")
                .query(String.class)
                .list();
    }
}
