// SPDX-License-Identifier: Apache-2.0
package io.lakecheck.s3;

import io.lakecheck.lake.LakeException;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.auth.credentials.AwsCredentials;
import software.amazon.awssdk.auth.credentials.AwsCredentialsProvider;
import software.amazon.awssdk.auth.credentials.DefaultCredentialsProvider;
import software.amazon.awssdk.auth.credentials.ProfileCredentialsProvider;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.utils.SdkAutoCloseable;

/**
 * The credentials of the profile that is said, whatever keys the environment holds beside it; else those of the SDK's
 * default chain. Asked once where it has nothing to give: it ends by looking for the metadata service of an EC2
 * instance, which takes seconds where there is none, and every listing would look again. Safe for many threads.
 */
final class CachedCredentials implements AwsCredentialsProvider, AutoCloseable {

    private final AwsCredentialsProvider source;
    private final AwsProfile profile;
    private final AtomicBoolean found = new AtomicBoolean();
    private volatile @Nullable LakeException none;

    CachedCredentials(AwsProfile profile) {
        this.profile = profile;
        this.source = profile.said()
                .<AwsCredentialsProvider>map(ProfileCredentialsProvider::create)
                .orElseGet(() -> DefaultCredentialsProvider.builder().build());
    }

    @Override
    public AwsCredentials resolveCredentials() {
        return found.get() ? source.resolveCredentials() : first();
    }

    private synchronized AwsCredentials first() {
        LakeException known = none;
        if (known != null) {
            throw known;
        }
        try {
            AwsCredentials credentials = source.resolveCredentials();
            found.set(true);
            return credentials;
        } catch (SdkException e) {
            none = profile.missing(e).orElseGet(() -> ClientErrors.noCredentials(profile.said(), e));
            throw none;
        }
    }

    @Override
    public void close() {
        if (source instanceof SdkAutoCloseable open) {
            open.close();
        }
    }
}
