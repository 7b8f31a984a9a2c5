package org.weft.base;

import java.util.List;
import java.util.function.LongSupplier;
import java.util.function.Supplier;

/**
 * Figures, or copies, that are kept by the writes that change them, and can be proven: worked out once more from what
 * they come from and compared. Each feature declares its own as beans; an order ({@code @Order}) says which are set right
 * before those that are worked out from them.
 *
 * @param name what it is called in commands, in the trail and where outcomes are kept; never changes
 * @param title what it is called
 * @param explanation what it is, in a sentence
 * @param checking see {@link #check}
 * @param mending see {@link #mend}
 * @see <a href="file:docs/decisions/013-figures-can-be-proven.md">decision 013</a>
 */
public record KeptFigure(String name, Text title, Text explanation, Supplier<Finding> checking, LongSupplier mending) {

    /** So many rows that differ are shown; more help nobody. */
    public static final int EXAMPLES = 5;

    /** Works all of it out and compares, in one statement wherever one can do it. People may go on working meanwhile. */
    public Finding check() {
        return checking.get();
    }

    /**
     * Sets right what differs, by the rule its writes follow, in the transaction that is under way.
     *
     * @return how many rows differed
     */
    public long mend() {
        return mending.getAsLong();
    }

    /**
     * What a check found.
     *
     * @param rows how many were compared
     * @param differing how many are not what they should be
     * @param examples the first few of those
     */
    public record Finding(long rows, long differing, List<Example> examples) {

        public Finding {
            examples = List.copyOf(examples);
        }

        public boolean equal() {
            return differing == 0;
        }
    }

    /**
     * A row that differs.
     *
     * @param row which one: "participant 51"
     * @param kept what stands there, of all that differs: "live_count 3, phase 2"
     * @param expected what it comes to when it is worked out
     */
    public record Example(String row, String kept, String expected) {}
}
