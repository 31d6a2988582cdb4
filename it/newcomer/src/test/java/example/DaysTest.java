// SPDX-License-Identifier: Apache-2.0
package example;

import io.lakecheck.junit.LakeCheck;
import io.lakecheck.junit.Size;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.services.s3.S3Client;

class DaysTest {

    @ParameterizedTest
    @ValueSource(strings = {"2026-01-02", "2026-01-03", "2026-03-29"})
    @LakeCheck(location = "s3://refined/kpi/dt={date}/", partition = "{0}", size = @Size(min = "1 kB"))
    void writes_each_day(String day, S3Client s3) {
        s3.putObject(
                put -> put.bucket("refined").key("kpi/dt=" + day + "/part-0.parquet"),
                RequestBody.fromBytes(new byte[1500]));
    }
}
