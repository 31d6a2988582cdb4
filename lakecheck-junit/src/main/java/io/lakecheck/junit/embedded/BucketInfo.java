// SPDX-License-Identifier: Apache-2.0
package io.lakecheck.junit.embedded;

import java.time.Instant;

/**
 * The properties that S3 returns for a bucket.
 *
 * @param name the bucket's name
 * @param region the region that the client requested for the bucket
 * @param created the time at which the bucket was created
 */
record BucketInfo(String name, String region, Instant created) {}
