// SPDX-License-Identifier: Apache-2.0
package io.lakecheck.spec;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What the table of words promises of each of them. */
class VocabularyTest {

    @ParameterizedTest
    @MethodSource("terms")
    void every_default_is_written_in_the_grammar_of_its_word(Term<?> term) {
        if (term.fallback().isPresent()) {
            assertThatCode(term::byDefault).doesNotThrowAnyException();
        }
    }

    @ParameterizedTest
    @MethodSource("terms")
    void every_example_can_be_pasted(Term<?> term) {
        Problems problems = new Problems();
        Node example = YamlTree.read(term.example(), Origin.of(term.name()), new Problems());

        assertThat(term.type().read(term.name(), example, new ReadContext(problems, Substitution.NONE)))
                .isPresent();
        assertThatCode(problems::throwIfAny).doesNotThrowAnyException();
    }

    @ParameterizedTest
    @MethodSource("terms")
    void every_word_is_explained_in_sentences(Term<?> term) {
        assertThat(term.doc()).matches("(?s)[A-Z].*\\.");
        assertThat(term.name()).matches("[a-z][A-Za-z0-9]*");
    }

    static Stream<Term<?>> terms() {
        return Everywhere.terms();
    }
}
