// SPDX-License-Identifier: Apache-2.0
package io.lakecheck.junit;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtensionConfigurationException;
import software.amazon.awssdk.services.s3.S3Client;

class LakeCheckTestTest {

    @Test
    void reports_a_row_per_check_and_runs_the_body_once() {
        Rows.BODIES.set(0);

        Run run = Run.of(Rows.class);

        assertThat(run.names())
                .containsExactly("kpi dt=2026-01-02 recency", "kpi dt=2026-01-02 size", "kpi dt=2026-01-02 delta");
        assertThat(run.succeeded()).isEqualTo(2);
        assertThat(run.failure()).hasMessageContainingAll("kpi dt=2026-01-02 size FAILED", "600 B");
        assertThat(Rows.BODIES).hasValue(1);
    }

    @Test
    void fails_one_row_and_aborts_the_others_if_the_body_throws() {
        Run run = Run.of(Throwing.class);

        assertThat(run.failure()).isInstanceOf(IllegalStateException.class).hasMessage("the job failed");
        assertThat(run.results().testEvents().aborted().count()).isEqualTo(1);
    }

    @Test
    void needs_a_check() {
        assertThat(Run.of(Bare.class).failure())
                .isInstanceOf(ExtensionConfigurationException.class)
                .hasMessageContaining("@LakeCheck");
    }

    @Test
    void runs_the_body_once_if_rows_run_in_parallel() {
        Rows.BODIES.set(0);

        assertThat(Run.parallel(Rows.class).succeeded()).isEqualTo(2);
        assertThat(Rows.BODIES).hasValue(1);
    }

    static class Rows {

        static final AtomicInteger BODIES = new AtomicInteger();

        @LakeCheckTest
        @LakeCheck(
                location = "s3://${bucket}/kpi/dt={date}/",
                partition = "2026-01-02",
                recency = @Recency(marker = "_SUCCESS"),
                size = @Size(min = "1 kB"),
                delta = @Delta(against = "previous", drop = "50%"))
        void writes(S3Client s3, LakeSeed lake) {
            BODIES.incrementAndGet();
            lake.partition("2026-01-01").sized("1 kB");
            Job.write(s3, lake.bucket(), "kpi/dt=2026-01-02/", 600, "part-0", "_SUCCESS");
        }
    }

    static class Throwing {

        @LakeCheckTest
        @LakeCheck(
                location = "s3://refined/kpi/dt={date}/",
                partition = "2026-01-02",
                recency = @Recency,
                size = @Size(min = "1 kB"))
        void writes() {
            throw new IllegalStateException("the job failed");
        }
    }

    static class Bare {

        @LakeCheckTest
        void writes() {}
    }
}
