package org.weft.reminders.policy;

import java.time.LocalDate;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What somebody does not want to be reminded of. What is required comes all the same.
 *
 * @param everything whether that is all there is
 * @param until the first day everything is welcome again; null for good, or where it is not everything
 * @param kinds what is not wanted for good, whatever stands before
 */
public record SilenceWish(boolean everything, @Nullable LocalDate until, Set<TriggerKind> kinds) {

    /** Everything is welcome. */
    public static final SilenceWish NONE = new SilenceWish(false, null, Set.of());

    public SilenceWish {
        kinds = Set.copyOf(kinds);
    }

    /** Nothing but what is required, for good. */
    public SilenceWish ofEverything() {
        return new SilenceWish(true, null, kinds);
    }
}
