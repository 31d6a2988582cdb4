// SPDX-License-Identifier: Apache-2.0
package io.lakecheck.lake;

import io.lakecheck.partition.Partition;

/**
 * A partition that could not be listed and therefore has no {@link Snapshot}.
 *
 * @param partition the partition
 * @param failure the reason why it could not be listed
 */
public record Unobserved(Partition partition, LakeException failure) implements Observation {}
