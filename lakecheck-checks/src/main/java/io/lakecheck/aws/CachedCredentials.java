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
 * A provider of the configured profile's credentials or, if no profile is configured, of the credentials found by the
 * SDK's default chain. A configured profile takes precedence over access keys in the environment. If no credentials are
 * found, this result is cached too: the default chain ends with the EC2 metadata endpoint, which takes seconds to time
 * out on machines outside EC2, and every request would wait for that timeout again. Thread-safe.
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
        String problem = profile.map(Display::visible)
                .map(name -> "no AWS credentials found in profile '" + name + "'. Log in (aws sso login --profile "
                        + name + "), add credentials to the profile, or select another profile with lakecheck.profile.")
                .orElse("no AWS credentials found. Log in (aws sso login), select a profile (lakecheck.profile or"
                        + " AWS_PROFILE), or set AWS_ACCESS_KEY_ID and AWS_SECRET_ACCESS_KEY.");
        return new AwsException(Reason.NO_CREDENTIALS, problem, cause);
    }

    @Override
    public void close() {
        if (source instanceof SdkAutoCloseable open) {
            open.close();
        }
    }
}
