package org.weft.mail;

import java.net.URI;
import java.util.Locale;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;
import org.weft.base.InvalidInputException;
import org.weft.base.Secrets;
import org.weft.base.Text;
import org.weft.base.Translations;

/**
 * How mail leaves the house: what the installation sets, else what is saved in the portal, else the default.
 * {@code weft.mail.language} names the language, {@code weft.address} what links start with.
 *
 * @see <a href="../../../../../../docs/decisions/020-mail-settings-in-the-portal.md">decision 020</a>
 */
@Component
public class MailSettings {

    private final MailInstallation installation;
    private final MailServerStore store;
    private final Secrets secrets;
    private final Locale language;
    private final URI address;

    MailSettings(
            MailInstallation installation,
            MailServerStore store,
            Secrets secrets,
            @Value("${weft.mail.language}") String language,
            @Value("${weft.address}") URI address) {
        this.installation = installation;
        this.store = store;
        this.secrets = secrets;
        this.language = Translations.nearest(language);
        this.address = address;
        var from = installation.weft().from();
        if (from != null && !from.isBlank() && MailAddress.find(from, "").isEmpty()) {
            throw new IllegalStateException("weft.mail.from is no mail address: " + from);
        }
    }

    /** Whether a mail server is set. Without one, messages are held in the outbox. */
    public boolean configured() {
        return current().configured();
    }

    /** @throws InvalidInputException while no mail server is set */
    void require() {
        if (!configured()) {
            throw new InvalidInputException(Text.of("mail.outbox.noServer"));
        }
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

    /** How many bytes of a file may go with a mail; a larger one is linked to. */
    public long attachmentLimit() {
        return installation.weft().attachmentLimit().toBytes();
    }

    /** What is in force by now, read anew: one statement that finds a row by its key, so not for every single mail. */
    MailServer current() {
        var saved = store.read();
        var cipher = saved.passwordCipher();
        var password = cipher == null ? null : secrets.decrypt(cipher).orElse(null);
        return MailServer.of(installation.over(saved.settings().password(password)), saved.version());
    }

    /** Whether somebody saved other settings since these were read. */
    boolean outdated(MailServer server) {
        return store.version() != server.version();
    }
}
