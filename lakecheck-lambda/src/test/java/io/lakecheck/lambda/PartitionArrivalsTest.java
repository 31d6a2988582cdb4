// SPDX-License-Identifier: Apache-2.0
package io.lakecheck.lambda;

import static org.assertj.core.api.Assertions.assertThat;

import io.lakecheck.Suite;
import io.lakecheck.partition.Span;
import io.lakecheck.s3.StubS3;
import io.lakecheck.spec.SuiteFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Tests which partition an object belongs to, for each kind of period and name. */
class PartitionArrivalsTest {

    private static final Instant WRITTEN = Instant.parse("2026-01-03T03:30:00Z");

    @TempDir
    private Path task;

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            a/{yyyyMMdd}/{HHmm}/, period: 15m   | a/20260103/0315/part-0           | 20260103/0315           | 2026-01-03T03:15
            a/{date}/{HH}-{mm}.*.gz, period: 5m | a/2026-01-03/03-25.x7.gz         | 2026-01-03/03-25.*.gz   | 2026-01-03T03:25
            a/{yyyy}-Q{Q}/                      | a/2025-Q4/part-0                 | 2025-Q4                 | 2025-10-01T00:00
            a/{yyyy}/                           | a/2025/part-0                    | 2025                    | 2025-01-01T00:00
            a/FY{yyyy+9M}/P{MM+9M}/             | a/FY2026/P10/part-0              | FY2026/P10              | 2026-01-01T00:00
            a/FY{yyyy+9M}-Q{Q+9M}/              | a/FY2026-Q3/part-0               | FY2026-Q3               | 2025-10-01T00:00
            a/FY{yyyy+9M}/                      | a/FY2026/part-0                  | FY2026                  | 2025-04-01T00:00
            a/{date+1M-1d}/                     | a/2025-12-31/part-0              | 2025-12-31              | 2025-12-01T00:00
            a/{yyyyMMdd}-{yyyyMMdd+1M}/         | a/20251201-20260101/part-0       | 20251201-20260101       | 2025-12-01T00:00
            a/kpi_{yyyyMMdd}.csv                | a/kpi_20260102.csv               | kpi_20260102.csv        | 2026-01-02T00:00
            a/{yyyy}/{MM}/r_{yyyyMMdd}.csv      | a/2026/01/r_20260102.csv         | 2026/01/r_20260102.csv  | 2026-01-02T00:00
            a/E2.{date}-{HH}.*.gz               | a/E2.2026-01-03-02.ab12.gz       | E2.2026-01-03-02.*.gz   | 2026-01-03T02:00
            a/run={date+1d}-*/                  | a/run=2026-01-03-04-17/part-0    | run=2026-01-03-*        | 2026-01-02T00:00
            a/dt={date}/b=*/, runs: each        | a/dt=2026-01-02/b=0615/part-0    | dt=2026-01-02/b=*       | 2026-01-02T00:00
            a/dt={date}/b=*/, runs: newest      | a/dt=2026-01-02/b=0915/x/part-0  | dt=2026-01-02/b=*       | 2026-01-02T00:00
            """)
    void an_object_is_in_the_partition_that_its_name_stands_for(
            String location, String key, String label, LocalDateTime from) {
        assertThat(arrivals(location, "size: { min: 1 }", key)).singleElement().satisfies(found -> {
            assertThat(found.label()).isEqualTo("a " + label);
            assertThat(found.partition().span().map(Span::from)).contains(from);
        });
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            a/{yyyyMMdd}/{HHmm}/, period: 15m   | a/20260103/0307/part-0
            a/{yyyy}-Q{Q}/                      | a/2025-Q5/part-0
            a/FY{yyyy+9M}/P{MM+9M}/             | a/FY2026/P13/part-0
            a/{date+1M-1d}/                     | a/2025-12-30/part-0
            a/{yyyyMMdd}-{yyyyMMdd+1M}/         | a/20251201-20260102/part-0
            a/kpi_{yyyyMMdd}.csv                | a/kpi_20260102.csv.done
            a/{yyyy}/{MM}/r_{yyyyMMdd}.csv      | a/2025/12/r_20260102.csv
            a/E2.{date}-{HH}.*.gz               | a/E2.2026-01-03-24.ab12.gz
            a/dt={date}/b=*/, runs: each        | a/dt=2026-01-02/part-0
            a/dt={date}/b=*/, runs: each        | a/dt=2026-01-02/b=0615/_SUCCESS
            """)
    void other_objects_are_in_no_partition(String location, String key) {
        assertThat(arrivals(location, "size: { min: 1 }", key)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            a/dt={date}/b=*/, runs: each | _SUCCESS               | a/dt=2026-01-02/b=0615/_SUCCESS  | a/dt=2026-01-02/b=0615/part-0
            a/dt={date}/b=*/, runs: each | ../../{date}.done      | a/2026-01-02.done                | a/dt=2026-01-02/b=0615/part-0
            a/kpi_{yyyyMMdd}.csv         | kpi_{yyyyMMdd}.csv.done | a/kpi_20260102.csv.done         | a/kpi_20260102.csv
            a/dt={date}/                 | country=*/_SUCCESS     | a/dt=2026-01-02/country=DE/_SUCCESS | a/dt=2026-01-02/country=DE/part-0
            a/{date}/                    | s3://lake/flags/{date} | flags/2026-01-02                 | a/2026-01-02/part-0
            """)
    void only_the_marker_completes_a_partition_that_has_one(
            String location, String marker, String written, String data) {
        String recency = "recency: { marker: \"" + marker + "\" }";

        assertThat(arrivals(location, recency, written)).singleElement().satisfies(found -> assertThat(
                        found.partition().span().map(Span::from))
                .contains(LocalDateTime.parse("2026-01-02T00:00")));
        assertThat(arrivals(location, recency, data)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            a/{yyyyMMdd}/{HHmm}/, period: 15m | a/20260103/0315/part-0     | a 20260103/0315 size FAILED: 500 B in 1 object
            a/FY{yyyy+9M}-Q{Q+9M}/            | a/FY2026-Q3/part-0         | a FY2026-Q3 size FAILED: 500 B in 1 object
            a/kpi_{yyyyMMdd}.csv              | a/kpi_20260102.csv         | a kpi_20260102.csv size FAILED: 500 B in 1 object
            a/dt={date}/b=*/, runs: each      | a/dt=2026-01-02/b=2/part-0 | a dt=2026-01-02/b=* size FAILED: dt=2026-01-02/b=2: 500 B
            """)
    void the_partition_is_checked(String location, String key, String message) throws IOException {
        try (StubS3 s3 = new StubS3().bucket("lake")) {
            s3.put("lake", key, 500, WRITTEN).put("lake", "a/dt=2026-01-02/b=1/part-0", 5000, WRITTEN.minusSeconds(60));
            Files.writeString(
                    task.resolve("lakecheck.yml"),
                    "s3: { endpoint: \"" + s3.endpoint() + "\", region: eu-west-1 }\n"
                            + suite(location, "size: { min: 1 kB }"));

            FunctionCall call = new FunctionCall.Environment(
                            Map.of("LAMBDA_TASK_ROOT", task.toString()),
                            Clock.fixed(WRITTEN.plusSeconds(60), ZoneOffset.UTC))
                    .call(SampleEvents.eventBridge("lake", key, WRITTEN));

            assertThat(call.failure()).as(call.log().toString()).isPresent();
            assertThat(call.message()).startsWith(message);
        }
    }

    private List<PartitionArrivals> arrivals(String location, String check, String key) {
        Suite suite = SuiteFile.parse("lakecheck.yml", suite(location, check), task);
        return PartitionArrivals.of(suite, List.of(new ObjectArrival("lake", key, 500, WRITTEN, Optional.empty())));
    }

    /** @param location a location in the bucket, followed by other keys of the dataset, if any */
    private static String suite(String location, String check) {
        int end = location.indexOf(',') < 0 ? location.length() : location.indexOf(',');
        return "datasets: { a: { location: \"s3://lake/" + location.substring(0, end) + "\"" + location.substring(end)
                + ", checks: [ " + check + " ] } }\n";
    }
}
