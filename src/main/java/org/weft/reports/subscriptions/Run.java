package org.weft.reports.subscriptions;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One report for one recipient, with what is known of both at this moment.
 *
 * @param recipientId null where the recipient has left, or never was one: then it is their own trial
 * @param trial asked for by hand
 * @param endedCycleId the cycle that has ended, where that is what it is about
 * @param downloadId the file, once it was asked for
 * @param about the program's name, or the cycle's
 * @param owner whoever set the subscription up
 * @param address where mail to the account goes, null where there is none
 */
record Run(
        long id,
        long subscriptionId,
        long accountId,
        Instant dueAt,
        boolean trial,
        @Nullable Long endedCycleId,
        RunState state,
        int attempts,
        @Nullable Long downloadId,
        SubscribedReport report,
        Timing timing,
        Delivery delivery,
        String about,
        String owner,
        boolean ownersOwn,
        @Nullable Long recipientId,
        boolean accountActive,
        String accountName,
        @Nullable String address) {

    /** Names its mail. */
    String messageKey() {
        return KEY + id;
    }

    static final String KEY = "report:";
}
