package org.weft.reminders.policy;

import org.jspecify.annotations.Nullable;
import org.weft.people.Level;

/**
 * About whom a policy speaks. Each condition is null where it does not narrow; one that names what is gone finds nobody.
 *
 * @param programId whose participants
 * @param cohortId whose members
 * @param teamId those in it and in the teams below
 * @param level of the participants
 * @param location where the participants are, in any case
 */
public record PolicyAudience(
        @Nullable Long programId,
        @Nullable Long cohortId,
        @Nullable Long teamId,
        @Nullable Level level,
        @Nullable String location) {

    public static final PolicyAudience EVERYBODY = new PolicyAudience(null, null, null, null, null);
}
