// SPDX-License-Identifier: Apache-2.0
package io.lakecheck.spec;

import java.time.Duration;
import java.util.Optional;

/** Quantities in the suite's own grammar, for what shells take beside a suite. Variables are not put in. */
public final class Quantities {

    private Quantities() {}

    /**
     * A number of bytes: {@code 195 kB} is 195 000.
     *
     * @param name what the quantity is called in a message
     * @throws SuiteProblemsException where it is none; says what to write instead
     */
    public static long bytes(String name, Word word) {
        return read(name, word, SizeType.TYPE);
    }

    /**
     * A span of time to the second, never negative: {@code 26h}, {@code 1h30m}, {@code PT26H}.
     *
     * @param name what the quantity is called in a message
     * @throws SuiteProblemsException where it is none; says what to write instead
     */
    public static Duration duration(String name, Word word) {
        return read(name, word, DurationType.TYPE);
    }

    private static <T> T read(String name, Word word, ScalarType<T> grammar) {
        Problems problems = new Problems();
        Optional<T> value = grammar.read(name, word, new ReadContext(problems, Substitution.NONE));
        problems.refuse();
        return value.orElseThrow(() -> new IllegalStateException("no value, and no problem with it"));
    }
}
