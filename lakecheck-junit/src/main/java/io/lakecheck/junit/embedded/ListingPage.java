// SPDX-License-Identifier: Apache-2.0
package io.lakecheck.junit.embedded;

import io.lakecheck.value.Utf8Order;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;

/**
 * One page of an object listing.
 *
 * @param objects the objects with their keys, in listing order
 * @param commonPrefixes the common prefixes, in listing order
 * @param next the last key or common prefix on this page, after which the next page starts; empty if this is the last
 *     page
 */
record ListingPage(List<Map.Entry<String, StoredObject>> objects, List<String> commonPrefixes, Optional<String> next) {

    /**
     * The highest character. A common prefix followed by this character sorts after all keys with that prefix, so the
     * search can skip them.
     */
    private static final String LAST = Character.toString(Character.MAX_CODE_POINT);

    static ListingPage of(NavigableMap<String, StoredObject> all, ListingQuery query) {
        List<Map.Entry<String, StoredObject>> objects = new ArrayList<>();
        List<String> prefixes = new ArrayList<>();
        String last = query.isWithin() ? "" : query.after();
        Map.Entry<String, StoredObject> entry = Utf8Order.BYTES.compare(query.after(), query.prefix()) < 0
                ? all.ceilingEntry(query.prefix())
                : all.higherEntry(query.after());
        while (entry != null && entry.getKey().startsWith(query.prefix()) && query.max() > 0) {
            String key = entry.getKey();
            Optional<String> commonPrefix = query.commonPrefix(key);
            String name = commonPrefix.orElse(key);
            if (Utf8Order.BYTES.compare(name, last) > 0) {
                if (objects.size() + prefixes.size() == query.max()) {
                    return new ListingPage(objects, prefixes, Optional.of(last));
                }
                last = name;
                if (commonPrefix.isPresent()) {
                    prefixes.add(name);
                } else {
                    objects.add(entry);
                }
            }
            entry = all.higherEntry(commonPrefix.isPresent() ? name + LAST : key);
        }
        return new ListingPage(objects, prefixes, Optional.empty());
    }

    int size() {
        return objects.size() + commonPrefixes.size();
    }
}
