package org.weft.bench;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.weft.workbook.TempFiles;
import org.weft.workbook.WorkbookRace;

/**
 * The same million rows of twelve styled cells, written to nowhere by our kit, by hand, by fastexcel and by POI's streaming
 * writer at deflate level 1: a Java machine each, by turns.
 */
class WorkbookBench {

    private static final int ROWS = Integer.getInteger("weft.bench.rows", 1_000_000);
    private static final int ROUNDS = 3;
    private static final long MEGABYTE = 1024 * 1024;

    /** What one process saw. */
    private record Lap(double millis, long bytes, long live) {}

    @Test
    void againstOthers() throws Exception {
        var laps = new HashMap<String, List<Lap>>();
        for (var round = 0; round < ROUNDS; round++) {
            for (var writer : List.of("ours", "raw", "fastexcel", "sxssf")) {
                laps.computeIfAbsent(writer, any -> new ArrayList<>())
                        .add(race(writer, ROWS, writer.equals("sxssf") ? 1 : 3, "-Xmx1g"));
            }
        }
        var ours = seconds(laps.get("ours"));
        Lines.ratio(
                "workbook, %,d rows × 12 columns".formatted(ROWS),
                ours,
                "s",
                "fastexcel",
                seconds(laps.get("fastexcel")),
                1);
        Lines.ratio("the same", ours, "s", "raw XML by hand", seconds(laps.get("raw")), 1 / 0.6);
        Lines.ratio("the same", ours, "s", "plain SXSSF", seconds(laps.get("sxssf")), Double.NaN);
        var size = laps.get("ours").getFirst();
        Lines.ratio(
                "size of the file",
                size.bytes() / 1e6,
                "MB",
                "raw XML by hand",
                laps.get("raw").getFirst().bytes() / 1e6,
                Double.NaN);
    }

    /** What it takes beyond columns that are as wide as they are said to be. */
    @Test
    void fittingColumnsToTheirRows() throws Exception {
        var rows = Math.min(ROWS, 200_000);
        var times = Timing.sideBySide(
                2, 9, () -> WorkbookRace.write("ours", rows), () -> WorkbookRace.write("fixed", rows));
        Lines.ratio(
                "workbook, %,d rows × 12 columns that fit what is in them".formatted(rows),
                Timing.median(times.ours()) / 1000,
                "s",
                "columns of a fixed width",
                Timing.median(times.theirs()) / 1000,
                1.05);
    }

    @Test
    void temporaryFiles() throws Exception {
        Lines.bound(
                "temporary files left by .xlsx, CSV and PDF: fetched, not fetched, called off, failed",
                TempFiles.left(),
                "",
                0);
    }

    @Test
    void heap() throws Exception {
        var idle = race("ours", 1_000, 0, "-Xmx1g");
        var tenth = race("ours", ROWS / 10, 0, "-Xmx1g");
        var all = race("ours", ROWS, 0, "-Xmx1g");
        Lines.ratio(
                "live heap while %,d rows are written".formatted(ROWS),
                all.live() / (double) MEGABYTE,
                "MB",
                "a tenth of them",
                tenth.live() / (double) MEGABYTE,
                1.1);
        var most = idle.live() / MEGABYTE + 64;
        var tight = race("ours", ROWS, 1, "-Xmx" + most + "m");
        assertThat(tight.bytes()).isEqualTo(all.bytes());
        Lines.fact("passes with a heap of 64 MB above idle, which makes", most, "MB");
    }

    private static double seconds(List<Lap> laps) {
        var sorted = laps.stream().mapToDouble(Lap::millis).sorted().toArray();
        return Timing.median(sorted) / 1000;
    }

    private static Lap race(String writer, int rows, int runs, String heap) throws IOException, InterruptedException {
        var process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        heap,
                        "-cp",
                        System.getProperty("java.class.path"),
                        WorkbookRace.class.getName(),
                        writer,
                        String.valueOf(rows),
                        String.valueOf(runs))
                .redirectErrorStream(true)
                .start();
        var said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor()).as(said).isZero();
        var figures = Arrays.stream(said.split("\n"))
                .filter(line -> line.startsWith("RACE "))
                .findFirst()
                .orElseThrow()
                .split(" ");
        return new Lap(Double.parseDouble(figures[1]), Long.parseLong(figures[2]), Long.parseLong(figures[3]));
    }
}
