package org.weft.mail;

import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.weft.base.InvalidInputException;
import org.weft.base.Text;

/** What can be a mail server. */
final class MailServerRules {

    private static final Pattern HOST = Pattern.compile("[\\p{L}\\p{N}.:_\\-\\[\\]]{1,255}");
    private static final int LONGEST = 320;
    private static final int LONGEST_NAME = 310;

    private MailServerRules() {}

    /**
     * The draft with blanks taken off.
     *
     * @param inForce the draft with what the installation sets over it
     * @param fixed the fields the installation answers for
     * @throws InvalidInputException at the first field that cannot be
     */
    static MailServerDraft checked(MailServerDraft draft, MailServerDraft inForce, Map<String, String> fixed) {
        var host = draft.host().strip();
        if (!host.isEmpty() && !HOST.matcher(host).matches()) {
            throw problem("host", "mail.server.error.host");
        }
        within("port", draft.port(), 1, 65_535);
        within("connections", draft.connections(), 1, 50);
        within("messagesPerConnection", draft.messagesPerConnection(), 1, 10_000);
        within("perMinute", draft.perMinute(), 0, 100_000);
        var user = line("user", draft.user());
        var password = draft.password();
        if (password != null && (password.length() > LONGEST || MailAddress.hasControl(password))) {
            throw problem("password", "mail.server.error.line");
        }
        if (inForce.security() == MailSecurity.NONE && !inForce.user().isBlank() && !fixed.containsKey("security")) {
            throw problem("security", "mail.server.error.openSignIn");
        }
        var from = address("fromAddress", draft.fromAddress());
        if (!inForce.host().isBlank() && inForce.fromAddress().isBlank()) {
            throw problem("fromAddress", "mail.server.error.from");
        }
        var name = line("fromName", draft.fromName());
        if (name.length() > LONGEST_NAME) {
            throw problem("fromName", "mail.server.error.line");
        }
        return new MailServerDraft(
                host,
                draft.port(),
                draft.security(),
                user,
                password == null || password.isEmpty() ? null : password,
                from,
                name,
                address("bounce", draft.bounce()),
                draft.connections(),
                draft.messagesPerConnection(),
                draft.perMinute());
    }

    /**
     * Whether a password kept for one server may be used with these settings. It is bound to host and user, and never
     * goes over an open line: otherwise whoever can change the host could have it sent to a machine of their own.
     */
    static boolean fits(MailServerDraft kept, MailServerDraft now) {
        return kept.host().equalsIgnoreCase(now.host())
                && kept.user().equals(now.user())
                && now.security() != MailSecurity.NONE;
    }

    private static String line(String field, String text) {
        if (text.length() > LONGEST || MailAddress.hasControl(text)) {
            throw problem(field, "mail.server.error.line");
        }
        return text.strip();
    }

    private static String address(String field, String text) {
        if (text.isBlank()) {
            return "";
        }
        try {
            return new MailAddress(text.strip(), "").address();
        } catch (InvalidInputException e) {
            throw new InvalidInputException(field, e.text());
        }
    }

    private static void within(String field, @Nullable Integer number, int least, int most) {
        if (number != null && (number < least || number > most)) {
            throw new InvalidInputException(field, Text.of("mail.server.error.number", least, most));
        }
    }

    private static InvalidInputException problem(String field, String key) {
        return new InvalidInputException(field, Text.of(key));
    }
}
