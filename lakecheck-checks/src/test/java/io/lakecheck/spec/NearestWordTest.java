// SPDX-License-Identifier: Apache-2.0
package io.lakecheck.spec;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class NearestWordTest {

    private static final List<String> WORDS = List.of("drop", "rise", "against", "atLeast");

    @Test
    void an_added_missing_wrong_or_swapped_letter_is_a_typo() {
        assertThat(NearestWord.to("droop", WORDS)).contains("drop");
        assertThat(NearestWord.to("rse", WORDS)).contains("rise");
        assertThat(NearestWord.to("rize", WORDS)).contains("rise");
        assertThat(NearestWord.to("dorp", WORDS)).contains("drop");
        assertThat(NearestWord.to("aganist", WORDS)).contains("against");
    }

    @Test
    void case_is_ignored() {
        assertThat(NearestWord.to("ATLEAST", WORDS)).contains("atLeast");
    }

    @Test
    void a_word_that_is_far_from_all_has_no_nearest() {
        assertThat(NearestWord.to("maximum", WORDS)).isEmpty();
        assertThat(NearestWord.to("", WORDS)).isEmpty();
        assertThat(NearestWord.to("d".repeat(100_000), WORDS)).isEmpty();
    }
}
