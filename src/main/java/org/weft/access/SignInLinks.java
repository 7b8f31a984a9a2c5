package org.weft.access;

import java.nio.charset.StandardCharsets;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.weft.audit.AuditEvent;
import org.weft.audit.AuditTrail;
import org.weft.base.InvalidInputException;
import org.weft.base.NotFoundException;
import org.weft.base.PortalAddress;
import org.weft.base.Text;

/**
 * Links that work once: for the first administrator of an empty portal, and for setting a password. Whoever has the
 * link may use it, so only its hash is stored, it expires, and a new one for the same purpose ends the old.
 */
@Service
public class SignInLinks {

    private static final Duration FIRST_ADMIN_LIFE = Duration.ofHours(24);
    private static final Duration PASSWORD_LIFE = Duration.ofDays(7);
    /** bcrypt takes no more than 72 bytes. */
    private static final int LONGEST_PASSWORD = 72;

    private static final int SHORTEST_PASSWORD = 12;

    private final JdbcClient jdbc;
    private final AccountRepository accounts;
    private final PasswordEncoder passwords;
    private final AuditTrail audit;
    private final Clock clock;
    private final PortalAddress address;
    private final String zone;

    SignInLinks(
            JdbcClient jdbc,
            AccountRepository accounts,
            PasswordEncoder passwords,
            AuditTrail audit,
            Clock clock,
            PortalAddress address,
            @Value("${weft.time-zone}") String zone) {
        this.jdbc = jdbc;
        this.accounts = accounts;
        this.passwords = passwords;
        this.audit = audit;
        this.clock = clock;
        this.address = address;
        this.zone = zone;
    }

    /** What a link is for. */
    public enum Purpose {
        FIRST_ADMIN,
        SET_PASSWORD
    }

    /**
     * A link that still works.
     *
     * @param displayName whose password it sets; null for the first administrator
     */
    public record OpenLink(
            Purpose purpose,
            @Nullable String username,
            @Nullable String displayName) {}

    /** The address that lets its holder create the first administrator, or empty if there is an account already. */
    @Transactional
    public Optional<String> forFirstAdministrator() {
        if (accounts.count() > 0) {
            return Optional.empty();
        }
        jdbc.sql("delete from sign_in_link where purpose = 'FIRST_ADMIN'").update();
        return Optional.of(create(Purpose.FIRST_ADMIN, null, FIRST_ADMIN_LIFE));
    }

    /** The address that lets its holder choose the account's password; the present password works until then. */
    @PreAuthorize("hasRole('ADMIN')")
    @Transactional
    public String forPassword(long accountId) {
        var account = accounts.findById(accountId).orElseThrow(() -> new NotFoundException("account", accountId));
        jdbc.sql("delete from sign_in_link where purpose = 'SET_PASSWORD' and account_id = :id")
                .param("id", accountId)
                .update();
        audit.record(AuditEvent.of("PASSWORD_LINK_MADE", "account", accountId, account.displayName()));
        return create(Purpose.SET_PASSWORD, accountId, PASSWORD_LIFE);
    }

    @Transactional(readOnly = true)
    public Optional<OpenLink> find(String token) {
        return jdbc.sql("""
                        select l.purpose, a.username, a.display_name from sign_in_link l left join account a on a.id = l.account_id
                        where l.token_hash = :hash and l.used_at is null and l.expires_at > :now""")
                .param("hash", RandomToken.hash(token))
                .param("now", Timestamp.from(clock.instant()))
                .query((row, n) -> new OpenLink(
                        Purpose.valueOf(row.getString("purpose")),
                        row.getString("username"),
                        row.getString("display_name")))
                .optional()
                .filter(link -> link.purpose() != Purpose.FIRST_ADMIN || accounts.count() == 0);
    }

    /**
     * Uses a first administrator's link.
     *
     * @param runsPrograms whether the new administrator gets the HR role as well
     * @throws NotFoundException if the link was used, has expired or never was
     */
    @Transactional
    public void createFirstAdministrator(
            String token, String username, String displayName, String password, String language, boolean runsPrograms) {
        var roles = runsPrograms ? Set.of(Role.ADMIN, Role.HR) : Set.of(Role.ADMIN);
        var draft = AccountService.checked(
                new AccountDraft(username, displayName, null, roles, null, ExecutiveReach.WHOLE, language, zone, true));
        check(password, draft.username());
        if (find(token).isEmpty()) {
            throw new NotFoundException("link", "first administrator");
        }
        use(token);
        var account = new Account(clock.instant());
        account.edit(draft);
        account.setPasswordHash(passwords.encode(password));
        accounts.saveAndFlush(account);
        audit.record(AuditEvent.of("ACCOUNT_CREATED", "account", account.id(), draft.displayName()));
    }

    /** @throws NotFoundException if the link was used, has expired or never was */
    @Transactional
    public void setPassword(String token, String password) {
        var link = find(token).orElseThrow(() -> new NotFoundException("link", "password"));
        var username = link.username();
        if (username == null) {
            throw new NotFoundException("link", "password");
        }
        check(password, username);
        use(token);
        var account = accounts.findByUsername(username).orElseThrow();
        account.setPasswordHash(passwords.encode(password));
        AccountService.forgetBrowsers(jdbc, username);
        audit.record(AuditEvent.of("PASSWORD_SET", "account", account.id(), account.displayName()));
    }

    private static void check(String password, String username) {
        if (password.length() < SHORTEST_PASSWORD) {
            throw new InvalidInputException("password", Text.of("access.password.short", SHORTEST_PASSWORD));
        }
        if (password.getBytes(StandardCharsets.UTF_8).length > LONGEST_PASSWORD) {
            throw new InvalidInputException("password", Text.of("access.password.long", LONGEST_PASSWORD));
        }
        if (password.toLowerCase(Locale.ROOT).contains(username)) {
            throw new InvalidInputException("password", Text.of("access.password.username"));
        }
    }

    /** The update decides who was first where two use one link at the same moment. */
    private void use(String token) {
        var now = Timestamp.from(clock.instant());
        var used = jdbc.sql("update sign_in_link set used_at = :now where token_hash = :hash and used_at is null")
                .param("now", now)
                .param("hash", RandomToken.hash(token))
                .update();
        if (used == 0) {
            throw new NotFoundException("link", "used");
        }
    }

    private String create(Purpose purpose, @Nullable Long accountId, Duration life) {
        var token = RandomToken.make();
        var now = clock.instant();
        jdbc.sql("""
                        insert into sign_in_link (token_hash, purpose, account_id, created_at, expires_at)
                        values (:hash, :purpose, :account, :now, :expires)""")
                .param("hash", RandomToken.hash(token))
                .param("purpose", purpose.name())
                .param("account", accountId)
                .param("now", Timestamp.from(now))
                .param("expires", Timestamp.from(now.plus(life)))
                .update();
        return address.link("setup/" + token);
    }
}
