package org.weft.programs;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * A cohort with where it belongs.
 *
 * @param ruleTeamName the name of the rule's team
 * @param version to be given back with an edit
 * @param size how many of its members the reader may see
 * @param withoutObjectives how many of those have no live objective
 */
public record CohortDetails(
        long id,
        String name,
        @Nullable Long leadId,
        @Nullable String leadName,
        Audience audience,
        AudienceRule rule,
        @Nullable String ruleTeamName,
        int version,
        int size,
        int withoutObjectives,
        long cycleId,
        String cycleName,
        LocalDate startsOn,
        LocalDate endsOn,
        long programId,
        String programName,
        ProgramStatus programStatus) {

    public CohortDraft draft() {
        return new CohortDraft(name, leadId, audience, rule);
    }
}
