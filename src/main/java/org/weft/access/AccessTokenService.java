package org.weft.access;

import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.weft.audit.AuditEvent;
import org.weft.audit.AuditTrail;
import org.weft.base.InvalidInputException;
import org.weft.base.NotFoundException;
import org.weft.base.Text;
import org.weft.mail.MailAddress;

/**
 * The tokens with which programs read on behalf of the signed-in account. They open {@code /api} and nothing else, for
 * reading alone, and show what their owner may see at that moment. Everybody has to do with the own ones only.
 *
 * @see <a href="../../../../../../docs/decisions/026-programs-read-with-a-token.md">decision 026</a>
 */
@Service
@PreAuthorize("hasAnyRole('EXECUTIVE', 'HR', 'MANAGER')")
public class AccessTokenService {

    /** Who may have tokens; no other role of an account is lent to them. */
    public static final Set<Role> OWNERS = Set.of(Role.EXECUTIVE, Role.HR, Role.MANAGER);

    /** How many days a token may live. */
    public static final List<Integer> LIVES = List.of(30, 90, 365);

    /** What a token begins with, so that whoever finds one, or looks for lost ones, knows what it is. */
    static final String PREFIX = "weft_";

    static final int MOST = 20;

    private final JdbcClient jdbc;
    private final CurrentUser currentUser;
    private final AuditTrail audit;
    private final Clock clock;

    AccessTokenService(JdbcClient jdbc, CurrentUser currentUser, AuditTrail audit, Clock clock) {
        this.jdbc = jdbc;
        this.currentUser = currentUser;
        this.audit = audit;
        this.clock = clock;
    }

    /** The own tokens, the latest first; those that have expired too. */
    @Transactional(readOnly = true)
    public List<AccessTokenRow> list() {
        var now = clock.instant();
        return jdbc.sql("""
                        select id, name, created_at, expires_at, last_used_at from access_token
                        where account_id = :account order by created_at desc, id desc""")
                .param("account", currentUser.get().id())
                .query((row, n) -> {
                    var expiresAt = row.getTimestamp("expires_at").toInstant();
                    var lastUsedAt = row.getTimestamp("last_used_at");
                    return new AccessTokenRow(
                            row.getLong("id"),
                            row.getString("name"),
                            row.getTimestamp("created_at").toInstant(),
                            expiresAt,
                            lastUsedAt == null ? null : lastUsedAt.toInstant(),
                            !expiresAt.isAfter(now));
                })
                .list();
    }

    /**
     * Makes a token.
     *
     * @return the token, which nobody can be shown again
     */
    @Transactional
    public String create(AccessTokenDraft draft) {
        var name = MailAddress.clean(draft.name());
        if (name.isEmpty() || name.length() > AccessTokenDraft.LONGEST_NAME) {
            throw new InvalidInputException(
                    "name", Text.of("access.tokens.name.invalid", AccessTokenDraft.LONGEST_NAME));
        }
        if (!LIVES.contains(draft.days())) {
            throw new IllegalArgumentException("No token lives for " + draft.days() + " days");
        }
        var owner = currentUser.get();
        if (list().size() >= MOST) {
            throw new InvalidInputException(Text.of("access.tokens.many", MOST));
        }
        var token = PREFIX + RandomToken.make();
        var now = clock.instant();
        var expiresAt = now.plus(Duration.ofDays(draft.days()));
        var id =
                jdbc.sql("select nextval('access_token_seq')").query(Long.class).single();
        jdbc.sql("""
                        insert into access_token (id, account_id, name, token_hash, created_at, expires_at)
                        values (:id, :account, :name, :hash, :now, :expires)""")
                .param("id", id)
                .param("account", owner.id())
                .param("name", name)
                .param("hash", RandomToken.hash(token))
                .param("now", Timestamp.from(now))
                .param("expires", Timestamp.from(expiresAt))
                .update();
        audit.record(AuditEvent.of("ACCESS_TOKEN_CREATED", "access token", id, name)
                .about(owner.personId())
                .detail("→ " + expiresAt));
        return token;
    }

    /**
     * Ends a token at once.
     *
     * @throws NotFoundException if the account has no such token
     */
    @Transactional
    public void revoke(long id) {
        var owner = currentUser.get();
        var name = jdbc.sql("select name from access_token where id = :id and account_id = :account")
                .param("id", id)
                .param("account", owner.id())
                .query(String.class)
                .optional()
                .orElseThrow(() -> new NotFoundException("access token", id));
        jdbc.sql("delete from access_token where id = :id").param("id", id).update();
        audit.record(
                AuditEvent.of("ACCESS_TOKEN_REVOKED", "access token", id, name).about(owner.personId()));
    }
}
