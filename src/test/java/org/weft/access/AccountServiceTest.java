package org.weft.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;

import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.data.domain.PageRequest;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.transaction.PlatformTransactionManager;
import org.weft.base.InvalidInputException;
import org.weft.base.StaleEditException;
import org.weft.testing.Fixture;
import org.weft.testing.Race;
import org.weft.testing.SignedIn;
import org.weft.testing.WeftTest;

@WeftTest
class AccountServiceTest {

    @Autowired
    AccountService accounts;

    @Autowired
    Fixture fixture;

    @Autowired
    PlatformTransactionManager transactions;

    @BeforeEach
    void anAdministratorIsSignedIn() {
        SignedIn.as(Role.ADMIN);
    }

    @Test
    void anAccountIsFoundByPartOfItsNameWithItsRoles() {
        var ada = fixture.person("Ada Lovelace");
        accounts.create(draft("ada", Set.of(Role.MANAGER, Role.MEMBER), ada));
        accounts.create(draft("hr_desk", Set.of(Role.HR), null));

        var found = accounts.list("DA", PageRequest.of(0, 10));

        assertThat(found).singleElement().satisfies(row -> {
            assertThat(row.roles()).containsExactlyInAnyOrder(Role.MANAGER, Role.MEMBER);
            assertThat(row.personName()).isEqualTo("Ada Lovelace");
            assertThat(row.hasPassword()).isFalse();
        });
        assertThat(accounts.count("_"))
                .as("an underscore is a letter, not a wildcard")
                .isEqualTo(1);
    }

    @Test
    void usernamesAndPersonsAreTakenOnce() {
        var ada = fixture.person("Ada Lovelace");
        accounts.create(draft("ada", Set.of(Role.MEMBER), ada));

        assertThatThrownBy(() -> accounts.create(draft("  ADA ", Set.of(Role.MEMBER), null)))
                .isInstanceOfSatisfying(
                        InvalidInputException.class, e -> assertThat(e.field()).isEqualTo("username"));
        assertThatThrownBy(() -> accounts.create(draft("ada2", Set.of(Role.MEMBER), ada)))
                .isInstanceOfSatisfying(
                        InvalidInputException.class, e -> assertThat(e.field()).isEqualTo("personId"));
    }

    @Test
    void theSecondOfTwoEditorsIsTold() {
        var id = accounts.create(draft("ada", Set.of(Role.MEMBER), null));
        var seenByBoth = accounts.find(id).orElseThrow();
        accounts.save(id, seenByBoth.version(), draft("ada", Set.of(Role.MANAGER), null));

        assertThatThrownBy(() -> accounts.save(id, seenByBoth.version(), draft("ada", Set.of(Role.HR), null)))
                .isInstanceOf(StaleEditException.class);
        assertThat(accounts.find(id).orElseThrow().draft().roles()).containsExactly(Role.MANAGER);
    }

    @Test
    void ofTwoWhoSaveAtTheSameMomentTheSecondIsTold() throws Exception {
        var id = accounts.create(draft("ada", Set.of(Role.MEMBER), null));
        var told = Race.between(
                transactions,
                () -> fixture.jdbc()
                        .sql("update account set version = version + 1 where id = ?")
                        .param(id)
                        .update(),
                () -> {
                    SignedIn.as(Role.ADMIN);
                    return catchThrowable(() -> accounts.save(id, 0, draft("ada", Set.of(Role.HR), null)));
                });
        assertThat(told).isInstanceOf(StaleEditException.class);
        assertThat(accounts.find(id).orElseThrow().draft().roles()).containsExactly(Role.MEMBER);
    }

    @Test
    void anAccountTakesOnlyWhatMayStandInTheHeadOfAMail() {
        var hostile = new AccountDraft(
                "ada",
                "Ada\r\nBcc: all@example.com",
                "ada@example.com\r\nBcc: all@example.com",
                Set.of(Role.HR),
                null,
                ExecutiveReach.WHOLE,
                "en",
                "UTC",
                true);
        assertThatThrownBy(() -> accounts.create(hostile))
                .isInstanceOfSatisfying(
                        InvalidInputException.class, e -> assertThat(e.field()).isEqualTo("email"));
        var id = accounts.create(new AccountDraft(
                "ada", hostile.displayName(), null, hostile.roles(), null, ExecutiveReach.WHOLE, "en", "UTC", true));
        assertThat(accounts.find(id).orElseThrow().draft().displayName()).doesNotContain("\r", "\n");
    }

    @Test
    void theLastAdministratorStays() {
        var id = accounts.create(draft("root", Set.of(Role.ADMIN), null));
        var version = accounts.find(id).orElseThrow().version();

        assertThatThrownBy(() -> accounts.save(id, version, draft("root", Set.of(Role.HR), null)))
                .isInstanceOfSatisfying(
                        InvalidInputException.class,
                        e -> assertThat(e.text().key()).isEqualTo("access.account.last.admin"));
    }

    @Test
    void ofTwoAdministratorsWhoTakeThatFromEachOtherAtOnceOneStays() throws Exception {
        var ids = List.of(
                accounts.create(draft("one", Set.of(Role.ADMIN), null)),
                accounts.create(draft("two", Set.of(Role.ADMIN), null)));
        var told = Race.between(
                transactions, () -> accounts.save(ids.getFirst(), 0, draft("one", Set.of(Role.HR), null)), () -> {
                    SignedIn.as(Role.ADMIN);
                    return catchThrowable(() -> accounts.save(ids.getLast(), 0, draft("two", Set.of(Role.HR), null)));
                });
        assertThat(told)
                .isInstanceOfSatisfying(
                        InvalidInputException.class,
                        e -> assertThat(e.text().key()).isEqualTo("access.account.last.admin"));
    }

    @Test
    void nobodyButAnAdministratorMayLook() {
        for (var role : Set.of(Role.HR, Role.MANAGER, Role.EXECUTIVE, Role.MEMBER)) {
            SignedIn.as(role);
            assertThatThrownBy(() -> accounts.list("", PageRequest.of(0, 10)))
                    .isInstanceOf(AccessDeniedException.class);
        }
    }

    @Test
    void everyChangeIsInTheTrail() {
        var id = accounts.create(draft("ada", Set.of(Role.MEMBER), null));
        accounts.save(id, 0, draft("ada", Set.of(Role.MANAGER), null));

        var actions = fixture.jdbc()
                .sql("select action || ' by ' || actor_name from audit_entry where subject_id = ? order by id")
                .param(id)
                .query(String.class)
                .list();
        assertThat(actions).containsExactly("ACCOUNT_CREATED by Test admin", "ACCOUNT_CHANGED by Test admin");
    }

    private static AccountDraft draft(String username, Set<Role> roles, Long personId) {
        return new AccountDraft(
                username, "Name of " + username, null, roles, personId, ExecutiveReach.WHOLE, "en", "UTC", true);
    }
}
