// SPDX-License-Identifier: Apache-2.0
package io.lakecheck.junit;

import static org.assertj.core.api.Assertions.assertThat;

import io.lakecheck.Report;
import io.lakecheck.lake.LakeException;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Supplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInfo;
import org.opentest4j.AssertionFailedError;
import org.opentest4j.MultipleFailuresError;
import software.amazon.awssdk.services.s3.S3Client;

class CheckOutcomesTest {

    @Test
    void checks_run_after_the_body_and_before_after_each() {
        Lifecycle.STEPS.clear();

        assertThat(Run.of(Lifecycle.class).failures()).isEmpty();
        assertThat(Lifecycle.STEPS).containsExactly("before", "body", "after PASSED");
    }

    static class Lifecycle {

        static final List<String> STEPS = new CopyOnWriteArrayList<>();

        @BeforeEach
        void before() {
            STEPS.add("before");
        }

        @Test
        @LakeCheck(location = "s3://refined/kpi/dt={date}/", partition = "2026-01-02", size = @Size(min = "1 kB"))
        void body(S3Client s3) {
            Job.write(s3, "refined", "kpi/dt=2026-01-02/", 1000, "part-0");
            STEPS.add("body");
        }

        @AfterEach
        void after(S3Client s3, Report report) {
            STEPS.add("after " + report.outcome());
        }
    }

    @Test
    void a_broken_check_is_an_assertion_failure() {
        Throwable failure = Run.of(Verdicts.class, "one_is_broken").failure();

        assertThat(failure)
                .isInstanceOf(AssertionFailedError.class)
                .hasMessageContainingAll("kpi dt=2026-01-02 size FAILED", "600 B", "s3://refined/kpi/dt=2026-01-02/");
        AssertionFailedError assertion = (AssertionFailedError) failure;
        assertThat(assertion.getExpected().getStringRepresentation()).isEqualTo("size: at least 1 kB");
        assertThat(assertion.getActual().getStringRepresentation()).isEqualTo("size: 600 B in 1 object");
    }

    @Test
    void all_broken_checks_are_reported_together() {
        Throwable failure = Run.of(Verdicts.class, "several_are_broken").failure();

        assertThat(failure).isInstanceOf(MultipleFailuresError.class);
        assertThat(((MultipleFailuresError) failure).getFailures())
                .allSatisfy(each -> assertThat(each).isInstanceOf(AssertionFailedError.class))
                .extracting(each -> String.valueOf(each.getMessage()).split(":")[0])
                .containsExactly("kpi dt=2026-01-02 recency, size FAILED", "leads dt=2026-01-02 size FAILED");
    }

    @Test
    void one_cause_is_reported_once() {
        assertThat(Run.of(Verdicts.class, "the_partition_is_absent").failure())
                .isInstanceOf(AssertionFailedError.class)
                .hasMessageStartingWith("kpi dt=2026-01-02 recency, size FAILED: absent;");
    }

    @Test
    void checks_do_not_run_if_the_body_throws() {
        assertThat(Run.of(Verdicts.class, "the_body_throws").failure())
                .isInstanceOf(IllegalStateException.class)
                .hasMessage("the job failed")
                .hasNoSuppressedExceptions();
    }

    @Test
    void an_unreadable_lake_is_an_error() {
        assertThat(Run.of(Verdicts.class, "the_bucket_is_gone").failure())
                .isInstanceOf(LakeException.class)
                .isNotInstanceOf(AssertionError.class)
                .hasMessageContainingAll("kpi dt=2026-01-02 size UNKNOWN", "bucket not found");
    }

    @Test
    void warnings_and_skipped_checks_are_report_entries() {
        Run run = Run.of(Verdicts.class, "a_warning_and_a_skipped_check");

        assertThat(run.failures()).isEmpty();
        assertThat(run.entries())
                .extracting(entry -> entry.split(":")[0])
                .containsExactly("kpi dt=2026-01-02 size WARNED", "kpi dt=2026-01-02 delta SKIPPED");
    }

    @Test
    void a_failure_also_shows_warnings() {
        assertThat(Run.of(Verdicts.class, "broken_with_a_warning").failure())
                .hasMessageMatching(
                        "(?s)kpi dt=2026-01-02 size FAILED:.*1 kB.*\nkpi dt=2026-01-02 size WARNED:.*2 kB.*");
    }

    @Test
    void a_test_with_own_assertions_is_not_failed() {
        assertThat(Run.of(Verdicts.class, "has_own_assertions").failures()).isEmpty();
    }

    @Test
    void a_test_that_never_calls_its_supplier_is_checked() {
        assertThat(Run.of(Verdicts.class, "never_calls_the_supplier").failure()).hasMessageContaining("size FAILED");
    }

    @Test
    void a_repeated_test_starts_with_an_empty_bucket() {
        assertThat(Run.of(Verdicts.class, "names_the_test").failures()).isEmpty();
    }

    static class Verdicts {

        @Test
        @LakeCheck(location = "s3://refined/kpi/dt={date}/", partition = "2026-01-02", size = @Size(min = "1 kB"))
        void one_is_broken(S3Client s3) {
            Job.write(s3, "refined", "kpi/dt=2026-01-02/", 600, "part-0");
        }

        @Test
        @LakeCheck(
                location = "s3://refined/kpi/dt={date}/",
                partition = "2026-01-02",
                recency = @Recency,
                size = @Size(min = "1 kB"))
        @LakeCheck(location = "s3://refined/leads/dt={date}/", partition = "2026-01-02", size = @Size(min = "1 kB"))
        void several_are_broken() {}

        @Test
        @LakeCheck(
                location = "s3://refined/kpi/dt={date}/",
                partition = "2026-01-02",
                recency = @Recency,
                size = @Size(min = "1 kB"))
        void the_partition_is_absent() {}

        @Test
        @LakeCheck(location = "s3://refined/kpi/dt={date}/", partition = "2026-01-02", size = @Size(min = "1 kB"))
        void the_body_throws() {
            throw new IllegalStateException("the job failed");
        }

        @Test
        @LakeCheck(location = "s3://refined/kpi/dt={date}/", partition = "2026-01-02", size = @Size(min = "1 kB"))
        void the_bucket_is_gone(S3Client s3) {
            s3.deleteBucket(each -> each.bucket("refined"));
        }

        @Test
        @LakeCheck(
                location = "s3://refined/kpi/dt={date}/",
                partition = "2026-01-02",
                size = @Size(min = "1 kB", severity = "warn"),
                delta = @Delta(against = "previous", drop = "50%", lookback = "1"))
        void a_warning_and_a_skipped_check(S3Client s3) {
            Job.write(s3, "refined", "kpi/dt=2026-01-02/", 600, "part-0");
        }

        @Test
        @LakeCheck(
                location = "s3://refined/kpi/dt={date}/",
                partition = "2026-01-02",
                size = {@Size(min = "1 kB"), @Size(min = "2 kB", severity = "warn")})
        void broken_with_a_warning(S3Client s3) {
            Job.write(s3, "refined", "kpi/dt=2026-01-02/", 600, "part-0");
        }

        @Test
        @LakeCheck(location = "s3://refined/kpi/dt={date}/", partition = "2026-01-02", size = @Size(min = "1 kB"))
        void has_own_assertions(Supplier<Report> judged) {
            assertThat(judged.get().findings()).hasSize(1);
        }

        @Test
        @LakeCheck(location = "s3://refined/kpi/dt={date}/", partition = "2026-01-02", size = @Size(min = "1 kB"))
        void never_calls_the_supplier(Supplier<Report> judged) {}

        @RepeatedTest(2)
        @LakeCheck(location = "s3://refined/kpi/dt={date}/", partition = "2026-01-02", size = @Size(max = "1 kB"))
        void names_the_test(S3Client s3, TestInfo test) {
            String name = "part-" + Integer.toHexString(test.getDisplayName().hashCode());
            Job.write(s3, "refined", "kpi/dt=2026-01-02/", 600, name);
        }
    }
}
