// SPDX-License-Identifier: Apache-2.0
package io.lakecheck.benchmark;

import io.lakecheck.junit.embedded.EmbeddedS3;
import java.io.PrintStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Locale;
import java.util.Map;
import java.util.stream.IntStream;

/**
 * Runs the shards and the merge of a suite of daily datasets with a baseline, in processes of their own. Prints the
 * size of a shard's result, and how much time and memory a shard and the merge need. {@code docs/shards.md} lists the
 * results. Arguments: the numbers of datasets and shards, the function's memory in MB, and the home of a JDK.
 */
final class ShardBenchmark {

    private static final int DAYS = 160;
    private static final int OBJECTS = 4;
    private static final String REPORTS = "reports";
    private static final String DATASET =
            "  d-%1$04d: { location: \"s3://%2$s/d-%1$04d/dt={date}/\", checks: [ recency: { marker: _SUCCESS },"
                    + " size: { min: 1 B }, delta: { drop: 30%% } ] }%n";
    private static final HttpClient HTTP = HttpClient.newHttpClient();
    private static final PrintStream OUT = new PrintStream(System.out, true, StandardCharsets.UTF_8);

    private ShardBenchmark() {}

    public static void main(String[] args) throws Exception {
        int datasets = Integer.parseInt(args[0]);
        int shards = Integer.parseInt(args[1]);
        int memory = Integer.parseInt(args[2]);
        try (ListSimulator lake = new ListSimulator(keys(datasets), 0, 0);
                EmbeddedS3 reports = EmbeddedS3.start()) {
            send(HttpRequest.newBuilder(reports.endpoint().resolve("/" + REPORTS))
                    .PUT(HttpRequest.BodyPublishers.noBody()));
            String suite = suite(datasets, lake);
            Map<String, String> variables = Map.of(
                    "LAKECHECK_REPORTS", "s3://" + REPORTS + "/",
                    "AWS_ENDPOINT_URL_S3", reports.endpoint().toString());
            for (int shard = 1; shard <= shards; shard++) {
                run("shard " + shard, args[3], memory, suite, variables, shard(shard, shards, datasets));
                OUT.println("result of shard " + shard + ": " + bytes(reports.endpoint(), shard) / 1000 + " kB");
            }
            run("merge", args[3], memory, suite, variables, merge(shards));
        }
        System.exit(0);
    }

    private static void run(
            String title, String home, int memory, String suite, Map<String, String> variables, String event)
            throws Exception {
        try (FunctionProcess function = new FunctionProcess(home, memory, suite, variables)) {
            long started = System.nanoTime();
            String response = function.invoke(event);
            OUT.println(title + ": " + (System.nanoTime() - started) / 1_000_000 + " ms, " + function.peakMegabytes()
                    + " MB, response " + response.substring(0, Math.min(200, response.length())));
        }
    }

    private static byte[][] keys(int datasets) {
        LocalDate last = LocalDate.ofInstant(ListingRun.NOW, ZoneOffset.UTC).minusDays(1);
        return KeyLayout.sorted(IntStream.rangeClosed(1, datasets)
                .boxed()
                .flatMap(dataset -> IntStream.range(0, DAYS * OBJECTS)
                        .mapToObj(i -> String.format(
                                Locale.ROOT,
                                "d-%04d/dt=%s/%s",
                                dataset,
                                last.minusDays(i / OBJECTS),
                                i % OBJECTS == 0 ? "_SUCCESS" : "part-" + i % OBJECTS))));
    }

    private static String suite(int datasets, ListSimulator lake) {
        StringBuilder suite = new StringBuilder(
                "s3: { endpoint: \"" + lake.endpoint() + "\", region: eu-west-1 }\ndatasets:\n");
        for (int i = 1; i <= datasets; i++) {
            suite.append(String.format(Locale.ROOT, DATASET, i, ListSimulator.BUCKET));
        }
        return suite.toString();
    }

    private static String shard(int number, int shards, int datasets) {
        StringBuilder names = new StringBuilder();
        for (int i = number; i <= datasets; i += shards) {
            names.append(names.isEmpty() ? "" : ", ").append(String.format(Locale.ROOT, "\"d-%04d\"", i));
        }
        return "{\"shard\": " + number + ", \"run\": \"bench\", \"datasets\": [" + names + "], \"asOf\": \""
                + ListingRun.NOW + "\"}";
    }

    private static String merge(int shards) {
        StringBuilder all = new StringBuilder();
        for (int i = 1; i <= shards; i++) {
            all.append(all.isEmpty() ? "" : ", ").append("{\"shard\": ").append(i).append('}');
        }
        return "{\"merge\": [" + all + "], \"run\": \"bench\", \"asOf\": \"" + ListingRun.NOW + "\", \"event\": {}}";
    }

    private static long bytes(URI endpoint, int shard) throws Exception {
        return send(HttpRequest.newBuilder(endpoint.resolve("/" + REPORTS + "/shards/bench/" + shard + ".json")))
                .length();
    }

    private static String send(HttpRequest.Builder request) throws Exception {
        HttpResponse<String> response = HTTP.send(request.build(), HttpResponse.BodyHandlers.ofString());
        if (response.statusCode() != 200) {
            throw new IllegalStateException(response.body());
        }
        return response.body();
    }
}
