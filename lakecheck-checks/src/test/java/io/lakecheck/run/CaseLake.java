// SPDX-License-Identifier: Apache-2.0
package io.lakecheck.run;

import io.lakecheck.report.RecordingConsole;
import io.lakecheck.spec.RunSettings;
import io.lakecheck.spec.SuiteFile;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.IntStream;

/** A local lake with files of given sizes and times, and the commands that the Maven goals run on it. */
final class CaseLake {

    private static final String NOW = "2026-02-01T12:00:00Z";

    private final Path folder;
    private final RecordingConsole console = RecordingConsole.plain();

    CaseLake(Path folder) {
        this.folder = folder;
    }

    /** Writes a file with the given size and time of last modification. */
    CaseLake put(String path, long bytes, String time) {
        Path file = folder.resolve(path);
        try {
            Files.createDirectories(file.getParent());
            try (RandomAccessFile sparse = new RandomAccessFile(file.toFile(), "rw")) {
                sparse.setLength(bytes);
            }
            Files.setLastModifiedTime(file, FileTime.from(Instant.parse(time)));
            return this;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    CaseLake delete(String path) {
        try {
            Files.delete(folder.resolve(path));
            return this;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Passes the last days up to 2026-01-31 to a consumer, oldest first. */
    static void days(int count, Consumer<LocalDate> each) {
        LocalDate last = LocalDate.parse("2026-01-31");
        IntStream.range(0, count).mapToObj(i -> last.minusDays(count - 1L - i)).forEach(each);
    }

    /** Runs {@code verify} at noon on 2026-02-01 and returns the console's lines. */
    List<String> verify(String suite) {
        return verify(suite, Map.of());
    }

    List<String> verify(String suite, Map<String, String> settings) {
        return print(commands(suite, settings).verify(folder.resolve("out"), progress -> {}));
    }

    List<String> plan(String suite) {
        return print(commands(suite, Map.of()).plan());
    }

    List<String> backtest(String suite) {
        return print(commands(suite, Map.of()).backtest(folder.resolve("out")));
    }

    /** Runs {@code suggest} on the folder {@code lake/}. */
    List<String> suggest() {
        return print(commands("", Map.of("location", "lake/")).suggest(folder, Optional.empty(), progress -> {}));
    }

    /** Returns the page of the report. */
    String page() {
        return text("out/index.html");
    }

    String text(String file) {
        try {
            return Files.readString(folder.resolve(file));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private List<String> print(RunResult result) {
        if (result.signal() == Signal.BROKEN) {
            console.lines.add("E " + result.message());
        }
        List<String> printed = List.copyOf(console.lines);
        console.lines.clear();
        return printed;
    }

    private Commands commands(String suite, Map<String, String> settings) {
        Map<String, String> all = new HashMap<>(Map.of("asOf", NOW));
        all.putAll(settings);
        return new Commands(
                "lakecheck.yml",
                () -> SuiteFile.parse("lakecheck.yml", suite, folder),
                () -> RunSettings.read("the settings", all, name -> Optional.empty()),
                Clock.fixed(Instant.parse(NOW), ZoneOffset.UTC),
                console,
                name -> Optional.empty());
    }
}
