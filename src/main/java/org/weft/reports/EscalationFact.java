package org.weft.reports;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Somebody whom reminders did not reach, so that the lead was asked to have a word.
 *
 * @param lead who leads the person now: the task goes along
 * @param askedAt when for the first time
 * @param times how often
 * @param doneAt when the lead said that they have had a word
 */
record EscalationFact(
        String employeeNumber,
        String person,
        @Nullable String department,
        String cohort,
        @Nullable String lead,
        Instant askedAt,
        int times,
        Task task,
        @Nullable Instant doneAt,
        @Nullable Instant lastActivity) {

    /** What became of it. Words: {@code reports.task.<NAME>}. */
    enum Task {
        /** The lead has it to do. */
        OPEN,
        /** The lead said that it is done. */
        DONE,
        /** The person did something since. */
        ANSWERED,
        /** There is nothing left to do, or nobody to do it. */
        LAPSED
    }
}
