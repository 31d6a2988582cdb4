// SPDX-License-Identifier: Apache-2.0
package io.lakecheck.spec;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class QuantitiesTest {

    @Test
    void quantities_beside_a_suite_have_its_grammar() {
        assertThat(Quantities.bytes("sized", word("100 kB"))).isEqualTo(100_000);
        assertThat(Quantities.duration("timeout", word("1h30m"))).isEqualTo(Duration.ofMinutes(90));
    }

    @Test
    void a_wrong_one_is_told_with_its_place_and_remedy() {
        assertThatThrownBy(() -> Quantities.duration("timeout", word("5")))
                .isInstanceOf(SuiteProblemsException.class)
                .hasMessage("-Dlakecheck.timeout: timeout: '5' is no duration; it has no unit; write 5h, 5m or 5s");
    }

    private static Word word(String text) {
        return new Word(text, Origin.of("-Dlakecheck.timeout"));
    }
}
