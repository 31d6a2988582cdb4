// SPDX-License-Identifier: Apache-2.0
package example;

import io.lakecheck.junit.Delta;
import io.lakecheck.junit.LakeCheck;
import io.lakecheck.junit.LakeSeed;
import io.lakecheck.junit.LocalLake;
import io.lakecheck.junit.Recency;
import io.lakecheck.junit.Size;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.services.s3.S3Client;

@LocalLake
class KpiJobTest {

    @Test
    @LakeCheck(
            location = "s3://refined/kpi/dt={date}/",
            partition = "2026-01-02",
            recency = @Recency(marker = "_SUCCESS"),
            size = @Size(min = "1 kB"),
            delta = @Delta(against = "previous", drop = "50%"))
    void writes_the_days_kpis(S3Client s3, LakeSeed lake) {
        lake.partition("2026-01-01").sized("3 kB");

        // Run your job here, with the injected client.
        put(s3, "part-0.parquet", 2000);
        put(s3, "_SUCCESS", 0);
    }

    private static void put(S3Client s3, String name, int bytes) {
        s3.putObject(
                put -> put.bucket("refined").key("kpi/dt=2026-01-02/" + name), RequestBody.fromBytes(new byte[bytes]));
    }
}
