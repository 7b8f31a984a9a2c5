package org.weft.programs;

import org.jspecify.annotations.Nullable;

/**
 * Who leads a participant.
 *
 * @param byHand whether somebody was named, rather than the cohort's lead or the manager
 */
public record LeadStand(
        long participantId, long personId, @Nullable Long leadId, boolean byHand) {}
