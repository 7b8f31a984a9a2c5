package org.weft.objectives;

/** What is counted towards a target. Words: {@code measure.<NAME>}. */
public enum Measure {
    /** Distinct conversations that count for the assignment. */
    CONVERSATIONS,
    /** Distinct people met in those conversations. */
    COUNTERPARTS,
    /** Distinct teams of those people. */
    TEAMS,
    /** A figure the holder reports in a check-in; conversations do not move it. */
    REPORTED
}
