// SPDX-License-Identifier: Apache-2.0
package io.lakecheck.junit;

import io.lakecheck.junit.embedded.EmbeddedS3;
import java.util.Collection;
import java.util.List;
import java.util.Map;

/** Direct access to the buckets of the embedded server, which is faster than requests. */
record EmbeddedBucketAccess(EmbeddedS3 s3) implements BucketAccess {

    @Override
    public List<String> names() {
        return s3.buckets();
    }

    @Override
    public void create(String bucket) {
        try {
            s3.createBucket(bucket);
        } catch (IllegalArgumentException e) {
            throw new InvalidBucketNameException(bucket, e);
        }
    }

    @Override
    public Map<String, String> entityTags(String bucket) {
        return s3.entityTags(bucket);
    }

    @Override
    public void deleteObjects(String bucket, Collection<String> keys) {
        s3.deleteObjects(bucket, keys);
    }

    @Override
    public void delete(String bucket) {
        s3.deleteBucket(bucket);
    }
}
