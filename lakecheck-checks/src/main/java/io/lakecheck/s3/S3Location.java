// SPDX-License-Identifier: Apache-2.0
package io.lakecheck.s3;

import io.lakecheck.lake.LakeException;
import io.lakecheck.value.Display;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A place on S3.
 *
 * @param bucket its name
 * @param prefix what keys there begin with; empty for the whole bucket
 */
record S3Location(String bucket, String prefix) {

    private static final Pattern ADDRESS = Pattern.compile("s3://([^/]*)/(.*)", Pattern.DOTALL);

    /** Older buckets have longer names and capitals; nothing else passes a bucket's door. */
    private static final Pattern BUCKET = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._-]{1,253}[A-Za-z0-9]");

    static S3Location at(String address) {
        Matcher parts = ADDRESS.matcher(address);
        if (!parts.matches()) {
            throw new LakeException(
                    LakeException.Reason.NO_BUCKET,
                    Display.visible(address) + " is no place on S3; write s3://bucket/folder/");
        }
        if (!BUCKET.matcher(parts.group(1)).matches()) {
            throw new LakeException(
                    LakeException.Reason.NO_BUCKET,
                    "no bucket can be called '" + Display.visible(parts.group(1)) + "' as in "
                            + Display.visible(address)
                            + "; names have 3 to 63 small letters, digits, dots and hyphens");
        }
        return new S3Location(parts.group(1), parts.group(2));
    }

    /** What is below it and begins so. */
    S3Location below(String more) {
        return new S3Location(bucket, prefix + more);
    }

    /** As its users write it, down to the last whole folder; safe to print. */
    @Override
    public String toString() {
        return Display.visible("s3://" + bucket + "/" + prefix.substring(0, prefix.lastIndexOf('/') + 1));
    }
}
