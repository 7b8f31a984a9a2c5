package org.weft.testing;

import java.time.ZoneOffset;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.context.SecurityContextHolder;
import org.weft.access.AccountDetails;
import org.weft.access.ExecutiveReach;
import org.weft.access.Role;

/** Signs accounts in on the test's thread, English and UTC. */
public final class SignedIn {

    private SignedIn() {}

    /** An account with no person. */
    public static AccountDetails as(Role... roles) {
        return as(null, roles);
    }

    /** The account of a person. */
    public static AccountDetails as(@Nullable Long personId, Role... roles) {
        return ofReach(ExecutiveReach.WHOLE, personId, roles);
    }

    /** The account of a person, whose figures reach so far. */
    public static AccountDetails ofReach(ExecutiveReach reach, @Nullable Long personId, Role... roles) {
        var name = roles.length == 0 ? "nobody" : roles[0].name().toLowerCase(Locale.ROOT);
        var account = new AccountDetails(
                9_000_000L + (personId == null ? roles.length : personId),
                name,
                "Test " + name,
                null,
                true,
                Set.of(roles),
                personId,
                reach,
                Locale.ENGLISH,
                ZoneOffset.UTC);
        with(account);
        return account;
    }

    public static void with(AccountDetails account) {
        var context = SecurityContextHolder.createEmptyContext();
        context.setAuthentication(
                UsernamePasswordAuthenticationToken.authenticated(account, null, account.getAuthorities()));
        SecurityContextHolder.setContext(context);
    }
}
