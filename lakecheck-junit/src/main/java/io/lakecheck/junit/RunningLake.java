// SPDX-License-Identifier: Apache-2.0
package io.lakecheck.junit;

import io.lakecheck.file.FileLake;
import io.lakecheck.lake.Lake;
import io.lakecheck.s3.S3Lake;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.core.checksums.RequestChecksumCalculation;
import software.amazon.awssdk.core.interceptor.ExecutionInterceptor;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.services.cloudwatch.CloudWatchClient;
import software.amazon.awssdk.services.s3.S3Client;

/**
 * One server and what is known of it: shared by all tests of a run that chose it, closed with the run. Safe for many
 * threads.
 */
final class RunningLake implements AutoCloseable {

    private final LakeServer server;
    private final S3Client client;
    private final WriteTimes ledger = new WriteTimes();
    private final Buckets buckets;

    private @Nullable CloudWatchClient cloudWatch;
    private boolean askedForCloudWatch;

    RunningLake(LakeServer server) {
        this.server = server;
        this.client = client(List.of());
        this.buckets = new Buckets(client, ledger);
    }

    LakeServer server() {
        return server;
    }

    WriteTimes ledger() {
        return ledger;
    }

    Buckets buckets() {
        return buckets;
    }

    /** A client that leaves no trace in the ledger. Nobody but this lake closes it. */
    S3Client client() {
        return client;
    }

    /** A client for a test, to be closed by whoever asked. */
    S3Client clientForTests() {
        return client(List.of(new WriteLog(ledger)));
    }

    /** The lake that a trial is judged on, as it looks at that trial's moment. Not to be closed. */
    Lake lakeOf(DatasetRun trial) {
        boolean onS3 = trial.dataset().location().root().startsWith("s3:");
        Lake real = onS3 ? S3Lake.over(client) : new FileLake();
        return new TimeTravelLake(real, ledger, trial.now(), trial.dataset());
    }

    /** The server's CloudWatch, if it has one. Nobody but this lake closes it. */
    synchronized Optional<CloudWatchClient> cloudWatch() {
        if (!askedForCloudWatch) {
            askedForCloudWatch = true;
            cloudWatch = server.cloudWatch().orElse(null);
        }
        return Optional.ofNullable(cloudWatch);
    }

    private S3Client client(List<ExecutionInterceptor> interceptors) {
        return S3Client.builder()
                .endpointOverride(server.endpoint())
                .region(server.region())
                .credentialsProvider(server.credentials())
                .forcePathStyle(true)
                // Not every server knows the newer checksums.
                .requestChecksumCalculation(RequestChecksumCalculation.WHEN_REQUIRED)
                .httpClientBuilder(UrlConnectionHttpClient.builder())
                // An embedded server can't go quietly while a connection is kept alive.
                .overrideConfiguration(
                        each -> each.executionInterceptors(interceptors).putHeader("Connection", "close"))
                .build();
    }

    @Override
    public synchronized void close() {
        client.close();
        if (cloudWatch != null) {
            cloudWatch.close();
        }
        server.close();
    }
}
