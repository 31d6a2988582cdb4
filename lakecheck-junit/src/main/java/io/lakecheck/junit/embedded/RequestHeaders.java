// SPDX-License-Identifier: Apache-2.0
package io.lakecheck.junit.embedded;

import com.sun.net.httpserver.Headers;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * The headers of a request. Names are case-insensitive.
 *
 * @param values the values by name
 */
record RequestHeaders(Headers values) {

    Optional<String> first(String name) {
        return Optional.ofNullable(values.getFirst(name));
    }

    boolean has(String name) {
        return values.containsKey(name);
    }

    /**
     * Returns all headers whose names start with this prefix. The names are in lower case, and multiple values are
     * joined by commas.
     */
    Map<String, String> startingWith(String prefix) {
        Map<String, String> found = new TreeMap<>();
        for (Map.Entry<String, List<String>> header : values.entrySet()) {
            String name = header.getKey().toLowerCase(Locale.ROOT);
            if (name.startsWith(prefix)) {
                found.put(name, String.join(",", header.getValue()));
            }
        }
        return found;
    }
}
