// SPDX-License-Identifier: Apache-2.0
package example;

import io.lakecheck.junit.LakeCheck;
import io.lakecheck.junit.Size;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.services.s3.S3Client;

class FirstTest {

    @Test
    @LakeCheck(location = "s3://refined/kpi/dt={date}/", partition = "2026-01-02", size = @Size(min = "1 kB"))
    void writes_at_least_1_kB(S3Client s3) {
        s3.putObject(
                put -> put.bucket("refined").key("kpi/dt=2026-01-02/part-0.parquet"),
                RequestBody.fromBytes(new byte[1500]));
    }
}
