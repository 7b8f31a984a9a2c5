package org.weft.base;

import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Keys this installation signs with what it hands out and takes back, such as a link or a row of a workbook: random, one
 * for each purpose, the same on all nodes, and made when they are asked for first.
 */
@Component
public class InstallationKeys {

    private static final String ALGORITHM = "HmacSHA256";
    private static final int KEY_BYTES = 32;

    private final JdbcClient jdbc;
    private final TransactionTemplate apart;
    private final Map<String, SecretKeySpec> known = new ConcurrentHashMap<>();

    InstallationKeys(JdbcClient jdbc, PlatformTransactionManager transactions) {
        this.jdbc = jdbc;
        apart = new TransactionTemplate(transactions);
        apart.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);
    }

    /**
     * A signer under the key of this name; HMAC with SHA-256. It belongs to one thread.
     *
     * @param name of the setting the key is kept under
     */
    public Mac signer(String name) {
        try {
            var mac = Mac.getInstance(ALGORITHM);
            mac.init(key(name));
            return mac;
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Kept apart from whatever transaction asks: what was signed must hold even where that one is rolled back. */
    private SecretKeySpec key(String name) {
        var key = known.get(name);
        if (key == null) {
            var made = new byte[KEY_BYTES];
            new SecureRandom().nextBytes(made);
            var kept = apart.execute(status -> {
                jdbc.sql("insert into setting (name, content) values (:name, :content) on conflict do nothing")
                        .param("name", name)
                        .param("content", Base64.getEncoder().encodeToString(made))
                        .update();
                return jdbc.sql("select content from setting where name = :name")
                        .param("name", name)
                        .query(String.class)
                        .single();
            });
            key = new SecretKeySpec(Base64.getDecoder().decode(kept), ALGORITHM);
            known.put(name, key);
        }
        return key;
    }
}
