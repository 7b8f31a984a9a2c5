package org.weft.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.security.access.AccessDeniedException;
import org.weft.base.InvalidInputException;
import org.weft.base.NotFoundException;
import org.weft.testing.Fixture;
import org.weft.testing.SignedIn;
import org.weft.testing.TestClock;
import org.weft.testing.WeftTest;

@WeftTest
class AccessTokenServiceTest {

    @Autowired
    AccessTokenService tokens;

    @Autowired
    AccessTokens keys;

    @Autowired
    AccountService accounts;

    @Autowired
    AccountRepository stored;

    @Autowired
    Fixture fixture;

    @Autowired
    TestClock clock;

    private static AccountDraft draft(String username, boolean active, Role... roles) {
        return draft(username, active, null, roles);
    }

    private static AccountDraft draft(String username, boolean active, @Nullable Long personId, Role... roles) {
        return new AccountDraft(
                username, username, null, Set.of(roles), personId, ExecutiveReach.WHOLE, "en", "UTC", active);
    }

    /** An account that is there, signed in. */
    private long account(String username, Role... roles) {
        SignedIn.as(Role.ADMIN);
        var id = accounts.create(draft(username, true, roles));
        signIn(id);
        return id;
    }

    private void signIn(long id) {
        SignedIn.with(stored.findById(id).orElseThrow().details());
    }

    private void save(long id, AccountDraft draft) {
        SignedIn.as(Role.ADMIN);
        accounts.save(id, accounts.find(id).orElseThrow().version(), draft);
    }

    @Test
    void aTokenStandsForItsOwnerUntilItExpires() {
        var id = account("ada", Role.HR);
        var token = tokens.create(new AccessTokenDraft("  Power BI  ", 30));

        assertThat(token).matches("weft_[A-Za-z0-9_-]{43}");
        assertThat(keys.use(token).orElseThrow().id()).isEqualTo(id);
        assertThat(keys.use(token.substring(5))).isEmpty();
        assertThat(keys.use(token + "x")).isEmpty();
        assertThat(keys.use("")).isEmpty();
        var row = tokens.list().getFirst();
        assertThat(row.name()).isEqualTo("Power BI");
        assertThat(row.expiresAt()).isEqualTo(clock.instant().plus(Duration.ofDays(30)));
        clock.advance(Duration.ofDays(30).minusSeconds(1));
        assertThat(keys.use(token)).isPresent();
        clock.advance(Duration.ofSeconds(1));
        assertThat(keys.use(token)).isEmpty();
        assertThat(tokens.list().getFirst().expired()).isTrue();
    }

    @Test
    void onlyItsHashIsKept() {
        account("ada", Role.HR);
        var token = tokens.create(new AccessTokenDraft("Script", 90));

        var row = fixture.jdbc().sql("select * from access_token").query().singleRow();
        assertThat(row.get("token_hash"))
                .isEqualTo(RandomToken.hash(token))
                .asString()
                .hasSize(64);
        assertThat(row.values()).noneMatch(value -> String.valueOf(value).contains(token.substring(5)));
        var trail = fixture.jdbc()
                .sql("select * from audit_entry where action = 'ACCESS_TOKEN_CREATED'")
                .query()
                .singleRow();
        assertThat(trail).containsEntry("subject_name", "Script").containsEntry("actor_name", "ada");
        assertThat(trail.values()).noneMatch(value -> String.valueOf(value).contains(token.substring(5)));
    }

    @Test
    void itsUseIsNotedOnceAMinute() {
        account("ada", Role.MANAGER);
        var token = tokens.create(new AccessTokenDraft("Script", 30));
        assertThat(tokens.list().getFirst().lastUsedAt()).isNull();

        var first = clock.instant();
        keys.use(token);
        clock.advance(Duration.ofSeconds(59));
        keys.use(token);
        assertThat(tokens.list().getFirst().lastUsedAt()).isEqualTo(first);
        clock.advance(Duration.ofSeconds(1));
        keys.use(token);
        assertThat(tokens.list().getFirst().lastUsedAt()).isEqualTo(first.plusSeconds(60));
    }

    @Test
    void whatTheAccountLosesTheTokenLosesAtOnce() {
        var id = account("ada", Role.HR, Role.ADMIN, Role.MEMBER);
        SignedIn.as(Role.ADMIN);
        accounts.create(draft("root", true, Role.ADMIN));
        signIn(id);
        var token = tokens.create(new AccessTokenDraft("Script", 365));

        assertThat(keys.use(token).orElseThrow().roles()).as("no administrator").containsExactly(Role.HR);
        save(id, draft("ada", true, Role.MANAGER));
        assertThat(keys.use(token).orElseThrow().roles()).containsExactly(Role.MANAGER);
        save(id, draft("ada", true, Role.MEMBER));
        assertThat(keys.use(token).orElseThrow().getAuthorities()).isEmpty();
        var person = fixture.person("Ada Lovelace");
        save(
                id,
                new AccountDraft(
                        "ada", "ada", null, Set.of(Role.EXECUTIVE), person, ExecutiveReach.LINE, "en", "UTC", true));
        assertThat(keys.use(token).orElseThrow().reach()).isEqualTo(ExecutiveReach.LINE);
        assertThat(keys.use(token).orElseThrow().personId()).isEqualTo(person);
        save(id, draft("ada", false, Role.HR));
        assertThat(keys.use(token)).isEmpty();
    }

    @Test
    void whoRevokesATokenEndsItAndNobodyElseCan() {
        var ada = account("ada", Role.HR);
        var token = tokens.create(new AccessTokenDraft("Script", 30));
        var id = tokens.list().getFirst().id();
        account("grace", Role.HR);
        assertThat(tokens.list()).isEmpty();
        assertThatThrownBy(() -> tokens.revoke(id)).isInstanceOf(NotFoundException.class);
        assertThat(keys.use(token)).isPresent();

        signIn(ada);
        tokens.revoke(id);
        assertThat(keys.use(token)).isEmpty();
        assertThat(tokens.list()).isEmpty();
        assertThat(fixture.jdbc()
                        .sql("select subject_name from audit_entry where action = 'ACCESS_TOKEN_REVOKED'")
                        .query(String.class)
                        .single())
                .isEqualTo("Script");
        assertThatThrownBy(() -> tokens.revoke(id)).isInstanceOf(NotFoundException.class);
    }

    @Test
    void whatCannotBeMadeIsSaidAtItsField() {
        account("ada", Role.HR);
        for (var name : new String[] {"", "  \n ", "x".repeat(101)}) {
            assertThatThrownBy(() -> tokens.create(new AccessTokenDraft(name, 30)))
                    .isInstanceOfSatisfying(
                            InvalidInputException.class,
                            problem -> assertThat(problem.field()).isEqualTo("name"));
        }
        assertThatThrownBy(() -> tokens.create(new AccessTokenDraft("For ever", 36_500)))
                .isInstanceOf(IllegalArgumentException.class);
        for (var i = 0; i < AccessTokenService.MOST; i++) {
            tokens.create(new AccessTokenDraft("=Script " + i, 30));
        }
        assertThatThrownBy(() -> tokens.create(new AccessTokenDraft("One more", 30)))
                .isInstanceOf(InvalidInputException.class);
        assertThat(tokens.list()).hasSize(AccessTokenService.MOST);
    }

    @Test
    void membersAndAdministratorsHaveNone() {
        for (var role : new Role[] {Role.MEMBER, Role.ADMIN}) {
            SignedIn.as(role);
            assertThatThrownBy(tokens::list).isInstanceOf(AccessDeniedException.class);
            assertThatThrownBy(() -> tokens.create(new AccessTokenDraft("Script", 30)))
                    .isInstanceOf(AccessDeniedException.class);
        }
    }
}
