// SPDX-License-Identifier: Apache-2.0
package io.lakecheck.aws;

import io.lakecheck.lake.LakeException.Reason;
import io.lakecheck.value.Display;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.awscore.endpoint.AwsClientEndpointProvider;
import software.amazon.awssdk.core.exception.SdkClientException;
import software.amazon.awssdk.profiles.ProfileFile;
import software.amazon.awssdk.regions.Region;

/** A parser for custom endpoints. It also finds the endpoint that is set in the environment or in a profile. */
final class EndpointAddress {

    private static final Set<String> SCHEMES = Set.of("http", "https");

    private EndpointAddress() {}

    /** @throws AwsException if the string is not an http or https URL, or contains a user name or password */
    static URI parse(String text) {
        try {
            URI address = new URI(text);
            if (address.getRawUserInfo() != null) {
                throw invalid(
                        "the endpoint contains a user name or password, but credentials are taken from the AWS"
                                + " configuration",
                        null);
            }
            if (address.getHost() != null && SCHEMES.contains(address.getScheme())) {
                return address;
            }
            throw invalid("invalid endpoint '" + shown(text) + "'", null);
        } catch (URISyntaxException e) {
            throw invalid("invalid endpoint '" + shown(text) + "'", null);
        }
    }

    /**
     * Returns the endpoint set in the environment or in the profile. The SDK would find this endpoint too, but it does
     * not expose the endpoint and would also require a region.
     */
    static Optional<URI> configured(AwsApi api, String profile) {
        try {
            AwsClientEndpointProvider provider = AwsClientEndpointProvider.builder()
                    .serviceEndpointOverrideEnvironmentVariable(api.endpointVariable())
                    .serviceEndpointOverrideSystemProperty(api.endpointProperty())
                    .serviceProfileProperty(api.id())
                    .profileFile(ProfileFile::defaultProfileFile)
                    .profileName(profile)
                    .serviceEndpointPrefix(api.id())
                    .defaultProtocol("https")
                    .region(Region.US_EAST_1)
                    .build();
            return provider.isEndpointOverridden()
                    ? Optional.of(parse(provider.clientEndpoint().toString()))
                    : Optional.empty();
        } catch (SdkClientException e) {
            throw invalid(Display.visible(String.valueOf(e.getMessage())), e);
        }
    }

    /** Returns the text without a user name and password, which may be secret. */
    private static String shown(String text) {
        return Display.visible(text.replaceFirst("//.*@", "//"));
    }

    private static AwsException invalid(String problem, @Nullable Throwable cause) {
        return new AwsException(
                Reason.UNREACHABLE,
                problem + ". Use an http or https URL without a user name or password, for example"
                        + " http://localhost:4566.",
                cause);
    }
}
