// SPDX-License-Identifier: Apache-2.0
package io.lakecheck.lambda;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonFactoryBuilder;
import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamReadFeature;
import io.lakecheck.value.Display;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A JSON object in an event. It is read completely before it is interpreted, because the fields that identify the kind
 * of event may come last.
 *
 * @param fields the values by name; each is a {@code String} (also for numbers and other scalars), an {@code EventJson}
 *     or a {@code List} of these
 */
record EventJson(Map<String, Object> fields) {

    private static final JsonFactory JSON = new JsonFactoryBuilder()
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .streamReadConstraints(
                    StreamReadConstraints.builder().maxNestingDepth(64).build())
            .build();

    /** @throws EventException if the text is not a JSON object */
    static EventJson parse(byte[] text) {
        try (JsonParser json = JSON.createParser(text)) {
            if (json.nextToken() != JsonToken.START_OBJECT) {
                throw EventException.shape("the event is not a JSON object");
            }
            EventJson event = object(json);
            if (json.nextToken() != null) {
                throw EventException.shape("text after the end of the JSON object");
            }
            return event;
        } catch (JsonProcessingException e) {
            JsonLocation at = Optional.ofNullable(e.getLocation()).orElse(JsonLocation.NA);
            throw EventException.shape(
                    "the event is not valid JSON (line " + at.getLineNr() + ", column " + at.getColumnNr() + ")");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static EventJson object(JsonParser json) throws IOException {
        Map<String, Object> fields = new LinkedHashMap<>();
        while (json.nextToken() == JsonToken.FIELD_NAME) {
            String name = json.currentName();
            json.nextToken();
            fields.put(name, value(json));
        }
        return new EventJson(fields);
    }

    private static Object value(JsonParser json) throws IOException {
        return switch (json.currentToken()) {
            case START_OBJECT -> object(json);
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

    boolean has(String name) {
        return fields.containsKey(name);
    }

    /** Returns the value of a field as a string, or empty if the field is missing or its value is not a scalar. */
    Optional<String> text(String name) {
        return fields.get(name) instanceof String text ? Optional.of(text) : Optional.empty();
    }

    /** Returns the value at a path of field names as a string, or empty if it is missing. */
    Optional<String> textAt(String... path) {
        @Nullable EventJson current = this;
        for (int i = 0; i < path.length - 1 && current != null; i++) {
            current = current.fields.get(path[i]) instanceof EventJson inner ? inner : null;
        }
        return current == null ? Optional.empty() : current.text(path[path.length - 1]);
    }

    /** Returns the object in a field, or empty if the field is missing or its value is not an object. */
    Optional<EventJson> object(String name) {
        return fields.get(name) instanceof EventJson inner ? Optional.of(inner) : Optional.empty();
    }

    /** @throws EventException if there is a field with another name */
    void requireOnly(Set<String> names) {
        fields.keySet().stream().filter(key -> !names.contains(key)).findFirst().ifPresent(key -> {
            throw EventException.shape("unknown key '" + Display.visible(key) + "' in the event");
        });
    }

    /**
     * Returns the whole number in a field.
     *
     * @throws EventException if the field is missing, or if its value is not a number between 1 and {@code most}
     */
    int number(String name, int most) {
        return text(name)
                .filter(text -> text.matches("[1-9][0-9]{0,8}"))
                .map(Integer::parseInt)
                .filter(number -> number <= most)
                .orElseThrow(() -> EventException.shape(
                        "invalid value for '" + name + "': expected a whole number from 1 to " + most));
    }

    /** Returns the objects in an array, or empty if the field is missing or its value is not an array of objects. */
    Optional<List<EventJson>> objects(String name) {
        return items(name)
                .filter(items -> items.stream().allMatch(EventJson.class::isInstance))
                .map(items -> items.stream().map(EventJson.class::cast).toList());
    }

    /** Returns the strings in an array, or empty if the field is missing or its value is not an array of strings. */
    Optional<List<String>> texts(String name) {
        return items(name)
                .filter(items -> items.stream().allMatch(String.class::isInstance))
                .map(items -> items.stream().map(String.class::cast).toList());
    }

    private Optional<List<?>> items(String name) {
        return fields.get(name) instanceof List<?> items ? Optional.of(items) : Optional.empty();
    }
}
