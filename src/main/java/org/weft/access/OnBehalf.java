package org.weft.access;

import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.stereotype.Component;

/**
 * Does work for an account on a thread nobody is signed in on, such as a job's: with the roles, the person and the reach
 * the account has at that moment, whatever it had when the work was asked for.
 */
@Component
public class OnBehalf {

    private final AccountRepository accounts;

    OnBehalf(AccountRepository accounts) {
        this.accounts = accounts;
    }

    /** Work that asks services as if the account were signed in. */
    @FunctionalInterface
    public interface Work<T, E extends Exception> {
        T run(AccountDetails account) throws E;
    }

    /**
     * Runs the work on this thread. Whoever was signed in on it is so again afterwards.
     *
     * @throws AccessDeniedException if the account is gone or switched off
     */
    public <T, E extends Exception> T of(long accountId, Work<T, E> work) throws E {
        var account = accounts.findById(accountId)
                .map(Account::details)
                .filter(AccountDetails::active)
                .orElseThrow(() -> new AccessDeniedException("Account " + accountId + " may no longer sign in"));
        var before = SecurityContextHolder.getContext();
        var context = SecurityContextHolder.createEmptyContext();
        context.setAuthentication(
                UsernamePasswordAuthenticationToken.authenticated(account, null, account.getAuthorities()));
        SecurityContextHolder.setContext(context);
        try {
            return work.run(account);
        } finally {
            SecurityContextHolder.clearContext();
            SecurityContextHolder.setContext(before);
        }
    }
}
