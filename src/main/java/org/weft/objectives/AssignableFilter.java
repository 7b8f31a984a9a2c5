package org.weft.objectives;

import org.jspecify.annotations.Nullable;
import org.weft.people.Level;

/**
 * Which participants to offer.
 *
 * @param text part of a name, team, or cohort, in any case; blank for all
 */
public record AssignableFilter(long cycleId, @Nullable Level level, String text) {}
