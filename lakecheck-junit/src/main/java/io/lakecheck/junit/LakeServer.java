// SPDX-License-Identifier: Apache-2.0
package io.lakecheck.junit;

import io.lakecheck.lake.Lake;
import io.lakecheck.s3.S3Lake;
import java.net.URI;
import java.time.Duration;
import java.util.Optional;
import java.util.OptionalLong;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.AwsCredentialsProvider;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.cloudwatch.CloudWatchClient;
import software.amazon.awssdk.services.s3.S3Client;

/** A running S3 server for tests. {@code toString} returns its name for messages. */
interface LakeServer extends AutoCloseable {

    /** Credentials for local servers, which accept any. */
    AwsCredentialsProvider ANY_CREDENTIALS =
            StaticCredentialsProvider.create(AwsBasicCredentials.create("test", "test"));

    URI endpoint();

    /**
     * Returns the position of an object's most recent write in the order of all writes to the server. Returns empty if
     * the object does not exist, or if the server does not number its writes.
     */
    default OptionalLong writeNumber(String bucket, String key) {
        return OptionalLong.empty();
    }

    /**
     * Returns whether the server numbers its writes, in which case {@link #writeNumber} returns a number for every
     * object.
     */
    default boolean numbersWrites() {
        return false;
    }

    /**
     * Returns access to the server's buckets.
     *
     * @param client a client for this server whose writes are not recorded
     */
    default BucketAccess buckets(S3Client client) {
        return new S3BucketAccess(client);
    }

    /**
     * Returns the server's objects as a lake.
     *
     * @param client a client for this server
     */
    default Lake lake(S3Client client) {
        return S3Lake.over(client);
    }

    /** Returns whether the server may contain data from other users, because lakecheck did not start it. */
    default boolean isShared() {
        return false;
    }

    default Region region() {
        return Region.US_EAST_1;
    }

    default AwsCredentialsProvider credentials() {
        return ANY_CREDENTIALS;
    }

    /** Returns the credentials for clients that lakecheck creates. */
    default AwsCredentialsProvider clientCredentials() {
        return credentials();
    }

    /** Returns a new CloudWatch client, or empty if the server doesn't support CloudWatch. The caller must close it. */
    default Optional<CloudWatchClient> cloudWatch() {
        return Optional.empty();
    }

    /**
     * Returns a new CloudWatch client for the server's address, regardless of whether the server supports CloudWatch.
     * The caller must close it.
     */
    static CloudWatchClient cloudWatchAt(LakeServer server) {
        return CloudWatchClient.builder()
                .endpointOverride(server.endpoint())
                .region(server.region())
                .credentialsProvider(server.credentials())
                .httpClientBuilder(UrlConnectionHttpClient.builder())
                .overrideConfiguration(each -> each.apiCallTimeout(Duration.ofSeconds(10)))
                .build();
    }

    @Override
    void close();
}
