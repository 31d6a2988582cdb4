// SPDX-License-Identifier: Apache-2.0
package io.lakecheck.value;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Formats values consistently for all verdicts and messages, and escapes untrusted text. */
public final class Display {

    /**
     * The maximum length of printed text, in characters. Longer text is shortened in the middle, because the end of a
     * path matters as much as its start.
     */
    private static final int MAX_LENGTH = 300;

    private static final DateTimeFormatter MOMENT = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss z", Locale.ROOT);

    private Display() {}

    /**
     * Returns text from a lake or a suite as one line that is safe to print. Control, format (including bidirectional),
     * private-use, unassigned and line-breaking characters and lone surrogates are escaped as {@code \}{@code u{…}}.
     * Because build servers interpret lines such as {@code ##[error]} and {@code ##vso[…]} in a log as commands,
     * {@code ##} is escaped as well. Very long text is shortened in the middle. Output formats such as HTML and XML
     * need additional escaping.
     */
    public static String visible(String raw) {
        String cut = raw.length() <= MAX_LENGTH
                ? raw
                : raw.substring(0, MAX_LENGTH / 2) + "…" + raw.substring(raw.length() - MAX_LENGTH / 2);
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

    /**
     * Returns a number followed by a noun in the singular or plural, for example {@code 1 object} or {@code 3 objects}.
     * The noun must have a regular plural, and may be followed by "of" and more words.
     */
    public static String count(long count, String noun) {
        return count + " " + (count == 1 ? noun : plural(noun));
    }

    /** Returns a number as an ordinal number, for example {@code 22nd}. */
    public static String ordinal(int number) {
        boolean isTeen = number / 10 % 10 == 1;
        return number
                + switch (isTeen ? 0 : number % 10) {
                    case 1 -> "st";
                    case 2 -> "nd";
                    case 3 -> "rd";
                    default -> "th";
                };
    }

    /** Returns the plural of a noun, for example {@code days} or {@code intervals of 15 minutes}. */
    public static String plural(String noun) {
        int end = noun.contains(" of ") ? noun.indexOf(" of ") : noun.length();
        return noun.substring(0, end) + "s" + noun.substring(end);
    }

    /**
     * Returns the first few names and the number of the remaining ones, for example {@code a, b and 3 more}.
     *
     * @param limit the maximum number of names to list
     */
    public static String firstOf(int limit, Collection<String> names) {
        return firstOf(names.stream().limit(limit).toList(), names.size());
    }

    /**
     * Returns the given names and the number of the remaining ones, for example {@code a, b and 3 more}.
     *
     * @param count the total number of names, including those in {@code named}
     */
    public static String firstOf(Collection<String> named, long count) {
        return String.join(", ", named) + (count > named.size() ? " " + more(count - named.size()) : "");
    }

    /** Returns a list as text, for example {@code a, b or c} with the conjunction {@code or}. */
    public static String list(List<String> items, String conjunction) {
        int last = items.size() - 1;
        return last < 1
                ? String.join("", items)
                : String.join(", ", items.subList(0, last)) + " " + conjunction + " " + items.get(last);
    }

    /**
     * Returns the first few lines, followed by a line with the number of the remaining ones, for example {@code and 3
     * more}.
     */
    public static List<String> firstLines(int limit, Collection<String> lines) {
        List<String> first = new ArrayList<>(lines.stream().limit(limit).toList());
        if (lines.size() > limit) {
            first.add(more(lines.size() - limit));
        }
        return first;
    }

    private static String more(long count) {
        return "and " + count + " more";
    }

    /**
     * Returns a duration as text, precise to the second and without a sign, for example {@code 2 d 4 h}, {@code 1 min
     * 30 s} or {@code 0 s}.
     */
    public static String duration(Duration duration) {
        Duration size = duration.abs();
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

    /** Returns a time in a time zone as text, precise to the second, for example {@code 2026-01-03 06:00:00 GMT}. */
    public static String moment(Instant moment, ZoneId zone) {
        return moment(moment.atZone(zone));
    }

    /**
     * Returns a time in its own time zone as text, precise to the second, for example {@code 2026-01-03 06:00:00 GMT}.
     */
    public static String moment(ZonedDateTime moment) {
        return MOMENT.format(moment);
    }

    /**
     * Returns a number rounded to one decimal place, or to as many as are needed to keep it on the same side of each
     * limit, so that rounding can't make a verdict contradict itself.
     */
    public static BigDecimal round(BigDecimal exact, BigDecimal... limits) {
        return round(exact, 1, limits);
    }

    /**
     * Returns a number rounded like {@link #round(BigDecimal, BigDecimal...)}, but to at least {@code least} decimal
     * places.
     */
    static BigDecimal round(BigDecimal exact, int least, BigDecimal... limits) {
        return IntStream.range(least, Math.max(least + 1, exact.scale()))
                .boxed()
                .flatMap(decimals -> Stream.of(RoundingMode.HALF_UP, RoundingMode.FLOOR, RoundingMode.CEILING)
                        .map(mode -> exact.setScale(decimals, mode)))
                .filter(rounded ->
                        Arrays.stream(limits).allMatch(limit -> rounded.compareTo(limit) == exact.compareTo(limit)))
                .findFirst()
                .orElse(exact);
    }

    /** Returns a number as text, without an exponent and without trailing zeros. */
    public static String plain(BigDecimal number) {
        return number.signum() == 0 ? "0" : number.stripTrailingZeros().toPlainString();
    }
}
