package org.weft.access;

import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Whether an account may still do what it could at sign-in. Asked at every request, so that what an administrator takes
 * away counts at once, on every node: one look-up by primary key, and nothing to tell other nodes of.
 */
@Component
public class AccountStanding {

    private final AccountRepository accounts;

    AccountStanding(AccountRepository accounts) {
        this.accounts = accounts;
    }

    /**
     * False once the account is gone or switched off, or its roles, its person, its reach or its password are others.
     * A new name, language or zone makes no difference.
     */
    @Transactional(readOnly = true)
    public boolean unchanged(AccountDetails atSignIn) {
        return accounts.findById(atSignIn.id())
                .map(Account::details)
                .filter(atSignIn::mayTheSameAs)
                .isPresent();
    }
}
