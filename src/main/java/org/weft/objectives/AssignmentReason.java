package org.weft.objectives;

import org.jspecify.annotations.Nullable;

/**
 * One reason an assignment is held.
 *
 * @param name the cohort's name, or who chose it; null where nobody in particular did
 */
public record AssignmentReason(AssignedVia via, @Nullable String name) {}
