// SPDX-License-Identifier: Apache-2.0
package io.lakecheck.s3;

import io.lakecheck.LakeException;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.auth.credentials.AwsCredentials;
import software.amazon.awssdk.auth.credentials.AwsCredentialsProvider;
import software.amazon.awssdk.auth.credentials.DefaultCredentialsProvider;
import software.amazon.awssdk.core.exception.SdkException;

/**
 * The SDK's default chain, asked once where it has nothing to give: it ends by looking for the metadata service of an EC2 instance, which
 * takes seconds where there is none, and every listing would look again. Safe for many threads.
 */
final class KnownCredentials implements AwsCredentialsProvider, AutoCloseable {

    private final DefaultCredentialsProvider chain;
    private final Profile profile;
    private final AtomicBoolean found = new AtomicBoolean();
    private volatile @Nullable LakeException none;

    KnownCredentials(Profile profile) {
        this.profile = profile;
        this.chain = DefaultCredentialsProvider.builder()
                .profileName(profile.said().orElse(null))
                .build();
    }

    @Override
    public AwsCredentials resolveCredentials() {
        return found.get() ? chain.resolveCredentials() : first();
    }

    private synchronized AwsCredentials first() {
        LakeException known = none;
        if (known != null) {
            throw known;
        }
        try {
            AwsCredentials credentials = chain.resolveCredentials();
            found.set(true);
            return credentials;
        } catch (SdkException e) {
            none = profile.missing(e).orElseGet(() -> Diagnosis.noCredentials(profile.said(), e));
            throw none;
        }
    }

    @Override
    public void close() {
        chain.close();
    }
}
