// SPDX-License-Identifier: Apache-2.0
package io.lakecheck.junit;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.extension.ExtensionConfigurationException;
import software.amazon.awssdk.auth.credentials.AwsCredentialsProvider;
import software.amazon.awssdk.auth.credentials.DefaultCredentialsProvider;
import software.amazon.awssdk.core.exception.SdkClientException;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.regions.providers.DefaultAwsRegionProviderChain;
import software.amazon.awssdk.services.cloudwatch.CloudWatchClient;

/** A server that somebody else runs. Never AWS's own: tests make buckets and empty them. */
record GivenServer(URI endpoint, AwsCredentialsProvider credentials) implements LakeServer {

    static GivenServer at(String address) {
        URI endpoint;
        try {
            endpoint = new URI(address);
        } catch (URISyntaxException e) {
            throw noAddress(address, e);
        }
        if (endpoint.getHost() == null) {
            throw noAddress(address, null);
        }
        if (endpoint.getHost().toLowerCase(Locale.ROOT).contains("amazonaws.com")) {
            throw new ExtensionConfigurationException(
                    "LAKECHECK_ENDPOINT is AWS itself, and tests empty their buckets; name a server"
                            + " that is there for tests, such as http://localhost:4566");
        }
        return new GivenServer(endpoint, DefaultCredentialsProvider.builder().build());
    }

    private static ExtensionConfigurationException noAddress(String address, @Nullable Exception cause) {
        return new ExtensionConfigurationException(
                "LAKECHECK_ENDPOINT '" + address + "' is no address; write one like http://localhost:4566", cause);
    }

    @Override
    public Region region() {
        try {
            return DefaultAwsRegionProviderChain.builder().build().getRegion();
        } catch (SdkClientException nobodySaid) {
            return LakeServer.super.region();
        }
    }

    /** Asks it: LocalStack has one, most others know S3 alone. */
    @Override
    public Optional<CloudWatchClient> cloudWatch() {
        CloudWatchClient client = LakeServer.cloudWatchAt(this);
        try {
            client.listMetrics(any -> any.metricName("lakecheck-asks"));
            return Optional.of(client);
        } catch (SdkException hasNone) {
            client.close();
            return Optional.empty();
        }
    }

    @Override
    public void close() {
        // It was there before, and stays.
    }

    @Override
    public String toString() {
        return "the server at " + endpoint;
    }
}
