package org.weft.objectives;

/** Kinds of events in an assignment's life. Words: {@code objectives.event.<NAME>}. */
public enum AssignmentEventKind {
    ASSIGNED,
    STATUS,
    CHECK_IN,
    CHANGED
}
