// SPDX-License-Identifier: Apache-2.0
package io.lakecheck.run;

import static org.assertj.core.api.Assertions.assertThat;

import io.lakecheck.report.Console;
import io.lakecheck.s3.LocalStackServer;
import io.lakecheck.s3.NeedsLocalStack;
import io.lakecheck.spec.RunSettings;
import io.lakecheck.spec.SuiteFile;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Clock;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.services.s3.S3Client;

/** Tests that a suite has the same results for the same objects in a directory and on S3. */
@NeedsLocalStack
class OneSuiteTwoLakesTest {

    /** A suite with every check and every outcome except UNKNOWN, and with keys that require URL encoding. */
    private static final String SUITE = """
            zone: Europe/London
            datasets:
              kpi:
                location: ${LAKE}/kpi/dt={date}/
                due: 6h
                checks:
                  - recency: { marker: _SUCCESS }
                  - size: { min: 100, objects: { max: 3 } }
                  - delta: { against: previous, drop: 10%, severity: warn }
                  - delta: { against: median of 3, drop: 10%, rise: 10%, history: 3 }
                  - delta: {}
                  - complete: { last: 3 }
              hourly:
                location: ${LAKE}/hourly/{yyyy}/{MM}/{dd}/{HH}/
                checks: [ size: { max: 5 }, delta: { against: mean of 3, rise: 5%, of: objects }, complete: { last: 2 } ]
              reference:
                location: ${LAKE}/reference/
                checks: [ recency: { maxAge: 3650d }, size: { each: { min: 4 } } ]
              gone:
                location: ${LAKE}/gone/{YYYY-'W'ww}/
                checks: [ recency: {}, size: { min: 1 }, delta: { against: previous, drop: 1% } ]
            """;

    private static final Map<String, Integer> OBJECTS = new TreeMap<>(Map.ofEntries(
            Map.entry("kpi/dt=2025-12-31/part-0", 100),
            Map.entry("kpi/dt=2025-12-31/_SUCCESS", 0),
            Map.entry("kpi/dt=2026-01-01/part-0", 130),
            Map.entry("kpi/dt=2026-01-01/part-1", 70),
            Map.entry("kpi/dt=2026-01-01/_SUCCESS", 0),
            Map.entry("kpi/dt=2026-01-02/part ä+%2F&=0", 150),
            Map.entry("kpi/dt=2026-01-02/deeper/part-1", 1),
            Map.entry("kpi/dt=2026-01-02/_SUCCESS", 0),
            Map.entry("kpi/dt=2026-01-02/_temporary/part-1", 1000),
            Map.entry("kpi/dt=stray/part-0", 1),
            Map.entry("hourly/2026/01/03/07/part-0", 5),
            Map.entry("hourly/2026/01/03/08/part-0", 6),
            Map.entry("hourly/2026/01/03/08/part-1", 6),
            Map.entry("hourly/2026/1/03/08/part-0", 6),
            Map.entry("reference/countries.csv", 3)));

    private final LocalStackServer server;

    @TempDir
    Path folder;

    OneSuiteTwoLakesTest(LocalStackServer server) {
        this.server = server;
    }

    @Test
    void reports_the_same_for_a_directory_and_a_bucket() throws IOException {
        String bucket = server.bucket(OneSuiteTwoLakesTest.class);
        Path directory = folder.resolve("lake");
        String above = UUID.randomUUID() + "/";
        OBJECTS.forEach((key, bytes) -> put(directory.resolve(key), bucket, above + key, bytes));

        String ofDirectory = report("directory", directory.toString());
        String ofBucket = report("bucket", "s3://" + bucket + "/" + above.replace("/", ""));

        assertThat(ofBucket).isEqualTo(ofDirectory);
        assertThat(ofBucket).contains("\"PASSED\"", "\"WARNED\"", "\"SKIPPED\"", "\"FAILED\"", "dt=stray", "2026/1");
    }

    /**
     * Writes an object to S3 and a file with the same time. The time is copied from S3 to the file, because the times
     * of S3 objects can't be set.
     */
    private void put(Path file, String bucket, String key, int bytes) {
        S3Client s3 = server.s3();
        s3.putObject(put -> put.bucket(bucket).key(key), RequestBody.fromBytes(new byte[bytes]));
        try {
            Files.createDirectories(file.getParent());
            Files.write(file, new byte[bytes]);
            Files.setLastModifiedTime(
                    file,
                    FileTime.from(
                            s3.headObject(head -> head.bucket(bucket).key(key)).lastModified()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * Returns the JSON report without everything that differs between lakes: locations, times and numbers of requests.
     */
    private String report(String name, String lake) throws IOException {
        Path suite = Files.writeString(folder.resolve("lakecheck.yml"), SUITE);
        Map<String, String> variables = Map.of("LAKE", lake);
        Path out = folder.resolve(name);
        RunResult result = new Commands(
                        "lakecheck.yml",
                        () -> SuiteFile.read(suite, variable -> Optional.ofNullable(variables.get(variable))),
                        () -> RunSettings.read(
                                "the configuration",
                                Map.of(
                                        "asOf",
                                        "2026-01-03T09:00:00Z",
                                        "endpoint",
                                        server.endpoint().toString(),
                                        "region",
                                        LocalStackServer.REGION),
                                variable -> Optional.empty()),
                        Clock.systemUTC(),
                        new SilentConsole(),
                        variable -> Optional.empty())
                .verify(out, progress -> {});
        assertThat(result.signal()).as(result.message()).isEqualTo(Signal.VIOLATED);
        return Files.readString(out.resolve("lakecheck.json"))
                .replace(lake, "LAKE")
                .replaceAll("\"(tookMillis|takenAt)\": [^\n]*\n", "");
    }

    private record SilentConsole() implements Console {
        @Override
        public void info(String line) {}

        @Override
        public void warn(String line) {}

        @Override
        public void error(String line) {}

        @Override
        public void raw(String line) {}
    }
}
