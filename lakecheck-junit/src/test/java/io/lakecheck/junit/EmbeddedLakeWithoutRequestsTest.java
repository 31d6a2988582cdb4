// SPDX-License-Identifier: Apache-2.0
package io.lakecheck.junit;

import io.lakecheck.lake.Lake;
import io.lakecheck.lake.LakeContract;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import software.amazon.awssdk.core.sync.RequestBody;

/**
 * Tests that checks on the embedded server, which list without requests, find the same as requests; see
 * {@link EmbeddedLakeContractTest}.
 */
class EmbeddedLakeWithoutRequestsTest extends LakeContract {

    private final RunningLake running = new RunningLake(EmbeddedServer.start());

    @AfterEach
    void close() {
        running.close();
    }

    @Override
    protected String root() {
        return "s3://lake/folder/";
    }

    @Override
    protected Lake holding(Map<String, Integer> objects) {
        running.buckets().create("lake");
        objects.forEach((key, size) -> running.client()
                .putObject(put -> put.bucket("lake").key("folder/" + key), RequestBody.fromBytes(new byte[size])));
        return running.server().lake(running.client());
    }
}
