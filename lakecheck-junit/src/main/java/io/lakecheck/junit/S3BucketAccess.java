// SPDX-License-Identifier: Apache-2.0
package io.lakecheck.junit;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.Bucket;
import software.amazon.awssdk.services.s3.model.BucketAlreadyExistsException;
import software.amazon.awssdk.services.s3.model.BucketAlreadyOwnedByYouException;
import software.amazon.awssdk.services.s3.model.EncodingType;
import software.amazon.awssdk.services.s3.model.NoSuchBucketException;
import software.amazon.awssdk.services.s3.model.ObjectIdentifier;
import software.amazon.awssdk.services.s3.model.S3Exception;

/**
 * Access to buckets through requests to a server.
 *
 * @param client a client whose writes are not recorded
 */
record S3BucketAccess(S3Client client) implements BucketAccess {

    /** The maximum number of objects that one request can delete. */
    private static final int PAGE = 1000;

    @Override
    public List<String> names() {
        return client.listBuckets().buckets().stream().map(Bucket::name).toList();
    }

    @Override
    public void create(String bucket) {
        try {
            client.createBucket(each -> each.bucket(bucket));
        } catch (BucketAlreadyOwnedByYouException | BucketAlreadyExistsException e) {
            // Nothing to do: the bucket exists.
        } catch (S3Exception e) {
            throw "InvalidBucketName".equals(e.awsErrorDetails().errorCode())
                    ? new InvalidBucketNameException(bucket, e)
                    : e;
        }
    }

    @Override
    public Map<String, String> entityTags(String bucket) {
        Map<String, String> tags = new LinkedHashMap<>();
        try {
            client.listObjectsV2Paginator(each -> each.bucket(bucket).encodingType(EncodingType.URL))
                    .contents()
                    .forEach(object -> tags.put(object.key(), object.eTag()));
        } catch (NoSuchBucketException e) {
            return Map.of();
        }
        return tags;
    }

    @Override
    public void deleteObjects(String bucket, Collection<String> keys) {
        List<String> all = new ArrayList<>(keys);
        for (int start = 0; start < all.size(); start += PAGE) {
            delete(bucket, all.subList(start, Math.min(all.size(), start + PAGE)));
        }
    }

    /**
     * Deletes up to {@link #PAGE} objects, with a single request if possible. XML forbids control characters, so an
     * object with one in its key needs a separate request.
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

    @Override
    public void delete(String bucket) {
        try {
            client.deleteBucket(each -> each.bucket(bucket));
        } catch (NoSuchBucketException e) {
            // Nothing to do: the test deleted the bucket.
        }
    }
}
