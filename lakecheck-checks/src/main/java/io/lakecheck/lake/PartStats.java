// SPDX-License-Identifier: Apache-2.0
package io.lakecheck.lake;

/**
 * The data in one part of a partition, such as one country.
 *
 * @param bytes the total size of the part's data objects
 * @param isSealed whether the part contains a marker
 */
public record PartStats(long bytes, boolean isSealed) {

    static final PartStats NONE = new PartStats(0, false);

    /** @throws ArithmeticException if the total size overflows */
    PartStats plus(PartStats other) {
        return new PartStats(Math.addExact(bytes, other.bytes), isSealed || other.isSealed);
    }
}
