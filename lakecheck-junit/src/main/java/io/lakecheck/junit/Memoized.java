// SPDX-License-Identifier: Apache-2.0
package io.lakecheck.junit;

import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** A supplier that computes its value once, when it is first needed. Thread-safe. */
final class Memoized<T> implements Supplier<T> {

    private final Supplier<T> source;
    private @Nullable T value;

    Memoized(Supplier<T> source) {
        this.source = source;
    }

    @Override
    public synchronized T get() {
        T current = value;
        if (current == null) {
            current = source.get();
            value = current;
        }
        return current;
    }
}
