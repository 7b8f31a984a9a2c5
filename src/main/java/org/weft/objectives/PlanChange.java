package org.weft.objectives;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** What shall become of the open assignments of many people: of all of them, or of those of one objective. */
public sealed interface PlanChange {

    /** The objective, or null for all. */
    @Nullable Long templateId();

    /** Due on a day. */
    record DueOn(@Nullable Long templateId, LocalDate day) implements PlanChange {}

    /** Due so many days later, or earlier where negative. */
    record DueLater(@Nullable Long templateId, int days) implements PlanChange {

        public static final int MOST_DAYS = 366;
    }

    /** Waived, for a reason of at most {@link AssignmentService#MAX_REASON} characters. */
    record Waive(@Nullable Long templateId, String reason) implements PlanChange {}
}
