// SPDX-License-Identifier: Apache-2.0
package example;

import static io.lakecheck.junit.LakeAssertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.lakecheck.Report;
import io.lakecheck.junit.Backend;
import io.lakecheck.junit.LakeCheck;
import io.lakecheck.junit.LakeSeed;
import io.lakecheck.junit.LakeSoftAssertions;
import io.lakecheck.junit.LocalLake;
import io.lakecheck.junit.PartitionAssert;
import io.lakecheck.junit.Recency;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.services.s3.S3Client;

/** Runs the assertions that docs/junit.md shows. */
@LocalLake(backend = Backend.EMBEDDED, buckets = "refined")
class AssertJTest {

    @Test
    void asserts_on_a_partition(S3Client s3, LakeSeed lake) {
        put(s3, "dt=2026-01-01/part-0.parquet", 2200);
        put(s3, "dt=2026-01-02/part-0.parquet", 2000);
        put(s3, "dt=2026-01-01/_SUCCESS", 0);
        put(s3, "dt=2026-01-02/_SUCCESS", 0);

        assertThat(lake)
                .location("s3://refined/kpi/dt={date}/")
                .partition("2026-01-02")
                .isSealedBy("_SUCCESS")
                .hasObjects(1)
                .hasKeys("part-*.parquet")
                .hasSizeBetween("1 kB", "1 MB")
                .changedLessThan("50%");
        assertThat(lake)
                .location("s3://refined/kpi/dt={date}/")
                .partition("2026-01-03")
                .isAbsent();
    }

    @Test
    @LakeCheck(
            location = "s3://refined/kpi/dt={date}/",
            partition = "2026-01-02",
            recency = @Recency(marker = "_SUCCESS"))
    void asserts_on_a_report(S3Client s3, Supplier<Report> judged) {
        put(s3, "dt=2026-01-02/part-0.parquet", 2000);

        assertThat(judged.get()).recency().failed().hasMessageContaining("_SUCCESS");
    }

    @Test
    void collects_failures(LakeSeed lake) {
        LakeSoftAssertions softly = new LakeSoftAssertions();

        PartitionAssert absent =
                softly.assertThat(lake).location("s3://refined/kpi/dt={date}/").partition("2026-01-02");
        absent.hasObjects(1).isAbsent().isFresh();

        assertEquals(2, softly.assertionErrorsCollected().size());
    }

    private static void put(S3Client s3, String name, int bytes) {
        s3.putObject(put -> put.bucket("refined").key("kpi/" + name), RequestBody.fromBytes(new byte[bytes]));
    }
}
