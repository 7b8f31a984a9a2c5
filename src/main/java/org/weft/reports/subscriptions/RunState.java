package org.weft.reports.subscriptions;

/** Where one report for one recipient stands. Its words are the key {@code reports.subscription.state.<name>}. */
public enum RunState {
    /** Due, and not begun; or to be tried again. */
    PLANNED,
    /** Its file is being made. */
    MAKING,
    /** Mailed, as far as that is the portal's to say: what became of the mail is told by the outbox. */
    SENT,
    /** There was nothing to report, and a mail says why. */
    NOTHING,
    /** Not for this recipient, by now. Nothing was mailed. */
    SKIPPED,
    /** Given up after several attempts. */
    FAILED;

    boolean underWay() {
        return this == PLANNED || this == MAKING;
    }
}
