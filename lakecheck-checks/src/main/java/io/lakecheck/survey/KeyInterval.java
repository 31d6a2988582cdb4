// SPDX-License-Identifier: Apache-2.0
package io.lakecheck.survey;

import io.lakecheck.value.Utf8Order;
import java.util.Optional;

/**
 * An interval of keys, which are ordered by their unsigned UTF-8 bytes. It excludes {@code after} and includes
 * {@code last}.
 *
 * @param after the key after which the interval starts, or an empty string if it starts with the first key
 * @param last the key with which the interval ends, or empty if it has no end; the lake need not contain this key
 */
record KeyInterval(String after, Optional<String> last) {

    /** Returns whether a key comes after the start of the interval. */
    boolean startsBefore(String key) {
        return after.isEmpty() || Utf8Order.BYTES.compare(after, key) < 0;
    }

    /** Returns whether a key comes after the end of the interval. */
    boolean endsBefore(String key) {
        return last.isPresent() && Utf8Order.BYTES.compare(last.get(), key) < 0;
    }

    /** Returns whether no key after this one is in the interval. */
    boolean endsAt(String key) {
        return last.isPresent() && Utf8Order.BYTES.compare(last.get(), key) <= 0;
    }

    /** Returns whether a key is in the interval but is not its end, so that the interval can be split after it. */
    boolean canSplitAfter(String key) {
        return startsBefore(key) && !endsAt(key);
    }

    /** Returns the part of this interval up to and including a key. */
    KeyInterval upTo(String key) {
        return new KeyInterval(after, Optional.of(key));
    }

    /** Returns the part of this interval that starts after a key. */
    KeyInterval after(String key) {
        return new KeyInterval(key, last);
    }
}
