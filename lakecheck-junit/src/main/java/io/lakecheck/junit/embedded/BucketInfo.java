// SPDX-License-Identifier: Apache-2.0
package io.lakecheck.junit.embedded;

import java.time.Instant;

/**
 * The description of a bucket.
 *
 * @param name its name
 * @param region the region that its creator chose
 * @param created when it was created
 */
record BucketInfo(String name, String region, Instant created) {}
