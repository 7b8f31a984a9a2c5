package org.weft.access.ui;

import java.util.List;
import org.weft.access.Role;

/** Accounts anybody may try, shown on the sign-in page. Only the demonstration provides a bean of this type. */
public interface SampleAccounts {

    List<SampleAccount> list();

    /**
     * @param role what the account is there to show
     * @param name who it is
     */
    record SampleAccount(String username, String password, Role role, String name) {}
}
