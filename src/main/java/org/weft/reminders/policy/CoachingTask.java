package org.weft.reminders.policy;

import java.time.Instant;

/**
 * Somebody who left several reminders unanswered, for whoever leads them to have a word with.
 *
 * @param reminders how many they got since they last did anything
 * @param since when the first of these was planned
 */
public record CoachingTask(
        long participantId,
        long personId,
        String name,
        String program,
        String cycle,
        long cycleId,
        int reminders,
        Instant since) {}
