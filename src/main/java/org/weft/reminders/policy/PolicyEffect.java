package org.weft.reminders.policy;

import java.time.LocalDate;

/**
 * What a policy's reminders of four weeks were followed by.
 *
 * @param first the first day they went out on, {@code last} the last: each with the seven days after it behind us
 * @param sent reminders about a participant which the mail server took
 * @param talked those after which the participant held a conversation on the day or within seven days
 * @param checkedIn those after which the participant checked in by then
 */
public record PolicyEffect(LocalDate first, LocalDate last, long sent, long talked, long checkedIn) {

    /** Whole percent of the reminders. */
    public int talkedPercent() {
        return percent(talked);
    }

    /** Whole percent of the reminders. */
    public int checkedInPercent() {
        return percent(checkedIn);
    }

    private int percent(long part) {
        return sent == 0 ? 0 : (int) Math.round(100.0 * part / sent);
    }
}
