package org.weft.reminders.policy;

import java.util.List;
import java.util.stream.LongStream;

/**
 * What a policy comes to on a day: how many reminders go out, how many are left out, and who they are about, by the names of
 * the recipients; where a holiday or the clocks make it several runs, one run after the other. A reminder is a number here, so that a million of them are eight megabytes; {@link ForecastService#page}
 * tells what is in them.
 */
public final class Forecast {

    private final PolicyRow policy;
    private final List<ReminderRun> runs;
    private final long[] out;
    private final long[] left;

    Forecast(PolicyRow policy, List<ReminderRun> runs, long[] out, long[] left) {
        this.policy = policy;
        this.runs = runs;
        this.out = out;
        this.left = left;
    }

    /** Whether the policy runs on that day at all, for anybody: not on a weekday it leaves out. */
    public boolean runs() {
        return !runs.isEmpty();
    }

    public int goingOut() {
        return out.length;
    }

    public int leftOut() {
        return left.length;
    }

    PolicyRow policy() {
        return policy;
    }

    List<Entry> page(boolean goingOut, long offset, int size) {
        return LongStream.of(goingOut ? out : left)
                .skip(offset)
                .limit(size)
                .mapToObj(Entry::new)
                .toList();
    }

    List<ReminderRun> among(ReminderRun.Among some) {
        return runs.stream().map(run -> run.among(some)).toList();
    }

    /** One reminder in a number: the participant's id, and four facts in its last digits. */
    record Entry(long number) {

        private static final int TO_LEAD = 1;
        private static final int ESCALATED = 2;
        private static final int HELD_BACK = 4;
        private static final int OVER_BUDGET = 8;
        private static final int BITS = 4;

        static Entry of(long participantId, boolean toLead, boolean escalated, boolean heldBack) {
            return new Entry(participantId << BITS
                    | (toLead ? TO_LEAD : 0)
                    | (escalated ? ESCALATED : 0)
                    | (heldBack ? HELD_BACK : 0));
        }

        /** What others take of the recipient's budget before leaves nothing for it. */
        Entry overBudget() {
            return new Entry(number | HELD_BACK | OVER_BUDGET);
        }

        long participantId() {
            return number >> BITS;
        }

        boolean isHeldBack() {
            return (number & HELD_BACK) != 0;
        }

        boolean isOverBudget() {
            return (number & OVER_BUDGET) != 0;
        }

        /** Who is told about whom, whatever becomes of it. */
        Entry told() {
            return new Entry(number & ~(HELD_BACK | OVER_BUDGET));
        }
    }
}
