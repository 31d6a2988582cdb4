// SPDX-License-Identifier: Apache-2.0
package io.lakecheck.cloudwatch;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class AsciiEncoderTest {

    @Test
    void keeps_printable_ascii() {
        assertThat(AsciiEncoder.encode("kpi/100%/a b+c<d>", 1024)).isEqualTo("kpi/100%/a b+c<d>");
    }

    @Test
    void percent_encodes_other_text_and_its_percent_signs() {
        assertThat(AsciiEncoder.encode("größe/100%/\n\u202e😀", 1024))
                .isEqualTo("gr%C3%B6%C3%9Fe/100%25/%0A%E2%80%AE%F0%9F%98%80");
    }

    @Test
    void a_name_that_looks_encoded_stays_unique() {
        assertThat(AsciiEncoder.encodeUnique("größe", 255)).isEqualTo("gr%C3%B6%C3%9Fe");
        assertThat(AsciiEncoder.encodeUnique("gr%C3%B6%C3%9Fe", 255)).isEqualTo("gr%25C3%25B6%25C3%259Fe");
        assertThat(AsciiEncoder.encodeUnique("kpi-daily", 255)).isEqualTo("kpi-daily");
    }

    @Test
    void cuts_long_text_to_a_stable_and_unique_one() {
        String one = AsciiEncoder.encode("a".repeat(2000) + "1", 1024);
        String other = AsciiEncoder.encode("a".repeat(2000) + "2", 1024);

        assertThat(one).hasSize(1024).startsWith("aaaa").isEqualTo(AsciiEncoder.encode("a".repeat(2000) + "1", 1024));
        assertThat(other).hasSize(1024).isNotEqualTo(one);
        assertThat(AsciiEncoder.encode("a".repeat(1024), 1024)).isEqualTo("a".repeat(1024));
    }
}
