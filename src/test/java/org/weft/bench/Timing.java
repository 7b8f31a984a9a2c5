package org.weft.bench;

import java.util.Arrays;
import java.util.concurrent.TimeUnit;

/** Runs something often enough to say what it takes. */
final class Timing {

    /** Whatever takes longer is run less often. */
    private static final long ENOUGH = TimeUnit.SECONDS.toNanos(6);

    /** Something worth timing. */
    interface Work {
        void run() throws Exception;
    }

    /** Milliseconds, sorted. */
    record SideBySide(double[] ours, double[] theirs) {}

    private Timing() {}

    /** @return milliseconds of each of {@code times} runs, sorted, after {@code warmUp} runs that do not count */
    static double[] millis(int warmUp, int times, Work work) throws Exception {
        for (var i = 0; i < warmUp; i++) {
            work.run();
        }
        var taken = new double[times];
        for (var i = 0; i < times; i++) {
            taken[i] = once(work);
        }
        Arrays.sort(taken);
        return taken;
    }

    /**
     * Two by turns, so that what else the machine does meets both. What is slow is run less than {@code times} times, but
     * five times at least.
     */
    static SideBySide sideBySide(int warmUp, int times, Work ours, Work theirs) throws Exception {
        return sideBySide(warmUp, times, () -> {}, ours, theirs);
    }

    /** The same, with something that is done before each of the two, and not timed. */
    static SideBySide sideBySide(int warmUp, int times, Work before, Work ours, Work theirs) throws Exception {
        var start = System.nanoTime();
        for (var i = 0; i < warmUp && System.nanoTime() - start < ENOUGH / 2; i++) {
            before.run();
            ours.run();
            before.run();
            theirs.run();
        }
        var first = new double[times];
        var second = new double[times];
        var runs = 0;
        while (runs < times && (runs < 5 || System.nanoTime() - start < ENOUGH)) {
            before.run();
            first[runs] = once(ours);
            before.run();
            second[runs] = once(theirs);
            runs++;
        }
        return new SideBySide(sorted(first, runs), sorted(second, runs));
    }

    private static double once(Work work) throws Exception {
        var start = System.nanoTime();
        work.run();
        return (System.nanoTime() - start) / 1e6;
    }

    private static double[] sorted(double[] taken, int runs) {
        var all = Arrays.copyOf(taken, runs);
        Arrays.sort(all);
        return all;
    }

    static double median(double[] sorted) {
        return sorted[sorted.length / 2];
    }

    static double p95(double[] sorted) {
        return sorted[(int) Math.ceil(sorted.length * 0.95) - 1];
    }

    /** One line of the table in {@code docs/benchmarks.md}, with nothing it must be. */
    static void print(String what, double ours, String yardstick, double theirs) {
        Lines.ratio(what, ours, "ms", yardstick, theirs, Double.NaN);
    }
}
