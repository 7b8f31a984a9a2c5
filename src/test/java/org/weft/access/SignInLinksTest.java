package org.weft.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.security.core.userdetails.UserDetailsService;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.weft.base.InvalidInputException;
import org.weft.base.NotFoundException;
import org.weft.testing.Fixture;
import org.weft.testing.SignedIn;
import org.weft.testing.TestClock;
import org.weft.testing.WeftTest;

@WeftTest
class SignInLinksTest {

    private static final String PASSWORD = "a loom, a shuttle";

    @Autowired
    SignInLinks links;

    @Autowired
    AccountService accounts;

    @Autowired
    UserDetailsService users;

    @Autowired
    PasswordEncoder passwords;

    @Autowired
    Fixture fixture;

    @Autowired
    TestClock clock;

    @Test
    void anEmptyPortalGetsItsFirstAdministratorByALinkThatWorksOnce() {
        var token = token(links.forFirstAdministrator().orElseThrow());

        links.createFirstAdministrator(token, "Root", "Grace Hopper", PASSWORD, "en", true);

        var account = (AccountDetails) users.loadUserByUsername("root");
        assertThat(account.roles()).containsExactlyInAnyOrder(Role.ADMIN, Role.HR);
        assertThat(passwords.matches(PASSWORD, account.getPassword())).isTrue();
        assertThat(links.find(token)).isEmpty();
        assertThat(links.forFirstAdministrator())
                .as("only an empty portal offers one")
                .isEmpty();
        assertThatThrownBy(() -> links.createFirstAdministrator(token, "two", "Second", PASSWORD, "en", true))
                .isInstanceOf(NotFoundException.class);
        assertThat(fixture.count("account")).isEqualTo(1);
    }

    @Test
    void anOldLinkForTheFirstAdministratorDiesWhenTheNextIsMadeAndAfterADay() {
        var old = token(links.forFirstAdministrator().orElseThrow());
        var current = token(links.forFirstAdministrator().orElseThrow());
        assertThat(links.find(old)).isEmpty();
        assertThat(links.find(current)).isPresent();

        clock.advance(Duration.ofHours(24).plusSeconds(1));
        assertThat(links.find(current)).isEmpty();
    }

    @Test
    void anAccountWithoutPasswordSignsInOnlyAfterItsLinkWasUsed() {
        SignedIn.as(Role.ADMIN);
        var id = accounts.create(new AccountDraft(
                "ada", "Ada", null, Set.of(Role.MEMBER), null, ExecutiveReach.WHOLE, "de", "Europe/Berlin", true));
        assertThatThrownBy(() -> users.loadUserByUsername("ada")).hasMessageContaining("No such account");

        links.setPassword(token(links.forPassword(id)), PASSWORD);

        assertThat(passwords.matches(PASSWORD, users.loadUserByUsername("ADA ").getPassword()))
                .isTrue();
    }

    @Test
    void browsersThatStaySignedInAreForgottenWithAnotherPasswordNameOrDeactivation() {
        SignedIn.as(Role.ADMIN);
        var id = accounts.create(draft("ada", true));
        staySignedIn("ada");
        links.setPassword(token(links.forPassword(id)), PASSWORD);
        assertThat(fixture.count("persistent_logins")).isZero();

        staySignedIn("ada");
        accounts.save(id, version(id), draft("lovelace", true));
        assertThat(fixture.count("persistent_logins")).isZero();

        staySignedIn("lovelace");
        staySignedIn("grace");
        accounts.save(id, version(id), draft("lovelace", false));
        assertThat(fixture.count("persistent_logins")).isOne();
    }

    private static AccountDraft draft(String username, boolean active) {
        return new AccountDraft(
                username, "Ada", null, Set.of(Role.MEMBER), null, ExecutiveReach.WHOLE, "en", "UTC", active);
    }

    private int version(long id) {
        return accounts.find(id).orElseThrow().version();
    }

    private void staySignedIn(String username) {
        fixture.jdbc()
                .sql("insert into persistent_logins (username, series, token, last_used) values (?, ?, 't', now())")
                .params(username, "of " + username)
                .update();
    }

    @Test
    void weakPasswordsAreRefusedAndTheLinkStaysGood() {
        var token = token(links.forFirstAdministrator().orElseThrow());
        for (var weak : new String[] {"short", "x".repeat(73), "grace.hopper-1"}) {
            assertThatThrownBy(() ->
                            links.createFirstAdministrator(token, "grace.hopper", "Grace Hopper", weak, "en", true))
                    .isInstanceOfSatisfying(
                            InvalidInputException.class,
                            e -> assertThat(e.field()).isEqualTo("password"));
        }
        assertThat(links.find(token)).isPresent();
    }

    @Test
    void theDatabaseKeepsNoLinkOnlyItsHash() {
        var token = token(links.forFirstAdministrator().orElseThrow());
        var stored = fixture.jdbc()
                .sql("select token_hash from sign_in_link")
                .query(String.class)
                .single();
        assertThat(stored).hasSize(64).doesNotContain(token);
    }

    private static String token(String link) {
        assertThat(link).startsWith("https://weft.example.com/setup/");
        return link.substring(link.lastIndexOf('/') + 1);
    }
}
