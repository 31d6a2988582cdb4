// SPDX-License-Identifier: Apache-2.0
package io.lakecheck.junit;

import java.net.URI;
import java.time.Duration;
import java.util.Optional;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.AwsCredentialsProvider;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.cloudwatch.CloudWatchClient;

/** A server that speaks S3 while tests run: what a backend has to be. {@code toString} says what it is, for people. */
interface LakeServer extends AutoCloseable {

    /** What local servers take for a login: anything. */
    AwsCredentialsProvider ANY_CREDENTIALS =
            StaticCredentialsProvider.create(AwsBasicCredentials.create("test", "test"));

    URI endpoint();

    default Region region() {
        return Region.US_EAST_1;
    }

    default AwsCredentialsProvider credentials() {
        return ANY_CREDENTIALS;
    }

    /** A client for CloudWatch where that answers at the same address, for the caller to close. */
    default Optional<CloudWatchClient> cloudWatch() {
        return Optional.empty();
    }

    /** A client for CloudWatch at this address, whether it answers or not. */
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
