package org.weft.reports.subscriptions;

import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What a subscription may be about.
 *
 * @param programId whichever cycle of this program it is time for; null where it is about one cycle
 * @param cycleId this cycle; null where it is about a program
 * @param name the program's, or the cycle's
 */
public record CycleChoice(
        @Nullable Long programId, @Nullable Long cycleId, String name) {

    /** Whether a report is about it. */
    public boolean isOf(SubscribedReport report) {
        return Objects.equals(programId, report.programId()) && Objects.equals(cycleId, report.cycleId());
    }
}
