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
import java.util.stream.Collectors;
import java.util.stream.Stream;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.Bucket;
import software.amazon.awssdk.services.s3.model.BucketAlreadyExistsException;
import software.amazon.awssdk.services.s3.model.BucketAlreadyOwnedByYouException;
import software.amazon.awssdk.services.s3.model.EncodingType;
import software.amazon.awssdk.services.s3.model.NoSuchBucketException;
import software.amazon.awssdk.services.s3.model.ObjectIdentifier;

/**
 * Operations on the buckets of a server.
 *
 * @param server the server, which is asked directly if it can be: that is faster than a request
 * @param client a client whose writes are not recorded
 * @param writeTimes the server's write times; emptying a bucket also removes the times of its objects
 * @param guard protects objects that no test wrote
 */
record Buckets(LakeServer server, S3Client client, WriteTimes writeTimes, BucketGuard guard) {

    /** The maximum number of objects that one request can delete. */
    private static final int PAGE = 1000;

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
        if (!server.hasBucket(bucket)) {
            try {
                client.createBucket(each -> each.bucket(bucket));
            } catch (BucketAlreadyOwnedByYouException | BucketAlreadyExistsException e) {
                // Nothing to do: the bucket exists.
            }
        }
        if (remedy == BucketGuard.Remedy.CREATE_AND_TAG) {
            guard.tag(bucket);
        } else if (remedy == BucketGuard.Remedy.EMPTY) {
            empty(bucket);
        }
    }

    /** Returns the address and ETag of each object in a bucket. */
    Map<String, String> objects(String bucket) {
        Map<String, String> objects = new LinkedHashMap<>();
        Optional<Map<String, String>> known = server.entityTags(bucket);
        if (known.isPresent()) {
            known.get().forEach((key, tag) -> objects.put("s3://" + bucket + "/" + key, tag));
            return objects;
        }
        try {
            client.listObjectsV2Paginator(each -> each.bucket(bucket).encodingType(EncodingType.URL))
                    .contents()
                    .forEach(object -> objects.put("s3://" + bucket + "/" + object.key(), object.eTag()));
        } catch (NoSuchBucketException e) {
            return Map.of();
        }
        return objects;
    }

    /** Returns the names of all buckets on the server except those that were approved for tests. */
    List<String> ofOthers() {
        return client.listBuckets().buckets().stream()
                .map(Bucket::name)
                .filter(name -> !guard.isKnown(name))
                .toList();
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
        if (!server.deleteObjects(bucket, keys)) {
            for (int start = 0; start < keys.size(); start += PAGE) {
                delete(bucket, keys.subList(start, Math.min(keys.size(), start + PAGE)));
            }
        }
        writeTimes.clear(bucket, kept.keySet());
    }

    /**
     * Deletes up to {@link #PAGE} objects, with a single request if possible. XML forbids control characters, so an
     * object with one in its key needs a request of its own.
     */
    private void delete(String bucket, List<String> keys) {
        Map<Boolean, List<String>> byXmlSafety = keys.stream()
                .collect(Collectors.partitioningBy(key -> key.chars().noneMatch(Character::isISOControl)));
        List<ObjectIdentifier> batch = byXmlSafety.getOrDefault(true, List.of()).stream()
                .map(key -> ObjectIdentifier.builder().key(key).build())
                .toList();
        if (!batch.isEmpty()) {
            client.deleteObjects(
                    each -> each.bucket(bucket).delete(all -> all.objects(batch).quiet(true)));
        }
        byXmlSafety
                .getOrDefault(false, List.of())
                .forEach(key -> client.deleteObject(each -> each.bucket(bucket).key(key)));
    }

    /** Empties and deletes a bucket. */
    void delete(String bucket) {
        empty(bucket);
        try {
            client.deleteBucket(each -> each.bucket(bucket));
        } catch (NoSuchBucketException e) {
            // Nothing to do: the test deleted the bucket.
        }
    }
}
