package org.weft.reports;

import org.jspecify.annotations.Nullable;
import org.weft.objectives.ObjectiveType;

/**
 * How one objective of the library does in a cycle.
 *
 * @param live its live assignments
 * @param completed those of them that are completed
 * @param progress the mean progress of the live ones, 0 to 1
 * @param medianDays half of the completed ones took so many days or fewer, from assigning to completion; null without any
 */
public record ObjectiveFigure(
        long templateId,
        String code,
        String title,
        ObjectiveType type,
        long live,
        long completed,
        double progress,
        @Nullable Double medianDays) {

    /** Completed ÷ live. */
    public double completionRate() {
        return live == 0 ? 0 : (double) completed / live;
    }
}
