package org.weft.programs;

/**
 * How many people a rule or a search finds, by what becomes of them.
 *
 * @param joins will join
 * @param members are in the cohort already
 * @param elsewhere are left out, being in another cohort of the cycle
 * @param inactive are left out, not being active any more
 */
public record AudiencePreview(int joins, int members, int elsewhere, int inactive) {

    public int found() {
        return joins + members + elsewhere + inactive;
    }
}
