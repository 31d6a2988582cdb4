// SPDX-License-Identifier: Apache-2.0
package io.lakecheck.cloudwatch;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class AsciiTest {

    @Test
    void leaves_printable_ascii_to_the_letter() {
        assertThat(Ascii.of("kpi/100%/a b+c<d>", 1024)).isEqualTo("kpi/100%/a b+c<d>");
    }

    @Test
    void encodes_all_else_as_utf_8_and_percent_signs_with_it() {
        assertThat(Ascii.of("größe/100%/\n\u202e😀", 1024))
                .isEqualTo("gr%C3%B6%C3%9Fe/100%25/%0A%E2%80%AE%F0%9F%98%80");
    }

    @Test
    void a_name_that_looks_encoded_is_not_the_one_that_it_looks_like() {
        assertThat(Ascii.unique("größe", 255)).isEqualTo("gr%C3%B6%C3%9Fe");
        assertThat(Ascii.unique("gr%C3%B6%C3%9Fe", 255)).isEqualTo("gr%25C3%25B6%25C3%259Fe");
        assertThat(Ascii.unique("kpi-daily", 255)).isEqualTo("kpi-daily");
    }

    @Test
    void cuts_what_is_too_long_the_same_way_each_time_and_each_in_its_own() {
        String one = Ascii.of("a".repeat(2000) + "1", 1024);
        String other = Ascii.of("a".repeat(2000) + "2", 1024);

        assertThat(one).hasSize(1024).startsWith("aaaa").isEqualTo(Ascii.of("a".repeat(2000) + "1", 1024));
        assertThat(other).hasSize(1024).isNotEqualTo(one);
        assertThat(Ascii.of("a".repeat(1024), 1024)).isEqualTo("a".repeat(1024));
    }
}
