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
    void a_bare_number_is_bytes() {
        assertThat(SizeType.TYPE.value("0")).isZero();
        assertThat(SizeType.TYPE.value("195000")).isEqualTo(195_000);
        assertThat(SizeType.TYPE.value("17 B")).isEqualTo(17);
    }

    @Test
    void the_space_before_the_unit_may_be_left_out() {
        assertThat(SizeType.TYPE.value("195kB")).isEqualTo(195_000);
    }

    @Test
    void fractions_come_to_whole_bytes() {
        assertThat(SizeType.TYPE.value("1.5 GB")).isEqualTo(1_500_000_000);
        assertThat(SizeType.TYPE.value("0.5 KiB")).isEqualTo(512);
        assertThat(SizeType.TYPE.value("1.0")).isEqualTo(1);
        Reads.refused(SizeType.TYPE, "1.0005 kB")
                .isEqualTo("'1.0005 kB' comes to a fraction of a byte; write it in a smaller unit");
        Reads.refused(SizeType.TYPE, "0.3 B").startsWith("'0.3 B' comes to a fraction of a byte");
    }

    @Test
    void the_most_is_what_a_long_holds() {
        assertThat(SizeType.TYPE.value("9223372036854775807")).isEqualTo(Long.MAX_VALUE);
        Reads.refused(SizeType.TYPE, "9223372036854775808").contains("is more than there can be; write at most 9 EB");
        Reads.refused(SizeType.TYPE, "10 EB").contains("is more than there can be");
        Reads.refused(SizeType.TYPE, "9999999999999999999 EiB").contains("is more than there can be");
    }

    @Test
    void what_is_nearly_a_size_is_told_how_to_become_one() {
        Reads.refused(SizeType.TYPE, "195 KB").endsWith("is no size; write kB (1000 bytes), or KiB (1024 bytes)");
        Reads.refused(SizeType.TYPE, "5 mb").endsWith("; write MB (1000000 bytes)");
        Reads.refused(SizeType.TYPE, "5 gib").endsWith("; write GiB (1073741824 bytes)");
        Reads.refused(SizeType.TYPE, "-5 kB").endsWith("; a size is never negative");
        Reads.refused(SizeType.TYPE, "195,000").contains("without separators");
        Reads.refused(SizeType.TYPE, "1,5 MB").contains("with a point before its fraction");
        Reads.refused(SizeType.TYPE, "195_000").contains("without separators");
        Reads.refused(SizeType.TYPE, "a lot")
                .isEqualTo("'a lot' is no size; write a size such as 195 kB, 1.5 GB, 1 MiB or a bare number of bytes");
    }

    @Test
    void what_a_size_prints_as_it_is_read_as() {
        Random random = new Random(20260102);
        for (int i = 0; i < 10_000; i++) {
            long bytes = random.nextLong() >>> random.nextInt(1, 64);

            assertThat(SizeType.TYPE.value(new ByteSize(bytes).exact())).isEqualTo(bytes);
        }
    }
}
