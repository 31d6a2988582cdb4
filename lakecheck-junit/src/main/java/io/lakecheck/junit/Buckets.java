// SPDX-License-Identifier: Apache-2.0
package io.lakecheck.junit;

import io.lakecheck.Dataset;
import io.lakecheck.Suite;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.BucketAlreadyExistsException;
import software.amazon.awssdk.services.s3.model.BucketAlreadyOwnedByYouException;
import software.amazon.awssdk.services.s3.model.EncodingType;
import software.amazon.awssdk.services.s3.model.ObjectIdentifier;
import software.amazon.awssdk.services.s3.model.S3Object;

/**
 * Operations on a server's buckets.
 *
 * @param client a client whose writes are not recorded
 * @param writeTimes the write times, which are cleared together with a bucket
 */
record Buckets(S3Client client, WriteTimes writeTimes) {

    private static final Pattern ADDRESS = Pattern.compile("s3://([^/]+)/.*", Pattern.DOTALL);

    /** Returns the buckets in the suite's locations. */
    static Stream<String> of(Suite suite) {
        return suite.datasets().stream().flatMap(dataset -> of(dataset).stream());
    }

    private static Optional<String> of(Dataset dataset) {
        Matcher address = ADDRESS.matcher(dataset.location().root());
        return address.matches() ? Optional.of(address.group(1)) : Optional.empty();
    }

    /** Creates the bucket unless it exists. */
    void create(String bucket) {
        try {
            client.createBucket(each -> each.bucket(bucket));
        } catch (BucketAlreadyOwnedByYouException | BucketAlreadyExistsException e) {
            // Nothing to do: the bucket exists.
        }
    }

    /** Deletes all objects in the bucket. */
    void empty(String bucket) {
        List<String> keys = firstKeys(bucket);
        while (!keys.isEmpty()) {
            delete(bucket, keys);
            keys = firstKeys(bucket);
        }
        writeTimes.clear(bucket);
    }

    /** Deletes many objects with one request, except those whose keys have control characters, which XML forbids. */
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

    /** Empties and deletes the bucket. */
    void delete(String bucket) {
        empty(bucket);
        client.deleteBucket(each -> each.bucket(bucket));
    }

    private List<String> firstKeys(String bucket) {
        return client.listObjectsV2(each -> each.bucket(bucket).encodingType(EncodingType.URL)).contents().stream()
                .map(S3Object::key)
                .toList();
    }
}
