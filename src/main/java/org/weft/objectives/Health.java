package org.weft.objectives;

/** How the holder sees it, apart from status; from unknown to worst. Words: {@code health.<NAME>}. */
public enum Health {
    NOT_UPDATED,
    ON_TRACK,
    AT_RISK,
    OFF_TRACK
}
