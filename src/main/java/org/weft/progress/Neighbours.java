package org.weft.progress;

import org.jspecify.annotations.Nullable;

/** The persons before and after one in the list's order; null at an end. */
public record Neighbours(
        @Nullable Long previousPersonId, @Nullable Long nextPersonId) {}
