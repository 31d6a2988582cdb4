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
 * Makes buckets, empties and removes them.
 *
 * @param client that leaves no trace
 * @param ledger that must forget what is gone
 */
record Buckets(S3Client client, WriteTimes ledger) {

    private static final Pattern ADDRESS = Pattern.compile("s3://([^/]+)/.*", Pattern.DOTALL);

    /** The buckets that a suite's locations name. */
    static Stream<String> of(Suite suite) {
        return suite.datasets().stream().flatMap(dataset -> of(dataset).stream());
    }

    private static Optional<String> of(Dataset dataset) {
        Matcher address = ADDRESS.matcher(dataset.location().root());
        return address.matches() ? Optional.of(address.group(1)) : Optional.empty();
    }

    /** Sees that it is there. */
    void make(String bucket) {
        try {
            client.createBucket(each -> each.bucket(bucket));
        } catch (BucketAlreadyOwnedByYouException | BucketAlreadyExistsException there) {
            // That is all that is wanted.
        }
    }

    void empty(String bucket) {
        List<String> keys = keys(bucket);
        while (!keys.isEmpty()) {
            delete(bucket, keys);
            keys = keys(bucket);
        }
        ledger.forget(bucket);
    }

    /** XML, in which many are named at once, has no control characters; keys do. */
    private void delete(String bucket, List<String> keys) {
        Map<Boolean, List<String>> byNameable = keys.stream()
                .collect(Collectors.partitioningBy(key -> key.chars().noneMatch(Character::isISOControl)));
        List<ObjectIdentifier> together = byNameable.getOrDefault(true, List.of()).stream()
                .map(key -> ObjectIdentifier.builder().key(key).build())
                .toList();
        if (!together.isEmpty()) {
            client.deleteObjects(each ->
                    each.bucket(bucket).delete(all -> all.objects(together).quiet(true)));
        }
        byNameable
                .getOrDefault(false, List.of())
                .forEach(key -> client.deleteObject(each -> each.bucket(bucket).key(key)));
    }

    void remove(String bucket) {
        empty(bucket);
        client.deleteBucket(each -> each.bucket(bucket));
    }

    /** Of the first page. They travel encoded, and the SDK decodes them. */
    private List<String> keys(String bucket) {
        return client.listObjectsV2(each -> each.bucket(bucket).encodingType(EncodingType.URL)).contents().stream()
                .map(S3Object::key)
                .toList();
    }
}
