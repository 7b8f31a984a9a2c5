package org.weft.access;

import java.time.ZoneId;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.GrantedAuthority;
import org.springframework.security.core.authority.SimpleGrantedAuthority;
import org.springframework.security.core.userdetails.UserDetails;

/**
 * The signed-in account, as it was at sign-in.
 *
 * @param personId the person in the directory this account belongs to, if any
 * @param zone the zone its times are shown in
 */
public record AccountDetails(
        long id,
        String username,
        String displayName,
        @Nullable String passwordHash,
        boolean active,
        Set<Role> roles,
        @Nullable Long personId,
        ExecutiveReach reach,
        Locale language,
        ZoneId zone)
        implements UserDetails {

    @Override
    public Collection<? extends GrantedAuthority> getAuthorities() {
        return roles.stream()
                .map(role -> new SimpleGrantedAuthority("ROLE_" + role.name()))
                .toList();
    }

    @Override
    public @Nullable String getPassword() {
        return passwordHash;
    }

    @Override
    public String getUsername() {
        return username;
    }

    @Override
    public boolean isEnabled() {
        return active;
    }

    /** The same account with no other roles than these: as much of it as is lent to a program. */
    AccountDetails within(Set<Role> lent) {
        return new AccountDetails(
                id,
                username,
                displayName,
                passwordHash,
                active,
                roles.stream().filter(lent::contains).collect(Collectors.toUnmodifiableSet()),
                personId,
                reach,
                language,
                zone);
    }

    /** Whether both may sign in, and do and see the same. */
    boolean mayTheSameAs(AccountDetails other) {
        return id == other.id
                && active == other.active
                && roles.equals(other.roles)
                && Objects.equals(personId, other.personId)
                && reach == other.reach
                && Objects.equals(passwordHash, other.passwordHash);
    }

    /** Equal by account, so that a session registry recognises the same person twice. */
    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof AccountDetails account && account.id == id;
    }

    @Override
    public int hashCode() {
        return Long.hashCode(id);
    }

    /** Never the password. */
    @Override
    public String toString() {
        return "AccountDetails[" + id + " " + username + " " + List.copyOf(roles) + "]";
    }
}
