// SPDX-License-Identifier: Apache-2.0
package io.lakecheck.spec;

import java.util.List;
import java.util.Locale;

/**
 * The syntax of booleans, {@code true} and {@code false}. Other words such as {@code yes} and {@code no} are rejected,
 * because YAML parsers disagree on their meaning.
 */
final class BooleanType extends ScalarType<Boolean> {

    static final BooleanType TYPE = new BooleanType();

    private BooleanType() {
        super("boolean", "true or false", "true|false");
    }

    @Override
    Boolean parse(String text) {
        return Boolean.valueOf(text);
    }

    @Override
    InvalidValueException explain(String text) {
        return switch (text.toLowerCase(Locale.ROOT)) {
            case "yes", "on", "y", "1" -> new InvalidValueException(defect(text), "Write true");
            case "no", "off", "n", "0" -> new InvalidValueException(defect(text), "Write false");
            default -> super.explain(text);
        };
    }

    @Override
    List<String> choices() {
        return List.of("true", "false");
    }
}
