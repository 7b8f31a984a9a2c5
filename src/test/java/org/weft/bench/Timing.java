package org.weft.bench;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Runs something often enough to say what it takes. */
final class Timing {

    /** How often what takes a millisecond is done. Of fewer, one pause of the machine would be more than one in twenty. */
    static final int MANY = 2_000;

    /** Whatever takes longer, each of those that are timed together, is run less often. */
    private static final long ENOUGH = TimeUnit.SECONDS.toNanos(3);

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
        var taken = byTurns(warmUp, times, before, List.of(ours, theirs));
        return new SideBySide(taken.getFirst(), taken.getLast());
    }

    /**
     * Many by turns, as people ask for one thing after another: a slow moment of the machine then meets a run of many of them,
     * and not many runs of one. Each turn has an order of its own, the same in every run of the bench: what comes at
     * intervals, as collections do, would else meet the same one time and again.
     *
     * @param before done before each of them, and not timed
     * @return for each of them what {@link #millis} tells
     */
    static List<double[]> byTurns(int warmUp, int times, Work before, List<Work> works) throws Exception {
        var start = System.nanoTime();
        var enough = ENOUGH * works.size();
        for (var i = 0; i < warmUp && System.nanoTime() - start < enough / 2; i++) {
            for (var work : works) {
                before.run();
                work.run();
            }
        }
        var taken = new double[works.size()][times];
        var runs = 0;
        while (runs < times && (runs < 5 || System.nanoTime() - start < enough)) {
            for (var i : shuffled(works.size(), runs)) {
                before.run();
                taken[i][runs] = once(works.get(i));
            }
            runs++;
        }
        var counted = runs;
        return Stream.of(taken).map(one -> sorted(one, counted)).toList();
    }

    private static List<Integer> shuffled(int size, int turn) {
        var order = new ArrayList<>(IntStream.range(0, size).boxed().toList());
        Collections.shuffle(order, new Random(turn));
        return order;
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
