package org.weft.mail;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.mail.MessagingException;
import jakarta.mail.Part;
import jakarta.mail.Session;
import jakarta.mail.internet.MimeBodyPart;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Properties;
import org.junit.jupiter.api.Test;

class MimeMailTest {

    private static MimeMessage read(RenderedMail content) throws MessagingException {
        var message = new ClaimedMessage(
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
                null);
        var source = MimeMail.source(
                message, new MailAddress("weft@example.com", "Weft"), Instant.parse("2026-11-17T09:00:00Z"));
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
}
