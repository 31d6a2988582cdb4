// SPDX-License-Identifier: Apache-2.0
package io.lakecheck.junit;

import io.lakecheck.lake.Lake;
import io.lakecheck.lake.LakeContract;
import io.lakecheck.s3.S3Lake;
import java.util.Map;
import java.util.UUID;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.services.s3.S3Client;

@LocalLake(backend = Backend.EMBEDDED)
class EmbeddedLakeContractTest extends LakeContract {

    private final S3Client s3;
    private final String bucket;
    private final String folder = UUID.randomUUID() + "/";

    EmbeddedLakeContractTest(S3Client s3, LakeSeed lake) {
        this.s3 = s3;
        this.bucket = lake.bucket();
    }

    @Override
    protected String root() {
        return "s3://" + bucket + "/" + folder;
    }

    @Override
    protected Lake holding(Map<String, Integer> objects) {
        objects.forEach((key, size) ->
                s3.putObject(put -> put.bucket(bucket).key(folder + key), RequestBody.fromBytes(new byte[size])));
        return S3Lake.over(s3);
    }
}
