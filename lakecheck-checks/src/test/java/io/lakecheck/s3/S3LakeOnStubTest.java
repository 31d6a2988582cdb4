// SPDX-License-Identifier: Apache-2.0
package io.lakecheck.s3;

import static org.assertj.core.api.Assertions.assertThat;

import io.lakecheck.lake.Lake;
import io.lakecheck.lake.LakeContract;
import java.io.IOException;
import java.time.Clock;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class S3LakeOnStubTest extends LakeContract {

    private final StubS3 s3 = new StubS3().bucket("refined");
    private final S3Lake lake = S3Lake.connect(s3.connection());

    S3LakeOnStubTest() throws IOException {}

    @AfterEach
    void closes() throws IOException {
        lake.close();
        s3.close();
    }

    @Test
    void only_directory_buckets_can_not_be_listed_from_any_key() {
        assertThat(lake.isSeekable("s3://refined/kpi/")).isTrue();
        assertThat(lake.isSeekable("s3://refined--euw1-az1--x-s3/kpi/")).isFalse();
        assertThat(lake.isSeekable("s3://refined--euw1-az1--xa-s3/kpi/")).isFalse();
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
