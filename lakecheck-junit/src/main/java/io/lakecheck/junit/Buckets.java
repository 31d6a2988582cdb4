// SPDX-License-Identifier: Apache-2.0
package io.lakecheck.junit;

import io.lakecheck.Dataset;
import io.lakecheck.Suite;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Operations of tests on the buckets of a server.
 *
 * @param access access to the buckets
 * @param writeTimes the server's write times; emptying a bucket also removes the times of its objects
 * @param guard protects objects that no test wrote
 */
record Buckets(BucketAccess access, WriteTimes writeTimes, BucketGuard guard) {

    private static final Pattern ADDRESS = Pattern.compile("s3://([^/]+)/.*", Pattern.DOTALL);

    /** Returns the names of the buckets in the suite's locations. */
    static Stream<String> of(Suite suite) {
        return suite.datasets().stream().flatMap(dataset -> of(dataset).stream());
    }

    private static Optional<String> of(Dataset dataset) {
        Matcher address = ADDRESS.matcher(dataset.location().root());
        return address.matches() ? Optional.of(address.group(1)) : Optional.empty();
    }

    /** Creates a bucket unless it exists. */
    void create(String bucket) {
        BucketGuard.Remedy remedy = guard.approve(bucket);
        access.create(bucket);
        if (remedy == BucketGuard.Remedy.CREATE_AND_TAG) {
            guard.tag(bucket);
        } else if (remedy == BucketGuard.Remedy.EMPTY) {
            empty(bucket);
        }
    }

    /** Returns the address and ETag of each object in a bucket. */
    Map<String, String> objects(String bucket) {
        Map<String, String> objects = new LinkedHashMap<>();
        access.entityTags(bucket).forEach((key, tag) -> objects.put("s3://" + bucket + "/" + key, tag));
        return objects;
    }

    /** Returns the names of all buckets on the server except those that were approved for tests. */
    List<String> ofOthers() {
        return access.names().stream().filter(name -> !guard.isKnown(name)).toList();
    }

    /** Deletes all objects in a bucket. */
    void empty(String bucket) {
        empty(bucket, Map.of());
    }

    /**
     * Deletes all objects in a bucket except those to keep.
     *
     * @param kept the addresses and ETags of the objects to keep
     */
    void empty(String bucket, Map<String, String> kept) {
        int prefix = ("s3://" + bucket + "/").length();
        List<String> keys = objects(bucket).entrySet().stream()
                .filter(object -> !object.getValue().equals(kept.get(object.getKey())))
                .map(object -> object.getKey().substring(prefix))
                .toList();
        access.deleteObjects(bucket, keys);
        writeTimes.clear(bucket, kept.keySet());
    }

    /** Empties and deletes a bucket. */
    void delete(String bucket) {
        empty(bucket);
        access.delete(bucket);
    }
}
