package org.weft.reports;

import org.jspecify.annotations.Nullable;
import org.weft.programs.CycleOption;

/**
 * One quarter of a trend. All figures are shares, 0 to 1, and null where there is nothing to take a share of.
 *
 * @param across the share of the conversations that crossed departments
 */
public record TrendPoint(
        CycleOption cycle,
        @Nullable Double completion,
        @Nullable Double participation,
        @Nullable Double across,
        @Nullable Double coverage) {

    static TrendPoint of(CycleOption cycle, CyclePicture picture) {
        var total = picture.total();
        return new TrendPoint(
                cycle,
                total.completionRate(),
                total.participation(),
                picture.conversations() == 0 ? null : (double) picture.across() / picture.conversations(),
                picture.coverage().share());
    }
}
