// SPDX-License-Identifier: Apache-2.0
package io.lakecheck.survey;

import io.lakecheck.value.Utf8Order;
import java.util.Optional;

/**
 * A half-open interval of keys in the order of their unsigned UTF-8 bytes.
 *
 * @param after the key before the interval; empty if it starts with the first key
 * @param last the last key of the interval, which need not exist; empty if the interval has no end
 */
record KeyInterval(String after, Optional<String> last) {

    /** Returns whether a key follows {@link #after}. */
    boolean startsBefore(String key) {
        return after.isEmpty() || Utf8Order.BYTES.compare(after, key) < 0;
    }

    /** Returns whether a key comes after the whole interval. */
    boolean endsBefore(String key) {
        return last.isPresent() && Utf8Order.BYTES.compare(last.get(), key) < 0;
    }

    /** Returns whether the interval contains no key that follows this one. */
    boolean endsAt(String key) {
        return last.isPresent() && Utf8Order.BYTES.compare(last.get(), key) <= 0;
    }

    /** Returns whether a key is in the interval and not its last, so that the interval can be split after it. */
    boolean canSplitAfter(String key) {
        return startsBefore(key) && !endsAt(key);
    }

    /** Returns the part up to and including a key. */
    KeyInterval upTo(String key) {
        return new KeyInterval(after, Optional.of(key));
    }

    /** Returns the part after a key. */
    KeyInterval after(String key) {
        return new KeyInterval(key, last);
    }
}
