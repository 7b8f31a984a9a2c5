package org.weft.programs;

import org.jspecify.annotations.Nullable;
import org.weft.people.Level;

/**
 * Somebody a rule or a search finds, and whether they would join.
 *
 * @param cohortName the cohort they are in already, where they are in one of this cycle
 */
public record CandidateRow(
        long personId,
        String name,
        @Nullable String teamName,
        Level level,
        @Nullable String jobTitle,
        Standing standing,
        @Nullable String cohortName) {

    /** What becomes of somebody who was found. */
    public enum Standing {
        /** Will join. */
        JOINS,
        /** Is in this cohort already. */
        MEMBER,
        /** Is left out: in another cohort of this cycle. */
        ELSEWHERE,
        /** Is left out: not active any more. */
        INACTIVE
    }
}
