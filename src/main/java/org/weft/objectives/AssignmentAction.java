package org.weft.objectives;

/** What the reader may do with an assignment as it stands. */
public enum AssignmentAction {
    CHECK_IN,
    SUBMIT,
    COMPLETE,
    RETURN,
    CHANGE,
    WAIVE,
    CANCEL
}
