// SPDX-License-Identifier: Apache-2.0
package io.lakecheck.junit.embedded;

import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.util.concurrent.atomic.AtomicLong;

/** A segment in memory. */
final class HeapSegment extends Segment {

    private final byte[] bytes;
    private final AtomicLong freeMemory;

    /**
     * @param freeMemory the number of bytes that can still be used for objects; it increases when the segment is freed
     */
    HeapSegment(byte[] bytes, AtomicLong freeMemory) {
        this.bytes = bytes;
        this.freeMemory = freeMemory;
    }

    @Override
    long size() {
        return bytes.length;
    }

    @Override
    InputStream open() {
        return new ByteArrayInputStream(bytes);
    }

    @Override
    void free() {
        freeMemory.addAndGet(bytes.length);
    }
}
