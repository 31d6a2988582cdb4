// SPDX-License-Identifier: Apache-2.0
package io.lakecheck.aws;

import io.lakecheck.lake.LakeException.Reason;
import software.amazon.awssdk.core.exception.SdkClientException;
import software.amazon.awssdk.profiles.ProfileFile;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.regions.providers.AwsProfileRegionProvider;
import software.amazon.awssdk.regions.providers.AwsRegionProvider;
import software.amazon.awssdk.regions.providers.AwsRegionProviderChain;
import software.amazon.awssdk.regions.providers.DefaultAwsRegionProviderChain;
import software.amazon.awssdk.regions.providers.SystemSettingsRegionProvider;

/** A lookup of the region that is set in the environment or in a profile. */
record RegionLookup(AwsApi api, AwsProfile profile) {

    /**
     * The region to sign requests for if a custom endpoint is used and no region is set. Servers other than AWS accept
     * any region.
     */
    private static final Region ANY = Region.US_EAST_1;

    /** @throws AwsException if no region is set and there is no custom endpoint */
    Region region(boolean ownServer) {
        try {
            return (ownServer ? withoutInstanceMetadata() : everywhere()).getRegion();
        } catch (SdkClientException e) {
            if (ownServer) {
                return ANY;
            }
            throw profile.missing(e)
                    .orElseGet(() -> new AwsException(
                            Reason.WRONG_REGION,
                            "no AWS region is set for " + api + ". Set one, for example " + api.section()
                                    + ": { region: eu-west-1 } in the suite, -Dlakecheck.region=eu-west-1,"
                                    + " AWS_REGION=eu-west-1, or region = eu-west-1 in ~/.aws/config.",
                            e));
        }
    }

    /**
     * Returns a provider that doesn't query the EC2 instance metadata. A custom endpoint doesn't need it, and the query
     * takes seconds to time out on machines outside EC2.
     */
    private AwsRegionProvider withoutInstanceMetadata() {
        return new AwsRegionProviderChain(
                new SystemSettingsRegionProvider(),
                new AwsProfileRegionProvider(ProfileFile::defaultProfileFile, profile.name()));
    }

    private AwsRegionProvider everywhere() {
        return DefaultAwsRegionProviderChain.builder()
                .profileFile(ProfileFile::defaultProfileFile)
                .profileName(profile.name())
                .build();
    }
}
