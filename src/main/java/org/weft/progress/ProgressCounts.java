package org.weft.progress;

/**
 * How many participants there are.
 *
 * @param total of the cycle within the scope, whatever the filter
 * @param matching the whole filter
 * @param anyState the filter without its state; the states that follow are counted among these
 */
public record ProgressCounts(
        long total,
        long matching,
        long anyState,
        long overdue,
        long atRisk,
        long toReview,
        long notStarted,
        long done) {

    ProgressCounts matching(long matching) {
        return new ProgressCounts(total, matching, anyState, overdue, atRisk, toReview, notStarted, done);
    }

    public long of(ProgressState state) {
        return switch (state) {
            case OVERDUE -> overdue;
            case AT_RISK -> atRisk;
            case TO_REVIEW -> toReview;
            case NOT_STARTED -> notStarted;
            case DONE -> done;
        };
    }
}
