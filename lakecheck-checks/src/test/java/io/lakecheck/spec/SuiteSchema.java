// SPDX-License-Identifier: Apache-2.0
package io.lakecheck.spec;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The JSON schema of suites, which is generated from the vocabulary. It uses draft 7, because all editors support it.
 * The schema checks the syntax of a suite; contradictions between values are found only by the reader.
 */
final class SuiteSchema {

    /** A value that contains a variable, which may expand to anything. */
    private static final String VARIABLE = "\\$\\{";

    private SuiteSchema() {}

    static String text() {
        Map<String, Object> schema = new LinkedHashMap<>();
        schema.put("$schema", "http://json-schema.org/draft-07/schema#");
        schema.put("title", "lakecheck suite");
        schema.putAll(block(SuiteWords.WORDS));
        List<String> checks = List.of(CheckListType.CHECKS.name());
        schema.put("if", Map.of("not", Map.of("required", checks)));
        schema.put(
                "then",
                Map.of("properties", Map.of("datasets", Map.of("additionalProperties", Map.of("required", checks)))));
        return Json.of(schema);
    }

    private static Map<String, Object> of(Type<?> type) {
        if (type instanceof ScalarType<?> scalar) {
            return value(scalar);
        }
        if (type instanceof ListType<?> list) {
            return Map.of("anyOf", List.of(value(list.item()), ordered("type", "array", "items", value(list.item()))));
        }
        if (type instanceof NamedType<?> named) {
            return named(named);
        }
        if (type instanceof CheckListType) {
            return checks();
        }
        return block((Vocabulary) type);
    }

    static Map<String, Object> value(ScalarType<?> scalar) {
        Map<String, Object> variable = ordered("type", "string", "pattern", VARIABLE);
        if (scalar instanceof BooleanType) {
            return ordered("anyOf", List.of(ordered("enum", List.of(true, false, "true", "false")), variable));
        }
        if (!scalar.choices().isEmpty()) {
            return ordered("anyOf", List.of(ordered("enum", scalar.choices()), pattern(scalar)));
        }
        return pattern(scalar);
    }

    private static Map<String, Object> pattern(ScalarType<?> scalar) {
        List<String> types = new ArrayList<>(List.of("string"));
        boolean acceptsPositive = accepts(scalar, "5");
        boolean acceptsNegative = accepts(scalar, "-5");
        if (accepts(scalar, "1.5")) {
            types.add("number");
        } else if (acceptsPositive || acceptsNegative || accepts(scalar, "0")) {
            types.add("integer");
        }
        if (accepts(scalar, "true")) {
            types.add("boolean");
        }
        Map<String, Object> schema = new LinkedHashMap<>();
        schema.put("type", types.size() == 1 ? types.get(0) : types);
        schema.put("pattern", "^(" + scalar.regex() + ")$|" + VARIABLE);
        if (types.contains("integer") && !acceptsNegative) {
            schema.put("minimum", scalar instanceof CountType counts ? counts.least() : 0);
        }
        if (types.contains("integer") && !acceptsPositive) {
            schema.put("maximum", 0);
        } else if (scalar instanceof CountType counts && counts.most() < Integer.MAX_VALUE) {
            schema.put("maximum", counts.most());
        }
        return schema;
    }

    private static Map<String, Object> named(NamedType<?> named) {
        Map<String, Object> schema = new LinkedHashMap<>();
        schema.put("type", "object");
        schema.put("propertyNames", Map.of("pattern", "^(?!.*" + VARIABLE + ").*\\S"));
        schema.put("additionalProperties", of(named.value()));
        return schema;
    }

    private static Map<String, Object> checks() {
        Map<String, Object> kinds = new LinkedHashMap<>();
        CheckListType.KINDS.forEach(kind -> kinds.put(kind.words().name(), block(kind.words())));
        Map<String, Object> check = new LinkedHashMap<>();
        check.put("type", "object");
        check.put("properties", kinds);
        check.put("additionalProperties", false);
        check.put("minProperties", 1);
        check.put("maxProperties", 1);
        return ordered("type", "array", "minItems", 1, "items", check);
    }

    private static Map<String, Object> block(Vocabulary words) {
        Map<String, Object> properties = new LinkedHashMap<>();
        words.terms().forEach(term -> properties.put(term.name(), described(term)));
        List<String> required =
                words.terms().stream().filter(Term::required).map(Term::name).toList();
        Map<String, Object> schema = new LinkedHashMap<>();
        schema.put("description", words.purpose());
        schema.put("type", required.isEmpty() ? List.of("object", "null") : "object");
        schema.put("properties", properties);
        schema.put("additionalProperties", false);
        if (!required.isEmpty()) {
            schema.put("required", required);
        }
        return schema;
    }

    private static Map<String, Object> described(Term<?> term) {
        Map<String, Object> schema = new LinkedHashMap<>();
        schema.put("description", term.description());
        Optional<String> fallback = term.fallback();
        fallback.ifPresent(text -> schema.put("default", typed(term.type(), text)));
        of(term.type()).forEach(schema::putIfAbsent);
        if (term.required() && term.type() instanceof NamedType) {
            schema.put("minProperties", 1);
        }
        return schema;
    }

    private static Object typed(Type<?> type, String text) {
        return type instanceof BooleanType ? Boolean.valueOf(text) : text;
    }

    private static boolean accepts(ScalarType<?> scalar, String text) {
        try {
            scalar.value(text);
            return true;
        } catch (IllegalArgumentException e) {
            return false;
        }
    }

    /**
     * Returns a map in the given order.
     *
     * @param entries names and values, alternating
     */
    private static Map<String, Object> ordered(Object... entries) {
        Map<String, Object> map = new LinkedHashMap<>();
        for (int i = 0; i < entries.length; i += 2) {
            map.put((String) entries[i], entries[i + 1]);
        }
        return map;
    }
}
