// SPDX-License-Identifier: Apache-2.0
package io.lakecheck.junit;

import static org.assertj.core.api.Assertions.assertThat;

import io.lakecheck.Finding;
import io.lakecheck.Outcome;
import io.lakecheck.Report;
import java.util.function.Supplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.services.s3.S3Client;

/** Tests as users would write them. */
@LocalLake(backend = Backend.EMBEDDED)
class EmbeddedLakeTest {

    @Test
    @LakeCheck(
            location = "s3://refined/kpi/dt={date}/",
            partition = "2026-01-02",
            zone = "Europe/London",
            due = "6h",
            recency = @Recency(marker = "_SUCCESS"),
            size = @Size(min = "1 kB"),
            delta = @Delta(against = "previous", drop = "50%"))
    void a_partition_written_in_time_passes(S3Client s3, LakeSeed lake) {
        lake.partition("2026-01-01").sized("2 kB").sealedAt("2026-01-02T03:00");

        put(s3, "kpi/dt=2026-01-02/part-0", 1500);
        put(s3, "kpi/dt=2026-01-02/_SUCCESS", 0);
    }

    @Test
    @LakeCheck(
            location = "s3://${bucket}/kpi/dt={date}/",
            partition = "2026-01-02",
            zone = "Europe/London",
            due = "6h",
            recency = @Recency(marker = "_SUCCESS"),
            size = @Size(min = "1 kB"))
    void a_file_after_the_marker_fails(S3Client s3, LakeSeed lake, Supplier<Report> judged) {
        for (String name : new String[] {"part-0", "_SUCCESS", "part-1"}) {
            s3.putObject(
                    each -> each.bucket(lake.bucket()).key("kpi/dt=2026-01-02/" + name),
                    RequestBody.fromBytes(new byte[600]));
        }

        assertThat(judged.get().findings())
                .extracting(Finding::outcome)
                .containsExactly(Outcome.FAILED, Outcome.PASSED);
        assertThat(judged.get().findings().get(0).text())
                .contains("part-1", "2026-01-03 06:00:01 GMT", "_SUCCESS", "2026-01-03 06:00:00 GMT");
        assertThat(judged.get().findings().get(1).verdict().measured()).isEqualTo("1.2 kB in 2 objects");
    }

    @AfterEach
    void checks_have_run_before_after_each(Report report) {
        assertThat(report.outcome()).isNotNull();
    }

    private static void put(S3Client s3, String key, int bytes) {
        s3.putObject(each -> each.bucket("refined").key(key), RequestBody.fromBytes(new byte[bytes]));
    }
}
