package org.weft.reminders.policy;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** Something a digest names beneath its reasons. */
sealed interface OpenThing {

    /** An open objective. */
    record Objective(String title, LocalDate dueOn) implements OpenThing {}

    /**
     * A conversation that waits for the recipient's confirmation.
     *
     * @param author the account that logged it, null where that is gone
     */
    record ToConfirm(@Nullable String author, LocalDate heldOn) implements OpenThing {}
}
