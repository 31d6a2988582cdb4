// SPDX-License-Identifier: Apache-2.0
package io.lakecheck.spec;

import java.time.Duration;

/**
 * The parser for scalar values that front ends and tests accept outside a suite, in the suite's own grammar. It does
 * not substitute variables.
 */
public final class ValueParser {

    private ValueParser() {}

    /**
     * Parses a number of bytes: {@code 195 kB} is 195 000.
     *
     * @throws IllegalArgumentException if the text is not a size; the message says what to write instead
     */
    public static long size(String text) {
        return SizeType.TYPE.value(text);
    }

    /**
     * Parses a duration in whole seconds, zero or longer: {@code 26h}, {@code 1h30m}, {@code PT26H}.
     *
     * @throws IllegalArgumentException if the text is not a duration; the message says what to write instead
     */
    public static Duration duration(String text) {
        return DurationType.TYPE.value(text);
    }

    /**
     * Parses a timestamp with or without an offset: {@code 2026-01-03T07:00Z}, {@code 2026-01-03T07:00}.
     *
     * @throws IllegalArgumentException if the text is not a timestamp; the message says what to write instead
     */
    public static Timestamp timestamp(String text) {
        return TimestampType.TYPE.value(text);
    }
}
