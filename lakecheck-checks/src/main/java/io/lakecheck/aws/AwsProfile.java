// SPDX-License-Identifier: Apache-2.0
package io.lakecheck.aws;

import io.lakecheck.lake.LakeException.Reason;
import io.lakecheck.value.Display;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.profiles.ProfileFile;
import software.amazon.awssdk.profiles.ProfileFileSystemSetting;

/**
 * The selected profile in the user's AWS configuration. The SDK reports an unknown profile as missing credentials or as
 * a missing region, which is misleading, so this class detects unknown profiles itself.
 *
 * @param configured the profile set in the suite or by the front end (Maven, JUnit); empty to use the one in the
 *     environment
 */
record AwsProfile(Optional<String> configured) {

    /** The maximum number of profiles that a message names. The others are only counted. */
    private static final int NAMED = 8;

    String name() {
        return configured.orElseGet(ProfileFileSystemSetting.AWS_PROFILE::getStringValueOrThrow);
    }

    /**
     * Returns the error to report if the selected profile doesn't exist; empty if it exists or no profile is selected.
     */
    Optional<AwsException> missing(@Nullable Throwable cause) {
        Set<String> available =
                new TreeSet<>(ProfileFile.defaultProfileFile().profiles().keySet());
        return configured
                .or(ProfileFileSystemSetting.AWS_PROFILE::getNonDefaultStringValue)
                .filter(name -> !available.contains(name))
                .map(Display::visible)
                .map(name -> new AwsException(
                        Reason.NO_CREDENTIALS,
                        "unknown profile '" + name + "' in the AWS configuration. " + remedy(available) + "[profile "
                                + name + "] to ~/.aws/config or [" + name
                                + "] to ~/.aws/credentials (or to the files set by AWS_CONFIG_FILE and"
                                + " AWS_SHARED_CREDENTIALS_FILE).",
                        cause));
    }

    private static String remedy(Set<String> available) {
        if (available.isEmpty()) {
            return "No profile is defined. Add ";
        }
        return "Available: "
                + Display.firstOf(
                        NAMED, available.stream().map(Display::visible).toList())
                + ". Select one of them (lakecheck.profile or AWS_PROFILE), or add ";
    }
}
