package org.weft.access;

import java.util.Optional;
import org.springframework.stereotype.Component;
import org.weft.mail.OwnAddress;

@Component
class SignedInAddress implements OwnAddress {

    private final CurrentUser currentUser;
    private final AccountRepository accounts;

    SignedInAddress(CurrentUser currentUser, AccountRepository accounts) {
        this.currentUser = currentUser;
        this.accounts = accounts;
    }

    @Override
    public Optional<String> get() {
        return currentUser
                .find()
                .flatMap(account -> accounts.findById(account.id()))
                .map(Account::email);
    }
}
