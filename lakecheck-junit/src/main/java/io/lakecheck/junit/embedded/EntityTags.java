// SPDX-License-Identifier: Apache-2.0
package io.lakecheck.junit.embedded;

import java.util.Arrays;

/**
 * The ETags in a conditional request.
 *
 * @param header the header's value: a list of ETags, or an asterisk, which matches any ETag
 */
record EntityTags(String header) {

    boolean isAny() {
        return header.trim().equals("*");
    }

    boolean matches(String etag) {
        return isAny()
                || Arrays.stream(header.split(","))
                        .anyMatch(each -> unquoted(each).equals(unquoted(etag)));
    }

    static String unquoted(String etag) {
        String text = etag.trim();
        String strong = text.startsWith("W/") ? text.substring(2) : text;
        return strong.length() >= 2 && strong.startsWith("\"") && strong.endsWith("\"")
                ? strong.substring(1, strong.length() - 1)
                : strong;
    }
}
