// SPDX-License-Identifier: Apache-2.0
package io.lakecheck.junit;

import io.lakecheck.Dataset;
import io.lakecheck.Suite;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.BucketAlreadyExistsException;
import software.amazon.awssdk.services.s3.model.BucketAlreadyOwnedByYouException;
import software.amazon.awssdk.services.s3.model.ListObjectsV2Response;
import software.amazon.awssdk.services.s3.model.ObjectIdentifier;

/**
 * Makes buckets, empties and removes them.
 *
 * @param client that leaves no trace
 * @param ledger that must forget what is gone
 */
record Buckets(S3Client client, Ledger ledger) {

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
        ListObjectsV2Response page = page(bucket);
        while (!page.contents().isEmpty()) {
            List<ObjectIdentifier> keys = page.contents().stream()
                    .map(object -> ObjectIdentifier.builder().key(object.key()).build())
                    .toList();
            client.deleteObjects(
                    each -> each.bucket(bucket).delete(all -> all.objects(keys).quiet(true)));
            page = page(bucket);
        }
        ledger.forget(bucket);
    }

    void remove(String bucket) {
        empty(bucket);
        client.deleteBucket(each -> each.bucket(bucket));
    }

    private ListObjectsV2Response page(String bucket) {
        return client.listObjectsV2(each -> each.bucket(bucket));
    }
}
