// SPDX-License-Identifier: Apache-2.0
package io.lakecheck.junit;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.s3.S3Client;

class ParallelTest {

    @Test
    void two_hundred_tests_with_own_buckets_run_in_parallel() {
        Run run = Run.parallel(OwnBuckets.class);

        assertThat(run.failures()).isEmpty();
        assertThat(run.succeeded()).isEqualTo(200);
    }

    static class OwnBuckets {

        @RepeatedTest(200)
        @LakeCheck(
                location = "s3://${bucket}/kpi/dt={date}/",
                partition = "2026-01-02",
                recency = @Recency(marker = "_SUCCESS"),
                size = @Size(objects = @Bounds(min = "1", max = "1")))
        void writes(S3Client s3, LakeSeed lake) {
            Job.write(s3, lake.bucket(), "kpi/dt=2026-01-02/", 600, "part-0", "_SUCCESS");
        }
    }

    @Test
    void tests_that_share_a_bucket_never_run_concurrently() {
        Concurrency.MOST.set(0);

        Run run = Run.parallel(OneClass.class, AnotherClass.class, MethodsAlone.class);

        assertThat(run.failures()).isEmpty();
        assertThat(run.succeeded()).isEqualTo(15);
        assertThat(Concurrency.MOST).hasValue(1);
    }

    /**
     * Verifies that the tests above are serialized because they share buckets: without shared buckets, the same tests
     * run concurrently.
     */
    @Test
    void tests_with_own_buckets_run_concurrently() {
        Concurrency.MOST.set(0);

        assertThat(Run.parallel(InOwnBuckets.class).succeeded()).isEqualTo(5);
        assertThat(Concurrency.MOST.get()).isGreaterThan(1);
    }

    static class InOwnBuckets extends Concurrency {

        @RepeatedTest(5)
        @LakeCheck(location = "s3://${bucket}/kpi/dt={date}/", partition = "2026-01-02", size = @Size(max = "600 B"))
        void writes(S3Client s3, LakeSeed lake) {
            write(s3, lake.bucket());
        }
    }

    /** Counts test bodies that run concurrently. Each one waits a moment for others to start. */
    abstract static class Concurrency {

        static final AtomicInteger NOW = new AtomicInteger();
        static final AtomicInteger MOST = new AtomicInteger();

        static void write(S3Client s3, String bucket) {
            MOST.accumulateAndGet(NOW.incrementAndGet(), Math::max);
            long start = System.nanoTime();
            while (MOST.get() < 2 && System.nanoTime() - start < 20_000_000) {
                Thread.onSpinWait();
            }
            Job.write(s3, bucket, "kpi/dt=2026-01-02/", 600, "part-0");
            NOW.decrementAndGet();
        }
    }

    @LocalLake
    static class OneClass extends Concurrency {

        @RepeatedTest(5)
        @LakeCheck(location = "s3://refined/kpi/dt={date}/", partition = "2026-01-02", size = @Size(max = "600 B"))
        void writes(S3Client s3) {
            write(s3, "refined");
        }
    }

    @LakeCheck(location = "s3://refined/kpi/dt={date}/", partition = "2026-01-02", size = @Size(max = "600 B"))
    static class AnotherClass extends Concurrency {

        @RepeatedTest(5)
        void writes(S3Client s3) {
            write(s3, "refined");
        }
    }

    static class MethodsAlone extends Concurrency {

        @RepeatedTest(5)
        @LakeCheck(location = "s3://refined/kpi/dt={date}/", partition = "2026-01-02", size = @Size(max = "600 B"))
        void writes(S3Client s3) {
            write(s3, "refined");
        }
    }

    @Test
    void a_bucket_is_empty_for_the_next_class() {
        assertThat(Run.of(WritesObjects.class, FindsEmptyBucket.class).failures())
                .isEmpty();
    }

    @LakeCheck(location = "s3://refined/a/dt={date}/", partition = "2026-01-02", size = @Size(min = "1 B"))
    static class WritesObjects {

        @Test
        void writes(S3Client s3) {
            Job.write(s3, "refined", "a/dt=2026-01-02/", 600, "part-0");
        }
    }

    @LocalLake(buckets = "refined")
    static class FindsEmptyBucket {

        @Test
        void lists(S3Client s3) {
            assertThat(s3.listObjectsV2(each -> each.bucket("refined")).contents())
                    .isEmpty();
        }
    }
}
