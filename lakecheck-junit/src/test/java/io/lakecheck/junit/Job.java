// SPDX-License-Identifier: Apache-2.0
package io.lakecheck.junit;

import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.services.s3.S3Client;

/** A data job that writes objects of the same size. Objects whose names start with an underscore are empty markers. */
final class Job {

    private Job() {}

    static void write(S3Client s3, String bucket, String folder, int bytes, String... names) {
        for (String name : names) {
            int size = name.startsWith("_") ? 0 : bytes;
            s3.putObject(each -> each.bucket(bucket).key(folder + name), RequestBody.fromBytes(new byte[size]));
        }
    }
}
