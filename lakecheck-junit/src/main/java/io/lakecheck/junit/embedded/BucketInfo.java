// SPDX-License-Identifier: Apache-2.0
package io.lakecheck.junit.embedded;

import java.time.Instant;
import java.util.regex.Pattern;

/**
 * The properties that S3 returns for a bucket.
 *
 * @param name the bucket's name
 * @param region the region that the client requested for the bucket
 * @param created the time at which the bucket was created
 */
record BucketInfo(String name, String region, Instant created) {

    private static final Pattern NAME = Pattern.compile("(?!.*\\.\\.)[a-z0-9][a-z0-9.-]{1,61}[a-z0-9]");
    private static final Pattern IP_ADDRESS = Pattern.compile("\\d+\\.\\d+\\.\\d+\\.\\d+");

    /** Returns whether S3 allows this name for a bucket. */
    static boolean isName(String text) {
        return NAME.matcher(text).matches() && !IP_ADDRESS.matcher(text).matches();
    }
}
