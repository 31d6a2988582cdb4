// SPDX-License-Identifier: Apache-2.0
package io.lakecheck;

/**
 * A partition that could not be looked at. Keeps the reason, so that whoever needs the snapshot learns why there is none.
 *
 * @param partition where
 * @param trouble why
 */
public record Unseen(Partition partition, LakeException trouble) implements Sighting {}
