package org.weft.mail;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.mail.internet.MimeMultipart;
import java.time.Duration;
import java.util.Random;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.mail.autoconfigure.MailProperties;
import org.springframework.data.domain.PageRequest;
import org.springframework.test.context.TestPropertySource;
import org.springframework.transaction.support.TransactionTemplate;
import org.weft.access.Role;
import org.weft.testing.Fixture;
import org.weft.testing.SignedIn;
import org.weft.testing.TestClock;
import org.weft.testing.WeftTest;

@WeftTest
@TestPropertySource(properties = "weft.mail.attachment-limit=2MB")
class AttachmentTest {

    private static final String NAME = "Überfällig, Q4 2026.xlsx";
    private static final String TYPE = "application/zip";
    private static final int PIECES = 3;

    @Autowired
    Outbox outbox;

    @Autowired
    OutboxSender sender;

    @Autowired
    OutboxService service;

    @Autowired
    AttachmentStore attachments;

    @Autowired
    MailProperties server;

    @Autowired
    TransactionTemplate transaction;

    @Autowired
    Fixture fixture;

    @Autowired
    TestClock clock;

    private final byte[] content = content(1_300_000);

    private static byte[] content(int size) {
        var bytes = new byte[size];
        new Random(size).nextBytes(bytes);
        return bytes;
    }

    @AfterEach
    void noServer() {
        MailServers.useNone(server);
    }

    private void enqueue(NewMail mail) {
        transaction.executeWithoutResult(status -> outbox.enqueue(mail));
    }

    private NewMail withFile() {
        return Mails.to("ada@example.com").attachment(new MailAttachment(NAME, TYPE, content));
    }

    private void clean() {
        attachments.clean(clock.instant().minus(Duration.ofDays(7)));
    }

    @Test
    void aFileArrivesWithItsMailAndTheNextMailHasNone() throws Exception {
        var greenMail = MailServers.greenMail();
        MailServers.use(server, greenMail.getSmtp().getPort());
        enqueue(withFile());
        enqueue(Mails.to("alan@example.com"));
        assertThat(fixture.count("message_piece")).isEqualTo(PIECES);

        sender.sendDue();

        var mails = greenMail.getReceivedMessages();
        assertThat(mails).hasSize(2);
        var file = ((MimeMultipart) mails[0].getContent()).getBodyPart(1);
        assertThat(file.getFileName()).isEqualTo(NAME);
        assertThat(file.getInputStream().readAllBytes()).isEqualTo(content);
        assertThat(mails[1].getContentType()).startsWith("multipart/alternative");
        greenMail.stop();
    }

    @Test
    void theOutboxTellsOfItAndNobodyReadsIt() {
        enqueue(withFile());
        SignedIn.as(Role.HR);

        var row = service.list(MessageFilter.ALL, PageRequest.of(0, 10)).getFirst();

        assertThat(row.attachment()).isEqualTo(new AttachedFile(NAME, TYPE, content.length));
        assertThat(service.body(row.id()).source()).hasSizeLessThan(4_000);
    }

    @Test
    void aMailThatIsWrittenTwiceKeepsOneFileAndOneToNobodyNone() {
        enqueue(withFile());
        enqueue(withFile());
        assertThat(fixture.count("message_piece")).isEqualTo(PIECES);

        enqueue(Mails.withoutAddress("nobody").attachment(new MailAttachment(NAME, TYPE, content)));
        assertThat(fixture.count("message_piece")).isEqualTo(PIECES);
    }

    @Test
    void oneThatIsTooLargeIsRefusedBeforeItIsWritten() {
        var mail = Mails.to("ada@example.com").attachment(new MailAttachment(NAME, TYPE, content(2_100_000)));

        assertThatThrownBy(() -> enqueue(mail)).isInstanceOf(IllegalArgumentException.class);
        assertThat(fixture.count("message")).isZero();
    }

    @Test
    void itIsKeptForAsLongAsTheMailMayStillGoOutAndAWhileAfter() {
        enqueue(withFile());
        clock.advance(Duration.ofDays(30));
        clean();
        assertThat(fixture.count("message_piece"))
                .as("it waits for a mail server")
                .isEqualTo(PIECES);

        fixture.jdbc()
                .sql("update message set status = 'SENT', sent_at = timestamp '2026-12-17 09:00:00+00'")
                .update();
        clock.advance(Duration.ofDays(6));
        clean();
        assertThat(fixture.count("message_piece")).isEqualTo(PIECES);
        clock.advance(Duration.ofDays(1));
        clean();
        assertThat(fixture.count("message_piece")).isZero();
        assertThat(fixture.count("message")).as("that it carried a file stays").isOne();
    }

    @Test
    void whatIsTriedAgainWithoutItsFileFailsAndStopsNobody() throws Exception {
        enqueue(withFile());
        enqueue(Mails.to("alan@example.com"));
        fixture.jdbc().sql("delete from message_piece").update();
        fixture.jdbc().sql("update message set status = 'QUEUED'").update();
        try (var smtp = new ScriptedSmtpServer()) {
            MailServers.use(server, smtp.port());

            sender.sendDue();

            assertThat(smtp.accepted()).containsExactly("alan@example.com");
        }
        assertThat(fixture.jdbc()
                        .sql("select status from message order by id")
                        .query(String.class)
                        .list())
                .containsExactly("FAILED", "SENT");
    }

    @Test
    void aNameIsNoPath() {
        for (var name :
                new String[] {"", " ", "../a.xlsx", "a\\b.xlsx", "a\r\nBcc: eve@example.com", "x".repeat(301)}) {
            assertThatThrownBy(() -> new MailAttachment(name, TYPE, content))
                    .isInstanceOf(IllegalArgumentException.class);
        }
        for (var type : new String[] {"text/html\r\nX: y", "text/csv;charset=UTF-8\r\nX: y", "text/csv;name=x"}) {
            assertThatThrownBy(() -> new MailAttachment(NAME, type, content))
                    .isInstanceOf(IllegalArgumentException.class);
        }
    }
}
