// SPDX-License-Identifier: Apache-2.0
package io.lakecheck.spec;

import org.assertj.core.api.AbstractStringAssert;
import org.assertj.core.api.Assertions;

/** Says what a grammar makes of a text. */
final class Reads {

    private Reads() {}

    /** What is wrong with a text, and the remedy, as one line. */
    static AbstractStringAssert<?> refused(ScalarType<?> grammar, String text) {
        InvalidValueException refusal = InvalidValueException.from(
                Assertions.catchThrowableOfType(IllegalArgumentException.class, () -> grammar.value(text)));
        return Assertions.assertThat(refusal.getMessage());
    }
}
