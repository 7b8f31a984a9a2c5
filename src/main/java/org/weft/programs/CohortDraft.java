package org.weft.programs;

import org.jspecify.annotations.Nullable;

/**
 * What HR enters for a cohort.
 *
 * @param name required, at most {@value #NAME_LENGTH} characters, unique within the cycle
 * @param leadId required, the person who leads it
 * @param rule whom it is for; only asked where the audience is a rule
 */
public record CohortDraft(String name, @Nullable Long leadId, Audience audience, AudienceRule rule) {

    public static final int NAME_LENGTH = 200;

    public CohortDraft(String name, @Nullable Long leadId) {
        this(name, leadId, Audience.MANUAL, AudienceRule.EVERYBODY);
    }
}
