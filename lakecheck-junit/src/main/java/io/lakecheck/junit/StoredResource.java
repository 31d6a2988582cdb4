// SPDX-License-Identifier: Apache-2.0
package io.lakecheck.junit;

import org.junit.jupiter.api.extension.ExtensionContext;

/**
 * A resource in JUnit's store, which closes it at the end of its context. JUnit closes other {@code AutoCloseable}s
 * only since 5.13.
 *
 * @param value the resource
 * @param <T> its type
 */
// JUnit declares that closing may throw any exception, which javac takes for a risk of interruption.
@SuppressWarnings({"deprecation", "try"})
record StoredResource<T extends AutoCloseable>(T value)
        implements AutoCloseable, ExtensionContext.Store.CloseableResource {

    @Override
    public void close() throws Exception {
        value.close();
    }
}
