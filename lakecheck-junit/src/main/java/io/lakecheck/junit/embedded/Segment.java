// SPDX-License-Identifier: Apache-2.0
package io.lakecheck.junit.embedded;

import java.io.IOException;
import java.io.InputStream;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * A sequence of bytes in memory or in a file. It has a reference count and is freed when the count reaches zero.
 * Thread-safe.
 */
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
