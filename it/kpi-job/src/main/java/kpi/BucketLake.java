// SPDX-License-Identifier: Apache-2.0
package kpi;

import java.util.List;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.S3Object;

/**
 * A lake in an S3 bucket. S3 sets the modification time of each object itself, so a late output can't be simulated
 * here.
 *
 * @param s3 the client to use; the caller must close it
 * @param bucket the bucket's name
 */
record BucketLake(S3Client s3, String bucket) implements Target {

    @Override
    public void publish(Partition partition) {
        String folder = partition.folder() + "/";
        clear(folder);
        for (Output output : partition.outputs()) {
            if (!output.late().isZero()) {
                throw new IllegalArgumentException(
                        output.name() + " cannot be late in a bucket: S3 sets the write time");
            }
            s3.putObject(request -> request.bucket(bucket).key(folder + output.name()), output.content());
        }
    }

    /**
     * Deletes all objects in a folder, the marker first, so that readers don't mistake a partly deleted partition for a
     * complete one.
     */
    private void clear(String folder) {
        delete(folder + Partition.MARKER);
        List<String> keys = s3.listObjectsV2(request -> request.bucket(bucket).prefix(folder)).contents().stream()
                .map(S3Object::key)
                .toList();
        keys.forEach(this::delete);
    }

    private void delete(String key) {
        s3.deleteObject(request -> request.bucket(bucket).key(key));
    }
}
