// SPDX-License-Identifier: Apache-2.0
package io.lakecheck.aws;

import io.lakecheck.delivery.Connection;
import io.lakecheck.lake.LakeException.Reason;
import io.lakecheck.value.Display;
import java.net.URI;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Supplier;
import software.amazon.awssdk.awscore.client.builder.AwsClientBuilder;
import software.amazon.awssdk.awscore.client.builder.AwsSyncClientBuilder;
import software.amazon.awssdk.core.client.config.ClientOverrideConfiguration;
import software.amazon.awssdk.http.SdkHttpClient;
import software.amazon.awssdk.regions.Region;

/**
 * The resolved endpoint, region and profile for an AWS API. Each comes from the suite if it is set there, and otherwise
 * from the environment or the user's AWS configuration.
 *
 * @param endpoint the custom endpoint; empty to call AWS
 * @param region the region to call and to sign requests for
 * @param profile the profile set in the suite or by the front end; empty to use the one in the environment
 */
public record AwsConnection(Optional<URI> endpoint, Region region, Optional<String> profile) {

    /** @throws AwsException if the endpoint is invalid, no region is set, or the AWS configuration can't be read */
    public static AwsConnection resolve(AwsApi api, Connection connection) {
        return readingConfiguration(() -> {
            AwsProfile profile = new AwsProfile(connection.profile());
            Optional<URI> endpoint = connection
                    .endpoint()
                    .map(EndpointAddress::parse)
                    .or(() -> EndpointAddress.configured(api, profile.name()));
            Region region = connection.region().map(Region::of).orElseGet(() -> new RegionLookup(api, profile)
                    .region(endpoint.isPresent()));
            return new AwsConnection(endpoint, region, connection.profile());
        });
    }

    /** Builds a client. The caller must close it. */
    public <B extends AwsSyncClientBuilder<B, C> & AwsClientBuilder<B, C>, C> C client(
            B builder, AwsTimeouts timeouts) {
        return client(builder, timeouts, timeouts.httpClient(), overrides -> {});
    }

    /**
     * Builds a client. The caller must close it.
     *
     * @param http the builder of the HTTP client, which the client closes
     * @param more applies additional settings to the client
     * @throws AwsException if the AWS configuration can't be read
     */
    public <B extends AwsSyncClientBuilder<B, C> & AwsClientBuilder<B, C>, C> C client(
            B builder,
            AwsTimeouts timeouts,
            SdkHttpClient.Builder<?> http,
            Consumer<ClientOverrideConfiguration.Builder> more) {
        return readingConfiguration(() -> {
            AwsProfile selected = new AwsProfile(profile);
            ClientOverrideConfiguration.Builder overrides = timeouts.overrides().defaultProfileName(selected.name());
            more.accept(overrides);
            endpoint.ifPresent(builder::endpointOverride);
            return builder.region(region)
                    .credentialsProvider(new CachedCredentials(selected))
                    .httpClientBuilder(http)
                    .overrideConfiguration(overrides.build())
                    .build();
        });
    }

    private static <T> T readingConfiguration(Supplier<T> work) {
        try {
            return work.get();
        } catch (IllegalArgumentException e) {
            throw new AwsException(
                    Reason.NO_CREDENTIALS,
                    "the AWS configuration can't be read: " + Display.visible(String.valueOf(e.getMessage()))
                            + ". Correct the file: ~/.aws/config or ~/.aws/credentials, unless AWS_CONFIG_FILE or"
                            + " AWS_SHARED_CREDENTIALS_FILE is set.",
                    e);
        }
    }
}
