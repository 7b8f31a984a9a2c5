package org.weft.conversations;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * Which conversations of a cycle to list: of those held within it in which a participant in scope took part, the ones for
 * which all that is set holds.
 *
 * @param from the first day, included; null for that of the cycle
 * @param to the last day, included; null for that of the cycle
 * @param crossing null for both
 * @param counting only those that count towards a live objective of a participant in scope
 */
public record HeldFilter(
        long cycleId,
        @Nullable LocalDate from,
        @Nullable LocalDate to,
        @Nullable Crossing crossing,
        boolean counting) {

    /** All of the cycle. */
    public static HeldFilter of(long cycleId) {
        return new HeldFilter(cycleId, null, null, null, false);
    }

    public HeldFilter between(@Nullable LocalDate first, @Nullable LocalDate last) {
        return new HeldFilter(cycleId, first, last, crossing, counting);
    }

    public HeldFilter crossing(@Nullable Crossing which) {
        return new HeldFilter(cycleId, from, to, which, counting);
    }

    public HeldFilter counting(boolean only) {
        return new HeldFilter(cycleId, from, to, crossing, only);
    }
}
