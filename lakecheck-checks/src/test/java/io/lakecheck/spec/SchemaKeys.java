// SPDX-License-Identifier: Apache-2.0
package io.lakecheck.spec;

import static java.util.Objects.requireNonNull;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;

/** The keys of a dataset in the JSON schema of suites. */
public final class SchemaKeys {

    private SchemaKeys() {}

    /**
     * Returns the keys of a dataset or of a mapping in it.
     *
     * @param path the path of the mapping, for example {@code checks, size}; empty for the dataset
     */
    public static Set<String> of(String... path) {
        Object block = child(child(child(schema(), "properties"), "datasets"), "additionalProperties");
        for (String key : path) {
            Object value = child(child(block, "properties"), key);
            block = value instanceof Map<?, ?> map && map.containsKey("items") ? child(value, "items") : value;
        }
        Map<?, ?> keys = (Map<?, ?>) requireNonNull(child(block, "properties"));
        return keys.keySet().stream().map(String::valueOf).collect(Collectors.toSet());
    }

    private static @Nullable Object child(@Nullable Object node, String name) {
        return requireNonNull((Map<?, ?>) node, name).get(name);
    }

    private static Object schema() {
        try (InputStream json =
                requireNonNull(SchemaKeys.class.getResourceAsStream("/io/lakecheck/lakecheck.schema.json"))) {
            return new Load(LoadSettings.builder().build()).loadFromInputStream(json);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
