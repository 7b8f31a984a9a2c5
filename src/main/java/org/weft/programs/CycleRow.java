package org.weft.programs;

import java.time.LocalDate;

/**
 * A cycle as a program shows it.
 *
 * @param startsOn the first day
 * @param endsOn the last day
 * @param phase how it lies to today in the reader's zone
 * @param version to be given back with an edit
 * @param cohorts how many of its cohorts the reader may see
 * @param participants how many of its participants the reader may see
 */
public record CycleRow(
        long id,
        long programId,
        String name,
        LocalDate startsOn,
        LocalDate endsOn,
        Phase phase,
        int version,
        int cohorts,
        int participants) {

    /** How a cycle lies to today. */
    public enum Phase {
        PAST,
        CURRENT,
        UPCOMING;

        static Phase of(LocalDate startsOn, LocalDate endsOn, LocalDate today) {
            if (today.isBefore(startsOn)) {
                return UPCOMING;
            }
            return today.isAfter(endsOn) ? PAST : CURRENT;
        }
    }

    public CycleDraft draft() {
        return new CycleDraft(name, startsOn, endsOn);
    }
}
