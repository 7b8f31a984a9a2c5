package org.weft.reports;

import org.jspecify.annotations.Nullable;

/**
 * What a reminder policy is called: as somebody named it, or as it ships; neither where it is gone.
 *
 * @param byHand whether it is none, but what somebody sent by hand
 */
record PolicyName(@Nullable String name, @Nullable String starter, boolean byHand) {

    String in(ReportWords words) {
        if (byHand) {
            return words.of("reports.policy.byHand");
        }
        if (name != null) {
            return name;
        }
        return starter == null ? words.of("reports.policy.gone") : words.of("reminders.policy.starter." + starter);
    }
}
