package org.weft.mail;

import jakarta.mail.internet.AddressException;
import jakarta.mail.internet.InternetAddress;
import java.io.UnsupportedEncodingException;
import java.net.IDN;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.weft.base.InvalidInputException;
import org.weft.base.Text;

/**
 * An address mail can go to, safe to stand in a header: checked when it is made, so there is none with a line break in it.
 *
 * @param address an address of RFC 5321, at most 320 characters; the domain may be international, the part before the
 *     at sign may not
 * @param name the name to show beside it, in any script; control characters in it become blanks
 * @throws InvalidInputException when mail cannot go to the address
 */
public record MailAddress(String address, String name) {

    private static final Pattern CONTROL = Pattern.compile("[\\p{Cntrl}\\u0085\\u2028\\u2029]");
    private static final Pattern PLAIN = Pattern.compile("[!-~&&[^@<>()\\[\\],;:\\\\\"]]+@[^\\s@<>()\\[\\],;:\\\\\"]+");
    private static final int LONGEST = 320;
    private static final int LONGEST_NAME = 310;

    public MailAddress {
        if (CONTROL.matcher(address).find()) {
            throw new InvalidInputException("email", Text.of("mail.address.lineBreak"));
        }
        if (address.length() > LONGEST || !PLAIN.matcher(address).matches()) {
            throw new InvalidInputException("email", Text.of("mail.address.invalid", shortened(address)));
        }
        try {
            new InternetAddress(ascii(address), true).validate();
        } catch (AddressException | IllegalArgumentException e) {
            throw new InvalidInputException("email", Text.of("mail.address.invalid", address));
        }
        name = clean(name);
        name = name.substring(0, Math.min(LONGEST_NAME, name.length()));
    }

    /** The address if mail can go to it, empty where there is none or it is not one. */
    public static Optional<MailAddress> find(@Nullable String address, String name) {
        if (address == null || address.isBlank()) {
            return Optional.empty();
        }
        try {
            return Optional.of(new MailAddress(address.strip(), name));
        } catch (InvalidInputException e) {
            return Optional.empty();
        }
    }

    /** The text with every control character and line separator replaced by a blank: fit for a header. */
    public static String clean(String text) {
        return CONTROL.matcher(text).replaceAll(" ").strip();
    }

    /** Whether a line break or another control character is in it. */
    public static boolean hasControl(String text) {
        return CONTROL.matcher(text).find();
    }

    /** As it goes over the wire: the domain in its ASCII form, the name encoded. */
    InternetAddress toInternetAddress() {
        try {
            var wire = new InternetAddress(ascii(address), true);
            if (!name.isEmpty()) {
                wire.setPersonal(name, StandardCharsets.UTF_8.name());
            }
            return wire;
        } catch (AddressException | UnsupportedEncodingException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String ascii(String address) {
        var at = address.lastIndexOf('@');
        return address.substring(0, at + 1) + IDN.toASCII(address.substring(at + 1));
    }

    private static String shortened(String text) {
        return text.length() <= 80 ? text : text.substring(0, 79) + "…";
    }
}
