// SPDX-License-Identifier: Apache-2.0
package io.lakecheck.shard;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A JSON object that has been read into memory.
 *
 * @param values the values by name; each is a {@code String} (also for numbers), a {@code JsonFields} or a {@code List}
 *     of these
 */
record JsonFields(Map<String, Object> values) {

    /** Reads the object that starts at the current token. */
    static JsonFields read(JsonParser json) throws IOException {
        Map<String, Object> values = new LinkedHashMap<>();
        while (json.nextToken() == JsonToken.FIELD_NAME) {
            String name = json.currentName();
            json.nextToken();
            values.put(name, value(json));
        }
        return new JsonFields(values);
    }

    private static Object value(JsonParser json) throws IOException {
        return switch (json.currentToken()) {
            case START_OBJECT -> read(json);
            case START_ARRAY -> {
                List<Object> items = new ArrayList<>();
                while (json.nextToken() != JsonToken.END_ARRAY) {
                    items.add(value(json));
                }
                yield items;
            }
            default -> json.getText();
        };
    }

    Optional<String> find(String name) {
        return values.get(name) instanceof String text ? Optional.of(text) : Optional.empty();
    }

    /** @throws IllegalArgumentException if the field is missing */
    String text(String name) {
        return find(name).orElseThrow(() -> new IllegalArgumentException("the field '" + name + "' is missing"));
    }

    long number(String name) {
        return Long.parseLong(text(name));
    }

    Instant instant(String name) {
        return Instant.parse(text(name));
    }

    Optional<JsonFields> object(String name) {
        return values.get(name) instanceof JsonFields object ? Optional.of(object) : Optional.empty();
    }

    /** Returns the objects in an array; none if the field is missing. */
    List<JsonFields> objects(String name) {
        return items(name).stream()
                .filter(JsonFields.class::isInstance)
                .map(JsonFields.class::cast)
                .toList();
    }

    /** Returns the strings in an array; none if the field is missing. */
    List<String> texts(String name) {
        return items(name).stream().map(String::valueOf).toList();
    }

    private List<?> items(String name) {
        return values.get(name) instanceof List<?> items ? items : List.of();
    }
}
