// SPDX-License-Identifier: Apache-2.0
package io.lakecheck.benchmark;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** The page with the results. It is written again after each row. */
final class BenchmarkPage {

    private final Path file;
    private final List<String> lines = new ArrayList<>();

    BenchmarkPage(Path file) {
        this.file = file;
    }

    void start(int keys, long latencyMillis, int runs, int inFlight, double floor) {
        lines.add("<!-- SPDX-License-Identifier: Apache-2.0 -->");
        lines.add("# Benchmark: listing a partition");
        lines.add("");
        lines.add(String.format(
                Locale.ROOT,
                "For owners of large lakes. `it/benchmarks/run` writes this page. Each tool lists a partition of %,d"
                        + " keys on a simulator that responds %d ms after a request has arrived. Simulator and tool"
                        + " share %d processors.",
                keys,
                latencyMillis,
                Runtime.getRuntime().availableProcessors()));
        lines.add("");
        lines.add(String.format(
                Locale.ROOT,
                "The floor is the time of the least possible number of rounds with %d requests in flight: %.1f s for"
                        + " all keys. With a limited rate, it is the time at the allowed rate; for a few pages, that of"
                        + " one request after another. Each run of lakecheck is the first one of a new JVM, without"
                        + " knowledge of the keys. Times of lakecheck are medians of %d runs, those of other tools of"
                        + " one run.",
                inFlight,
                floor,
                runs));
    }

    void startTable() {
        lines.add("");
        lines.add("| lake | tool | runs | seconds | x floor | requests | rejected |");
        lines.add("|---|---|---|---|---|---|---|");
    }

    void row(String lake, String tool, List<Sample> samples, double floor) throws IOException {
        Sample median = Sample.median(samples);
        String row = String.format(
                Locale.ROOT,
                "| %s | %s | %d | %.2f | %.2f | %,d | %,d |",
                lake,
                tool,
                samples.size(),
                median.seconds(),
                median.seconds() / floor,
                median.requests(),
                median.rejected());
        add(row);
    }

    void sentence(String text) throws IOException {
        lines.add("");
        add(text);
    }

    private void add(String line) throws IOException {
        lines.add(line);
        System.out.println(line);
        Files.writeString(file, String.join("\n", lines) + "\n");
    }
}
