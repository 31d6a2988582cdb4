// SPDX-License-Identifier: Apache-2.0
package io.lakecheck.s3;

import io.lakecheck.lake.LakeException;
import io.lakecheck.value.Display;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.profiles.ProfileFile;
import software.amazon.awssdk.profiles.ProfileFileSystemSetting;

/**
 * Which profile of the user's AWS configuration counts. One that is asked for and not there would be told as missing
 * credentials or a missing region, and people would look for those.
 *
 * @param said by the suite or the shell; empty where the environment tells
 */
record AwsProfile(Optional<String> said) {

    /** More than these are counted instead of named. */
    private static final int NAMED = 8;

    String name() {
        return said.orElseGet(ProfileFileSystemSetting.AWS_PROFILE::getStringValueOrThrow);
    }

    /** What is wrong where somebody asks for a profile that is not there; empty where it is, or nobody asks for any. */
    Optional<LakeException> missing(@Nullable Throwable cause) {
        Set<String> known =
                new TreeSet<>(ProfileFile.defaultProfileFile().profiles().keySet());
        return said.or(ProfileFileSystemSetting.AWS_PROFILE::getNonDefaultStringValue)
                .filter(name -> !known.contains(name))
                .map(Display::visible)
                .map(name -> new LakeException(
                        LakeException.Reason.NO_CREDENTIALS,
                        "the AWS configuration has no profile " + name + others(known) + "write [profile " + name
                                + "] in ~/.aws/config (or AWS_CONFIG_FILE), or [" + name
                                + "] in ~/.aws/credentials (or AWS_SHARED_CREDENTIALS_FILE)",
                        cause));
    }

    private static String others(Set<String> known) {
        if (known.isEmpty()) {
            return ", nor any other; ";
        }
        return ", but "
                + Display.firstOf(NAMED, known.stream().map(Display::visible).toList())
                + "; name one that is there (lakecheck.profile, AWS_PROFILE), or ";
    }
}
