package org.weft.progress;

/** What a participant can be looked for by. One participant may be in several at once. Words: {@code progress.state.<NAME>}. */
public enum ProgressState {
    /** An open assignment's due date has passed where the holder is. */
    OVERDUE,
    /** The worst health among the open assignments is at risk or off track. */
    AT_RISK,
    /** A live assignment waits for its review. */
    TO_REVIEW,
    /** There are live assignments, and none has been started. */
    NOT_STARTED,
    /** There are live assignments, and all are completed. */
    DONE
}
