// SPDX-License-Identifier: Apache-2.0
package io.lakecheck.junit;

import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.s3.S3AsyncClient;
import software.amazon.awssdk.services.s3.S3Client;

/** The clients that are injected into one test or class. They are created when they are first needed. Thread-safe. */
final class TestClients implements AutoCloseable {

    private final Supplier<RunningLake> lake;
    private @Nullable S3Client sync;
    private @Nullable S3AsyncClient async;

    TestClients(Supplier<RunningLake> lake) {
        this.lake = lake;
    }

    synchronized S3Client sync() {
        S3Client client = sync;
        if (client == null) {
            client = lake.get().clientForTests();
            sync = client;
        }
        return client;
    }

    synchronized S3AsyncClient async() {
        S3AsyncClient client = async;
        if (client == null) {
            client = AsyncClient.of(lake.get());
            async = client;
        }
        return client;
    }

    @Override
    public synchronized void close() {
        if (sync != null) {
            sync.close();
        }
        if (async != null) {
            async.close();
        }
    }
}
