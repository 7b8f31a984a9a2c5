package org.weft.access;

import java.time.Clock;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.dao.OptimisticLockingFailureException;
import org.springframework.data.domain.Pageable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.weft.audit.AuditEvent;
import org.weft.audit.AuditTrail;
import org.weft.base.InvalidInputException;
import org.weft.base.LikePattern;
import org.weft.base.NotFoundException;
import org.weft.base.StaleEditException;
import org.weft.base.Text;
import org.weft.mail.MailAddress;

/** The accounts people sign in with. Administrators only. */
@Service
@PreAuthorize("hasRole('ADMIN')")
public class AccountService {

    private static final Pattern USERNAME = Pattern.compile("[\\p{L}\\p{N}._@+-]{2,100}");

    private final AccountRepository accounts;
    private final JdbcClient jdbc;
    private final AuditTrail audit;
    private final Clock clock;

    AccountService(AccountRepository accounts, JdbcClient jdbc, AuditTrail audit, Clock clock) {
        this.accounts = accounts;
        this.jdbc = jdbc;
        this.audit = audit;
        this.clock = clock;
    }

    /** Accounts whose username, name or e-mail contains the text, in order of name. */
    @Transactional(readOnly = true)
    public List<AccountRow> list(String text, Pageable page) {
        return jdbc.sql("""
                        select a.id, a.username, a.display_name, a.email, a.active, a.password_hash is not null as has_password,
                            a.last_sign_in_at, a.version, p.display_name as person_name,
                            (select string_agg(r.role, ',' order by r.role) from account_role r where r.account_id = a.id) as roles
                        from account a left join person p on p.id = a.person_id
                        where lower(a.username) like :text escape '\\' or lower(a.display_name) like :text escape '\\'
                            or lower(a.email) like :text escape '\\'
                        order by lower(a.display_name), a.id
                        offset :offset rows fetch next :limit rows only""")
                .param("text", LikePattern.containing(text))
                .param("offset", page.getOffset())
                .param("limit", page.getPageSize())
                .query((row, n) -> {
                    var signedIn = row.getTimestamp("last_sign_in_at");
                    var roles = row.getString("roles");
                    return new AccountRow(
                            row.getLong("id"),
                            row.getString("username"),
                            row.getString("display_name"),
                            row.getString("email"),
                            roles == null
                                    ? Set.of()
                                    : Arrays.stream(roles.split(","))
                                            .map(Role::valueOf)
                                            .collect(Collectors.toSet()),
                            row.getString("person_name"),
                            row.getBoolean("active"),
                            row.getBoolean("has_password"),
                            signedIn == null ? null : signedIn.toInstant(),
                            row.getInt("version"));
                })
                .list();
    }

    @Transactional(readOnly = true)
    public int count(String text) {
        return jdbc.sql("""
                        select count(*) from account a
                        where lower(a.username) like :text escape '\\' or lower(a.display_name) like :text escape '\\'
                            or lower(a.email) like :text escape '\\'""")
                .param("text", LikePattern.containing(text))
                .query(Integer.class)
                .single();
    }

    @Transactional(readOnly = true)
    public Optional<AccountVersion> find(long id) {
        return accounts.findById(id).map(account -> new AccountVersion(id, account.version(), account.draft()));
    }

    /** @return the id of the new account, which has no password until its link is used */
    @Transactional
    public long create(AccountDraft entered) {
        var draft = checked(entered);
        if (accounts.existsByUsername(draft.username())) {
            throw new InvalidInputException("username", Text.of("access.account.username.taken"));
        }
        var account = new Account(clock.instant());
        account.edit(draft);
        saveUnique(account);
        audit.record(AuditEvent.of("ACCOUNT_CREATED", "account", account.id(), draft.displayName())
                .about(draft.personId())
                .detail(words(draft)));
        return account.id();
    }

    /**
     * @param version as {@link #find} gave it
     * @throws StaleEditException if somebody saved it in between
     */
    @Transactional
    public void save(long id, int version, AccountDraft entered) {
        var draft = checked(entered);
        var account = accounts.findById(id).orElseThrow(() -> new NotFoundException("account", id));
        if (account.version() != version) {
            throw new StaleEditException("account", id);
        }
        var before = account.draft();
        if (!before.username().equals(draft.username()) && accounts.existsByUsername(draft.username())) {
            throw new InvalidInputException("username", Text.of("access.account.username.taken"));
        }
        if (isAdministrator(before) && !isAdministrator(draft) && administratorsBut(id) == 0) {
            throw new InvalidInputException("roles", Text.of("access.account.last.admin"));
        }
        if (before.equals(draft)) {
            return;
        }
        account.edit(draft);
        saveUnique(account);
        if (!draft.active() || !before.username().equals(draft.username())) {
            forgetBrowsers(jdbc, before.username());
        }
        audit.record(AuditEvent.of("ACCOUNT_CHANGED", "account", id, draft.displayName())
                .about(draft.personId())
                .detail(words(before) + " → " + words(draft)));
    }

    private void saveUnique(Account account) {
        try {
            accounts.saveAndFlush(account);
        } catch (OptimisticLockingFailureException e) {
            throw new StaleEditException("account", account.id());
        } catch (DataIntegrityViolationException e) {
            var person = String.valueOf(e.getMessage()).toLowerCase(Locale.ROOT).contains("person_id");
            throw person
                    ? new InvalidInputException("personId", Text.of("access.account.person.taken"))
                    : new InvalidInputException("username", Text.of("access.account.username.taken"));
        }
    }

    /**
     * Browsers that stay signed in do so no longer. They know the username only, which may be somebody else's one day.
     */
    static void forgetBrowsers(JdbcClient jdbc, String username) {
        jdbc.sql("delete from persistent_logins where username = ?")
                .param(username)
                .update();
    }

    /** Counts only once no other change of accounts is under way, so that two cannot both leave the other as the last. */
    private int administratorsBut(long id) {
        jdbc.sql("select id from account order by id for update")
                .query(Long.class)
                .list();
        return jdbc.sql("""
                        select count(*) from account a join account_role r on r.account_id = a.id
                        where r.role = 'ADMIN' and a.active and a.id <> :id""").param("id", id).query(Integer.class).single();
    }

    private static boolean isAdministrator(AccountDraft draft) {
        return draft.active() && draft.roles().contains(Role.ADMIN);
    }

    /** The draft with blanks trimmed and the username in lower case, or the first problem a person can mend. */
    static AccountDraft checked(AccountDraft entered) {
        var username = entered.username().strip().toLowerCase(Locale.ROOT);
        if (!USERNAME.matcher(username).matches()) {
            throw new InvalidInputException("username", Text.of("access.account.username.invalid"));
        }
        var name = MailAddress.clean(entered.displayName());
        if (name.isEmpty() || name.length() > 200) {
            throw new InvalidInputException("displayName", Text.of("access.account.name.invalid"));
        }
        var email = entered.email() == null || entered.email().isBlank()
                ? null
                : new MailAddress(entered.email().strip(), name).address();
        if (entered.roles().isEmpty()) {
            throw new InvalidInputException("roles", Text.of("access.account.roles.empty"));
        }
        return new AccountDraft(
                username,
                name,
                email,
                entered.roles(),
                entered.personId(),
                entered.reach(),
                entered.language(),
                entered.timeZone(),
                entered.active());
    }

    private static String words(AccountDraft draft) {
        return draft.username() + " " + draft.roles().stream().sorted().toList() + (draft.active() ? "" : " inactive");
    }
}
