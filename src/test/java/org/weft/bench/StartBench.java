package org.weft.bench;

import java.io.File;
import java.io.IOException;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * From the command to the sign-in page, on the packaged jar: with an empty database, and with the demonstration, which
 * is filled on the way. The yardstick is a JVM that starts and does nothing.
 */
class StartBench {

    private static final Path JAR = Path.of("target", "weft.jar");

    @TempDir
    Path folder;

    @Test
    void startToFirstPage() throws Exception {
        var bare = Timing.median(Timing.millis(1, 5, () -> java("-version").waitFor(30, TimeUnit.SECONDS)));
        var empty = Timing.median(Timing.millis(1, 3, () -> startAndStop("")));
        var demonstration = Timing.median(Timing.millis(1, 3, () -> startAndStop("demo")));
        Timing.print("start to first page, empty portal", empty, "java -version", bare);
        Timing.print("start to first page, demonstration filled on the way", demonstration, "java -version", bare);
    }

    private void startAndStop(String profile) throws Exception {
        var port = freePort();
        var process = java(
                "-jar",
                JAR.toAbsolutePath().toString(),
                "--server.port=" + port,
                "--spring.profiles.active=" + profile);
        try {
            waitForPage(process, URI.create("http://127.0.0.1:" + port + "/login"));
        } finally {
            process.destroy();
            process.waitFor(30, TimeUnit.SECONDS);
            deleteDatabase();
        }
    }

    private void waitForPage(Process process, URI page) throws Exception {
        try (var client = HttpClient.newHttpClient()) {
            var deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(90);
            while (System.nanoTime() < deadline && process.isAlive()) {
                try {
                    var answer = client.send(HttpRequest.newBuilder(page).build(), BodyHandlers.ofString());
                    if (answer.statusCode() == 200 && answer.body().contains("<html")) {
                        return;
                    }
                } catch (IOException notYet) {
                    Thread.sleep(20);
                }
            }
        }
        throw new IllegalStateException("The portal did not answer");
    }

    private Process java(String... arguments) throws IOException {
        var command = new ArrayList<>(
                List.of(Path.of(System.getProperty("java.home"), "bin", "java").toString()));
        command.addAll(List.of(arguments));
        return new ProcessBuilder(command)
                .directory(folder.toFile())
                .redirectErrorStream(true)
                .redirectOutput(new File(folder.toFile(), "log.txt"))
                .start();
    }

    private void deleteDatabase() throws IOException {
        var data = folder.resolve("data");
        if (Files.isDirectory(data)) {
            try (var files = Files.list(data)) {
                for (var file : files.toList()) {
                    Files.delete(file);
                }
            }
        }
    }

    private static int freePort() throws IOException {
        try (var socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }
}
