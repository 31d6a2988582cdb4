// SPDX-License-Identifier: Apache-2.0
package io.lakecheck.junit;

import static org.assertj.core.api.Assertions.assertThat;

import io.lakecheck.Report;
import java.time.LocalDate;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import software.amazon.awssdk.services.s3.S3Client;

@LocalLake(backend = Backend.EMBEDDED)
class TestArgumentsTest {

    @ParameterizedTest
    @ValueSource(strings = {"2026-01-02", "2026-01-03"})
    @LakeCheck(location = "s3://refined/kpi/dt={date}/", partition = "{day}", size = @Size(min = "1 B"))
    void a_row_per_day(LocalDate day, S3Client s3, Supplier<Report> judged) {
        Job.write(s3, "refined", "kpi/dt=" + day + "/", 600, "part-0");

        assertThat(judged.get().findings().get(0).text()).contains("dt=" + day, "size PASSED");
    }

    @ParameterizedTest
    @CsvSource({"emea, 2026-01-02, 2026-01-03T08:00", "apac, 2026-01-03, 2026-01-04T08:00"})
    @LakeCheck(
            location = "s3://refined/{region}/kpi/dt={date}/",
            partition = "dt={1}",
            asOf = "{2}",
            name = "kpi-{region}",
            recency = @Recency(late = "fail"))
    void parameters_in_all_places(String region, String day, String time, LakeSeed lake, Supplier<Report> judged) {
        lake.partition(day).sized("1 kB").writtenAt(time);

        assertThat(judged.get().findings().get(0).text())
                .contains("kpi-" + region + " ", "FAILED", day, "8 h late", "s3://refined/" + region + "/kpi/");
    }

    @ParameterizedTest
    @ValueSource(strings = {"clicks", "views"})
    @LakeCheck(location = "s3://refined/{0}/dt={date}/", partition = "2026-01-02", size = @Size(min = "1 B"))
    void a_parameter_is_the_default_name(String dataset, S3Client s3, Supplier<Report> judged) {
        Job.write(s3, "refined", dataset + "/dt=2026-01-02/", 600, "part-0");

        assertThat(judged.get().findings().get(0).text()).startsWith(dataset + " dt=2026-01-02 size PASSED");
    }

    @Test
    void an_unknown_parameter_is_a_mistake() {
        assertThat(Run.of(Mistakes.class, "has_no_such_parameter").failure())
                .hasMessageContainingAll("unknown parameter '{dya}'", "{0}", "{day}");
        assertThat(Run.of(Mistakes.class, "has_no_parameters").failure())
                .hasMessageContainingAll("unknown parameter '{day}'", "@ParameterizedTest");
    }

    static class Mistakes {

        @ParameterizedTest
        @ValueSource(strings = "2026-01-02")
        @LakeCheck(location = "s3://refined/kpi/dt={date}/", partition = "{dya}", size = @Size(min = "1 B"))
        void has_no_such_parameter(String day) {
            throw new AssertionError("it ran");
        }

        @Test
        @LakeCheck(location = "s3://refined/kpi/dt={date}/", partition = "{day}", size = @Size(min = "1 B"))
        void has_no_parameters() {
            throw new AssertionError("it ran");
        }
    }
}
