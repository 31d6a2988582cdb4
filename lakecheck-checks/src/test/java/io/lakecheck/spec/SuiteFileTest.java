// SPDX-License-Identifier: Apache-2.0
package io.lakecheck.spec;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.lakecheck.Dataset;
import io.lakecheck.DeltaCheck;
import io.lakecheck.DeltaPolicies;
import io.lakecheck.RecencyCheck;
import io.lakecheck.Severity;
import io.lakecheck.SizeCheck;
import io.lakecheck.Suite;
import io.lakecheck.baseline.SampleBaseline;
import io.lakecheck.baseline.Tolerance;
import io.lakecheck.baseline.Volume;
import io.lakecheck.delivery.Connection;
import io.lakecheck.delivery.Metrics;
import io.lakecheck.lake.ObjectFilter;
import io.lakecheck.partition.Calendar;
import io.lakecheck.partition.Location;
import io.lakecheck.partition.Schedule;
import io.lakecheck.value.Limits;
import io.lakecheck.value.Percentage;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SuiteFileTest {

    private static final String SUITE = """
            # lakecheck.yml
            zone: Europe/London
            cloudwatch: { namespace: ATUK/Lambda }
            datasets:
              kpi-daily:
                location: s3://refined/kpi/dt={date}/
                due: 6h                                   # after the day has ended, local time
                checks:
                  - recency: { marker: _SUCCESS }
                  - size:    { min: 195 kB }
                  - delta:   { against: previous, drop: 30%, rise: 100% }
            """;

    @TempDir
    Path folder;

    @Test
    void a_suite_is_read_with_all_defaults() {
        assertThat(Yaml.suite(SUITE))
                .isEqualTo(new Suite(
                        List.of(new Dataset(
                                "kpi-daily",
                                Location.of("s3://refined/kpi/dt={date}/"),
                                new Schedule(ZoneId.of("Europe/London"), Duration.ofHours(6), Calendar.EVERY_DAY),
                                ObjectFilter.DATA,
                                List.of(
                                        new RecencyCheck(
                                                Optional.of("_SUCCESS"),
                                                true,
                                                Duration.ZERO,
                                                Severity.WARN,
                                                Optional.empty(),
                                                Severity.FAIL),
                                        new SizeCheck(
                                                new Limits(OptionalLong.of(195_000), OptionalLong.empty()),
                                                Limits.NONE,
                                                Limits.NONE,
                                                Severity.FAIL),
                                        new DeltaCheck(
                                                SampleBaseline.PREVIOUS,
                                                Tolerance.of(
                                                        Optional.of(Percentage.of(30)),
                                                        Optional.of(Percentage.of(100))),
                                                Volume.BYTES,
                                                OptionalInt.empty(),
                                                OptionalInt.empty(),
                                                DeltaPolicies.DEFAULT,
                                                Severity.FAIL)),
                                Map.of())),
                        Connection.DEFAULT,
                        Optional.of(Metrics.to("ATUK/Lambda"))));
    }

    @Test
    void relative_locations_start_from_the_folder_of_the_file() throws IOException {
        Path file = folder.resolve("lakecheck.yml");
        Files.writeString(file, Yaml.dataset("lake/kpi/dt={date}/", "", "size: { min: 1 }"), StandardCharsets.UTF_8);

        Suite suite = SuiteFile.read(file, name -> Optional.empty());

        assertThat(suite.datasets().get(0).location()).hasToString(folder.toAbsolutePath() + "/lake/kpi/dt={date}/");
    }

    @Test
    void a_missing_file_is_reported_by_name() {
        Path file = folder.resolve("lakecheck.yml");

        assertThatThrownBy(() -> SuiteFile.read(file, name -> Optional.empty()))
                .isInstanceOf(SuiteProblemsException.class)
                .hasMessageStartingWith(file + ": suite file not found")
                .hasNoCause();
    }

    @Test
    void a_folder_is_not_a_suite_file() {
        assertThatThrownBy(() -> SuiteFile.read(folder, name -> Optional.empty()))
                .hasMessageStartingWith(folder + ": this is a folder, not a suite file");
        Path here = Path.of("").toAbsolutePath();
        assertThatThrownBy(() -> SuiteFile.read(here, name -> Optional.empty()))
                .hasMessageStartingWith(here + ": this is a folder, not a suite file");
    }
}
