// SPDX-License-Identifier: Apache-2.0
package io.lakecheck.benchmark;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.Locale;
import java.util.Random;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** The keys of the objects in a simulated partition. Random keys have a fixed seed. */
enum KeyLayout {
    /** Sequential names, as Spark writes them. */
    FLAT(i -> String.format(Locale.ROOT, "part-%08d.snappy.parquet", i)),
    /** Nine tenths of the keys share a long prefix. */
    SKEWED(i -> i % 10 == 0
            ? String.format(Locale.ROOT, "%02x/part-%08d", i / 10 % 256, i)
            : String.format(Locale.ROOT, "a7/batch=000/part-%08d", i)),
    /** Keys in folders for hours and minutes. */
    DATED(i -> String.format(Locale.ROOT, "hour=%02d/minute=%02d/part-%08d", i % 24, i / 24 % 60, i)),
    /** Random hexadecimal names, such as UUIDs. */
    HEX(i -> String.format(Locale.ROOT, "%016x%08x", new Random(i).nextLong(), i)),
    /** Names with percent signs, plus signs, spaces, and characters outside ASCII, some of them above U+FFFF. */
    HOSTILE(i -> "\uD83D\uDE00 %2F+&<" + Character.toString(0x100 + new Random(i).nextInt(0xC000)) + "-" + i);

    private final IntFunction<String> name;

    KeyLayout(IntFunction<String> name) {
        this.name = name;
    }

    String title() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** Returns the keys of 160 days with five files an hour. The last one is the day of {@link ListingRun#NOW}. */
    static byte[][] hours(String prefix) {
        LocalDate last = LocalDate.ofInstant(ListingRun.NOW, ZoneOffset.UTC);
        return sorted(IntStream.range(0, 160 * 24 * 5)
                .mapToObj(i -> String.format(
                        Locale.ROOT, "%sdt=%s/hour=%02d/part-%d", prefix, last.minusDays(i / 120), i / 5 % 24, i % 5)));
    }

    static byte[][] sorted(Stream<String> keys) {
        return keys.map(key -> key.getBytes(StandardCharsets.UTF_8))
                .sorted(Arrays::compareUnsigned)
                .toArray(byte[][]::new);
    }

    /** Returns keys with the given prefix, in the order of their bytes. */
    byte[][] keys(String prefix, int count) {
        byte[][] keys = new byte[count][];
        for (int i = 0; i < count; i++) {
            keys[i] = (prefix + name.apply(i)).getBytes(StandardCharsets.UTF_8);
        }
        Arrays.parallelSort(keys, Arrays::compareUnsigned);
        return keys;
    }
}
