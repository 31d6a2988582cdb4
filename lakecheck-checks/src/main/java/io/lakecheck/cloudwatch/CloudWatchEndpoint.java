// SPDX-License-Identifier: Apache-2.0
package io.lakecheck.cloudwatch;

import io.lakecheck.delivery.Connection;
import io.lakecheck.value.Display;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.Optional;
import software.amazon.awssdk.awscore.endpoint.AwsClientEndpointProvider;
import software.amazon.awssdk.core.exception.SdkClientException;
import software.amazon.awssdk.profiles.ProfileFile;
import software.amazon.awssdk.profiles.ProfileFileSystemSetting;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.regions.providers.AwsProfileRegionProvider;
import software.amazon.awssdk.regions.providers.AwsRegionProvider;
import software.amazon.awssdk.regions.providers.AwsRegionProviderChain;
import software.amazon.awssdk.regions.providers.DefaultAwsRegionProviderChain;
import software.amazon.awssdk.regions.providers.SystemSettingsRegionProvider;

/**
 * Where CloudWatch is: what the suite says, else what the SDK finds in the environment and the user's AWS
 * configuration.
 *
 * @param endpoint of a server that stands in for AWS's own; empty for AWS's own
 * @param region where the metrics are, also on a server of one's own, which keeps regions apart
 */
record CloudWatchEndpoint(Optional<URI> endpoint, Region region) {

    /** A server of one's own takes any, but requests must be signed for one. */
    private static final Region ANY = Region.US_EAST_1;

    /** @throws SdkClientException where the endpoint is no address, or the region is not told anywhere */
    static CloudWatchEndpoint of(Connection connection) {
        String profile = connection.profile().orElseGet(ProfileFileSystemSetting.AWS_PROFILE::getStringValueOrThrow);
        Optional<URI> endpoint =
                connection.endpoint().map(CloudWatchEndpoint::address).or(() -> configured(profile));
        Optional<Region> said = connection.region().map(Region::of);
        return new CloudWatchEndpoint(endpoint, said.orElseGet(() -> region(profile, endpoint.isPresent())));
    }

    private static URI address(String text) {
        try {
            return new URI(text);
        } catch (URISyntaxException e) {
            throw SdkClientException.create(
                    "the endpoint '" + Display.visible(text) + "' is no address; write one like http://localhost:4566",
                    e);
        }
    }

    /** The SDK would find the environment's endpoint too, but then insist on a region. */
    private static Optional<URI> configured(String profile) {
        AwsClientEndpointProvider found = AwsClientEndpointProvider.builder()
                .serviceEndpointOverrideEnvironmentVariable("AWS_ENDPOINT_URL_CLOUDWATCH")
                .serviceEndpointOverrideSystemProperty("aws.endpointUrlCloudWatch")
                .serviceProfileProperty("cloudwatch")
                .profileFile(ProfileFile::defaultProfileFile)
                .profileName(profile)
                .serviceEndpointPrefix("monitoring")
                .defaultProtocol("https")
                .region(ANY)
                .build();
        return found.isEndpointOverridden() ? Optional.of(found.clientEndpoint()) : Optional.empty();
    }

    private static Region region(String profile, boolean ownServer) {
        try {
            return regions(profile, ownServer).getRegion();
        } catch (SdkClientException e) {
            if (ownServer) {
                return ANY;
            }
            throw SdkClientException.create(
                    "no AWS region is set; say region: eu-west-1 under cloudwatch in the suite, -Dlakecheck.region=eu-west-1,"
                            + " AWS_REGION, or region = eu-west-1 in ~/.aws/config",
                    e);
        }
    }

    /**
     * One's own server stands on no EC2 instance whose region would matter: asking for it takes seconds where there is
     * none.
     */
    private static AwsRegionProvider regions(String profile, boolean ownServer) {
        return ownServer
                ? new AwsRegionProviderChain(
                        new SystemSettingsRegionProvider(),
                        new AwsProfileRegionProvider(ProfileFile::defaultProfileFile, profile))
                : DefaultAwsRegionProviderChain.builder()
                        .profileFile(ProfileFile::defaultProfileFile)
                        .profileName(profile)
                        .build();
    }
}
