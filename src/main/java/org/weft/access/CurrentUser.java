package org.weft.access;

import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.stereotype.Component;

/**
 * The signed-in account and what it may see. Read it on the request's thread and hand the {@link Scope} on: a
 * background thread has no current user, unless it works {@link OnBehalf} of one.
 */
@Component
public class CurrentUser {

    /** The signed-in account, or empty where nobody is. */
    public Optional<AccountDetails> find() {
        var authentication = SecurityContextHolder.getContext().getAuthentication();
        return authentication != null && authentication.getPrincipal() instanceof AccountDetails account
                ? Optional.of(account)
                : Optional.empty();
    }

    /** @throws IllegalStateException where nobody is signed in */
    public AccountDetails get() {
        return find().orElseThrow(() -> new IllegalStateException("Nobody is signed in"));
    }

    public boolean has(Role... roles) {
        return find().map(AccountDetails::roles)
                .filter(held -> Set.of(roles).stream().anyMatch(held::contains))
                .isPresent();
    }

    /** The person this account belongs to, if it belongs to one. */
    public Optional<Long> personId() {
        return find().map(AccountDetails::personId);
    }

    /** Whom this account may see by name: HR everybody, a manager those led, a member the own person. */
    public Scope scope() {
        return find().map(CurrentUser::scopeOf).orElseGet(Scope.Nobody::new);
    }

    /** Whose figures this account may see in sum: as {@link #scope()}, and for an executive the reach of the account. */
    public Scope figuresScope() {
        if (!has(Role.EXECUTIVE) || has(Role.HR)) {
            return scope();
        }
        var account = get();
        return account.reach() == ExecutiveReach.WHOLE ? new Scope.Everybody() : led(account.personId());
    }

    private static Scope scopeOf(AccountDetails account) {
        if (account.roles().contains(Role.HR)) {
            return new Scope.Everybody();
        }
        if (account.roles().contains(Role.MANAGER)) {
            return led(account.personId());
        }
        var personId = account.personId();
        return personId != null ? new Scope.Self(personId) : new Scope.Nobody();
    }

    private static Scope led(@Nullable Long personId) {
        return personId == null ? new Scope.Nobody() : new Scope.Led(personId);
    }
}
