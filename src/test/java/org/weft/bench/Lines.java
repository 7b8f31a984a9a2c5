package org.weft.bench;

import java.util.Locale;

/** Prints what was measured as lines of the tables in {@code docs/benchmarks.md}, each behind the word BENCH. */
final class Lines {

    private static final String LINE = "BENCH | %s | %s | %s | %s | %s | %s | %s |%n";

    private Lines() {}

    /** Ours beside a yardstick; {@code most} is how many times the yardstick ours may be, NaN for a mere comparison. */
    static void ratio(String what, double ours, String unit, String yardstick, double theirs, double most) {
        var ratio = ours / theirs;
        print(
                what,
                figure(ours, unit),
                yardstick,
                figure(theirs, unit),
                figure(ratio, "×"),
                Double.isNaN(most) ? "" : "≤ " + figure(most, "×"),
                Double.isNaN(most) ? "" : verdict(ratio <= most));
    }

    /** Ours with a bound of its own. */
    static void bound(String what, double ours, String unit, double most) {
        print(what, figure(ours, unit), "", "", "", "≤ " + figure(most, unit), verdict(ours <= most));
    }

    /** The p95 of ours beside that of a yardstick, each with its median, which the rest of the machine disturbs less. */
    static void p95(String what, double[] ours, String yardstick, double[] theirs, double most) {
        var ratio = Timing.p95(ours) / Timing.p95(theirs);
        print(
                what,
                times(ours),
                yardstick,
                times(theirs),
                figure(ratio, "×"),
                Double.isNaN(most) ? "" : "≤ " + figure(most, "×"),
                Double.isNaN(most) ? "" : verdict(ratio <= most));
    }

    /** The p95 of ours with a bound of its own. */
    static void p95(String what, double[] ours, double most) {
        print(what, times(ours), "", "", "", "≤ " + figure(most, "ms"), verdict(Timing.p95(ours) <= most));
    }

    private static String times(double[] sorted) {
        return figure(Timing.p95(sorted), "ms") + " (" + figure(Timing.median(sorted), "") + ")";
    }

    /** A figure to know. */
    static void fact(String what, double ours, String unit) {
        print(what, figure(ours, unit), "", "", "", "", "");
    }

    private static String verdict(boolean met) {
        return met ? "ok" : "MISSED";
    }

    private static String figure(double value, String unit) {
        var whole = value == Math.rint(value) || Math.abs(value) >= 1000;
        var format =
                whole ? "%,.0f %s" : Math.abs(value) < 1 ? "%.3f %s" : Math.abs(value) < 100 ? "%.2f %s" : "%.1f %s";
        return String.format(Locale.ROOT, format, value, unit).strip();
    }

    private static void print(Object... cells) {
        System.out.printf(Locale.ROOT, LINE, cells);
    }
}
