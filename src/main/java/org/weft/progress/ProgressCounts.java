package org.weft.progress;

import org.weft.base.Count;

/**
 * How many participants there are.
 *
 * @param total of the cycle within the scope, whatever the filter
 * @param matching the whole filter
 * @param anyState the filter without its state; the states that follow are counted among these
 */
public record ProgressCounts(
        Count total,
        Count matching,
        Count anyState,
        Count overdue,
        Count atRisk,
        Count toReview,
        Count notStarted,
        Count done) {

    ProgressCounts matching(Count matching) {
        return new ProgressCounts(total, matching, anyState, overdue, atRisk, toReview, notStarted, done);
    }

    public Count of(ProgressState state) {
        return switch (state) {
            case OVERDUE -> overdue;
            case AT_RISK -> atRisk;
            case TO_REVIEW -> toReview;
            case NOT_STARTED -> notStarted;
            case DONE -> done;
        };
    }
}
