package org.weft.progress.roundtrip;

/**
 * What an uploaded file comes to, as it is decided so far.
 *
 * @param rows that differ from what is there
 * @param dues due dates that change
 * @param leads participants who get another lead
 * @param people for whom something changes
 * @param already rows that say what is there by now
 * @param conflicts rows of which something was changed in Weft as well
 * @param refused rows of which something cannot be any more
 * @param undecided rows that wait for a choice
 */
public record EditCounts(
        int rows,
        int dues,
        int targets,
        int statuses,
        int leads,
        int people,
        int already,
        int conflicts,
        int refused,
        int undecided) {

    /** How many fields change. */
    public int changes() {
        return dues + targets + statuses + leads;
    }

    /** Rows that ask for a choice, or did. */
    public int asking() {
        return conflicts + refused;
    }
}
