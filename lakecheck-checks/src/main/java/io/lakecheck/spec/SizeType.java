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
 * Sizes in bytes: {@code 195 kB} is 195 000, {@code 1 MiB} is 1 048 576, a bare number is bytes. A fraction must come
 * to whole bytes, for a limit that is silently rounded is another limit.
 */
final class SizeType extends ScalarType<Long> {

    static final SizeType TYPE = new SizeType();

    private static final List<Unit> UNITS = units();

    private static final Pattern PARTS = Pattern.compile("([0-9.]+) ?([A-Za-z]*)");

    private SizeType() {
        super(
                "size",
                "a size such as 195 kB, 1.5 GB, 1 MiB or a bare number of bytes",
                "[0-9]{1,19}(\\.[0-9]{1,18})?( ?(B|[kMGTPE]B|[KMGTPE]iB))?");
    }

    @Override
    Long parse(String text) {
        Matcher parts = PARTS.matcher(text);
        if (!parts.matches()) {
            throw new IllegalStateException("the size's patterns differ: " + text);
        }
        BigDecimal bytes = new BigDecimal(parts.group(1)).multiply(BigDecimal.valueOf(unit(parts.group(2))));
        if (bytes.stripTrailingZeros().scale() > 0) {
            throw new InvalidValueException(
                    "'" + text + "' comes to a fraction of a byte", "write it in a smaller unit");
        }
        if (bytes.compareTo(BigDecimal.valueOf(Long.MAX_VALUE)) > 0) {
            throw new InvalidValueException("'" + text + "' is more than there can be", "write at most 9 EB");
        }
        return bytes.longValueExact();
    }

    @Override
    String remedy(String text) {
        if (text.startsWith("-")) {
            return "a size is never negative";
        }
        if (text.contains(",") || text.contains("_")) {
            return "write a number without separators and with a point before its fraction, such as 1500 kB or 1.5 MB";
        }
        String unit = text.replaceFirst("^[0-9.]*\\s*", "");
        return UNITS.stream()
                .filter(known -> known.name.equalsIgnoreCase(unit))
                .findFirst()
                .map(known -> "write " + known.name + " (" + Display.count(known.bytes, "byte") + ")"
                        + (unit.equals("KB") ? ", or KiB (1024 bytes)" : ""))
                .orElseGet(() -> super.remedy(text));
    }

    private static long unit(String name) {
        return UNITS.stream()
                .filter(known -> known.name.equals(name.isEmpty() ? "B" : name))
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("the pattern knows a unit that is none: " + name))
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
