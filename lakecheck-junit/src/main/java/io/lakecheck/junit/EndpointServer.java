// SPDX-License-Identifier: Apache-2.0
package io.lakecheck.junit;

import java.net.InetAddress;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.UnknownHostException;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.extension.ExtensionConfigurationException;
import software.amazon.awssdk.auth.credentials.AwsCredentialsProvider;
import software.amazon.awssdk.auth.credentials.AwsCredentialsProviderChain;
import software.amazon.awssdk.auth.credentials.DefaultCredentialsProvider;
import software.amazon.awssdk.core.exception.SdkClientException;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.regions.providers.DefaultAwsRegionProviderChain;
import software.amazon.awssdk.services.cloudwatch.CloudWatchClient;

/**
 * A server that runs independently of the tests. AWS endpoints are rejected, because tests create and empty buckets.
 */
record EndpointServer(URI endpoint, AwsCredentialsProvider credentials) implements LakeServer {

    /** Looks up the address of a host. */
    @FunctionalInterface
    interface Resolver {
        InetAddress address(String host) throws UnknownHostException;
    }

    /** @throws ExtensionConfigurationException if the URL is invalid or belongs to AWS */
    static EndpointServer at(String url) {
        return at(url, InetAddress::getByName);
    }

    static EndpointServer at(String url, Resolver resolver) {
        URI endpoint;
        try {
            endpoint = new URI(url);
        } catch (URISyntaxException e) {
            throw invalid(url, e);
        }
        if (endpoint.getHost() == null) {
            throw invalid(url, null);
        }
        if (endpoint.getHost().toLowerCase(Locale.ROOT).contains("amazonaws.com")) {
            throw new ExtensionConfigurationException("LAKECHECK_ENDPOINT '" + url
                    + "' is an AWS endpoint, but tests delete all objects in their buckets."
                    + " Set the endpoint of a test server, for example http://localhost:4566.");
        }
        return new EndpointServer(
                withAddress(endpoint, resolver),
                AwsCredentialsProviderChain.of(
                        DefaultCredentialsProvider.builder().build(), ANY_CREDENTIALS));
    }

    /**
     * Returns a URL with an IP address instead of a simple host name, such as {@code localhost} or the name of a
     * container. The AWS SDK prepends the bucket to a host name, and {@code refined.localhost} is unknown on many
     * machines; for an IP address, it uses path style. A certificate names a host, so HTTPS URLs keep theirs.
     */
    private static URI withAddress(URI endpoint, Resolver resolver) {
        String host = endpoint.getHost();
        if (!"http".equalsIgnoreCase(endpoint.getScheme()) || host.indexOf('.') >= 0 || host.indexOf(':') >= 0) {
            return endpoint;
        }
        try {
            return new URI(
                    endpoint.getScheme(),
                    endpoint.getUserInfo(),
                    resolver.address(host).getHostAddress(),
                    endpoint.getPort(),
                    endpoint.getPath(),
                    endpoint.getQuery(),
                    endpoint.getFragment());
        } catch (UnknownHostException | URISyntaxException e) {
            return endpoint;
        }
    }

    private static ExtensionConfigurationException invalid(String url, @Nullable Exception cause) {
        return new ExtensionConfigurationException(
                "LAKECHECK_ENDPOINT '" + url + "' is not a URL with a scheme and a host."
                        + " Set one, for example http://localhost:4566.",
                cause);
    }

    EndpointServer with(AwsCredentialsProvider others) {
        return new EndpointServer(endpoint, others);
    }

    @Override
    public boolean isShared() {
        return true;
    }

    @Override
    public Region region() {
        try {
            return DefaultAwsRegionProviderChain.builder().build().getRegion();
        } catch (SdkClientException e) {
            return LakeServer.super.region();
        }
    }

    /** Returns a client if the server supports CloudWatch. LocalStack does; most other servers don't. */
    @Override
    public Optional<CloudWatchClient> cloudWatch() {
        CloudWatchClient client = LakeServer.cloudWatchAt(this);
        try {
            client.listMetrics(any -> any.metricName("lakecheck-probe"));
            return Optional.of(client);
        } catch (SdkException e) {
            client.close();
            return Optional.empty();
        }
    }

    @Override
    public void close() {
        // The server keeps running, because lakecheck did not start it.
    }

    @Override
    public String toString() {
        return "the S3 server";
    }
}
