package org.weft.progress;

import org.jspecify.annotations.Nullable;

/**
 * A group of the progress list and what its people come to.
 *
 * @param name of a team or a lead; null for levels, which the reader's language names, and for who has none
 * @param progress mean progress of those who have objectives, 0 to 1
 * @param completed how many of the live assignments are completed
 */
public record ProgressGroup(
        GroupKey key,
        @Nullable String name,
        long people,
        double progress,
        long completed,
        long live,
        long conversations,
        long external,
        long overdue,
        long atRisk) {}
