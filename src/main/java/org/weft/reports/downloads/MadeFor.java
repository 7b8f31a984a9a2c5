package org.weft.reports.downloads;

import java.util.EnumSet;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.weft.access.AccountDetails;
import org.weft.access.ExecutiveReach;
import org.weft.access.Role;

/**
 * What an account might see when a workbook was made for it. Who may see less by now does not get the file any more.
 *
 * @param roles those of its roles that reports rest on
 */
record MadeFor(Set<Role> roles, @Nullable Long personId, ExecutiveReach reach) {

    private static final Set<Role> READERS = EnumSet.of(Role.HR, Role.MANAGER, Role.EXECUTIVE);

    static MadeFor of(AccountDetails account) {
        return new MadeFor(
                account.roles().stream().filter(READERS::contains).collect(Collectors.toUnmodifiableSet()),
                account.personId(),
                account.reach());
    }

    /** Whether the account may now see at least as much. */
    boolean staysWithin(AccountDetails now) {
        return now.roles().containsAll(roles)
                && (now.roles().contains(Role.HR) || Objects.equals(personId, now.personId()) && reach == now.reach());
    }
}
