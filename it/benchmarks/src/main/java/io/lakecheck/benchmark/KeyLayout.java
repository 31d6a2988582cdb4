// SPDX-License-Identifier: Apache-2.0
package io.lakecheck.benchmark;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Locale;
import java.util.Random;
import java.util.function.IntFunction;

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
