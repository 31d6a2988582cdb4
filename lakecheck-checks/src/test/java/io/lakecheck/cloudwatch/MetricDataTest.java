// SPDX-License-Identifier: Apache-2.0
package io.lakecheck.cloudwatch;

import static org.assertj.core.api.Assertions.assertThat;

import io.lakecheck.Check;
import io.lakecheck.Dataset;
import io.lakecheck.Evidence;
import io.lakecheck.Figure;
import io.lakecheck.Finding;
import io.lakecheck.Hazard;
import io.lakecheck.Report;
import io.lakecheck.Survives;
import io.lakecheck.Verdict;
import io.lakecheck.baseline.Volume;
import io.lakecheck.delivery.Metrics;
import io.lakecheck.lake.Lake;
import io.lakecheck.lake.LakeException;
import io.lakecheck.lake.Lifetime;
import io.lakecheck.lake.MemoryLake;
import io.lakecheck.lake.Presence;
import io.lakecheck.spec.SuiteFile;
import io.lakecheck.survey.Lakecheck;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import software.amazon.awssdk.services.cloudwatch.model.Dimension;
import software.amazon.awssdk.services.cloudwatch.model.MetricDatum;
import software.amazon.awssdk.services.cloudwatch.model.StandardUnit;

class MetricDataTest {

    private static final Lake DENIED = (range, visitor) -> {
        throw new LakeException(LakeException.Reason.DENIED, "no");
    };

    @Test
    void publishes_the_size_as_existing_alarms_expect() {
        assertThat(data(Kpi.lake(187_200), Kpi.SIZE))
                .contains(MetricDatum.builder()
                        .metricName("TotalFileSize")
                        .unit(StandardUnit.BYTES)
                        .value(187_200.0)
                        .timestamp(Kpi.NOW)
                        .dimensions(
                                Dimension.builder()
                                        .name("BucketName")
                                        .value("refined")
                                        .build(),
                                Dimension.builder().name("Key").value("kpi/").build(),
                                Dimension.builder()
                                        .name("FunctionName")
                                        .value("file_size_check")
                                        .build())
                        .build());
    }

    @Test
    void an_absent_partition_is_published_unless_the_dataset_has_ended() {
        assertThat(presence(Optional.empty())).containsExactly(0.0);
        assertThat(presence(Optional.of(new Lifetime(false, Lifetime.Ended.FAIL))))
                .containsExactly(0.0);
    }

    @Test
    void a_dataset_that_has_ended_publishes_no_presence() {
        Dataset member = lived(Optional.of(new Lifetime(false, Lifetime.Ended.OK)));
        Evidence evidence = Kpi.run(new MemoryLake(), member).findings().get(0).evidence();
        Finding ended = new Finding(Kpi.SIZE, evidence, Verdict.skipped("absent", "the dataset has ended"));

        assertThat(MetricData.of(Kpi.METRICS, List.of(ended)))
                .extracting(MetricDatum::metricName)
                .doesNotContain("PartitionPresent");
    }

    private static List<Double> presence(Optional<Lifetime> lifetime) {
        return MetricData.of(
                        Kpi.METRICS, Kpi.run(new MemoryLake(), lived(lifetime)).findings())
                .stream()
                .filter(datum -> datum.metricName().equals("PartitionPresent"))
                .map(MetricDatum::value)
                .toList();
    }

    private static Dataset lived(Optional<Lifetime> lifetime) {
        Dataset daily = Kpi.daily(Kpi.SIZE);
        return new Dataset(
                daily.name(),
                daily.location(),
                daily.schedule(),
                daily.filter(),
                daily.checks(),
                daily.dimensions(),
                new Presence(false, false, lifetime, Optional.empty()));
    }

    @Test
    void publishes_the_dimensions_of_a_suite_file(@TempDir Path folder) throws IOException {
        Path file = Files.writeString(folder.resolve("lakecheck.yml"), """
                cloudwatch: { namespace: ATUK/Lambda }
                datasets:
                  kpi-daily:
                    location: s3://refined/kpi/dt={date}/
                    dimensions: { BucketName: atuk-refined, Key: kpi/daily.parquet, FunctionName: file_size_check }
                    checks: [ size: { min: 195 kB } ]
                """);
        Report report = Kpi.run(Kpi.lake(187_200), SuiteFile.read(file, name -> Optional.empty()));
        Metrics metrics = report.suite().metrics().orElseThrow();

        assertThat(metrics.namespace()).isEqualTo("ATUK/Lambda");
        assertThat(MetricData.of(metrics, report.findings()))
                .filteredOn(datum -> datum.metricName().equals("TotalFileSize"))
                .singleElement()
                .satisfies(datum -> {
                    assertThat(datum.unit()).isEqualTo(StandardUnit.BYTES);
                    assertThat(datum.value()).isEqualTo(187_200);
                    assertThat(datum.timestamp()).isEqualTo(Kpi.NOW);
                    assertThat(names(datum))
                            .isEqualTo(Map.of(
                                    "BucketName",
                                    "atuk-refined",
                                    "Key",
                                    "kpi/daily.parquet",
                                    "FunctionName",
                                    "file_size_check"));
                });
    }

    @Test
    void publishes_each_figure_with_its_unit_and_function() {
        assertThat(lines(data(Kpi.lake(187_200), Kpi.RECENCY, Kpi.SIZE, Kpi.DELTA)))
                .containsExactly(
                        "TotalFileSize file_size_check 187200.0 Bytes",
                        "ObjectCount file_size_check 1.0 Count",
                        "PartitionPresent file_recency_check 1.0 Count",
                        "Lateness file_recency_check -10799.0 Seconds",
                        "TotalFileSizeDelta file_delta_check -173800.0 Bytes",
                        "TotalFileSizeDeltaPercent file_delta_check -48.14404432133 Percent",
                        "CheckFailed file_recency_check 0.0 Count",
                        "CheckUnknown file_recency_check 0.0 Count",
                        "CheckFailed file_size_check 1.0 Count",
                        "CheckUnknown file_size_check 0.0 Count",
                        "CheckFailed file_delta_check 1.0 Count",
                        "CheckUnknown file_delta_check 0.0 Count");
    }

    @Test
    void publishes_no_size_of_an_absent_partition() {
        Lake lake = Kpi.lake(1)
                .remove("s3://refined/kpi/dt=2026-01-02/part-0.parquet")
                .remove("s3://refined/kpi/dt=2026-01-02/_SUCCESS");

        assertThat(lines(data(lake, Kpi.RECENCY, Kpi.SIZE)))
                .containsExactly(
                        "ObjectCount file_size_check 0.0 Count",
                        "PartitionPresent file_recency_check 0.0 Count",
                        "CheckFailed file_recency_check 1.0 Count",
                        "CheckUnknown file_recency_check 0.0 Count",
                        "CheckFailed file_size_check 1.0 Count",
                        "CheckUnknown file_size_check 0.0 Count");
    }

    @Test
    void publishes_zero_bytes_if_only_the_marker_exists() {
        Lake lake = Kpi.lake(1).remove("s3://refined/kpi/dt=2026-01-02/part-0.parquet");

        assertThat(lines(data(lake, Kpi.RECENCY, Kpi.SIZE)))
                .contains("TotalFileSize file_size_check 0.0 Bytes", "PartitionPresent file_recency_check 1.0 Count");
    }

    @Test
    void publishes_only_unknown_if_the_lake_is_unreadable() {
        assertThat(lines(data(DENIED, Kpi.RECENCY, Kpi.SIZE, Kpi.DELTA)))
                .containsExactly(
                        "CheckUnknown file_recency_check 1.0 Count",
                        "CheckUnknown file_size_check 1.0 Count",
                        "CheckUnknown file_delta_check 1.0 Count");
    }

    @Test
    void publishes_the_size_if_only_the_history_is_unreadable() {
        Lake lake = (range, visitor) -> {
            if ("dt=2026-01-01/".startsWith(range.prefix())) {
                throw new LakeException(LakeException.Reason.DENIED, "no");
            }
            Kpi.lake(400_000).list(range, visitor);
        };

        assertThat(lines(data(lake, Kpi.SIZE, Kpi.DELTA)))
                .containsExactly(
                        "TotalFileSize file_size_check 400000.0 Bytes",
                        "ObjectCount file_size_check 1.0 Count",
                        "PartitionPresent file_recency_check 1.0 Count",
                        "CheckFailed file_size_check 0.0 Count",
                        "CheckUnknown file_size_check 0.0 Count",
                        "CheckUnknown file_delta_check 1.0 Count");
    }

    @Test
    void publishes_no_absence_before_the_deadline() {
        Report early = Lakecheck.on(new MemoryLake())
                .at(Kpi.CLOCK)
                .partition("2026-01-03")
                .run(Kpi.suite(Kpi.METRICS, Kpi.daily(Kpi.SIZE)));

        assertThat(lines(MetricData.of(Kpi.METRICS, early.findings())))
                .containsExactly("CheckFailed file_size_check 0.0 Count", "CheckUnknown file_size_check 0.0 Count");
    }

    @Test
    void publishes_the_change_of_the_first_delta_of_bytes() {
        Check ofObjects = Kpi.delta(Volume.OBJECTS, 1, 1);
        Check wider = Kpi.delta(Volume.BYTES, 90, 90);

        assertThat(lines(data(Kpi.lake(187_200), ofObjects, wider, Kpi.DELTA)))
                .filteredOn(line -> line.contains("file_delta_check"))
                .containsExactly(
                        "TotalFileSizeDelta file_delta_check -173800.0 Bytes",
                        "TotalFileSizeDeltaPercent file_delta_check -48.14404432133 Percent",
                        "CheckFailed file_delta_check 1.0 Count",
                        "CheckUnknown file_delta_check 0.0 Count");
    }

    @Test
    void omits_numbers_that_cloudwatch_rejects() {
        Finding judged =
                Kpi.run(Kpi.lake(187_200), Kpi.daily(Kpi.DELTA)).findings().get(0);

        assertThat(lines(MetricData.of(Kpi.METRICS, List.of(changed(judged, "1e108")))))
                .anyMatch(line -> line.contains("1.0E108"));
        for (String infinite : List.of("1e109", "-1e109", "1e400", "-1e400")) {
            assertThat(lines(MetricData.of(Kpi.METRICS, List.of(changed(judged, infinite)))))
                    .noneMatch(line -> line.contains("TotalFileSizeDeltaPercent"))
                    .contains("CheckFailed file_delta_check 1.0 Count");
        }
    }

    private static Finding changed(Finding judged, String percent) {
        return new Finding(
                judged.check(),
                judged.evidence(),
                judged.verdict().with(Figure.CHANGE_PERCENT, new BigDecimal(percent)));
    }

    @Test
    void a_datasets_dimensions_override_those_of_the_suite() {
        Metrics metrics = new Metrics(
                "X",
                Map.of("Stage", "prod", "BucketName", "all"),
                true,
                false,
                Kpi.METRICS.connection(),
                Kpi.METRICS.alarms());
        Dataset dataset = Kpi.dataset(
                "a", "s3://refined/kpi/dt={date}/", Map.of("BucketName", "old-bucket", "FunctionName", "f"), Kpi.SIZE);

        assertThat(MetricData.of(metrics, Kpi.run(Kpi.lake(1), dataset).findings()))
                .allSatisfy(datum -> assertThat(names(datum))
                        .isEqualTo(Map.of(
                                "BucketName", "old-bucket", "Key", "kpi/", "FunctionName", "f", "Stage", "prod")));
    }

    @Test
    void publishes_one_outcome_if_checks_share_a_function() {
        Dataset dataset = Kpi.dataset(
                "a", "s3://refined/kpi/dt={date}/", Map.of("FunctionName", "f"), Kpi.RECENCY, Kpi.SIZE, Kpi.DELTA);

        assertThat(lines(MetricData.of(
                        Kpi.METRICS, Kpi.run(Kpi.lake(187_200), dataset).findings())))
                .filteredOn(line -> line.startsWith("Check"))
                .containsExactly("CheckFailed f 1.0 Count", "CheckUnknown f 0.0 Count");
    }

    @Test
    @Survives(Hazard.STRANGE_KEYS)
    void encodes_an_unusual_folder() {
        assertThat(place("s3://refined/=cmd/::error/größe \u202e/<b>\u001b[31m%2F+😀\n\u0000/{date}/"))
                .isEqualTo("refined =cmd/::error/gr%C3%B6%C3%9Fe %E2%80%AE/<b>%1B[31m%252F+%F0%9F%98%80%0A%00/");
    }

    @Test
    void names_a_bucket_without_a_folder_and_a_local_folder() {
        assertThat(place("s3://refined/{date}/")).isEqualTo("refined /");
        assertThat(place("s3://refined/a/b/c={date}/")).isEqualTo("refined a/b/");
        assertThat(place("file:///lake/kpi/{date}/")).isEqualTo("file /lake/kpi/");
        assertThat(place("file:/lake/kpi/{date}/")).isEqualTo("file /lake/kpi/");
        assertThat(place("/lake/kpi/{date}/")).isEqualTo("file /lake/kpi/");
    }

    private static String place(String location) {
        Map<String, String> dimensions =
                Dimensions.of(Kpi.METRICS, Kpi.dataset("a", location, Kpi.SIZE), Metric.SIZE).stream()
                        .collect(Collectors.toMap(Dimension::name, Dimension::value));
        return dimensions.get("BucketName") + " " + dimensions.get("Key");
    }

    private static List<MetricDatum> data(Lake lake, Check... checks) {
        return MetricData.of(Kpi.METRICS, Kpi.run(lake, Kpi.daily(checks)).findings());
    }

    private static List<String> lines(List<MetricDatum> data) {
        return data.stream()
                .map(datum -> datum.metricName() + " " + names(datum).get("FunctionName") + " " + datum.value() + " "
                        + datum.unitAsString())
                .toList();
    }

    private static Map<String, String> names(MetricDatum datum) {
        return datum.dimensions().stream().collect(Collectors.toMap(Dimension::name, Dimension::value));
    }
}
