package org.weft.mail;

import java.util.Optional;

/** Where mail to the signed-in account goes. Declared here so that the outbox needs to know nothing of accounts. */
public interface OwnAddress {

    /** Empty where nobody is signed in or the account has no address. */
    Optional<String> get();
}
