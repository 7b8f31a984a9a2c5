package org.weft.audit;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * An entry of the trail as lists show it. What each part means is said at {@link AuditEvent}.
 *
 * @param action its words are the key {@code audit.action.<action>}
 * @param personId whom it concerns, if it concerns somebody
 */
public record AuditRow(
        long id,
        Instant at,
        String actorName,
        String action,
        String subjectType,
        @Nullable String subjectName,
        @Nullable Long personId,
        @Nullable String detail) {}
