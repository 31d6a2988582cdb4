// SPDX-License-Identifier: Apache-2.0
package io.lakecheck.junit;

import java.util.Collection;
import java.util.List;
import java.util.Map;

/** Access to the buckets of a server that bypasses the recording of writes. Thread-safe. */
interface BucketAccess {

    /** Returns the names of all buckets. */
    List<String> names();

    /**
     * Creates a bucket unless it exists.
     *
     * @throws InvalidBucketNameException if S3 does not allow the name
     */
    void create(String bucket);

    /** Returns the keys and ETags of all objects in a bucket; empty if the bucket does not exist. */
    Map<String, String> entityTags(String bucket);

    /** Deletes the objects with these keys. Keys of missing objects are ignored. */
    void deleteObjects(String bucket, Collection<String> keys);

    /** Deletes an empty bucket if it exists. */
    void delete(String bucket);
}
