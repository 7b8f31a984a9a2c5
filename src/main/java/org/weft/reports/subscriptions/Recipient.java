package org.weft.reports.subscriptions;

import java.time.ZonedDateTime;
import org.jspecify.annotations.Nullable;

/**
 * Who gets a subscription.
 *
 * @param next when the next one is due, where they are; null where none is
 * @param last what came of the last one, null before the first
 */
public record Recipient(
        long accountId,
        String name,
        @Nullable ZonedDateTime next,
        @Nullable RunResult last) {}
