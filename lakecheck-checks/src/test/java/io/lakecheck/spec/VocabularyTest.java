// SPDX-License-Identifier: Apache-2.0
package io.lakecheck.spec;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Tests that every key has a valid default, a valid example and documentation. */
class VocabularyTest {

    @ParameterizedTest
    @MethodSource("terms")
    void every_default_is_a_valid_value(Term<?> term) {
        if (term.fallback().isPresent()) {
            assertThatCode(term::byDefault).doesNotThrowAnyException();
        }
    }

    @ParameterizedTest
    @MethodSource("terms")
    void every_example_is_a_valid_value(Term<?> term) {
        Problems problems = new Problems();
        Node example = YamlTree.read(term.example(), Origin.of(term.name()), new Problems());

        assertThat(term.type().read(term.name(), example, new ReadContext(problems, Substitution.NONE)))
                .isPresent();
        assertThatCode(problems::throwIfAny).doesNotThrowAnyException();
    }

    @ParameterizedTest
    @MethodSource("terms")
    void every_key_is_documented_in_whole_sentences(Term<?> term) {
        assertThat(term.purpose()).matches("[A-Z].*\\.").doesNotContain(". ");
        assertThat(term.notes()).allMatch(note -> note.matches("[A-Z`].*\\."));
        assertThat(term.name()).matches("[a-z][A-Za-z0-9]*");
    }

    static Stream<Term<?>> terms() {
        return AllTerms.terms();
    }
}
