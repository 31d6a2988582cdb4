// SPDX-License-Identifier: Apache-2.0
package io.lakecheck.s3;

import io.lakecheck.delivery.Connection;
import io.lakecheck.lake.LakeException;
import io.lakecheck.value.Display;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ScheduledExecutorService;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.awscore.endpoint.AwsClientEndpointProvider;
import software.amazon.awssdk.awscore.retry.AwsRetryStrategy;
import software.amazon.awssdk.core.exception.SdkClientException;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.profiles.ProfileFile;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.regions.providers.AwsProfileRegionProvider;
import software.amazon.awssdk.regions.providers.AwsRegionProvider;
import software.amazon.awssdk.regions.providers.AwsRegionProviderChain;
import software.amazon.awssdk.regions.providers.DefaultAwsRegionProviderChain;
import software.amazon.awssdk.regions.providers.SystemSettingsRegionProvider;
import software.amazon.awssdk.retries.StandardRetryStrategy;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.S3ClientBuilder;

/**
 * How S3 is reached: what the suite says, else what the SDK finds in the environment and the user's AWS configuration.
 */
record S3Access(Connection connection, S3Timeouts patience) {

    /** Servers of one's own take any region, but requests must be signed for one. */
    private static final Region ANY = Region.US_EAST_1;

    private static final Set<String> SCHEMES = Set.of("http", "https");

    /** @throws LakeException where the AWS configuration can't be read, or says what can't be */
    S3Client client(ScheduledExecutorService timer) {
        try {
            return built(timer);
        } catch (IllegalArgumentException e) {
            throw new LakeException(
                    LakeException.Reason.NO_CREDENTIALS,
                    "the AWS configuration (AWS_CONFIG_FILE or ~/.aws/config, AWS_SHARED_CREDENTIALS_FILE or ~/.aws/credentials)"
                            + " can't be read: " + Display.visible(String.valueOf(e.getMessage()))
                            + "; repair that file",
                    e);
        }
    }

    private S3Client built(ScheduledExecutorService timer) {
        Optional<URI> endpoint = endpoint();
        S3ClientBuilder builder = S3Client.builder()
                .region(region(endpoint.isPresent()))
                .credentialsProvider(new CachedCredentials(profile()))
                .forcePathStyle(connection.pathStyle().orElse(endpoint.isPresent()))
                .httpClientBuilder(UrlConnectionHttpClient.builder()
                        .connectionTimeout(patience.connect())
                        .socketTimeout(patience.silence()))
                .overrideConfiguration(each -> each.scheduledExecutorService(timer)
                        .retryStrategy(retries())
                        .apiCallAttemptTimeout(patience.attempt())
                        .apiCallTimeout(patience.call())
                        .defaultProfileName(profile().name()));
        endpoint.ifPresent(builder::endpointOverride);
        return builder.build();
    }

    private StandardRetryStrategy retries() {
        return AwsRetryStrategy.standardRetryStrategy().toBuilder()
                .maxAttempts(patience.attempts())
                .backoffStrategy(patience.pause())
                .throttlingBackoffStrategy(patience.pause())
                .build();
    }

    /** The SDK would find the environment's endpoint too, but not say so: path-style addresses go by it. */
    private Optional<URI> endpoint() {
        if (connection.endpoint().isPresent()) {
            return connection.endpoint().map(S3Access::address);
        }
        try {
            AwsClientEndpointProvider found = AwsClientEndpointProvider.builder()
                    .serviceEndpointOverrideEnvironmentVariable("AWS_ENDPOINT_URL_S3")
                    .serviceEndpointOverrideSystemProperty("aws.endpointUrlS3")
                    .serviceProfileProperty("s3")
                    .profileFile(ProfileFile::defaultProfileFile)
                    .profileName(profile().name())
                    .serviceEndpointPrefix("s3")
                    .defaultProtocol("https")
                    .region(ANY)
                    .build();
            return found.isEndpointOverridden()
                    ? Optional.of(address(found.clientEndpoint().toString()))
                    : Optional.empty();
        } catch (SdkClientException e) {
            throw unreachable(Display.visible(String.valueOf(e.getMessage())), e);
        }
    }

    private static URI address(String text) {
        try {
            URI address = new URI(text);
            if (address.getRawUserInfo() != null) {
                throw unreachable(
                        "the endpoint holds a name or password; credentials come from the AWS configuration", null);
            }
            if (address.getHost() != null && SCHEMES.contains(address.getScheme())) {
                return address;
            }
            throw unreachable("the endpoint '" + Display.visible(text) + "' is no address", null);
        } catch (URISyntaxException e) {
            throw unreachable("the endpoint '" + Display.visible(text) + "' is no address", e);
        }
    }

    private static LakeException unreachable(String what, @Nullable Throwable cause) {
        return new LakeException(
                LakeException.Reason.UNREACHABLE, what + "; write one like http://localhost:4566", cause);
    }

    private Region region(boolean ownServer) {
        Optional<Region> said = connection.region().map(Region::of);
        return said.orElseGet(() -> configured(ownServer));
    }

    private Region configured(boolean ownServer) {
        try {
            return regions(ownServer).getRegion();
        } catch (SdkClientException e) {
            if (ownServer) {
                return ANY;
            }
            throw profile()
                    .missing(e)
                    .orElseGet(() -> new LakeException(
                            LakeException.Reason.WRONG_REGION,
                            "no AWS region is set; say region: eu-west-1 in the suite, -Dlakecheck.region=eu-west-1, AWS_REGION, or"
                                    + " region = eu-west-1 in ~/.aws/config",
                            e));
        }
    }

    /**
     * One's own server stands on no EC2 instance whose region would matter: asking for it takes seconds where there is
     * none.
     */
    private AwsRegionProvider regions(boolean ownServer) {
        return ownServer
                ? new AwsRegionProviderChain(
                        new SystemSettingsRegionProvider(),
                        new AwsProfileRegionProvider(
                                ProfileFile::defaultProfileFile, profile().name()))
                : DefaultAwsRegionProviderChain.builder()
                        .profileFile(ProfileFile::defaultProfileFile)
                        .profileName(profile().name())
                        .build();
    }

    private AwsProfile profile() {
        return new AwsProfile(connection.profile());
    }
}
