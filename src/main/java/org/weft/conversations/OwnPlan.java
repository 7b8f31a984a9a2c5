package org.weft.conversations;

import java.math.BigDecimal;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * How far the signed-in person's plan in one cycle is.
 *
 * @param progress mean progress of the live objectives, 0 to 1
 * @param nextDueOn the earliest due date of an open objective
 * @param today today where the account is
 */
public record OwnPlan(
        long cycleId,
        String cycleName,
        LocalDate startsOn,
        LocalDate endsOn,
        int live,
        int completed,
        int notStarted,
        BigDecimal progress,
        @Nullable LocalDate nextDueOn,
        int conversations,
        int external,
        LocalDate today) {}
