package org.weft.reports;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One participant spoken of in a mail the server took.
 *
 * @param toLead whether the lead was told, not the participant
 * @param escalated whether that was because the participant did not answer
 * @param talked whether the participant had a conversation within seven days
 * @param checkedIn whether the participant checked in within seven days
 */
record ReminderFact(
        String employeeNumber,
        String person,
        @Nullable String department,
        String cohort,
        PolicyName policy,
        Instant sentAt,
        boolean toLead,
        boolean escalated,
        boolean talked,
        boolean checkedIn) {

    boolean followed() {
        return talked || checkedIn;
    }
}
