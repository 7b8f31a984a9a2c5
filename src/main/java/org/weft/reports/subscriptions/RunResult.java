package org.weft.reports.subscriptions;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.weft.base.Text;
import org.weft.mail.MessageStatus;

/**
 * What came of one report for one recipient.
 *
 * @param dueAt when it was due
 * @param attempts that failed so far
 * @param reason why it was skipped, else null
 * @param why there was nothing to report, else null
 * @param mail how its mail stands in the outbox, null where there is none
 */
public record RunResult(
        Instant dueAt,
        RunState state,
        int attempts,
        @Nullable SkipReason reason,
        @Nullable Text why,
        @Nullable MessageStatus mail) {

    /** Whether it comes to an end within moments; not where it has to wait for another attempt. */
    public boolean underWay() {
        return state.underWay() && attempts == 0;
    }

    /** Whether it reached nobody though it should have, so that somebody has to look after it. */
    public boolean troubled() {
        return state == RunState.SKIPPED && reason != SkipReason.LEFT && reason != SkipReason.CANCELLED
                || state == RunState.FAILED
                || attempts > 0 && state.underWay()
                || mail == MessageStatus.FAILED
                || mail == MessageStatus.BOUNCED;
    }
}
