package org.weft.workbook;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.CancellationException;
import java.util.function.IntConsumer;
import java.util.stream.IntStream;

/** Makes files of every format in a Java machine with a folder for temporary files of its own, and counts what is left there. */
public final class TempFiles {

    private static final int ROWS = 20_000;

    private TempFiles() {}

    /** How many files are left of all ways it can go. */
    public static int left() throws IOException, InterruptedException {
        var folder = Files.createTempDirectory("weft-temp-files");
        try {
            var process = new ProcessBuilder(
                            Path.of(System.getProperty("java.home"), "bin", "java")
                                    .toString(),
                            "-Djava.io.tmpdir=" + folder,
                            // It keeps a file of its own there.
                            "-XX:-UsePerfData",
                            "-cp",
                            System.getProperty("java.class.path"),
                            TempFiles.class.getName())
                    .redirectErrorStream(true)
                    .start();
            var said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            if (process.waitFor() != 0) {
                throw new AssertionError(said);
            }
            try (var files = Files.walk(folder)) {
                return (int) files.filter(Files::isRegularFile).count();
            }
        } finally {
            try (var files = Files.walk(folder)) {
                files.sorted(Comparator.reverseOrder())
                        .forEach(file -> file.toFile().delete());
            }
        }
    }

    public static void main(String[] args) throws IOException {
        var workbooks = ReadBack.workbooks();
        for (var format : FileFormat.values()) {
            var file = workbooks.file("fetched", spec(format, number -> {}), format);
            try (var in = file.open()) {
                in.transferTo(OutputStream.nullOutputStream());
            }
            file = workbooks.file("half fetched", spec(format, number -> {}), format);
            try (var in = file.open()) {
                in.read();
            }
            workbooks.file("not fetched", spec(format, number -> {}), format).close();
            fails(() -> workbooks.file("failed", spec(format, failing(new IllegalStateException())), format));
            fails(() -> workbooks.file("called off", spec(format, failing(new CancellationException())), format));
            fails(() -> workbooks.write(new Broken(), spec(format, number -> {}), format));
            Thread.currentThread().interrupt();
            try {
                workbooks
                        .file("interrupted", spec(format, number -> {}), format)
                        .close();
            } catch (RuntimeException e) {
                // As far as it was.
            }
            Thread.interrupted();
        }
    }

    private interface Making {
        void make() throws IOException;
    }

    private static void fails(Making making) {
        try {
            making.make();
        } catch (IOException | RuntimeException e) {
            return;
        }
        throw new AssertionError("It did not fail");
    }

    private static IntConsumer failing(RuntimeException problem) {
        return number -> {
            if (number == ROWS / 2) {
                throw problem;
            }
        };
    }

    private static WorkbookSpec spec(FileFormat format, IntConsumer row) {
        var table = new SheetSpec<>("Numbers", List.of(ColumnSpec.<Integer>integer("Number", number -> number)), (Rows<
                        Integer>)
                sink -> IntStream.range(0, ROWS).forEach(number -> {
                    row.accept(number);
                    sink.accept(number);
                }));
        var about = new AboutSheet("About", "Numbers", List.of(Fact.text("Of", "numbers")));
        return new WorkbookSpec(
                "Numbers",
                "Weft",
                Instant.EPOCH,
                ZoneOffset.UTC,
                Locale.ENGLISH,
                format == FileFormat.CSV ? List.of(table) : List.of(table, about));
    }

    private static final class Broken extends OutputStream {
        @Override
        public void write(int one) throws IOException {
            throw new IOException("Broken pipe");
        }
    }
}
