// SPDX-License-Identifier: Apache-2.0
package io.lakecheck.junit;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.ClassOrderer;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestClassOrder;
import org.junit.jupiter.api.TestInfo;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import software.amazon.awssdk.services.s3.S3Client;

/** Tests that no test sees what another one wrote. */
class ResetTest {

    @Test
    void a_job_that_writes_nothing_fails_after_one_that_writes() {
        Run run = Run.of(WritesThenNothing.class);

        assertThat(run.succeeded()).isEqualTo(1);
        assertThat(run.failure()).hasMessageContainingAll("size FAILED", "absent");
    }

    @LocalLake
    @LakeCheck(location = "s3://refined/kpi/dt={date}/", partition = "2026-01-02", size = @Size(min = "1 B"))
    @TestMethodOrder(MethodOrderer.OrderAnnotation.class)
    static class WritesThenNothing {

        @Test
        @Order(1)
        void writes(S3Client s3) {
            Job.write(s3, "refined", "kpi/dt=2026-01-02/", 600, "part-0");
        }

        @Test
        @Order(2)
        void writes_nothing() {}
    }

    @Test
    void what_before_all_wrote_is_kept() {
        Run run = Run.of(WithHistory.class);

        assertThat(run.succeeded()).isEqualTo(2);
        assertThat(run.failure()).hasMessageContainingAll("kpi dt=2026-01-02", "absent", "The test wrote nothing.");
    }

    @LocalLake
    @LakeCheck(
            location = "s3://refined/kpi/dt={date}/",
            partition = "2026-01-02",
            delta = @Delta(against = "previous", drop = "50%"))
    @TestMethodOrder(MethodOrderer.OrderAnnotation.class)
    static class WithHistory {

        @BeforeAll
        static void seed(LakeSeed lake) {
            lake.partition("2026-01-01").sized("600 B");
        }

        @Test
        @Order(1)
        void writes(S3Client s3) {
            Job.write(s3, "refined", "kpi/dt=2026-01-02/", 600, "part-0");
        }

        @Test
        @Order(2)
        void writes_nothing() {}

        @Test
        @Order(3)
        void finds_the_history(S3Client s3) {
            Job.write(s3, "refined", "kpi/dt=2026-01-02/", 600, "part-1");
            assertThat(s3.listObjectsV2(all -> all.bucket("refined")).contents())
                    .extracting(object -> object.key())
                    .containsExactly("kpi/dt=2026-01-01/part-0", "kpi/dt=2026-01-02/part-1");
        }
    }

    @Test
    void data_is_kept_within_the_class_if_asked_for() {
        assertThat(Run.of(AfterTheClass.class).failures()).isEmpty();
    }

    @LocalLake(reset = Reset.AFTER_CLASS)
    @LakeCheck(location = "s3://refined/kpi/dt={date}/", partition = "2026-01-02", size = @Size(min = "1 B"))
    @TestMethodOrder(MethodOrderer.OrderAnnotation.class)
    static class AfterTheClass extends WritesThenNothing {}

    @Test
    void buckets_that_a_test_deleted_are_created_again() {
        assertThat(Run.of(DeletesBuckets.class).failures()).isEmpty();
    }

    @LocalLake(buckets = "raw-of-reset")
    @TestMethodOrder(MethodOrderer.OrderAnnotation.class)
    static class DeletesBuckets {

        @Test
        @Order(1)
        void deletes(S3Client s3) {
            s3.deleteBucket(each -> each.bucket("raw-of-reset"));
        }

        @Test
        @Order(2)
        void writes(S3Client s3) {
            Job.write(s3, "raw-of-reset", "", 600, "part-0");
        }
    }

    @Test
    void what_a_nested_class_wrote_is_not_seen_by_other_nested_classes() {
        Run run = Run.of(WithNestedClasses.class);

        assertThat(run.succeeded()).isEqualTo(1);
        assertThat(run.failures()).hasSize(2).allSatisfy(failure -> assertThat(failure)
                .hasMessageContainingAll("size FAILED", "absent"));
    }

    @LocalLake
    @LakeCheck(location = "s3://refined/kpi/dt={date}/", partition = "2026-01-02", size = @Size(min = "1 B"))
    @TestClassOrder(ClassOrderer.OrderAnnotation.class)
    static class WithNestedClasses {

        @Nested
        @Order(1)
        class Before {

            @Test
            void writes_nothing() {}
        }

        @Nested
        @Order(2)
        class Writes {

            @BeforeAll
            static void write(S3Client s3) {
                Job.write(s3, "refined", "kpi/dt=2026-01-02/", 600, "part-0");
            }

            @Test
            void finds_what_before_all_wrote() {}
        }

        @Nested
        @Order(3)
        class After {

            @Test
            void writes_nothing() {}
        }
    }

    @Test
    void what_before_each_wrote_for_a_row_is_not_seen_by_other_rows() {
        Run run = Run.of(RowPerDay.class);

        assertThat(run.succeeded()).isEqualTo(1);
        assertThat(run.failure()).hasMessageContainingAll("kpi dt=2026-01-03 size FAILED", "absent");
    }

    @LocalLake
    static class RowPerDay {

        @BeforeEach
        void write_both_days_before_the_first_row(S3Client s3, TestInfo test) {
            if (test.getDisplayName().contains("2026-01-02")) {
                Job.write(s3, "refined", "kpi/dt=2026-01-02/", 600, "part-0");
                Job.write(s3, "refined", "kpi/dt=2026-01-03/", 600, "part-0");
            }
        }

        @ParameterizedTest
        @ValueSource(strings = {"2026-01-02", "2026-01-03"})
        @LakeCheck(location = "s3://refined/kpi/dt={date}/", partition = "{0}", size = @Size(min = "1 B"))
        void writes_nothing(String day) {}
    }

    @ParameterizedTest
    @CsvSource({"AFTER_CLASS, 0", "NEVER, 1"})
    void data_is_kept_after_the_class_only_if_asked_for(Reset reset, int objects) {
        Class<?> first = reset == Reset.NEVER ? NeverReset.class : AfterTheClass.class;

        assertThat(Run.of(first, CountsObjects.class).failures()).isEmpty();
        assertThat(CountsObjects.FOUND).hasValue(objects);
    }

    @LocalLake(reset = Reset.NEVER)
    @LakeCheck(location = "s3://refined/kpi/dt={date}/", partition = "2026-01-02", size = @Size(min = "1 B"))
    @TestMethodOrder(MethodOrderer.OrderAnnotation.class)
    static class NeverReset extends WritesThenNothing {}

    @LocalLake(buckets = "refined")
    static class CountsObjects {

        static final AtomicInteger FOUND = new AtomicInteger(-1);

        @Test
        void counts(S3Client s3) {
            FOUND.set(s3.listObjectsV2(all -> all.bucket("refined")).contents().size());
        }
    }
}
