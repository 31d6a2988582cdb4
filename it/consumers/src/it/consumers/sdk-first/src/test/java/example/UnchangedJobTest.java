// SPDX-License-Identifier: Apache-2.0
package example;

import io.lakecheck.junit.LakeCheck;
import io.lakecheck.junit.LocalLake;
import io.lakecheck.junit.Recency;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.s3.S3Client;

/** A job that creates its client itself. */
@LocalLake(systemProperties = true)
class UnchangedJobTest {

    @Test
    @LakeCheck(
            location = "s3://refined/kpi/dt={date}/",
            partition = "2026-01-02",
            recency = @Recency(marker = "_SUCCESS"))
    void a_job_runs_unchanged() {
        try (S3Client own = S3Client.create()) {
            new KpiJob(own).run("2026-01-02");
        }
    }
}
