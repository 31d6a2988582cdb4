// SPDX-License-Identifier: Apache-2.0
package io.lakecheck.s3;

import io.lakecheck.lake.Lake;
import io.lakecheck.lake.LakeContract;
import java.io.IOException;
import java.time.Clock;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;

class S3LakeOnStubTest extends LakeContract {

    private final StubS3 s3 = new StubS3().bucket("refined");
    private final S3Lake lake = S3Lake.connect(s3.connection());

    S3LakeOnStubTest() throws IOException {}

    @AfterEach
    void closes() throws IOException {
        lake.close();
        s3.close();
    }

    @Override
    protected String root() {
        return "s3://refined/kpi/";
    }

    @Override
    protected Lake holding(Map<String, Integer> objects) {
        objects.forEach((key, bytes) ->
                s3.put("refined", "kpi/" + key, bytes, Clock.systemUTC().instant()));
        return lake;
    }
}
