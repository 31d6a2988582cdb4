// SPDX-License-Identifier: Apache-2.0
package io.lakecheck.spec;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.ZoneId;
import org.junit.jupiter.api.Test;

class ValueParserTest {

    @Test
    void single_values_have_the_suites_grammar() {
        assertThat(ValueParser.size("100 kB")).isEqualTo(100_000);
        assertThat(ValueParser.duration("1h30m")).isEqualTo(Duration.ofMinutes(90));
    }

    @Test
    void a_timestamp_without_an_offset_is_local_to_a_zone() {
        ZoneId london = ZoneId.of("Europe/London");

        assertThat(ValueParser.timestamp("2026-07-03T07:00").in(london)).isEqualTo("2026-07-03T06:00:00Z");
        assertThat(ValueParser.timestamp("2026-07-03T07:00Z").in(london)).isEqualTo("2026-07-03T07:00:00Z");
    }

    @Test
    void an_invalid_value_is_reported_with_its_remedy() {
        assertThatThrownBy(() -> ValueParser.duration("5"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContainingAll("'5'", "5h, 5m or 5s");
        assertThatThrownBy(() -> ValueParser.size("5 quB"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContainingAll("'5 quB'", "195 kB");
        assertThatThrownBy(() -> ValueParser.timestamp("noon"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContainingAll("'noon'", "2026-01-03T07:00");
    }
}
