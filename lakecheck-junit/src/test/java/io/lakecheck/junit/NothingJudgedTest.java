// SPDX-License-Identifier: Apache-2.0
package io.lakecheck.junit;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.opentest4j.AssertionFailedError;
import software.amazon.awssdk.services.s3.S3Client;

/** Tests that a test that checked nothing does not pass. */
class NothingJudgedTest {

    @Test
    void only_skipped_checks_are_an_error() {
        assertThat(Run.of(Cases.class, "has_no_history").failure())
                .isNotInstanceOf(AssertionError.class)
                .hasMessageContainingAll("nothing was checked", "delta SKIPPED", "lake.history(7)");
        assertThat(Run.of(Cases.class, "is_outside_the_calendar").failure())
                .hasMessageContainingAll("nothing was checked", "size SKIPPED");
    }

    @Test
    void a_skipped_row_is_aborted() {
        Run run = Run.of(Cases.class, "has_a_row_per_check");

        assertThat(run.failures()).isEmpty();
        assertThat(run.succeeded()).isEqualTo(1);
        assertThat(run.results().testEvents().aborted().count()).isEqualTo(1);
    }

    @Test
    void rows_that_are_all_skipped_are_an_error() {
        assertThat(Run.of(Cases.class, "has_only_skipped_rows").failure()).hasMessageContaining("nothing was checked");
    }

    @Test
    void a_skipped_check_fails_if_asked_for() {
        assertThat(Run.of(Strict.class, "passes_and_skips").failure())
                .isInstanceOf(AssertionFailedError.class)
                .hasMessageContainingAll("delta SKIPPED", "onSkip = FAIL");
        assertThat(Run.of(Strict.class, "has_a_row_per_check").failure()).hasMessageContaining("onSkip = FAIL");
    }

    @Test
    void a_skipped_check_next_to_a_passed_one_is_a_line_on_the_console() throws Exception {
        assertThat(Jvm.run(entry -> true, NothingJudgedTest.class).lines())
                .filteredOn(line -> line.contains("SKIPPED"))
                .singleElement()
                .asString()
                .startsWith("lakecheck: Mixed.passes_and_skips: kpi dt=2026-01-02 delta SKIPPED: ");
    }

    @Test
    void a_warning_next_to_a_passed_check_is_a_line_on_the_console() throws Exception {
        assertThat(Jvm.run(entry -> true, NothingJudgedTest.class).lines())
                .filteredOn(line -> line.contains("WARNED"))
                .singleElement()
                .asString()
                .startsWith("lakecheck: Mixed.passes_and_warns: kpi dt=2026-01-02 size WARNED: 600 B");
    }

    public static void main(String... arguments) {
        System.out.println(Run.of(Mixed.class).succeeded() + " passed");
    }

    @LocalLake
    static class Mixed {

        @Test
        @LakeCheck(
                location = "s3://refined/kpi/dt={date}/",
                partition = "2026-01-02",
                size = @Size(min = "1 B"),
                delta = @Delta(against = "previous", drop = "50%"))
        void passes_and_skips(S3Client s3) {
            Job.write(s3, "refined", "kpi/dt=2026-01-02/", 600, "part-0");
        }

        @Test
        @LakeCheck(
                location = "s3://refined/kpi/dt={date}/",
                partition = "2026-01-02",
                size = {@Size(min = "1 B"), @Size(min = "1 kB", severity = "warn")})
        void passes_and_warns(S3Client s3) {
            Job.write(s3, "refined", "kpi/dt=2026-01-02/", 600, "part-0");
        }
    }

    static class Cases {

        @Test
        @LakeCheck(
                location = "s3://refined/kpi/dt={date}/",
                partition = "2026-01-02",
                delta = @Delta(against = "previous", drop = "50%"))
        void has_no_history(S3Client s3) {
            Job.write(s3, "refined", "kpi/dt=2026-01-02/", 600, "part-0");
        }

        @Test
        @LakeCheck(
                location = "s3://${bucket}/kpi/dt={date}/",
                partition = "2026-01-03",
                days = "weekdays",
                size = @Size(min = "1 kB"))
        void is_outside_the_calendar() {}

        @LakeCheckTest
        @LakeCheck(
                location = "s3://${bucket}/kpi/dt={date}/",
                partition = "2026-01-02",
                size = @Size(min = "1 B"),
                delta = @Delta(against = "previous", drop = "50%"))
        void has_a_row_per_check(S3Client s3, LakeSeed lake) {
            Job.write(s3, lake.bucket(), "kpi/dt=2026-01-02/", 600, "part-0");
        }

        @LakeCheckTest
        @LakeCheck(
                location = "s3://${bucket}/kpi/dt={date}/",
                partition = "2026-01-02",
                delta = @Delta(against = "previous", drop = "50%"))
        void has_only_skipped_rows(S3Client s3, LakeSeed lake) {
            Job.write(s3, lake.bucket(), "kpi/dt=2026-01-02/", 600, "part-0");
        }
    }

    @LocalLake(onSkip = SkipPolicy.FAIL)
    static class Strict extends Cases {

        @Test
        @LakeCheck(
                location = "s3://refined/kpi/dt={date}/",
                partition = "2026-01-02",
                size = @Size(min = "1 B"),
                delta = @Delta(against = "previous", drop = "50%"))
        void passes_and_skips(S3Client s3) {
            Job.write(s3, "refined", "kpi/dt=2026-01-02/", 600, "part-0");
        }
    }
}
