// SPDX-License-Identifier: Apache-2.0
package io.lakecheck.spec;

import java.time.Duration;

/**
 * A parser for scalar values that front ends and tests accept outside a suite. The syntax is the same as in a suite,
 * but variables are not substituted.
 */
public final class ValueParser {

    private ValueParser() {}

    /**
     * Parses a size and returns the number of bytes. For example, {@code 195 kB} is 195,000 bytes.
     *
     * @throws IllegalArgumentException if the text is not a valid size; the message explains what to write instead
     */
    public static long size(String text) {
        return SizeType.TYPE.value(text);
    }

    /**
     * Parses a non-negative duration in whole seconds, such as {@code 26h}, {@code 1h30m} or {@code PT26H}.
     *
     * @throws IllegalArgumentException if the text is not a valid duration; the message explains what to write instead
     */
    public static Duration duration(String text) {
        return DurationType.TYPE.value(text);
    }

    /**
     * Parses a timestamp with or without an offset, such as {@code 2026-01-03T07:00Z} or {@code 2026-01-03T07:00}.
     *
     * @throws IllegalArgumentException if the text is not a valid timestamp; the message explains what to write instead
     */
    public static Timestamp timestamp(String text) {
        return TimestampType.TYPE.value(text);
    }
}
