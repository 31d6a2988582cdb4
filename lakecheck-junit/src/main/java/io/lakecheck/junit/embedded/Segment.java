// SPDX-License-Identifier: Apache-2.0
package io.lakecheck.junit.embedded;

import java.io.IOException;
import java.io.InputStream;
import java.util.concurrent.atomic.AtomicInteger;

/** Bytes in memory or in a file. They are freed when everybody who retained them has released them. Thread-safe. */
abstract class Segment {

    private final AtomicInteger users = new AtomicInteger(1);

    abstract long size();

    abstract InputStream open() throws IOException;

    abstract void free();

    final void retain() {
        users.incrementAndGet();
    }

    final void release() {
        if (users.decrementAndGet() == 0) {
            free();
        }
    }
}
