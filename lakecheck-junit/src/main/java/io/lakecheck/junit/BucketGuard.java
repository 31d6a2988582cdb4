// SPDX-License-Identifier: Apache-2.0
package io.lakecheck.junit;

import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.junit.jupiter.api.extension.ExtensionConfigurationException;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.NoSuchBucketException;
import software.amazon.awssdk.services.s3.model.S3Object;
import software.amazon.awssdk.services.s3.model.Tag;

/**
 * Protects data on a server that lakecheck did not start: tests may use, and therefore empty, a bucket only if it was
 * empty or if lakecheck created it. Created buckets are tagged, so that lakecheck recognizes them after a run that was
 * aborted before it emptied them. Thread-safe.
 */
final class BucketGuard {

    private static final Tag CREATED =
            Tag.builder().key("created-by").value("lakecheck").build();

    private final LakeServer server;
    private final S3Client client;
    private final Set<String> approved = ConcurrentHashMap.newKeySet();

    BucketGuard(LakeServer server, S3Client client) {
        this.server = server;
        this.client = client;
    }

    /** What to do with a bucket before tests use it. */
    enum Remedy {
        NOTHING,
        CREATE_AND_TAG,
        EMPTY
    }

    /**
     * Approves a bucket for tests and returns what to do with it before they use it. The bucket need not exist yet.
     *
     * @throws ExtensionConfigurationException if the bucket contains objects and lakecheck did not create it
     */
    Remedy approve(String bucket) {
        if (approved.contains(bucket)) {
            return Remedy.NOTHING;
        }
        Remedy remedy = server.isShared() ? remedy(bucket) : Remedy.NOTHING;
        approved.add(bucket);
        return remedy;
    }

    /** Returns whether this bucket was approved for tests. */
    boolean isKnown(String bucket) {
        return approved.contains(bucket);
    }

    private Remedy remedy(String bucket) {
        List<S3Object> objects;
        try {
            objects =
                    client.listObjectsV2(each -> each.bucket(bucket).maxKeys(1)).contents();
        } catch (NoSuchBucketException e) {
            return Remedy.CREATE_AND_TAG;
        }
        if (objects.isEmpty()) {
            return Remedy.NOTHING;
        }
        if (isTagged(bucket)) {
            return Remedy.EMPTY;
        }
        throw new ExtensionConfigurationException("bucket '" + bucket + "' of " + server + " at " + server.endpoint()
                + " contains objects that lakecheck did not write, for example '"
                + objects.get(0).key()
                + "', but tests delete all objects in their buckets. Use a separate bucket for the"
                + " test, s3://${bucket}/…, or empty this one yourself.");
    }

    private boolean isTagged(String bucket) {
        try {
            return client.getBucketTagging(each -> each.bucket(bucket)).tagSet().contains(CREATED);
        } catch (SdkException e) {
            return false;
        }
    }

    /** Marks a bucket as created by lakecheck, if the server supports tags. */
    void tag(String bucket) {
        try {
            client.putBucketTagging(each -> each.bucket(bucket).tagging(tags -> tags.tagSet(CREATED)));
        } catch (SdkException e) {
            // The server doesn't support tags. The only consequence: if this run is aborted before it empties the
            // bucket, the next run rejects it.
        }
    }
}
