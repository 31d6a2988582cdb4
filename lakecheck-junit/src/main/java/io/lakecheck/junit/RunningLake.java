// SPDX-License-Identifier: Apache-2.0
package io.lakecheck.junit;

import io.lakecheck.file.FileLake;
import io.lakecheck.lake.Lake;
import io.lakecheck.s3.S3Lake;
import java.net.URI;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.core.checksums.RequestChecksumCalculation;
import software.amazon.awssdk.core.interceptor.ExecutionInterceptor;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.services.cloudwatch.CloudWatchClient;
import software.amazon.awssdk.services.s3.S3Client;

/** A running server with its clients and write times. All tests in a run that use the server share it. Thread-safe. */
final class RunningLake implements AutoCloseable {

    private final LakeServer server;
    private final S3Client client;
    private final WriteTimes writeTimes;
    private final Buckets buckets;

    private @Nullable RecordingEndpoint recording;
    private @Nullable CloudWatchClient cloudWatch;
    private boolean cloudWatchProbed;

    RunningLake(LakeServer server) {
        this.server = server;
        this.writeTimes = new WriteTimes(server);
        this.client = client(List.of(S3Lake.pageReader()));
        this.buckets = new Buckets(server.buckets(client), writeTimes, new BucketGuard(server, client));
    }

    LakeServer server() {
        return server;
    }

    /**
     * Returns the address for clients that the tests create themselves. If the server doesn't number writes, this is
     * the address of a proxy that records the order of writes. Writes over TLS can't be recorded.
     */
    synchronized URI endpoint() {
        if (server.numbersWrites() || !"http".equals(server.endpoint().getScheme())) {
            return server.endpoint();
        }
        if (recording == null) {
            recording = RecordingEndpoint.before(server.endpoint(), writeTimes);
        }
        return recording.address();
    }

    WriteTimes writeTimes() {
        return writeTimes;
    }

    Buckets buckets() {
        return buckets;
    }

    /**
     * Returns the names of the buckets that were created by the code under test. Returns none if other users may have
     * data on the server.
     */
    List<String> bucketsOfJobs() {
        return server.isShared() ? List.of() : buckets.ofOthers();
    }

    /** Returns the shared client whose writes are not recorded. The caller must not close it. */
    S3Client client() {
        return client;
    }

    /**
     * Returns a client for a test. Its writes are recorded unless the server numbers them anyway. The caller must close
     * it.
     */
    S3Client clientForTests() {
        return server.numbersWrites() ? new SharedClient(client) : client(List.of(recorder()));
    }

    /** Returns an interceptor that records the writes of the client to which it is added. */
    ExecutionInterceptor recorder() {
        return new WriteRecorder(writeTimes);
    }

    /** Returns the lake as of the run's time. The caller need not close it. */
    Lake lakeOf(SuiteRun run) {
        Lake lake = run.isOnS3() ? server.lake(client) : new FileLake();
        return new TimeTravelLake(lake, writeTimes, run.now(), run.datasets());
    }

    /**
     * Returns the shared CloudWatch client, or empty if the server doesn't support CloudWatch. The caller must not
     * close it.
     */
    synchronized Optional<CloudWatchClient> cloudWatch() {
        if (!cloudWatchProbed) {
            cloudWatchProbed = true;
            cloudWatch = server.cloudWatch().orElse(null);
        }
        return Optional.ofNullable(cloudWatch);
    }

    private S3Client client(List<ExecutionInterceptor> interceptors) {
        return S3Client.builder()
                .endpointOverride(server.endpoint())
                .region(server.region())
                .credentialsProvider(server.clientCredentials())
                .forcePathStyle(true)
                // Waiting for a local server's permission to send a body takes longer than sending the body.
                .serviceConfiguration(each -> each.expectContinueEnabled(false))
                // Some servers don't support the newer checksums.
                .requestChecksumCalculation(RequestChecksumCalculation.WHEN_REQUIRED)
                .httpClientBuilder(UrlConnectionHttpClient.builder())
                .overrideConfiguration(each -> each.executionInterceptors(interceptors))
                .build();
    }

    @Override
    public synchronized void close() {
        client.close();
        if (recording != null) {
            recording.close();
        }
        if (cloudWatch != null) {
            cloudWatch.close();
        }
        server.close();
    }
}
