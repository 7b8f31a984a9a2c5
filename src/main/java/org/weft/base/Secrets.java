package org.weft.base;

import java.util.Optional;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.security.crypto.encrypt.Encryptors;
import org.springframework.security.crypto.encrypt.TextEncryptor;
import org.springframework.security.crypto.keygen.KeyGenerators;
import org.springframework.stereotype.Component;

/**
 * Keeps what the portal must use itself and nobody shall read who sees the database, such as the password of the mail
 * server: AES-GCM with 256 bits under the key of the installation ({@code weft.secret-key}), a salt for each value.
 *
 * @see <a href="../../../../../../docs/decisions/020-mail-settings-in-the-portal.md">decision 020</a>
 */
@Component
public class Secrets {

    private static final int SHORTEST = 16;
    private static final char BETWEEN = ':';

    private final String key;

    Secrets(@Value("${weft.secret-key}") String key) {
        this.key = key.strip();
        if (!this.key.isEmpty() && this.key.length() < SHORTEST) {
            throw new IllegalStateException(
                    "weft.secret-key is too short to protect anything: at least " + SHORTEST + " characters");
        }
    }

    /** Whether the installation has a key. Without one nothing can be kept. */
    public boolean available() {
        return !key.isEmpty();
    }

    /**
     * The text as it may be stored.
     *
     * @throws IllegalStateException without a key
     */
    public String encrypt(String text) {
        var salt = KeyGenerators.string().generateKey();
        return salt + BETWEEN + under(salt).encrypt(text);
    }

    /** The text again; empty without a key, and where it was kept under another one. */
    public Optional<String> decrypt(String kept) {
        var between = kept.indexOf(BETWEEN);
        if (!available() || between < 0) {
            return Optional.empty();
        }
        try {
            return Optional.of(under(kept.substring(0, between)).decrypt(kept.substring(between + 1)));
        } catch (IllegalStateException | IllegalArgumentException e) {
            // The seal does not fit the key: that is all there is to know, and nothing of it belongs into a log.
            return Optional.empty();
        }
    }

    private TextEncryptor under(String salt) {
        if (!available()) {
            throw new IllegalStateException("weft.secret-key is not set");
        }
        return Encryptors.delux(key, salt);
    }
}
