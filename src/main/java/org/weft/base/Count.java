package org.weft.base;

/**
 * How many there are, counted as far as somebody reads: beyond {@link #MOST} a figure says no more than that it is large,
 * and counting on would cost a walk through a million rows.
 *
 * @param number how many; with {@code more} there are more than that
 */
public record Count(long number, boolean more) {

    /** Counted to the end up to here. */
    public static final int MOST = 4_000;

    /** Where a state among more than {@link #MOST} is counted to. */
    public static final int MOST_OF_SOME = 1_000;

    public static Count exactly(long number) {
        return new Count(number, false);
    }

    /** So many were seen before counting ended, told in two digits: what comes after them says nothing. */
    public static Count atLeast(long seen) {
        var rounded = seen;
        for (var unit = 10; rounded / unit >= 10; unit *= 10) {
            rounded -= rounded % unit;
        }
        return new Count(rounded, true);
    }

    /** @param read what {@link #upTo} read */
    public static Count of(int most, long read) {
        return read > most ? new Count(most, true) : exactly(read);
    }

    /** A select that reads one row beyond what is counted, if there are so many. */
    public static String upTo(int most, String columns, String fromWhere) {
        return "select " + columns + fromWhere + " fetch first " + (most + 1) + " rows only";
    }
}
