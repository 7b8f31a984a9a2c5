package org.weft.programs;

import org.jspecify.annotations.Nullable;

/**
 * A cohort as a cycle shows it.
 *
 * @param size how many of its members the reader may see
 * @param withoutObjectives how many of those have no live objective
 */
public record CohortRow(
        long id, String name, @Nullable String leadName, Audience audience, int size, int withoutObjectives) {}
