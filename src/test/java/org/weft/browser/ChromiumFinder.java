package org.weft.browser;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/**
 * Finds a Chromium: the path in {@code WEFT_CHROMIUM}, one that is installed, Playwright's own download, and as root on
 * Debian or Ubuntu it installs one. With none of them the browser tests fail and say what to do: they are never skipped.
 */
final class ChromiumFinder {

    private static final List<String> NAMES =
            List.of("chromium", "chromium-browser", "google-chrome", "google-chrome-stable");

    private ChromiumFinder() {}

    /** The executable, or empty where Playwright shall use its own download. */
    static Optional<Path> find() {
        var named = System.getenv("WEFT_CHROMIUM");
        if (named != null && !named.isBlank()) {
            return Optional.of(Path.of(named));
        }
        return installed().or(() -> {
            if (playwrightHasOne()) {
                return Optional.empty();
            }
            install();
            return Optional.of(installed().orElseThrow(() -> new IllegalStateException("""
                            The browser tests need a Chromium and found none. Do one of these:
                            - name one: WEFT_CHROMIUM=/path/to/chromium
                            - install one: apt-get install chromium (or Google Chrome)
                            - let Playwright fetch one: mvn exec:java -e -D exec.mainClass=com.microsoft.playwright.CLI -D exec.args="install chromium" """)));
        });
    }

    private static Optional<Path> installed() {
        var path = Optional.ofNullable(System.getenv("PATH")).orElse("/usr/bin:/bin");
        var onPath = NAMES.stream()
                .flatMap(name -> Stream.of(path.split(File.pathSeparator)).map(folder -> Path.of(folder, name)));
        var onMac = Stream.of(
                Path.of("/Applications/Chromium.app/Contents/MacOS/Chromium"),
                Path.of("/Applications/Google Chrome.app/Contents/MacOS/Google Chrome"));
        return Stream.concat(onPath, onMac).filter(Files::isExecutable).findFirst();
    }

    private static boolean playwrightHasOne() {
        var home = System.getProperty("user.home");
        return Stream.of(
                        Path.of(home, ".cache", "ms-playwright"),
                        Path.of(home, "Library", "Caches", "ms-playwright"),
                        Path.of(home, "AppData", "Local", "ms-playwright"))
                .filter(Files::isDirectory)
                .anyMatch(cache -> {
                    try (var entries = Files.list(cache)) {
                        return entries.anyMatch(
                                entry -> entry.getFileName().toString().startsWith("chromium-"));
                    } catch (IOException e) {
                        return false;
                    }
                });
    }

    private static void install() {
        if (!"root".equals(System.getProperty("user.name")) || !Files.isExecutable(Path.of("/usr/bin/apt-get"))) {
            return;
        }
        try {
            for (var command : List.of(
                    List.of("apt-get", "update", "-qq"),
                    List.of(
                            "apt-get",
                            "install",
                            "-y",
                            "-qq",
                            "--no-install-recommends",
                            "chromium",
                            "fonts-dejavu-core"))) {
                var process = new ProcessBuilder(command)
                        .redirectErrorStream(true)
                        .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                        .start();
                if (!process.waitFor(10, TimeUnit.MINUTES)) {
                    process.destroy();
                    return;
                }
            }
        } catch (IOException e) {
            throw new IllegalStateException("apt-get could not be started", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
