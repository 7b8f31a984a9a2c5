package org.weft.access;

import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Whom a token stands for. */
@Component
class AccessTokens {

    /** Programs ask many times a second; when they did so last is good to a minute. */
    private static final Duration NOTED_EVERY = Duration.ofMinutes(1);

    private final JdbcClient jdbc;
    private final AccountRepository accounts;
    private final Clock clock;

    AccessTokens(JdbcClient jdbc, AccountRepository accounts, Clock clock) {
        this.jdbc = jdbc;
        this.accounts = accounts;
        this.clock = clock;
    }

    private record Found(long id, long accountId, @Nullable Instant lastUsedAt) {}

    /**
     * The owner as the account is now, with the roles that are lent to tokens; notes that the token was used. Empty if
     * there is no such token, it has expired or the account is switched off.
     */
    @Transactional
    public Optional<AccountDetails> use(String token) {
        var now = clock.instant();
        return find(token, now)
                .flatMap(found -> accounts.findById(found.accountId())
                        .map(Account::details)
                        .filter(AccountDetails::active)
                        .map(owner -> {
                            note(found, now);
                            return owner.within(AccessTokenService.OWNERS);
                        }));
    }

    private Optional<Found> find(String token, Instant now) {
        return token.startsWith(AccessTokenService.PREFIX)
                ? jdbc.sql("""
                                select id, account_id, last_used_at from access_token
                                where token_hash = :hash and expires_at > :now""")
                        .param("hash", RandomToken.hash(token))
                        .param("now", Timestamp.from(now))
                        .query((row, n) -> {
                            var lastUsedAt = row.getTimestamp("last_used_at");
                            return new Found(
                                    row.getLong("id"),
                                    row.getLong("account_id"),
                                    lastUsedAt == null ? null : lastUsedAt.toInstant());
                        })
                        .optional()
                : Optional.empty();
    }

    private void note(Found token, Instant now) {
        var before = now.minus(NOTED_EVERY);
        if (token.lastUsedAt() == null || !token.lastUsedAt().isAfter(before)) {
            jdbc.sql("""
                            update access_token set last_used_at = :now
                            where id = :id and (last_used_at is null or last_used_at <= :before)""")
                    .param("now", Timestamp.from(now))
                    .param("before", Timestamp.from(before))
                    .param("id", token.id())
                    .update();
        }
    }
}
