// SPDX-License-Identifier: Apache-2.0
package io.lakecheck.junit;

import org.junit.jupiter.api.extension.ExtensionContext;

/**
 * A resource in JUnit's store that is closed at the end of its context. Before JUnit 5.13, a plain
 * {@code AutoCloseable} in the store isn't closed.
 *
 * @param value the resource
 * @param <T> the resource's type
 */
// JUnit declares that close() may throw any exception, so javac warns that it could throw InterruptedException.
@SuppressWarnings({"deprecation", "try"})
record StoredResource<T extends AutoCloseable>(T value)
        implements AutoCloseable, ExtensionContext.Store.CloseableResource {

    @Override
    public void close() throws Exception {
        value.close();
    }
}
