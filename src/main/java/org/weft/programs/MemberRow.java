package org.weft.programs;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.weft.people.Level;

/**
 * A member of a cohort as lists show them.
 *
 * @param id the participant's id
 * @param active whether the person is still active in the directory
 * @param objectives how many live objectives they hold
 * @param completed how many of those are completed
 * @param addedAt when they joined the cohort
 */
public record MemberRow(
        long id,
        long personId,
        String name,
        @Nullable String teamName,
        Level level,
        @Nullable String jobTitle,
        boolean active,
        int objectives,
        int completed,
        Instant addedAt) {}
