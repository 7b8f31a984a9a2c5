package org.weft.mail;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.mail.MessagingException;
import jakarta.mail.Part;
import jakarta.mail.Session;
import jakarta.mail.internet.ContentType;
import jakarta.mail.internet.MimeBodyPart;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Properties;
import java.util.Random;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class MimeMailTest {

    private static final MailAddress WEFT = new MailAddress("weft@example.com", "Weft");
    private static final Instant NOW = Instant.parse("2026-11-17T09:00:00Z");

    private static ClaimedMessage message(RenderedMail content, @Nullable AttachedFile file) {
        return new ClaimedMessage(
                1,
                "key",
                1,
                MailKind.REMINDER,
                null,
                "ada@example.com",
                "Ada Lovelace",
                null,
                null,
                "de",
                content,
                "<weft.1@example.com>",
                1,
                null,
                file);
    }

    private static MimeMessage read(RenderedMail content) throws MessagingException {
        var source = MimeMail.source(message(content, null), WEFT, NOW);
        return new MimeMessage(
                Session.getInstance(new Properties()),
                new ByteArrayInputStream(source.getBytes(StandardCharsets.UTF_8)));
    }

    @Test
    void aPictureTravelsWithTheHtmlThatShowsIt() throws Exception {
        var html = "<p>Größe</p><img src=\"%s\" alt=\"Ring\"><img src=\"%s\" alt=\"Ring\"><img src=\"%s\" alt=\"Ring\">"
                .formatted(
                        ProgressPicture.reference(45), ProgressPicture.reference(45), ProgressPicture.reference(100));
        var mail = read(new RenderedMail("Ziele", html, "45 % Ihres Plans"));

        var alternatives = (MimeMultipart) mail.getContent();
        assertThat(alternatives.getContentType()).startsWith("multipart/alternative");
        assertThat(alternatives.getBodyPart(0).getContent()).isEqualTo("45 % Ihres Plans");
        var related = (MimeMultipart) alternatives.getBodyPart(1).getContent();
        assertThat(related.getContentType()).startsWith("multipart/related");
        assertThat(related.getCount()).as("each picture once").isEqualTo(3);
        assertThat(related.getBodyPart(0).getContent()).isEqualTo(html);
        var picture = (MimeBodyPart) related.getBodyPart(1);
        assertThat(picture.getContentID()).isEqualTo("<weft-progress-45>");
        assertThat(picture.getDisposition()).isEqualTo(Part.INLINE);
        assertThat(picture.isMimeType("image/png")).isTrue();
        assertThat(picture.getInputStream().readAllBytes()).isEqualTo(ProgressPicture.png(45));
        assertThat(((MimeBodyPart) related.getBodyPart(2)).getContentID()).isEqualTo("<weft-progress-100>");
    }

    @Test
    void withoutAPictureTheHtmlStandsAlone() throws Exception {
        var mail = read(new RenderedMail("Ziele", "<p>Größe</p>", "Größe\n\n. \n"));
        var alternatives = (MimeMultipart) mail.getContent();
        assertThat(alternatives.getCount()).isEqualTo(2);
        assertThat(alternatives.getBodyPart(0).getContent()).isEqualTo("Größe\r\n\r\n. \r\n");
        assertThat(alternatives.getBodyPart(1).getContent()).isEqualTo("<p>Größe</p>");
    }

    @Test
    void aFileGoesBesideTheWordsUnderItsNameInAnyScript() throws Exception {
        var name = "Überfällig – “Q4” 東京, " + "sehr langer Name ".repeat(8) + ".xlsx";
        var content = new byte[100_000];
        new Random(1).nextBytes(content);
        var message = message(
                new RenderedMail("Bericht", "<p>x</p>", "x"),
                new AttachedFile(name, "application/vnd.ms-excel", content.length));
        var out = new ByteArrayOutputStream();
        MimeMail.of(message, content, WEFT, null, Session.getInstance(new Properties()), NOW)
                .writeTo(out);

        assertThat(out.toString(StandardCharsets.UTF_8).lines()).allMatch(line -> line.length() <= 998);
        var mail = new MimeMessage(Session.getInstance(new Properties()), new ByteArrayInputStream(out.toByteArray()));
        var mixed = (MimeMultipart) mail.getContent();
        assertThat(mixed.getContentType()).startsWith("multipart/mixed");
        assertThat(((MimeMultipart) mixed.getBodyPart(0).getContent()).getContentType())
                .startsWith("multipart/alternative");
        var file = mixed.getBodyPart(1);
        assertThat(file.getDisposition()).isEqualTo(Part.ATTACHMENT);
        assertThat(file.getFileName()).isEqualTo(name);
        assertThat(new ContentType(file.getContentType()).getParameter("name")).isEqualTo(name);
        assertThat(file.isMimeType("application/vnd.ms-excel")).isTrue();
        assertThat(file.getInputStream().readAllBytes()).isEqualTo(content);
    }

    @Test
    void theSourceNamesTheFileAndHoldsNothingOfIt() {
        var message = message(
                new RenderedMail("Bericht", "<p>x</p>", "x"), new AttachedFile("a.xlsx", "application/zip", 4_000_000));

        assertThat(MimeMail.source(message, WEFT, NOW)).contains("a.xlsx").hasSizeLessThan(3_000);
    }
}
