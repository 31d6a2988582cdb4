// SPDX-License-Identifier: Apache-2.0
package io.lakecheck.junit;

import java.net.URI;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.AwsCredentialsProvider;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.regions.Region;

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

    /** Whether CloudWatch answers at the same address. */
    default boolean hasCloudWatch() {
        return false;
    }

    @Override
    void close();
}
