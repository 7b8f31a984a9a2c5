package org.weft.mail.bounce;

import jakarta.mail.Flags;
import jakarta.mail.Folder;
import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.search.FlagTerm;
import java.io.IOException;
import java.util.Arrays;
import java.util.Properties;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.stereotype.Component;

/**
 * Looks through the mailbox mail comes back to. A mail is marked as read once what it says is written down, so that nothing
 * is missed when the portal dies in between, and what is written down twice is known by its key.
 */
@Component
@EnableConfigurationProperties(BounceBox.class)
class BounceReader {

    private static final Logger log = LoggerFactory.getLogger(BounceReader.class);
    private static final String MILLIS = "15000";

    /** The others wait for the next look. */
    private static final int MOST = 500;

    private final BounceBox box;
    private final BounceStore store;

    BounceReader(BounceBox box, BounceStore store) {
        this.box = box;
        this.store = store;
    }

    /** @return how many bounces of our messages were new; 0 where no mailbox is set, or it cannot be reached just now */
    int read() {
        if (!box.configured()) {
            return 0;
        }
        var session = Session.getInstance(properties());
        try (var mailbox = session.getStore(box.tls() ? "imaps" : "imap")) {
            mailbox.connect(box.host(), box.port(), box.user(), box.password());
            var folder = mailbox.getFolder(box.folder());
            folder.open(Folder.READ_WRITE);
            try {
                var unread = folder.search(new FlagTerm(new Flags(Flags.Flag.SEEN), false));
                return Arrays.stream(unread).limit(MOST).mapToInt(this::read).sum();
            } finally {
                folder.close(false);
            }
        } catch (MessagingException e) {
            log.warn("The mailbox for returned mail cannot be read: {}", e.getMessage());
            return 0;
        }
    }

    private int read(Message mail) {
        try {
            var bounce = mail instanceof MimeMessage mime ? Notifications.read(mime) : null;
            var known = bounce != null && bounce.filter(store::record).isPresent();
            mail.setFlag(Flags.Flag.SEEN, true);
            return known ? 1 : 0;
        } catch (MessagingException | IOException e) {
            // One that cannot be read must not stop the others; it stays unread for a person.
            log.warn("A returned mail cannot be read: {}", e.getMessage());
            return 0;
        }
    }

    private Properties properties() {
        var prefix = "mail." + (box.tls() ? "imaps" : "imap") + ".";
        var properties = new Properties();
        properties.setProperty(prefix + "connectiontimeout", MILLIS);
        properties.setProperty(prefix + "timeout", MILLIS);
        properties.setProperty(prefix + "writetimeout", MILLIS);
        properties.setProperty(prefix + "ssl.checkserveridentity", "true");
        // Reading a mail does not mark it as read: that is done once it is written down.
        properties.setProperty(prefix + "peek", "true");
        if (!box.tls()) {
            properties.setProperty(prefix + "starttls.enable", "true");
            properties.setProperty(prefix + "starttls.required", String.valueOf(!box.plain()));
        }
        return properties;
    }
}
