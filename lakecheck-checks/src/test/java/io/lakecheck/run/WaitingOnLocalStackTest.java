// SPDX-License-Identifier: Apache-2.0
package io.lakecheck.run;

import io.lakecheck.lake.Lake;
import io.lakecheck.s3.LocalStackServer;
import io.lakecheck.s3.NeedsLocalStack;
import io.lakecheck.s3.S3Lake;
import org.junit.jupiter.api.BeforeEach;
import software.amazon.awssdk.core.sync.RequestBody;

@NeedsLocalStack
class WaitingOnLocalStackTest extends WaitingContract {

    private final LocalStackServer server;
    private final String bucket;

    WaitingOnLocalStackTest(LocalStackServer server) {
        this.server = server;
        this.bucket = server.bucket(WaitingOnLocalStackTest.class);
    }

    @BeforeEach
    void empty() {
        server.s3().listObjectsV2(list -> list.bucket(bucket)).contents().forEach(object -> server.s3()
                .deleteObject(delete -> delete.bucket(bucket).key(object.key())));
    }

    @Override
    String root() {
        return "s3://" + bucket + "/";
    }

    @Override
    Lake lake() {
        return S3Lake.connect(server.connection());
    }

    @Override
    void put(String key, String content) {
        server.s3().putObject(put -> put.bucket(bucket).key(key), RequestBody.fromString(content));
    }
}
