// SPDX-License-Identifier: Apache-2.0
package io.lakecheck.aws;

import io.lakecheck.lake.LakeException.Reason;
import io.lakecheck.value.Display;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.auth.credentials.AwsCredentials;
import software.amazon.awssdk.auth.credentials.AwsCredentialsProvider;
import software.amazon.awssdk.auth.credentials.DefaultCredentialsProvider;
import software.amazon.awssdk.auth.credentials.ProfileCredentialsProvider;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.utils.SdkAutoCloseable;

/**
 * The credentials of the configured profile, which takes precedence over keys in the environment, or else of the SDK's
 * default chain. A failure is cached too: the chain ends with the EC2 metadata endpoint, which takes seconds to time
 * out on other machines, and every request would wait for it again. Thread-safe.
 */
final class CachedCredentials implements AwsCredentialsProvider, AutoCloseable {

    private final AwsCredentialsProvider source;
    private final AwsProfile profile;
    private final AtomicBoolean found = new AtomicBoolean();
    private volatile @Nullable AwsException failure;

    CachedCredentials(AwsProfile profile) {
        this.profile = profile;
        this.source = profile.configured()
                .<AwsCredentialsProvider>map(ProfileCredentialsProvider::create)
                .orElseGet(() -> DefaultCredentialsProvider.builder().build());
    }

    @Override
    public AwsCredentials resolveCredentials() {
        return found.get() ? source.resolveCredentials() : first();
    }

    private synchronized AwsCredentials first() {
        AwsException known = failure;
        if (known != null) {
            throw known;
        }
        try {
            AwsCredentials credentials = source.resolveCredentials();
            found.set(true);
            return credentials;
        } catch (SdkException e) {
            failure = profile.missing(e).orElseGet(() -> notFound(profile.configured(), e));
            throw failure;
        }
    }

    static AwsException notFound(Optional<String> profile, SdkException cause) {
        String place = profile.map(name -> " in profile '" + Display.visible(name) + "'")
                .orElse("");
        return new AwsException(
                Reason.NO_CREDENTIALS,
                "no AWS credentials found" + place + ". Log in (aws sso login), select a profile (lakecheck.profile,"
                        + " AWS_PROFILE), or set AWS_ACCESS_KEY_ID and AWS_SECRET_ACCESS_KEY.",
                cause);
    }

    @Override
    public void close() {
        if (source instanceof SdkAutoCloseable open) {
            open.close();
        }
    }
}
