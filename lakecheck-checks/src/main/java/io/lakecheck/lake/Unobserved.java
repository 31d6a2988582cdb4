// SPDX-License-Identifier: Apache-2.0
package io.lakecheck.lake;

import io.lakecheck.partition.Partition;

/**
 * A partition that could not be looked at. Keeps the reason, so that whoever needs the snapshot learns why there is
 * none.
 *
 * @param partition where
 * @param failure why
 */
public record Unobserved(Partition partition, LakeException failure) implements Observation {}
