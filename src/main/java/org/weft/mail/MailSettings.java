package org.weft.mail;

import java.net.URI;
import java.util.Locale;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.mail.autoconfigure.MailProperties;
import org.springframework.stereotype.Component;
import org.weft.base.Translations;

/**
 * How mail leaves the house: {@code spring.mail.*} names the server, {@code weft.mail.*} the sender and the language,
 * {@code weft.address} what links start with.
 */
@Component
@EnableConfigurationProperties({MailProperties.class, MailPace.class})
public class MailSettings {

    private final MailProperties server;
    private final MailAddress from;
    private final boolean tls;
    private final Locale language;
    private final URI address;

    MailSettings(
            MailProperties server,
            @Value("${weft.mail.from}") String from,
            @Value("${weft.mail.from-name}") String fromName,
            @Value("${weft.mail.tls}") boolean tls,
            @Value("${weft.mail.language}") String language,
            @Value("${weft.address}") URI address) {
        this.server = server;
        this.from = MailAddress.find(from, fromName)
                .orElseThrow(() -> new IllegalStateException("weft.mail.from is no mail address: " + from));
        this.tls = tls;
        this.language = Translations.nearest(language);
        this.address = address;
    }

    /** Whether a mail server is set. Without one, messages are held in the outbox. */
    public boolean configured() {
        var host = server.getHost();
        return host != null && !host.isBlank();
    }

    /** The language of mail to people of whom none is known. */
    public Locale language() {
        return language;
    }

    /**
     * The full address of a page of the portal.
     *
     * @param path such as {@code my-plan}, without a leading slash
     */
    public String link(String path) {
        var base = address.toString();
        return base.endsWith("/") ? base + path : base + "/" + path;
    }

    MailAddress from() {
        return from;
    }

    /** Whether a connection without TLS is refused. */
    boolean tls() {
        return tls;
    }

    MailProperties server() {
        return server;
    }
}
