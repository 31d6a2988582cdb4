// SPDX-License-Identifier: Apache-2.0
package io.lakecheck.spec;

import org.assertj.core.api.AbstractStringAssert;
import org.assertj.core.api.Assertions;

/** Assertions about the messages for invalid values. */
final class GrammarAssert {

    private GrammarAssert() {}

    /** Asserts that a text is rejected, and returns an assertion about the message. */
    static AbstractStringAssert<?> rejected(ScalarType<?> grammar, String text) {
        IllegalArgumentException thrown =
                Assertions.catchThrowableOfType(IllegalArgumentException.class, () -> grammar.value(text));
        Assertions.assertThat(thrown).as(text).isNotNull();
        return Assertions.assertThat(thrown.getMessage());
    }
}
