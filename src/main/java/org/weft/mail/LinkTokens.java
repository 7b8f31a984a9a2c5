package org.weft.mail;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.Base64;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.weft.base.InstallationKeys;

/**
 * What stands in the addresses of a mail that act without sign-in. Whoever holds one may, so it cannot be made up: it is an
 * id, masked, behind a signature, and good for one purpose. It lasts as long as the mail does.
 *
 * @see <a href="../../../../../../docs/decisions/016-silence-needs-no-sign-in.md">016</a>
 */
@Component
public class LinkTokens {

    /** From when reminders alone had such links; mails that are out hold tokens made with it. */
    private static final String KEY = "reminder-link-key";

    private static final int SIGNATURE_BYTES = 24;

    private final InstallationKeys keys;

    LinkTokens(InstallationKeys keys) {
        this.keys = keys;
    }

    /** @param purpose what it is good for: a token for one is none for another */
    public String of(String purpose, long id) {
        var bytes = ByteBuffer.allocate(Long.BYTES).putLong(id).array();
        var signature = signature(purpose, bytes);
        return Base64.getUrlEncoder()
                .withoutPadding()
                .encodeToString(ByteBuffer.allocate(SIGNATURE_BYTES + Long.BYTES)
                        .put(signature)
                        .put(masked(bytes, signature))
                        .array());
    }

    /** The id a token was made of, if it is one of ours and for this purpose. */
    public Optional<Long> id(String purpose, String token) {
        byte[] bytes;
        try {
            bytes = Base64.getUrlDecoder().decode(token);
        } catch (IllegalArgumentException notOurs) {
            return Optional.empty();
        }
        if (bytes.length != SIGNATURE_BYTES + Long.BYTES) {
            return Optional.empty();
        }
        var signature = Arrays.copyOf(bytes, SIGNATURE_BYTES);
        var id = masked(Arrays.copyOfRange(bytes, SIGNATURE_BYTES, bytes.length), signature);
        return MessageDigest.isEqual(signature, signature(purpose, id))
                ? Optional.of(ByteBuffer.wrap(id).getLong())
                : Optional.empty();
    }

    private byte[] signature(String purpose, byte[] id) {
        return Arrays.copyOf(hmac(purpose, id), SIGNATURE_BYTES);
    }

    /** The id, or back again: what covers it follows from the signature, so that no two look alike. */
    private byte[] masked(byte[] id, byte[] signature) {
        var mask = hmac("mask", signature);
        var masked = new byte[id.length];
        for (var at = 0; at < id.length; at++) {
            masked[at] = (byte) (id[at] ^ mask[at]);
        }
        return masked;
    }

    private byte[] hmac(String purpose, byte[] of) {
        var mac = keys.signer(KEY);
        mac.update(purpose.getBytes(StandardCharsets.US_ASCII));
        mac.update((byte) 0);
        return mac.doFinal(of);
    }
}
