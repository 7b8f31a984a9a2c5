package org.weft.bench;

import java.util.Arrays;
import java.util.Locale;

/** Runs something often enough to say what it takes, and prints it in one form. */
final class Timing {

    /** Something worth timing. */
    interface Work {
        void run() throws Exception;
    }

    private Timing() {}

    /** @return milliseconds of each of {@code times} runs, sorted, after {@code warmUp} runs that do not count */
    static double[] millis(int warmUp, int times, Work work) throws Exception {
        for (var i = 0; i < warmUp; i++) {
            work.run();
        }
        var taken = new double[times];
        for (var i = 0; i < times; i++) {
            var start = System.nanoTime();
            work.run();
            taken[i] = (System.nanoTime() - start) / 1e6;
        }
        Arrays.sort(taken);
        return taken;
    }

    static double median(double[] sorted) {
        return sorted[sorted.length / 2];
    }

    static double p95(double[] sorted) {
        return sorted[(int) Math.ceil(sorted.length * 0.95) - 1];
    }

    /** One line of the table in {@code docs/benchmarks.md}. */
    static void print(String what, double ours, String yardstick, double theirs) {
        System.out.printf(
                Locale.ROOT,
                "BENCH | %s | %.1f ms | %s | %.1f ms | %.2f x |%n",
                what,
                ours,
                yardstick,
                theirs,
                ours / theirs);
    }
}
