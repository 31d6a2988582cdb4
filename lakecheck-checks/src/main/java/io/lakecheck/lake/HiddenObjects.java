// SPDX-License-Identifier: Apache-2.0
package io.lakecheck.lake;

import io.lakecheck.value.ByteSize;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Objects in a partition that do not count as data because of hidden names, such as {@code _region=a/part-0}.
 * Bookkeeping of well-known tools, such as {@code _SUCCESS}, is not included.
 *
 * @param bytes the total size of these objects
 * @param newest the object that was written last; empty if there are no such objects
 */
public record HiddenObjects(ByteSize bytes, Optional<LakeObject> newest) {

    public static final HiddenObjects NONE = new HiddenObjects(ByteSize.ZERO, Optional.empty());

    /**
     * If hidden objects make up less than one in this many bytes, the time at which they were written does not matter.
     */
    private static final long FEW = 10;

    private static final Pattern BOOKKEEPING = Pattern.compile(
            "(?:.*/)?(?:_SUCCESS|_FINISHED|_DONE|_(?:committed|started)_[^/]*|_common_metadata|\\.[^/]*\\.crc"
                    + "|_(?:metadata|manifest|schema|stats)[^/]*|\\.hoodie_partition_metadata[^/]*"
                    + "|\\.DS_Store|\\.keep|_\\$folder\\$)|(?:_delta_log|\\.hoodie|_spark_metadata)/.*");

    /** Returns whether tools are known to write objects with this path, relative to the partition, next to the data. */
    static boolean isBookkeeping(String path) {
        return BOOKKEEPING.matcher(path).matches();
    }

    HiddenObjects plus(LakeObject object) {
        return plus(new HiddenObjects(new ByteSize(object.bytes()), Optional.of(object)));
    }

    /**
     * Returns these objects together with those that follow in key order.
     *
     * @throws ArithmeticException if the total size overflows
     */
    HiddenObjects plus(HiddenObjects following) {
        return new HiddenObjects(
                new ByteSize(Math.addExact(bytes.bytes(), following.bytes.bytes())),
                Optional.ofNullable(ObjectStats.Builder.newest(newest.orElse(null), following.newest.orElse(null))));
    }

    /** Returns whether these objects are so large that they may be half of the data or more. */
    boolean isAsLargeAs(ObjectStats data) {
        return bytes.bytes() > 0 && bytes.compareTo(data.bytes()) >= 0;
    }

    /** Returns whether a considerable part of these objects may have been written after the data. */
    boolean isNewerThan(ObjectStats data) {
        return bytes.bytes() > data.bytes().bytes() / FEW
                && newest.isPresent()
                && data.newest()
                        .filter(last -> newest.get().modified().isAfter(last.modified()))
                        .isPresent();
    }
}
