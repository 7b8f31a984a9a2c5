package org.weft.reminders.policy;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.Base64;
import java.util.Optional;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;
import org.weft.mail.MailSettings;
import org.weft.reminders.WayOut;

/**
 * The addresses in a mail under which its recipient asks for fewer, without signing in. Whoever holds one may, so it
 * cannot be made up: it is the person's id, masked, behind a signature. It lasts as long as the mail does.
 *
 * @see <a href="../../../../../../../docs/decisions/016-silence-needs-no-sign-in.md">016</a>
 */
@Component
class SilenceLinks implements WayOut {

    static final String PAGE = "silence/";
    static final String ONE_CLICK = "unsubscribe/";

    private static final String KEY = "reminder-link-key";
    private static final String ALGORITHM = "HmacSHA256";
    private static final int KEY_BYTES = 32;
    private static final int SIGNATURE_BYTES = 24;

    private final JdbcClient jdbc;
    private final MailSettings settings;
    private final TransactionTemplate apart;
    private volatile @Nullable SecretKeySpec known;

    SilenceLinks(JdbcClient jdbc, MailSettings settings, PlatformTransactionManager transactions) {
        this.jdbc = jdbc;
        this.settings = settings;
        apart = new TransactionTemplate(transactions);
        apart.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);
    }

    @Override
    public String page(long personId) {
        return settings.link(PAGE + token(personId));
    }

    @Override
    public String oneClick(long personId) {
        return settings.link(ONE_CLICK + token(personId));
    }

    @Override
    public String example() {
        return settings.link(PAGE);
    }

    String token(long personId) {
        var id = ByteBuffer.allocate(Long.BYTES).putLong(personId).array();
        var signature = signature(id);
        return Base64.getUrlEncoder()
                .withoutPadding()
                .encodeToString(ByteBuffer.allocate(SIGNATURE_BYTES + Long.BYTES)
                        .put(signature)
                        .put(masked(id, signature))
                        .array());
    }

    /** Whose token it is, if it is one of ours. */
    Optional<Long> person(String token) {
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
        return MessageDigest.isEqual(signature, signature(id))
                ? Optional.of(ByteBuffer.wrap(id).getLong())
                : Optional.empty();
    }

    private byte[] signature(byte[] id) {
        return Arrays.copyOf(hmac("person", id), SIGNATURE_BYTES);
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
        try {
            var mac = Mac.getInstance(ALGORITHM);
            mac.init(key());
            mac.update(purpose.getBytes(StandardCharsets.US_ASCII));
            mac.update((byte) 0);
            return mac.doFinal(of);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    /** One for all nodes, made when it is asked for first, and kept apart from whatever transaction asks. */
    private SecretKeySpec key() {
        var key = known;
        if (key == null) {
            var made = new byte[KEY_BYTES];
            new SecureRandom().nextBytes(made);
            var kept = apart.execute(status -> {
                jdbc.sql("insert into setting (name, content) values (:name, :content) on conflict do nothing")
                        .param("name", KEY)
                        .param("content", Base64.getEncoder().encodeToString(made))
                        .update();
                return jdbc.sql("select content from setting where name = :name")
                        .param("name", KEY)
                        .query(String.class)
                        .single();
            });
            key = new SecretKeySpec(Base64.getDecoder().decode(kept), ALGORITHM);
            known = key;
        }
        return key;
    }
}
