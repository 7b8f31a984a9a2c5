package org.weft.access;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A token as its owner sees it. The token itself is kept nowhere.
 *
 * @param lastUsedAt to the minute; null if never
 * @param expired whether it no longer works
 */
public record AccessTokenRow(
        long id,
        String name,
        Instant createdAt,
        Instant expiresAt,
        @Nullable Instant lastUsedAt,
        boolean expired) {}
