package org.weft.mail.bounce;

import jakarta.mail.MessagingException;
import jakarta.mail.internet.MimeMessage;
import java.io.IOException;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.eclipse.angus.mail.dsn.DeliveryStatus;
import org.eclipse.angus.mail.dsn.MultipartReport;
import org.jspecify.annotations.Nullable;

/** Reads delivery status notifications (RFC 3464). */
final class Notifications {

    /** Written for good by many servers, though a mailbox is emptied and a policy is changed (RFC 3463). */
    private static final Set<String> FOR_NOW = Set.of("5.2.2", "5.2.3", "5.3.4", "5.7.1");

    private static final Pattern STATUS = Pattern.compile("\\b([245]\\.\\d{1,3}\\.\\d{1,3})\\b");

    private Notifications() {}

    /**
     * @return what it says, or empty for anything that is no report of a failed delivery: an answer, a note that somebody
     *     is away, word of a delay
     */
    static Optional<Bounce> read(MimeMessage mail) throws MessagingException, IOException {
        var notification = mail.getMessageID();
        if (notification == null
                || !mail.isMimeType("multipart/report")
                || !(mail.getContent() instanceof MultipartReport report)
                || !(report.getReport() instanceof DeliveryStatus status)) {
            return Optional.empty();
        }
        var returned = report.getReturnedMessage();
        var messageId = returned == null ? null : returned.getMessageID();
        if (messageId == null) {
            return Optional.empty();
        }
        for (var at = 0; at < status.getRecipientDSNCount(); at++) {
            var recipient = status.getRecipientDSN(at);
            if ("failed".equals(first(recipient.getHeader("Action")).toLowerCase(Locale.ROOT))) {
                var code = code(first(recipient.getHeader("Status")));
                var words = first(recipient.getHeader("Diagnostic-Code")).replaceFirst("^(?i)smtp;\\s*", "");
                return Optional.of(new Bounce(
                        notification.strip(),
                        messageId.strip(),
                        code.startsWith("5") && !FOR_NOW.contains(code),
                        (words.contains(code) ? words : code + " " + words).strip()));
            }
        }
        return Optional.empty();
    }

    private static String code(String status) {
        var code = STATUS.matcher(status);
        return code.find() ? code.group(1) : status.strip();
    }

    private static String first(String @Nullable [] header) {
        return header == null || header.length == 0 ? "" : header[0].strip();
    }
}
