// SPDX-License-Identifier: Apache-2.0
package io.lakecheck.benchmark;

import io.lakecheck.Report;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;

/**
 * Lists simulated partitions with lakecheck and with the other tools that are installed, and prints a table of the
 * results. Arguments, all optional: the number of keys (100000), the latency in milliseconds (100), and the file to
 * write.
 */
public final class ListingBenchmark {

    private static final int IN_FLIGHT = 32;
    private static final int LIMIT = 50;

    private final int keys;
    private final long latencyMillis;
    private final List<String> lines = new ArrayList<>();

    private ListingBenchmark(int keys, long latencyMillis) {
        this.keys = keys;
        this.latencyMillis = latencyMillis;
    }

    public static void main(String[] args) throws Exception {
        ListingBenchmark benchmark = new ListingBenchmark(
                args.length > 0 ? Integer.parseInt(args[0]) : 100_000, args.length > 1 ? Long.parseLong(args[1]) : 100);
        benchmark.run();
        String page = String.join("\n", benchmark.lines) + "\n";
        System.out.print(page);
        if (args.length > 2) {
            Files.writeString(Path.of(args[2]), page);
        }
        System.exit(0);
    }

    private void run() throws Exception {
        double floor = Math.ceil(keys / 1000.0 / IN_FLIGHT) * latencyMillis / 1000;
        lines.add("<!-- SPDX-License-Identifier: Apache-2.0 -->");
        lines.add("# Benchmark: listing a partition");
        lines.add("");
        lines.add("For owners of large lakes. `it/benchmarks/run` writes this page. It lists one partition of "
                + keys + " keys on a simulator that responds " + latencyMillis + " ms after each request, on "
                + Runtime.getRuntime().availableProcessors() + " processors, simulator included. The floor at "
                + IN_FLIGHT + " requests in flight is " + text(floor) + " s.");
        lines.add("");
        lines.add("| keys | tool | seconds | x floor | requests | rejected |");
        lines.add("|---|---|---|---|---|---|");
        for (KeyLayout layout : KeyLayout.values()) {
            byte[][] names = layout.keys(ListingRun.PREFIX, keys);
            try (ListSimulator simulator = new ListSimulator(names, latencyMillis, 0)) {
                row(simulator, layout + "", "lakecheck, first run of a JVM", floor, () -> inNewJvm(simulator));
                row(simulator, layout + "", "lakecheck, report time", floor, () -> inProcess(simulator));
                if (layout == KeyLayout.FLAT) {
                    peers(simulator, floor);
                }
            }
        }
        byte[][] flat = KeyLayout.FLAT.keys(ListingRun.PREFIX, keys);
        try (ListSimulator simulator = new ListSimulator(flat, latencyMillis, LIMIT)) {
            double limited = keys / 1000.0 / LIMIT;
            row(
                    simulator,
                    "FLAT, " + LIMIT + " requests per second",
                    "lakecheck, report time",
                    limited,
                    () -> inProcess(simulator));
        }
    }

    private void peers(ListSimulator simulator, double floor) throws Exception {
        for (Peer peer : Peer.values()) {
            if (peer.isInstalled()) {
                row(simulator, "FLAT", peer.name().toLowerCase(Locale.ROOT), floor, () -> {
                    long started = System.nanoTime();
                    check(peer.count(simulator.endpoint(), ListingRun.PREFIX));
                    return (System.nanoTime() - started) / 1e9;
                });
            }
        }
    }

    private void row(ListSimulator simulator, String layout, String tool, double floor, Callable<Double> run) {
        simulator.clear();
        String measured;
        try {
            double seconds = run.call();
            measured = text(seconds) + " | " + text(seconds / floor);
        } catch (Exception e) {
            measured = "failed: "
                    + String.valueOf(e.getMessage()).lines().findFirst().orElse("") + " | ";
        }
        lines.add("| " + layout + " | " + tool + " | " + measured + " | "
                + simulator.log().size() + " | " + simulator.rejected() + " |");
        System.err.println(lines.get(lines.size() - 1));
    }

    private double inProcess(ListSimulator simulator) throws IOException {
        Report report = ListingRun.report(simulator.endpoint());
        check(report.traffic().objects());
        return report.took().toNanos() / 1e9;
    }

    private double inNewJvm(ListSimulator simulator) throws IOException, InterruptedException {
        long started = System.nanoTime();
        Process process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-cp",
                        System.getProperty("java.class.path"),
                        "-Daws.accessKeyId=bench",
                        "-Daws.secretAccessKey=bench",
                        ListingRun.class.getName(),
                        simulator.endpoint())
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
        String output = new String(process.getInputStream().readAllBytes()).strip();
        process.waitFor();
        check(output.isEmpty() ? -1 : Long.parseLong(output));
        return (System.nanoTime() - started) / 1e9;
    }

    private void check(long counted) throws IOException {
        if (counted != keys) {
            throw new IOException("counted " + counted + " keys");
        }
    }

    private static String text(double number) {
        return String.format(Locale.ROOT, "%.1f", number);
    }
}
