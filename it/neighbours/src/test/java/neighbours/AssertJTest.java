// SPDX-License-Identifier: Apache-2.0
package neighbours;

import static io.lakecheck.junit.LakeAssertions.assertThat;

import io.lakecheck.junit.Backend;
import io.lakecheck.junit.LakeSeed;
import io.lakecheck.junit.LocalLake;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.services.s3.S3Client;

/** The assertions in docs/junit.md. */
@LocalLake(backend = Backend.EMBEDDED, buckets = "refined")
class AssertJTest {

    @Test
    void asserts_on_a_partition(S3Client s3, LakeSeed lake) {
        put(s3, "dt=2026-01-01/part-0", 2200);
        put(s3, "dt=2026-01-02/part-0", 2000);
        put(s3, "dt=2026-01-01/_SUCCESS", 0);
        put(s3, "dt=2026-01-02/_SUCCESS", 0);

        assertThat(lake)
                .dataset("s3://refined/kpi/dt={date}/")
                .partition("2026-01-02")
                .isSealedBy("_SUCCESS")
                .hasSizeBetween("1 kB", "1 MB")
                .changedLessThan("50%");
    }

    private static void put(S3Client s3, String name, int bytes) {
        s3.putObject(put -> put.bucket("refined").key("kpi/" + name), RequestBody.fromBytes(new byte[bytes]));
    }
}
