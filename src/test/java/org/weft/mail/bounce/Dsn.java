package org.weft.mail.bounce;

import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.internet.MimeMessage;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.Properties;

/** Notifications as mail servers write them. */
final class Dsn {

    private Dsn() {}

    /** As Postfix does it: the headers of what came back, without its text. */
    static MimeMessage failed(String id, String messageId, String status, String words) throws MessagingException {
        return report(id, "failed", status, words, "text/rfc822-headers", messageId);
    }

    static MimeMessage report(String id, String action, String status, String words, String returned, String messageId)
            throws MessagingException {
        return mail("""
                From: MAILER-DAEMON@mail.example.com (Mail Delivery System)
                To: bounces@weft.example.com
                Subject: Undelivered Mail Returned to Sender
                Auto-Submitted: auto-replied
                MIME-Version: 1.0
                Message-Id: %1$s
                Content-Type: multipart/report; report-type=delivery-status; boundary="B1"

                This is a MIME-encapsulated message.

                --B1
                Content-Type: text/plain; charset=us-ascii

                I'm sorry to have to inform you that your message could not
                be delivered to one or more recipients.

                --B1
                Content-Type: message/delivery-status

                Reporting-MTA: dns; mail.example.com
                Arrival-Date: Tue, 17 Nov 2026 09:00:01 +0000 (UTC)

                Final-Recipient: rfc822; ada@example.com
                Original-Recipient: rfc822;ada@example.com
                Action: %2$s
                Status: %3$s
                Remote-MTA: dns; mx.example.com
                Diagnostic-Code: smtp; %4$s

                --B1
                Content-Type: %5$s

                From: Weft <weft@weft.example.com>
                To: Ada Lovelace <ada@example.com>
                Subject: Two objectives are due
                Message-ID: %6$s

                Hi Ada

                --B1--
                """.formatted(id, action, status, words, returned, messageId));
    }

    static MimeMessage mail(String text) throws MessagingException {
        return new MimeMessage(
                Session.getInstance(new Properties()),
                new ByteArrayInputStream(text.replace("\n", "\r\n").getBytes(StandardCharsets.UTF_8)));
    }
}
