package org.weft.mail;

import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.Part;
import jakarta.mail.Session;
import jakarta.mail.internet.ContentDisposition;
import jakarta.mail.internet.ContentType;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.InternetHeaders;
import jakarta.mail.internet.MimeBodyPart;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import jakarta.mail.internet.ParameterList;
import jakarta.mail.util.StreamProvider;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Base64;
import java.util.Date;
import java.util.Properties;
import org.eclipse.angus.mail.util.MailStreamProvider;
import org.jspecify.annotations.Nullable;

/** A message of the outbox as MIME: plain text and HTML as alternatives, under the message's own lasting id. */
class MimeMail extends MimeMessage {

    private static final String UTF_8 = StandardCharsets.UTF_8.name();

    static {
        // Otherwise the mail library looks through every jar for it, twice a message: a third of all the time.
        if (System.getProperty(StreamProvider.class.getName()) == null) {
            System.setProperty(StreamProvider.class.getName(), MailStreamProvider.class.getName());
        }
    }

    private final String id;

    private MimeMail(Session session, String id) {
        super(session);
        this.id = id;
    }

    /** @param file what goes with the message, null where nothing does */
    static MimeMail of(
            ClaimedMessage message,
            byte @Nullable [] file,
            MailAddress from,
            @Nullable InternetAddress to,
            Session session,
            Instant at)
            throws MessagingException {
        var mail = addressed(message.messageId(), from, to, message.content().subject(), session, at);
        if (message.replyToAddress() != null && message.replyToName() != null) {
            var replyTo = new MailAddress(message.replyToAddress(), message.replyToName());
            mail.setReplyTo(new InternetAddress[] {replyTo.toInternetAddress()});
        }
        mail.setContentLanguage(new String[] {message.language()});
        if (message.unsubscribe() != null) {
            mail.setHeader("List-Unsubscribe", "<" + message.unsubscribe() + ">");
            mail.setHeader("List-Unsubscribe-Post", "List-Unsubscribe=One-Click");
        }

        var words = new MimeMultipart(
                "alternative",
                part(message.content().text(), "plain"),
                html(message.content().html()));
        var attached = message.attachment();
        mail.setContent(
                attached == null || file == null
                        ? words
                        : new MimeMultipart("mixed", wrapped(words), attachment(attached, file)));
        mail.saveChanges();
        return mail;
    }

    private static MimeBodyPart part(String text, String kind) throws MessagingException {
        var headers = new InternetHeaders();
        headers.setHeader("Content-Type", "text/" + kind + "; charset=UTF-8");
        headers.setHeader("Content-Transfer-Encoding", "quoted-printable");
        return new MimeBodyPart(headers, QuotedPrintable.encode(text));
    }

    /** With the pictures it refers to. */
    private static MimeBodyPart html(String html) throws MessagingException {
        var page = part(html, "html");
        var pictures = ProgressPicture.in(html);
        if (pictures.isEmpty()) {
            return page;
        }
        var related = new MimeMultipart("related", page);
        for (var percent : pictures) {
            related.addBodyPart(picture(percent));
        }
        return wrapped(related);
    }

    private static MimeBodyPart wrapped(MimeMultipart several) throws MessagingException {
        var part = new MimeBodyPart();
        part.setContent(several);
        return part;
    }

    /** Its name in RFC 2231's way, whatever its script; twice, as some programs read the one and some the other. */
    private static MimeBodyPart attachment(AttachedFile file, byte[] content) throws MessagingException {
        var type = new ContentType(file.type());
        var charset = type.getParameter("charset");
        var parameters = new ParameterList();
        if (charset != null) {
            parameters.set("charset", charset);
        }
        parameters.set("name", file.name(), UTF_8);
        type.setParameterList(parameters);
        var saved = new ParameterList();
        saved.set("filename", file.name(), UTF_8);
        var headers = new InternetHeaders();
        headers.setHeader("Content-Type", type.toString());
        headers.setHeader("Content-Transfer-Encoding", "base64");
        headers.setHeader("Content-Disposition", new ContentDisposition(Part.ATTACHMENT, saved).toString());
        return new MimeBodyPart(headers, Base64.getMimeEncoder().encode(content));
    }

    private static MimeBodyPart picture(int percent) throws MessagingException {
        var headers = new InternetHeaders();
        headers.setHeader("Content-Type", "image/png");
        headers.setHeader("Content-Transfer-Encoding", "base64");
        headers.setHeader("Content-Disposition", "inline; filename=progress.png");
        headers.setHeader("Content-ID", "<" + ProgressPicture.id(percent) + ">");
        return new MimeBodyPart(headers, Base64.getMimeEncoder().encode(ProgressPicture.png(percent)));
    }

    /** A message as it goes over the line but for what is in its file, also one that has no address to go to. */
    static String source(ClaimedMessage message, MailAddress from, Instant at) {
        try {
            var address = MailAddress.find(message.toAddress(), message.toName());
            var to = address.map(MailAddress::toInternetAddress).orElse(null);
            var out = new ByteArrayOutputStream();
            of(message, new byte[0], from, to, Session.getInstance(new Properties()), at)
                    .writeTo(out);
            return out.toString(StandardCharsets.UTF_8);
        } catch (MessagingException | IOException e) {
            throw new IllegalStateException(e);
        }
    }

    /** A few words and nothing else. */
    static MimeMail plain(
            String id, MailAddress from, InternetAddress to, String subject, String text, Session session, Instant at)
            throws MessagingException {
        var mail = addressed(id, from, to, subject, session, at);
        mail.setText(text, UTF_8);
        mail.saveChanges();
        return mail;
    }

    private static MimeMail addressed(
            String id, MailAddress from, @Nullable InternetAddress to, String subject, Session session, Instant at)
            throws MessagingException {
        var mail = new MimeMail(session, id);
        mail.setFrom(from.toInternetAddress());
        if (to != null) {
            mail.setRecipient(Message.RecipientType.TO, to);
        }
        mail.setSubject(subject, UTF_8);
        mail.setSentDate(Date.from(at));
        // Keeps out-of-office notes from being sent in answer (RFC 3834).
        mail.setHeader("Auto-Submitted", "auto-generated");
        return mail;
    }

    @Override
    protected void updateMessageID() throws MessagingException {
        setHeader("Message-ID", id);
    }
}
