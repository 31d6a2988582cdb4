// SPDX-License-Identifier: Apache-2.0
package io.lakecheck.s3;

import static io.lakecheck.s3.StubbedLake.DAY;
import static io.lakecheck.s3.StubbedLake.WRITTEN;
import static io.lakecheck.s3.StubbedLake.dataset;
import static io.lakecheck.s3.StubbedLake.exactly;
import static io.lakecheck.s3.StubbedLake.sized;
import static org.assertj.core.api.Assertions.assertThat;

import io.lakecheck.Dataset;
import io.lakecheck.Fork;
import io.lakecheck.Hazard;
import io.lakecheck.Outcome;
import io.lakecheck.Report;
import io.lakecheck.Severity;
import io.lakecheck.SizeCheck;
import io.lakecheck.Survives;
import io.lakecheck.lake.LakeException.Reason;
import io.lakecheck.value.Limits;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Tests that large, numerous and unusual objects are counted exactly, with as few requests as possible. */
class S3VolumeTest {

    /** Names that people and attackers choose. The last two are not valid Unicode. */
    private static final List<String> UNUSUAL = List.of(
            "<script>alert('x')</script>",
            "&amp;\"quoted\"",
            "\u001B[31mred",
            "::error file=a::b",
            "${jndi:ldap://x}",
            "=cmd|' /C calc'!A0",
            "\u202Ereversed",
            "line\nbreak\r",
            "nul\u0000",
            "\uFFFE\uFFFF",
            "a%2Fb%20c",
            "a+b c",
            "//double//slash",
            "semi;colon'",
            "\uD83D\uDE80",
            "lone \uD800 high",
            "lone \uDFFF low");

    private final StubbedLake lake = new StubbedLake();

    S3VolumeTest() throws IOException {}

    @AfterEach
    void leaves_no_thread_behind() throws IOException {
        lake.close();
    }

    @Test
    @Survives(Hazard.MANY_REQUESTS)
    void lists_eight_thousand_objects_in_eight_requests() {
        Report report = lake.holding("many", 8000).judge(sized("many", 800_000));

        assertThat(report.outcome()).isEqualTo(Outcome.PASSED);
        assertThat(report.traffic().requests()).isEqualTo(8);
        assertThat(report.traffic().objects()).isEqualTo(8000);
    }

    @Test
    @Survives(Hazard.MANY_REQUESTS)
    void lists_each_of_five_hundred_small_datasets_in_one_request() {
        IntStream.range(0, 500).forEach(i -> lake.holding("d" + i, 1));

        Report report = lake.judge(
                IntStream.range(0, 500).mapToObj(i -> sized("d" + i, 100)).toArray(Dataset[]::new));

        assertThat(report.count(Outcome.PASSED)).isEqualTo(500);
        assertThat(report.traffic().requests()).isEqualTo(500);
    }

    @Test
    @Survives(Hazard.TEN_MILLION)
    void a_heap_of_32_megabytes_is_enough_for_long_keys_and_many_requests_in_flight() throws IOException {
        String padding = "x".repeat(980);
        IntStream.range(0, LongKeys.OBJECTS)
                .forEach(i -> lake.s3.put("refined", "long/" + DAY + (1_000_000 + i) + padding, 100, WRITTEN));

        Fork.End end = Fork.run(
                LongKeys.class,
                List.of("-Xmx32m", "-XX:+UseSerialGC", "-D" + LongKeys.ENDPOINT + "=" + lake.s3.endpoint()),
                Map.of("AWS_ACCESS_KEY_ID", "test", "AWS_SECRET_ACCESS_KEY", "test"));

        assertThat(end.output()).contains("size PASSED: 10 MB in 100000 objects", "objects=100000");
        assertThat(end.exitCode()).isZero();
    }

    @Test
    @Survives(Hazard.STRANGE_KEYS)
    void counts_unusual_keys_and_prints_them_safely() {
        for (int i = 0; i < UNUSUAL.size(); i++) {
            lake.s3.put("refined", "kpi/" + DAY + UNUSUAL.get(i), 1L << i, WRITTEN);
        }
        long total = (1L << UNUSUAL.size()) - 1;

        Report report = lake.judge(sized("kpi", total));

        assertThat(report.outcome()).as(report.findings().get(0).text()).isEqualTo(Outcome.PASSED);
        assertThat(report.traffic().objects()).isEqualTo(UNUSUAL.size());
        for (int i = 0; i < UNUSUAL.size(); i++) {
            long largest = 1L << i;
            lake.s3.put("refined", "one/" + DAY + UNUSUAL.get(i), largest, WRITTEN);
            assertThat(lake.judge(dataset("s3://refined/one/", eachSmallerThan(largest)))
                            .findings())
                    .allSatisfy(finding -> assertThat(finding.text())
                            .contains("FAILED")
                            .matches("[\\p{L}\\p{M}\\p{N}\\p{P}\\p{S} ]+"));
        }
    }

    @Test
    @Survives(Hazard.TOO_LARGE)
    void is_unknown_if_the_total_overflows() {
        lake.s3
                .put("refined", "kpi/" + DAY + "a", Long.MAX_VALUE, WRITTEN)
                .put("refined", "kpi/" + DAY + "b", 1, WRITTEN)
                .put("refined", "max/" + DAY + "a", Long.MAX_VALUE, WRITTEN);

        Report report = lake.judge(sized("kpi", 300), sized("max", Long.MAX_VALUE));

        assertThat(report.findings().get(0).text())
                .contains("UNKNOWN: could not be checked: " + Reason.OVERFLOW, "2^63 - 1 bytes");
        assertThat(report.findings().get(1).outcome()).isEqualTo(Outcome.PASSED);
    }

    @Test
    @Survives(Hazard.FOLDER_OBJECT)
    void ignores_the_folder_object_that_the_console_creates() {
        lake.s3.put("refined", "kpi/" + DAY, 0, WRITTEN);

        assertThat(lake.judge(dataset("s3://refined/kpi/", exactly(300)))
                        .findings()
                        .get(0)
                        .text())
                .contains("FAILED: 0 B in 0 objects");
    }

    private static SizeCheck eachSmallerThan(long bytes) {
        return new SizeCheck(
                Limits.NONE, Limits.NONE, new Limits(OptionalLong.empty(), OptionalLong.of(bytes - 1)), Severity.FAIL);
    }
}
