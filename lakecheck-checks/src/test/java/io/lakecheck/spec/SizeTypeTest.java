// SPDX-License-Identifier: Apache-2.0
package io.lakecheck.spec;

import static org.assertj.core.api.Assertions.assertThat;

import io.lakecheck.value.ByteSize;
import java.util.Random;
import org.junit.jupiter.api.Test;

class SizeTypeTest {

    @Test
    void k_is_a_thousand_and_ki_is_1024() {
        assertThat(SizeType.TYPE.value("195 kB")).isEqualTo(195_000);
        assertThat(SizeType.TYPE.value("1 KiB")).isEqualTo(1024);
        assertThat(SizeType.TYPE.value("1 MB")).isEqualTo(1_000_000);
        assertThat(SizeType.TYPE.value("1 MiB")).isEqualTo(1_048_576);
        assertThat(SizeType.TYPE.value("2 GB")).isEqualTo(2_000_000_000L);
        assertThat(SizeType.TYPE.value("2 GiB")).isEqualTo(2L << 30);
        assertThat(SizeType.TYPE.value("3 TB")).isEqualTo(3_000_000_000_000L);
        assertThat(SizeType.TYPE.value("3 TiB")).isEqualTo(3L << 40);
        assertThat(SizeType.TYPE.value("4 PB")).isEqualTo(4_000_000_000_000_000L);
        assertThat(SizeType.TYPE.value("4 PiB")).isEqualTo(4L << 50);
        assertThat(SizeType.TYPE.value("5 EB")).isEqualTo(5_000_000_000_000_000_000L);
        assertThat(SizeType.TYPE.value("5 EiB")).isEqualTo(5L << 60);
    }

    @Test
    void a_number_without_a_unit_is_bytes() {
        assertThat(SizeType.TYPE.value("0")).isZero();
        assertThat(SizeType.TYPE.value("195000")).isEqualTo(195_000);
        assertThat(SizeType.TYPE.value("17 B")).isEqualTo(17);
    }

    @Test
    void the_space_before_the_unit_may_be_left_out() {
        assertThat(SizeType.TYPE.value("195kB")).isEqualTo(195_000);
    }

    @Test
    void a_fraction_results_in_whole_bytes() {
        assertThat(SizeType.TYPE.value("1.5 GB")).isEqualTo(1_500_000_000);
        assertThat(SizeType.TYPE.value("0.5 KiB")).isEqualTo(512);
        assertThat(SizeType.TYPE.value("1.0")).isEqualTo(1);
        GrammarAssert.rejected(SizeType.TYPE, "1.0005 kB").contains("'1.0005 kB'", "whole number", "Round it");
        GrammarAssert.rejected(SizeType.TYPE, "0.3 B").contains("'0.3 B'", "whole number");
    }

    @Test
    void the_largest_size_is_the_largest_long() {
        assertThat(SizeType.TYPE.value("9223372036854775807")).isEqualTo(Long.MAX_VALUE);
        GrammarAssert.rejected(SizeType.TYPE, "9223372036854775808").contains("too large", "9 EB");
        GrammarAssert.rejected(SizeType.TYPE, "10 EB").contains("too large");
        GrammarAssert.rejected(SizeType.TYPE, "9999999999999999999 EiB").contains("too large");
    }

    @Test
    void near_misses_are_explained() {
        GrammarAssert.rejected(SizeType.TYPE, "195 KB").contains("'KB'", "kB (1000 bytes)", "KiB (1024 bytes)");
        GrammarAssert.rejected(SizeType.TYPE, "5 mb").contains("'mb'", "MB (1000000 bytes)");
        GrammarAssert.rejected(SizeType.TYPE, "5 gib").contains("'gib'", "GiB (1073741824 bytes)");
        GrammarAssert.rejected(SizeType.TYPE, "-5 kB").contains("'-5 kB'", "negative");
        GrammarAssert.rejected(SizeType.TYPE, "195,000").contains("without thousands separators");
        GrammarAssert.rejected(SizeType.TYPE, "1,5 MB").contains("with a decimal point");
        GrammarAssert.rejected(SizeType.TYPE, "195_000").contains("without thousands separators");
        GrammarAssert.rejected(SizeType.TYPE, "a lot").contains("'a lot'", "195 kB");
    }

    @Test
    void a_size_survives_printing_and_parsing() {
        Random random = new Random(20260102);
        for (int i = 0; i < 10_000; i++) {
            long bytes = random.nextLong() >>> random.nextInt(1, 64);

            assertThat(SizeType.TYPE.value(new ByteSize(bytes).exact())).isEqualTo(bytes);
        }
    }
}
