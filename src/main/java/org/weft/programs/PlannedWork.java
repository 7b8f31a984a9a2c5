package org.weft.programs;

import java.time.LocalDate;
import java.util.Collection;
import java.util.Set;

/**
 * What has been planned on cycles and their participants. Declared here and answered by the feature that plans, so that
 * programs need to know nothing of assignments. Called inside the transaction of the change.
 */
public interface PlannedWork {

    /** How many live assignments of a cycle are due before the first or after the last of these days. */
    int dueOutside(long cycleId, LocalDate startsOn, LocalDate endsOn);

    /** Those of these participants whose assignments have been worked on: begun, reported on, or ended. */
    Set<Long> begun(Collection<Long> participantIds);

    /** Takes back what was assigned to these participants. Only called for those of whom {@link #begun} says nothing. */
    void takeBack(Collection<Long> participantIds);
}
