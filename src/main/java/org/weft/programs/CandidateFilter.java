package org.weft.programs;

import org.jspecify.annotations.Nullable;

/**
 * Whom to look for as members of a cohort.
 *
 * @param cycleId the cycle it belongs to
 * @param cohortId the cohort; null while it is not saved yet
 * @param rule all of its conditions must hold
 * @param search besides, part of the name, the job title or the team's name; blank for all
 */
public record CandidateFilter(long cycleId, @Nullable Long cohortId, AudienceRule rule, String search) {

    public CandidateFilter(long cycleId, @Nullable Long cohortId, AudienceRule rule) {
        this(cycleId, cohortId, rule, "");
    }

    public CandidateFilter withRule(AudienceRule rule) {
        return new CandidateFilter(cycleId, cohortId, rule, search);
    }

    public CandidateFilter withSearch(String search) {
        return new CandidateFilter(cycleId, cohortId, rule, search);
    }
}
