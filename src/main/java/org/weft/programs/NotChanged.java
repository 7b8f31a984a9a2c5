package org.weft.programs;

import org.jspecify.annotations.Nullable;

/** Why somebody marked is left out of a bulk change. Words: {@code progress.bulk.reason.<NAME>}. */
public enum NotChanged {
    /** It is the own plan of whoever asks, and nobody decides about that, HR apart. */
    OWN,
    /** No open assignment of the chosen kind. */
    NOTHING_OPEN,
    /** The new due date would lie outside the cycle. */
    OUTSIDE_CYCLE,
    /** Nobody leads themselves. */
    SELF,
    /** It is so already. */
    ALREADY,
    /** Not among those the account may see, or gone; never listed by name. */
    HIDDEN;

    /** In statements, where 0 stands for a change and the lowest number wins. */
    public int verdict() {
        return ordinal() + 1;
    }

    /** @return null for 0 */
    public static @Nullable NotChanged of(int verdict) {
        return verdict == 0 ? null : values()[verdict - 1];
    }
}
