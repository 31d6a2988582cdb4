// SPDX-License-Identifier: Apache-2.0
package io.lakecheck.junit;

import static org.assertj.core.api.Assertions.assertThat;

import io.lakecheck.Outcome;
import io.lakecheck.Report;
import io.lakecheck.spec.Origin;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.s3.S3Client;

/** Each expectation is compiled once, and each partition is listed once. */
@LocalLake(backend = Backend.EMBEDDED)
class ListingsTest {

    @Test
    @LakeCheck(
            name = "kpi-volume",
            location = "s3://${bucket}/kpi/dt={date}/",
            partition = "2026-01-02",
            size = @Size(min = "1 kB"))
    @LakeCheck(
            name = "kpi-arrival",
            location = "s3://${bucket}/kpi/dt={date}/",
            partition = "2026-01-02",
            recency = @Recency)
    void annotations_on_the_same_partition_share_one_listing(S3Client s3, LakeSeed lake, Supplier<Report> report) {
        Job.write(s3, lake.bucket(), "kpi/dt=2026-01-02/", 600, "part-0");

        assertThat(report.get().traffic().requests()).isEqualTo(1);
        assertThat(report.get().findings())
                .extracting(finding -> finding.dataset().name() + " " + finding.outcome())
                .containsExactly("kpi-volume FAILED", "kpi-arrival PASSED");
    }

    @Test
    @LakeCheck(suite = "shared.yml", partition = "2026-01-02", variables = "LAKE=s3://${bucket}")
    void datasets_of_a_suite_share_one_listing(S3Client s3, LakeSeed lake, Supplier<Report> report) {
        Job.write(s3, lake.bucket(), "kpi/dt=2026-01-02/", 600, "part-0");

        assertThat(report.get().traffic().requests()).isEqualTo(1);
        assertThat(report.get().findings()).hasSize(2);
    }

    @Test
    @LakeCheck(
            name = "on-time",
            location = "s3://${bucket}/kpi/dt={date}/",
            partition = "2026-01-02",
            recency = @Recency(late = "fail"))
    @LakeCheck(
            name = "late",
            location = "s3://${bucket}/kpi/dt={date}/",
            partition = "2026-01-02",
            asOf = "2026-01-03T08:00",
            recency = @Recency(late = "fail"))
    void checks_at_different_times_list_separately(S3Client s3, LakeSeed lake, Supplier<Report> report) {
        Job.write(s3, lake.bucket(), "kpi/dt=2026-01-02/", 600, "part-0");

        assertThat(report.get().traffic().requests()).isEqualTo(2);
        assertThat(report.get().findings())
                .extracting(finding -> finding.outcome())
                .containsExactly(Outcome.PASSED, Outcome.FAILED);
    }

    @Test
    @LakeCheck(
            name = "sealed-early",
            location = "s3://${bucket}/kpi/dt={date}/",
            partition = "2026-01-02",
            recency = @Recency(marker = "_SUCCESS"))
    @LakeCheck(
            name = "sealed-late",
            location = "s3://${bucket}/kpi/dt={date}/",
            partition = "2026-01-02",
            recency = @Recency(marker = "_DONE"))
    void each_marker_seals_only_its_own_dataset(S3Client s3, LakeSeed lake, Supplier<Report> report) {
        Job.write(s3, lake.bucket(), "kpi/dt=2026-01-02/", 600, "part-0", "_SUCCESS", "part-1", "_DONE");

        assertThat(report.get().findings())
                .extracting(finding -> finding.outcome())
                .containsExactly(Outcome.FAILED, Outcome.PASSED);
    }

    @Test
    void an_expectation_is_compiled_once_per_test() {
        List<String> lookups = new ArrayList<>();
        JUnitSettings settings = new JUnitSettings(
                name -> {
                    lookups.add(name);
                    return Optional.ofNullable(Map.of("LAKE", "s3://shared").get(name));
                },
                name -> Optional.empty());
        Expectation expectation = new DatasetSpec("${LAKE}/kpi/dt={date}/")
                .partition("2026-01-02")
                .size(size -> size.min("1 kB"))
                .expectation(Origin.of("here"));

        expectation.suite(settings);
        List<String> ofOneCompilation = List.copyOf(lookups);
        lookups.clear();

        try (RunningLake lake = new RunningLake(EmbeddedServer.start());
                TestLake fixture =
                        new TestLake(Optional.empty(), () -> lake, LakeSetup.DEFAULT, settings, List.of(expectation))) {
            fixture.prepareTest();
            new LakeSeed(fixture).partition("2026-01-02").sized("2 kB");
            Report report = fixture.verifier().check().orElseThrow();

            assertThat(report.outcome()).isEqualTo(Outcome.PASSED);
            assertThat(lookups).isEqualTo(ofOneCompilation).isNotEmpty();
        }
    }
}
