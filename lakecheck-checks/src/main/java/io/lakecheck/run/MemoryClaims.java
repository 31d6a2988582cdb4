// SPDX-License-Identifier: Apache-2.0
package io.lakecheck.run;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;

/**
 * Claims that are kept in memory and are therefore invisible to other processes. If there are too many, the oldest are
 * discarded. Thread-safe.
 */
public final class MemoryClaims implements Claims {

    private static final int MOST = 10_000;

    /** The IDs of the events that may publish each result; an empty set once the result has been published. */
    private final Map<String, Set<String>> claims = new LinkedHashMap<>() {
        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Set<String>> eldest) {
            return size() > MOST;
        }
    };

    @Override
    public synchronized boolean claim(String result, Set<String> events) {
        Set<String> owners = claims.putIfAbsent(result, Set.copyOf(events));
        return owners == null || !Collections.disjoint(owners, events);
    }

    @Override
    public synchronized void published(String result, Set<String> events) {
        claims.put(result, Set.of());
    }
}
