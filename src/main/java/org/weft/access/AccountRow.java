package org.weft.access;

import java.time.Instant;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A line of the account list.
 *
 * @param personName the person it belongs to
 * @param version the version {@link AccountService#save} wants back
 * @param lastSignInAt null if never
 */
public record AccountRow(
        long id,
        String username,
        String displayName,
        @Nullable String email,
        Set<Role> roles,
        @Nullable String personName,
        boolean active,
        boolean hasPassword,
        @Nullable Instant lastSignInAt,
        int version) {}
