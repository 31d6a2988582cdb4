// SPDX-License-Identifier: Apache-2.0
package example;

import io.lakecheck.junit.Delta;
import io.lakecheck.junit.LakeCheck;
import io.lakecheck.junit.LakeSeed;
import io.lakecheck.junit.LocalLake;
import io.lakecheck.junit.Recency;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

@LocalLake(buckets = "raw")
class HistoryTest {

    @Test
    @LakeCheck(
            location = "s3://refined/kpi/dt={date}/",
            partition = "2026-01-31",
            due = "6h",
            recency = @Recency(marker = "_SUCCESS", late = "fail"),
            delta = @Delta(against = "median of 7", drop = "30%", rise = "30%"))
    void writes_as_much_as_in_the_month_before(LakeSeed lake) {
        // The 30 partitions before the checked one, each with a different size.
        lake.history(30).sizedBetween("90 kB", "110 kB");
        // 100 kB in 4 files, complete at 03:00 in the dataset's zone.
        lake.partition("2026-01-31").sized("100 kB", 4).sealedAt("2026-02-01T03:00");
        // One object, for example an input of the job.
        lake.file("s3://raw/events/2026-01-31.json", "1 kB").writtenAt("2026-01-31T23:00");
        // One object with content; bytes(…) takes a byte array.
        lake.text("s3://raw/customers.csv", "id,name\n1,Ada\n");
        // A local directory tree.
        lake.directory(Path.of("src/test/fixture"), "s3://refined/kpi/");
    }
}
