package org.weft.mail;

import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeBodyPart;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Date;

/** A message of the outbox as MIME: plain text and HTML as alternatives, under the message's own lasting id. */
class MimeMail extends MimeMessage {

    private final String id;

    private MimeMail(Session session, String id) {
        super(session);
        this.id = id;
    }

    static MimeMail of(ClaimedMessage message, MailAddress from, InternetAddress to, Session session, Instant at)
            throws MessagingException {
        var utf8 = StandardCharsets.UTF_8.name();
        var mail = new MimeMail(session, message.messageId());
        mail.setFrom(from.toInternetAddress());
        mail.setRecipient(Message.RecipientType.TO, to);
        if (message.replyToAddress() != null && message.replyToName() != null) {
            var replyTo = new MailAddress(message.replyToAddress(), message.replyToName());
            mail.setReplyTo(new InternetAddress[] {replyTo.toInternetAddress()});
        }
        mail.setSubject(message.content().subject(), utf8);
        mail.setSentDate(Date.from(at));
        mail.setContentLanguage(new String[] {message.language()});
        // Keeps out-of-office notes from being sent in answer (RFC 3834).
        mail.setHeader("Auto-Submitted", "auto-generated");
        if (message.unsubscribe() != null) {
            mail.setHeader("List-Unsubscribe", "<" + message.unsubscribe() + ">");
            mail.setHeader("List-Unsubscribe-Post", "List-Unsubscribe=One-Click");
        }

        var text = new MimeBodyPart();
        text.setText(message.content().text(), utf8, "plain");
        var html = new MimeBodyPart();
        html.setText(message.content().html(), utf8, "html");
        mail.setContent(new MimeMultipart("alternative", text, html));
        mail.saveChanges();
        return mail;
    }

    @Override
    protected void updateMessageID() throws MessagingException {
        setHeader("Message-ID", id);
    }
}
