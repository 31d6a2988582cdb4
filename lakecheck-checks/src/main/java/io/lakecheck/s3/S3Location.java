// SPDX-License-Identifier: Apache-2.0
package io.lakecheck.s3;

import io.lakecheck.lake.LakeException;
import io.lakecheck.value.Display;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * An S3 bucket and a key prefix.
 *
 * @param bucket the name of the bucket
 * @param prefix the key prefix, or an empty string for the entire bucket
 */
record S3Location(String bucket, String prefix) {

    private static final Pattern ADDRESS = Pattern.compile("s3://([^/]*)/(.*)", Pattern.DOTALL);

    /** Matches bucket names, including the longer names and the capital letters that old buckets may have. */
    private static final Pattern BUCKET = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._-]{1,253}[A-Za-z0-9]");

    /** Parses an S3 URI such as {@code s3://refined/kpi/}. */
    static S3Location at(String address) {
        Matcher parts = ADDRESS.matcher(address);
        if (!parts.matches()) {
            throw new LakeException(
                    LakeException.Reason.NO_BUCKET,
                    "'" + Display.visible(address) + "' is not an S3 URI. Use a URI such as s3://bucket/folder/.");
        }
        if (!BUCKET.matcher(parts.group(1)).matches()) {
            throw new LakeException(
                    LakeException.Reason.NO_BUCKET,
                    "invalid bucket name '" + Display.visible(parts.group(1)) + "' in " + Display.visible(address)
                            + ". A bucket name consists of 3 to 63 lower-case letters, digits, dots and hyphens.");
        }
        return new S3Location(parts.group(1), parts.group(2));
    }

    /** Returns the location with a suffix appended to the prefix. */
    S3Location below(String more) {
        return new S3Location(bucket, prefix + more);
    }

    /** Returns whether the bucket's name is one that S3 reserves for directory buckets and their access points. */
    boolean isInDirectoryBucket() {
        return bucket.endsWith("--x-s3") || bucket.endsWith("--xa-s3");
    }

    /** Returns the S3 URI up to the last slash in the prefix. The result is safe to print. */
    @Override
    public String toString() {
        return Display.visible("s3://" + bucket + "/" + prefix.substring(0, prefix.lastIndexOf('/') + 1));
    }
}
