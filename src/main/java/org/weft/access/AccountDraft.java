package org.weft.access;

import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * An account as it is entered.
 *
 * @param username how the person signs in; unique, compared without regard to case
 * @param personId the person in the directory it belongs to; a manager's and a member's sight depends on it
 * @param reach whose figures it reads as an executive
 * @param timeZone an IANA zone
 */
public record AccountDraft(
        String username,
        String displayName,
        @Nullable String email,
        Set<Role> roles,
        @Nullable Long personId,
        ExecutiveReach reach,
        String language,
        String timeZone,
        boolean active) {

    public AccountDraft {
        roles = Set.copyOf(roles);
    }
}
