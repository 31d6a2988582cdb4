// SPDX-License-Identifier: Apache-2.0
package io.lakecheck.junit;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.opentest4j.MultipleFailuresError;
import software.amazon.awssdk.services.s3.S3Client;

class WrittenObjectsTest {

    private static final String HOURLY = "s3://refined/clicks/dt={date}/hour={HH}/";

    @Test
    void seeded_inputs_were_not_written_by_the_job() {
        assertThat(message("reads_only")).endsWith("The test wrote nothing.").doesNotContain("raw");
    }

    @Test
    void folders_that_are_much_more_different_are_only_counted() {
        assertThat(message("writes_another_day"))
                .contains("s3://refined/clicks/dt=2026-01-03/hour=05/part-0\n")
                .contains("and in 1 more folder")
                .doesNotContain("log");
    }

    @Test
    void hours_that_complete_found_are_not_listed() {
        assertThat(message("stops_early"))
                .contains("2 of the last 4 hours")
                .contains("The test wrote:\n  s3://refined/clicks/dt=2026-01-02/hour=5/part-0\n")
                .doesNotContain("hour=03/part-0", "more folder");
    }

    @Test
    void what_was_written_is_shown_once() {
        Throwable failure = Run.of(Jobs.class, "writes_no_marker").failure();

        assertThat(failure)
                .isInstanceOf(MultipleFailuresError.class)
                .extracting(Throwable::getMessage)
                .asString()
                .contains("recency FAILED", "complete FAILED")
                .containsOnlyOnce("The test wrote:");
    }

    private static String message(String test) {
        return String.valueOf(Run.of(Jobs.class, test).failure().getMessage());
    }

    @LocalLake(buckets = "raw")
    static class Jobs {

        @Test
        @LakeCheck(location = HOURLY, partition = "2026-01-02T05", recency = @Recency)
        void reads_only(LakeSeed lake) {
            lake.text("s3://raw/clicks/2026/01/02/events.csv", "05:00,/home");
        }

        @Test
        @LakeCheck(
                location = HOURLY,
                partition = "2026-01-02T05",
                recency = @Recency(marker = "_SUCCESS"),
                complete = @Complete(last = "1"))
        void writes_no_marker(S3Client s3) {
            Job.write(s3, "refined", "clicks/dt=2026-01-02/hour=05/", 10, "part-0");
        }

        @Test
        @LakeCheck(location = HOURLY, partition = "2026-01-02T05", recency = @Recency)
        void writes_another_day(S3Client s3) {
            Job.write(s3, "refined", "log/", 10, "run-17");
            Job.write(s3, "refined", "clicks/dt=2026-01-03/hour=05/", 10, "part-0");
        }

        @Test
        @LakeCheck(location = HOURLY, partition = "2026-01-02T06", complete = @Complete(last = "4"))
        void stops_early(S3Client s3) {
            Job.write(s3, "refined", "clicks/dt=2026-01-02/hour=03/", 10, "part-0");
            Job.write(s3, "refined", "clicks/dt=2026-01-02/hour=04/", 10, "part-0");
            Job.write(s3, "refined", "clicks/dt=2026-01-02/hour=5/", 10, "part-0");
        }
    }
}
