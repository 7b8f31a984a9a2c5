package org.weft.mail;

import java.util.Map;
import java.util.Optional;

/**
 * The mail server as its page shows it.
 *
 * @param settings what is in force, defaults left open, without the password
 * @param version what the next save starts from
 * @param fixed the fields the installation sets, by name, each with the variable or property that does
 * @param keyAvailable whether a password can be saved at all
 * @param ownAddress where a test mail to the signed-in account goes
 */
public record MailServerDetails(
        MailServerDraft settings,
        int version,
        Map<String, String> fixed,
        KeptPassword password,
        boolean keyAvailable,
        Optional<String> ownAddress) {

    /** What there is of a password saved in the portal. */
    public enum KeptPassword {
        NONE,
        KEPT,
        /** It was saved under another key than the installation has now. */
        UNREADABLE
    }

    /** Whether mail goes out. */
    public boolean configured() {
        return !settings.host().isBlank();
    }
}
