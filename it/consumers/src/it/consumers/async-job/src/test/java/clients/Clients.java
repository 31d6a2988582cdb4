// SPDX-License-Identifier: Apache-2.0
package clients;

import io.lakecheck.junit.embedded.EmbeddedS3;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.awscore.client.builder.AwsClientBuilder;
import software.amazon.awssdk.regions.Region;

/** The configuration of clients, as users write it: without path style. */
final class Clients {

    private Clients() {}

    static <B extends AwsClientBuilder<B, ?>> B configure(B builder, EmbeddedS3 server) {
        return builder.endpointOverride(server.endpoint())
                .region(Region.EU_WEST_1)
                .credentialsProvider(StaticCredentialsProvider.create(AwsBasicCredentials.create("any", "any")));
    }
}
