// SPDX-License-Identifier: Apache-2.0
package io.lakecheck.benchmark;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;

/**
 * Lists simulated lakes with lakecheck and with the other tools on the path, and prints one table. Arguments: the
 * number of keys, the latency in milliseconds, the number of runs of lakecheck, and the file to write.
 */
public final class ListingBenchmark {

    private static final int IN_FLIGHT = 32;
    private static final int LIMIT = 50;
    private static final int FEW_PAGES = 10;
    private static final String PREFIX = "kpi/dt=2026-01-02/";

    private final int keys;
    private final long latencyMillis;
    private final int runs;
    private final BenchmarkPage page;

    private ListingBenchmark(String[] args) {
        this.keys = Integer.parseInt(args[0]);
        this.latencyMillis = Long.parseLong(args[1]);
        this.runs = Integer.parseInt(args[2]);
        this.page = new BenchmarkPage(Path.of(args[3]));
    }

    public static void main(String[] args) throws Exception {
        new ListingBenchmark(args).run();
        System.exit(0);
    }

    private void run() throws Exception {
        double floor = Math.ceil(keys / 1000.0 / IN_FLIGHT) * latencyMillis / 1000;
        page.start(keys, latencyMillis, runs, IN_FLIGHT, floor);
        page.sentence(PageReaderBenchmark.measure());
        page.startTable();
        Path suite = suite("kpi", List.of("kpi/dt={date}/"), "size: { min: 1 B }");
        for (KeyLayout layout : KeyLayout.values()) {
            byte[][] names = layout.keys(PREFIX, keys);
            try (ListSimulator simulator = new ListSimulator(names, latencyMillis, 0)) {
                measure(simulator, layout.title(), "", suite, floor);
            }
        }
        byte[][] half = KeyLayout.FLAT.keys(PREFIX, keys / 2);
        try (ListSimulator simulator = new ListSimulator(half, latencyMillis, LIMIT)) {
            measure(simulator, "flat, half the keys", LIMIT + " requests/s allowed", suite, keys / 2000.0 / LIMIT);
        }
        few(suite);
        byte[][] flat = KeyLayout.FLAT.keys(PREFIX, keys);
        many();
        backtest();
        try (ListSimulator simulator = new ListSimulator(flat, latencyMillis, 0)) {
            maven(simulator, "flat", suite, keys, floor);
        }
        try (ListSimulator simulator = new ListSimulator(KeyLayout.FLAT.keys(PREFIX, 1), latencyMillis, 0)) {
            maven(simulator, "1 key", suite, 1, latencyMillis / 1000.0);
        }
        try (ListSimulator simulator = new ListSimulator(flat, latencyMillis, 0)) {
            peers(simulator, floor);
        }
    }

    private void measure(ListSimulator simulator, String lake, String note, Path suite, double floor)
            throws IOException, InterruptedException {
        List<Sample> reports = new ArrayList<>();
        List<Sample> processes = new ArrayList<>();
        for (int run = 0; run < runs; run++) {
            simulator.clear();
            long started = System.nanoTime();
            String[] printed = inNewJvm(simulator, suite, 0, IN_FLIGHT);
            double whole = seconds(started);
            Sample.check(Long.parseLong(printed[0]), simulator.size());
            reports.add(Sample.of(Long.parseLong(printed[1]) / 1000.0, simulator));
            processes.add(Sample.of(whole, simulator));
        }
        page.row(lake, "lakecheck, report time" + (note.isEmpty() ? "" : ", " + note), reports, floor);
        page.row(lake, "lakecheck, whole process" + (note.isEmpty() ? "" : ", " + note), processes, floor);
    }

    /** Compares the listing of a short partition, which may be split after eight pages, with a chain of requests. */
    private void few(Path suite) throws IOException, InterruptedException {
        double floor = FEW_PAGES * latencyMillis / 1000.0;
        byte[][] names = KeyLayout.FLAT.keys(PREFIX, 1000 * FEW_PAGES);
        try (ListSimulator simulator = new ListSimulator(names, latencyMillis, 0)) {
            List<Sample> split = new ArrayList<>();
            List<Sample> chain = new ArrayList<>();
            for (int run = 0; run < runs; run++) {
                split.add(report(simulator, suite, IN_FLIGHT));
                chain.add(report(simulator, suite, 1));
            }
            page.row(FEW_PAGES + " pages", "lakecheck, report time", split, floor);
            page.row(FEW_PAGES + " pages", "lakecheck, report time, one request at a time", chain, floor);
        }
    }

    private static Sample report(ListSimulator simulator, Path suite, int inFlight)
            throws IOException, InterruptedException {
        simulator.clear();
        String[] printed = inNewJvm(simulator, suite, 0, inFlight);
        Sample.check(Long.parseLong(printed[0]), simulator.size());
        return Sample.of(Long.parseLong(printed[1]) / 1000.0, simulator);
    }

    private void many() throws IOException, InterruptedException {
        List<String> locations =
                IntStream.range(0, 500).mapToObj(i -> "d" + i + "/dt={date}/").toList();
        Path suite = suite("many", locations, "size: { min: 1 B }");
        byte[][] names =
                KeyLayout.sorted(locations.stream().map(each -> each.replace("{date}", "2026-01-02") + "part-0"));
        try (ListSimulator simulator = new ListSimulator(names, latencyMillis, 0)) {
            row(simulator, "500 datasets", "lakecheck verify", suite, 0, Math.ceil(500.0 / IN_FLIGHT));
        }
    }

    private void backtest() throws IOException, InterruptedException {
        Path suite = suite("hours", List.of("hours/dt={date}/hour={HH}/"), "delta: { against: usual }");
        byte[][] names = KeyLayout.hours("hours/");
        try (ListSimulator simulator = new ListSimulator(names, latencyMillis, 0)) {
            row(
                    simulator,
                    "2,160 hours",
                    "lakecheck backtest",
                    suite,
                    90,
                    Math.ceil(names.length / 1000.0 / IN_FLIGHT));
        }
    }

    private void row(ListSimulator simulator, String lake, String tool, Path suite, int days, double rounds)
            throws IOException, InterruptedException {
        List<Sample> samples = new ArrayList<>();
        for (int run = 0; run < runs; run++) {
            simulator.clear();
            String[] printed = inNewJvm(simulator, suite, days, IN_FLIGHT);
            samples.add(Sample.of(Long.parseLong(printed[1]) / 1000.0, simulator));
        }
        page.row(lake, tool, samples, rounds * latencyMillis / 1000);
    }

    private void maven(ListSimulator simulator, String lake, Path suite, long expected, double floor)
            throws IOException, InterruptedException {
        String command = System.getProperty("benchmark.maven") + " -Dlakecheck.suite=" + suite
                + " -Dlakecheck.asOf=" + ListingRun.NOW + " -Dlakecheck.region=eu-west-1 -Dlakecheck.endpoint="
                + simulator.endpoint();
        List<Sample> samples = new ArrayList<>();
        for (int run = 0; run < runs; run++) {
            simulator.clear();
            long started = System.nanoTime();
            Peer.run(command);
            samples.add(Sample.of(seconds(started), simulator));
            Sample.check(
                    (long) Math.ceil(expected / 1000.0),
                    Math.min(simulator.log().size(), (expected + 999) / 1000));
        }
        page.row(lake, "mvn lakecheck:verify, whole process", samples, floor);
    }

    private void peers(ListSimulator simulator, double floor) throws IOException, InterruptedException {
        for (Peer peer : Peer.values()) {
            if (peer.isInstalled()) {
                simulator.clear();
                long started = System.nanoTime();
                long counted = peer.count(simulator.endpoint(), PREFIX);
                double whole = seconds(started);
                Sample.check(counted, keys);
                page.row("flat", peer.title() + ", whole process", List.of(Sample.of(whole, simulator)), floor);
            }
        }
    }

    private static String[] inNewJvm(ListSimulator simulator, Path suite, int days, int inFlight)
            throws IOException, InterruptedException {
        Process process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-cp",
                        System.getProperty("java.class.path"),
                        "-Daws.accessKeyId=bench",
                        "-Daws.secretAccessKey=bench",
                        ListingRun.class.getName(),
                        simulator.endpoint(),
                        suite.toString(),
                        Integer.toString(days),
                        Integer.toString(inFlight))
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8).strip();
        if (process.waitFor() != 0 || output.isEmpty()) {
            throw new IOException("lakecheck failed: " + output);
        }
        return output.split(" ");
    }

    private static Path suite(String name, List<String> locations, String check) throws IOException {
        StringBuilder suite = new StringBuilder("zone: UTC\ndatasets:\n");
        for (int i = 0; i < locations.size(); i++) {
            suite.append(String.format(
                    Locale.ROOT,
                    "  %s-%d:%n    location: s3://%s/%s%n    due: 6h%n    checks:%n      - %s%n",
                    name,
                    i,
                    ListSimulator.BUCKET,
                    locations.get(i),
                    check));
        }
        return Files.writeString(
                Files.createTempDirectory("lakecheck-benchmark").resolve(name + ".yml"), suite);
    }

    private static double seconds(long started) {
        return (System.nanoTime() - started) / 1e9;
    }
}
