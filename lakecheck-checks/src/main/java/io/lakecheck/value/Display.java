// SPDX-License-Identifier: Apache-2.0
package io.lakecheck.value;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * How values read in a sentence, and how strangers' text becomes safe to show: one place, so that every verdict and
 * message says the same thing the same way.
 */
public final class Display {

    /** Longer names are cut in the middle: both ends of a path tell more than its start alone. */
    private static final int LONGEST = 300;

    private static final DateTimeFormatter MOMENT = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss z", Locale.ROOT);

    private Display() {}

    /**
     * Text from a lake or a suite made visible and harmless on a line: control, format (bidi), private, unassigned and
     * line-breaking characters and lone surrogates become {@code \}{@code u{…}}, so does what build servers take for a
     * command wherever it stands in their log ({@code ##[error]}, {@code ##vso[…]}), and what is very long is cut in
     * the middle. HTML, XML and the like still need their own escaping.
     */
    public static String visible(String raw) {
        String cut = raw.length() <= LONGEST
                ? raw
                : raw.substring(0, LONGEST / 2) + "…" + raw.substring(raw.length() - LONGEST / 2);
        StringBuilder out = new StringBuilder(cut.length());
        cut.codePoints().forEach(c -> {
            if (isPlain(c)) {
                out.appendCodePoint(c);
            } else {
                out.append("\\u{").append(Integer.toHexString(c)).append('}');
            }
        });
        return out.toString().replace("##", "#\\u{23}");
    }

    private static boolean isPlain(int codePoint) {
        return switch (Character.getType(codePoint)) {
            case Character.CONTROL,
                    Character.FORMAT,
                    Character.SURROGATE,
                    Character.PRIVATE_USE,
                    Character.UNASSIGNED,
                    Character.LINE_SEPARATOR,
                    Character.PARAGRAPH_SEPARATOR -> false;
            default -> true;
        };
    }

    /** {@code 1 object}, {@code 3 objects}: the regular plural. */
    public static String count(long count, String noun) {
        return count + " " + noun + (count == 1 ? "" : "s");
    }

    /** A span of time to the second, without its sign: {@code 2 d 4 h}, {@code 1 min 30 s}, {@code 0 s}. */
    public static String duration(Duration span) {
        Duration size = span.abs();
        Map<String, Long> parts = new LinkedHashMap<>();
        parts.put("d", size.toDays());
        parts.put("h", (long) size.toHoursPart());
        parts.put("min", (long) size.toMinutesPart());
        parts.put("s", (long) size.toSecondsPart());
        parts.values().removeIf(count -> count == 0);
        return parts.isEmpty()
                ? "0 s"
                : parts.entrySet().stream()
                        .map(part -> part.getValue() + " " + part.getKey())
                        .collect(Collectors.joining(" "));
    }

    /** A moment as people of the zone read it, to the second: {@code 2026-01-03 06:00:00 GMT}. */
    public static String moment(Instant moment, ZoneId zone) {
        return MOMENT.format(moment.atZone(zone));
    }

    /**
     * One decimal, or as many as it takes to stay on the same side of every limit: a verdict can't contradict itself by
     * rounding.
     */
    public static BigDecimal round(BigDecimal exact, BigDecimal... limits) {
        return IntStream.range(1, Math.max(2, exact.scale()))
                .boxed()
                .flatMap(decimals -> Stream.of(RoundingMode.HALF_UP, RoundingMode.FLOOR, RoundingMode.CEILING)
                        .map(mode -> exact.setScale(decimals, mode)))
                .filter(rounded ->
                        Arrays.stream(limits).allMatch(limit -> rounded.compareTo(limit) == exact.compareTo(limit)))
                .findFirst()
                .orElse(exact);
    }

    public static String plain(BigDecimal number) {
        return number.signum() == 0 ? "0" : number.stripTrailingZeros().toPlainString();
    }
}
