// SPDX-License-Identifier: Apache-2.0
package io.lakecheck.spec;

import java.util.List;
import java.util.Locale;

/**
 * True or false. {@code yes} and {@code no} mean different things to different readers of YAML, so neither is taken.
 */
final class BooleanType extends ScalarType<Boolean> {

    static final BooleanType TYPE = new BooleanType();

    private BooleanType() {
        super("truth value", "true or false", "true|false");
    }

    @Override
    Boolean parse(String text) {
        return Boolean.valueOf(text);
    }

    @Override
    String remedy(String text) {
        return switch (text.toLowerCase(Locale.ROOT)) {
            case "yes", "on", "y", "1" -> "write true";
            case "no", "off", "n", "0" -> "write false";
            default -> super.remedy(text);
        };
    }

    @Override
    List<String> choices() {
        return List.of("true", "false");
    }
}
