// SPDX-License-Identifier: Apache-2.0
package io.lakecheck.spec;

import io.lakecheck.value.Display;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The syntax of sizes. For example, {@code 195 kB} is 195,000 bytes and {@code 1 MiB} is 1,048,576 bytes. A number
 * without a unit is a number of bytes. A fraction must result in a whole number of bytes, because rounding would
 * silently change a limit.
 */
final class SizeType extends ScalarType<Long> {

    static final SizeType TYPE = new SizeType();

    private static final List<Unit> UNITS = units();

    private static final Pattern PARTS = Pattern.compile("([0-9.]+) ?([A-Za-z]*)");

    private SizeType() {
        super(
                "size",
                "a size such as 195 kB, 1.5 GB or 1 MiB, or a plain number of bytes",
                "[0-9]{1,19}(\\.[0-9]{1,18})?( ?(B|[kMGTPE]B|[KMGTPE]iB))?");
    }

    @Override
    Long parse(String text) {
        Matcher parts = PARTS.matcher(text);
        if (!parts.matches()) {
            throw new IllegalStateException("the two patterns of sizes disagree: " + text);
        }
        BigDecimal bytes = new BigDecimal(parts.group(1)).multiply(BigDecimal.valueOf(unit(parts.group(2))));
        if (bytes.stripTrailingZeros().scale() > 0) {
            throw new InvalidValueException("'" + text + "' is not a whole number of bytes", "Round it to whole bytes");
        }
        if (bytes.compareTo(BigDecimal.valueOf(Long.MAX_VALUE)) > 0) {
            throw new InvalidValueException("'" + text + "' is too large", "Expected at most 9 EB");
        }
        return bytes.longValueExact();
    }

    @Override
    InvalidValueException explain(String text) {
        return explain(text, super.explain(text));
    }

    /**
     * Returns an exception that explains a common mistake in {@code text}, such as a unit in the wrong case;
     * {@code otherwise} if the text contains no common mistake.
     */
    InvalidValueException explain(String text, InvalidValueException otherwise) {
        if (text.startsWith("-")) {
            return new InvalidValueException(otherwise.what() + ": it is negative", otherwise.remedy());
        }
        if (text.contains(",") || text.contains("_")) {
            return new InvalidValueException(
                    otherwise.what(),
                    "Write it without thousands separators and with a decimal point, for example 1500 kB or 1.5 MB");
        }
        String unit = text.replaceFirst("^[0-9.]*\\s*", "");
        return UNITS.stream()
                .filter(known -> known.name.equalsIgnoreCase(unit))
                .findFirst()
                .map(known -> new InvalidValueException(
                        otherwise.what() + ": unknown unit '" + unit + "'",
                        "Did you mean " + known.name + " (" + Display.count(known.bytes, "byte") + ")"
                                + (unit.equals("KB") ? " or KiB (1024 bytes)?" : "?")))
                .orElse(otherwise);
    }

    private static long unit(String name) {
        return UNITS.stream()
                .filter(known -> known.name.equals(name.isEmpty() ? "B" : name))
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("the pattern allows an unknown unit: " + name))
                .bytes;
    }

    private static List<Unit> units() {
        List<Unit> units = new ArrayList<>(List.of(new Unit("B", 1)));
        long decimal = 1;
        long binary = 1;
        for (String prefix : List.of("k", "M", "G", "T", "P", "E")) {
            decimal *= 1000;
            binary *= 1024;
            units.add(new Unit(prefix + "B", decimal));
            units.add(new Unit(prefix.toUpperCase(Locale.ROOT) + "iB", binary));
        }
        return units;
    }

    private record Unit(String name, long bytes) {}
}
