// SPDX-License-Identifier: Apache-2.0
package io.lakecheck.junit;

import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.services.s3.S3Client;

/** Stands for a user's data job: writes objects of some size with the client that it is given. */
final class Job {

    private Job() {}

    static void write(S3Client s3, String bucket, String folder, int bytes, String... names) {
        for (String name : names) {
            int size = name.startsWith("_") ? 0 : bytes;
            s3.putObject(each -> each.bucket(bucket).key(folder + name), RequestBody.fromBytes(new byte[size]));
        }
    }
}
