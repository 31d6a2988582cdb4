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

class JudgingTest {

    @Test
    void judges_after_the_body_and_before_after_each() {
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
    void says_what_the_release_gate_says() {
        Throwable failure = Run.of(Verdicts.class, "one_is_broken").failure();

        assertThat(failure)
                .isInstanceOf(AssertionFailedError.class)
                .hasMessage(
                        "kpi dt=2026-01-02 size FAILED: 600 B in 1 object, at least 1 kB (s3://refined/kpi/dt=2026-01-02/)");
        AssertionFailedError assertion = (AssertionFailedError) failure;
        assertThat(assertion.getExpected().getStringRepresentation()).isEqualTo("at least 1 kB");
        assertThat(assertion.getActual().getStringRepresentation()).isEqualTo("600 B in 1 object");
    }

    @Test
    void tells_all_broken_checks_at_once() {
        Throwable failure = Run.of(Verdicts.class, "several_are_broken").failure();

        assertThat(failure).isInstanceOf(MultipleFailuresError.class);
        assertThat(((MultipleFailuresError) failure).getFailures())
                .allSatisfy(each -> assertThat(each).isInstanceOf(AssertionFailedError.class))
                .extracting(Throwable::getMessage)
                .containsExactly(
                        "kpi dt=2026-01-02 recency FAILED: not there, due 2026-01-03 00:00:00 UTC (s3://refined/kpi/dt=2026-01-02/)",
                        "kpi dt=2026-01-02 size FAILED: 0 B in 0 objects, at least 1 kB; the partition is not there"
                                + " (s3://refined/kpi/dt=2026-01-02/)",
                        "leads dt=2026-01-02 size FAILED: 0 B in 0 objects, at least 1 kB; the partition is not there"
                                + " (s3://refined/leads/dt=2026-01-02/)");
    }

    @Test
    void does_not_mask_a_body_that_threw() {
        assertThat(Run.of(Verdicts.class, "the_body_throws").failure())
                .isInstanceOf(IllegalStateException.class)
                .hasMessage("the job failed")
                .hasNoSuppressedExceptions();
    }

    @Test
    void an_unknown_is_an_error_and_no_failure() {
        assertThat(Run.of(Verdicts.class, "the_bucket_is_gone").failure())
                .isInstanceOf(LakeException.class)
                .isNotInstanceOf(AssertionError.class)
                .hasMessageContaining("kpi dt=2026-01-02 size UNKNOWN: could not look (no bucket)");
    }

    @Test
    void reports_what_is_only_to_be_known() {
        Run run = Run.of(Verdicts.class, "a_warning_and_a_skipped_check");

        assertThat(run.failures()).isEmpty();
        assertThat(run.entries())
                .containsExactly(
                        "kpi dt=2026-01-02 size WARNED: 600 B in 1 object, at least 1 kB (s3://refined/kpi/dt=2026-01-02/)",
                        "kpi dt=2026-01-02 delta SKIPPED: 0 earlier partitions to compare 600 B with; at least 1 needed;"
                                + " left out dt=2026-01-01 (absent) (s3://refined/kpi/dt=2026-01-02/)");
    }

    @Test
    void says_beside_a_failure_what_else_is_to_be_known() {
        assertThat(Run.of(Verdicts.class, "broken_beside_a_warning").failure())
                .hasMessage(
                        "kpi dt=2026-01-02 size FAILED: 600 B in 1 object, at least 1 kB (s3://refined/kpi/dt=2026-01-02/)\n"
                                + "kpi dt=2026-01-02 size WARNED: 600 B in 1 object, at least 2 kB (s3://refined/kpi/dt=2026-01-02/)");
    }

    @Test
    void leaves_a_test_alone_that_draws_its_own_conclusions() {
        assertThat(Run.of(Verdicts.class, "asserts_itself").failures()).isEmpty();
    }

    @Test
    void judges_a_test_that_could_have_but_did_not() {
        assertThat(Run.of(Verdicts.class, "never_asks").failure()).hasMessageContaining("size FAILED");
    }

    @Test
    void judges_each_run_of_a_repeated_test_in_an_empty_bucket() {
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
        void broken_beside_a_warning(S3Client s3) {
            Job.write(s3, "refined", "kpi/dt=2026-01-02/", 600, "part-0");
        }

        @Test
        @LakeCheck(location = "s3://refined/kpi/dt={date}/", partition = "2026-01-02", size = @Size(min = "1 kB"))
        void asserts_itself(Supplier<Report> judged) {
            assertThat(judged.get().findings()).hasSize(1);
        }

        @Test
        @LakeCheck(location = "s3://refined/kpi/dt={date}/", partition = "2026-01-02", size = @Size(min = "1 kB"))
        void never_asks(Supplier<Report> judged) {}

        @RepeatedTest(2)
        @LakeCheck(location = "s3://refined/kpi/dt={date}/", partition = "2026-01-02", size = @Size(max = "1 kB"))
        void names_the_test(S3Client s3, TestInfo test) {
            String name = "part-" + Integer.toHexString(test.getDisplayName().hashCode());
            Job.write(s3, "refined", "kpi/dt=2026-01-02/", 600, name);
        }
    }
}
