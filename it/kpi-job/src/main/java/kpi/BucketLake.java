// SPDX-License-Identifier: Apache-2.0
package kpi;

import java.util.List;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.S3Object;

/**
 * A lake in a bucket. S3 stamps objects with the time of their writing, so nothing can be late in a replay here.
 *
 * @param s3 reaches the bucket; the caller's to close
 * @param bucket its name
 */
record BucketLake(S3Client s3, String bucket) implements Target {

    @Override
    public void publish(Partition partition) {
        String folder = partition.folder() + "/";
        clear(folder);
        for (Output output : partition.outputs()) {
            if (!output.late().isZero()) {
                throw new IllegalArgumentException(output.name() + " can't be late: S3 stamps it");
            }
            s3.putObject(put -> put.bucket(bucket).key(folder + output.name()), output.content());
        }
    }

    /** The marker goes first: nobody may take half a partition for a whole one. */
    private void clear(String folder) {
        delete(folder + Partition.MARKER);
        List<String> keys = s3.listObjectsV2(list -> list.bucket(bucket).prefix(folder)).contents().stream()
                .map(S3Object::key)
                .toList();
        keys.forEach(this::delete);
    }

    private void delete(String key) {
        s3.deleteObject(gone -> gone.bucket(bucket).key(key));
    }
}
