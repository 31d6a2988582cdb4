// SPDX-License-Identifier: Apache-2.0
package io.lakecheck.junit.embedded;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * The query parameters of a request.
 *
 * @param values the values by name; an empty string if a parameter has no value
 */
record QueryParameters(Map<String, String> values) {

    static QueryParameters parse(String raw) {
        Map<String, String> values = new LinkedHashMap<>();
        for (String parameter : raw.split("&", -1)) {
            int equals = parameter.indexOf('=');
            String name = equals < 0 ? parameter : parameter.substring(0, equals);
            if (!name.isEmpty()) {
                values.putIfAbsent(decode(name), equals < 0 ? "" : decode(parameter.substring(equals + 1)));
            }
        }
        return new QueryParameters(values);
    }

    private static String decode(String raw) {
        return Address.decode(raw.replace('+', ' '));
    }

    boolean has(String name) {
        return values.containsKey(name);
    }

    Optional<String> first(String name) {
        return Optional.ofNullable(values.get(name));
    }

    String text(String name) {
        return values.getOrDefault(name, "");
    }

    /**
     * Returns the value of a numeric parameter, or {@code absent} if the request does not contain it.
     *
     * @throws S3ErrorException if the value is not a number from {@code min} to {@code max}
     */
    int number(String name, int min, int max, int absent) {
        String text = text(name);
        if (text.isEmpty()) {
            return absent;
        }
        try {
            int number = Integer.parseInt(text);
            if (number >= min && number <= max) {
                return number;
            }
        } catch (NumberFormatException e) {
            // The value is not a number, which is reported below.
        }
        throw S3ErrorCode.INVALID_ARGUMENT
                .exception(name + " must be an integer between " + min + " and " + max + ".")
                .with("ArgumentName", name)
                .with("ArgumentValue", text);
    }
}
