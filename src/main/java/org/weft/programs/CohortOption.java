package org.weft.programs;

import org.jspecify.annotations.Nullable;

/**
 * A cohort to choose.
 *
 * @param size how many of its members the reader may see
 */
public record CohortOption(
        long id, String name, int size, @Nullable String leadName) {}
