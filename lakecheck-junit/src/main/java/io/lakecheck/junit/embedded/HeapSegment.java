// SPDX-License-Identifier: Apache-2.0
package io.lakecheck.junit.embedded;

import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.util.concurrent.atomic.AtomicLong;

/** Bytes in memory. */
final class HeapSegment extends Segment {

    private final byte[] bytes;
    private final AtomicLong freeMemory;

    /** @param freeMemory the budget that gets the bytes back when they are freed */
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
