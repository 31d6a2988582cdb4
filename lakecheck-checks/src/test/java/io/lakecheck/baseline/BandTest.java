// SPDX-License-Identifier: Apache-2.0
package io.lakecheck.baseline;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class BandTest {

    @Test
    void ends_are_shown_rounded_outwards_to_three_digits() {
        assertThat(band(350_626_547, 447_281_328).text(Volume.BYTES, 400_000_000))
                .isEqualTo("350 to 448 MB");
        assertThat(band(999_999, 1_234_567).text(Volume.BYTES, 1_000_000)).isEqualTo("999 kB to 1.24 MB");
    }

    @Test
    void ends_are_shown_with_as_many_digits_as_the_size_needs() {
        assertThat(band(350_626_547, 447_281_328).text(Volume.BYTES, 350_600_000))
                .isEqualTo("350.62 to 447.29 MB");
        assertThat(band(350_626_547, 447_281_328).measured(Volume.BYTES, 350_600_000))
                .isEqualTo("350.6 MB");
    }

    @Test
    void few_objects_are_shown_exactly() {
        assertThat(new Band(Math.log(2.83), Math.log(3.18)).text(Volume.OBJECTS, 3))
                .isEqualTo("3 objects");
        assertThat(new Band(Math.log(2.83), Math.log(4.18)).text(Volume.OBJECTS, 3))
                .isEqualTo("3 to 4 objects");
        assertThat(new Band(Math.log(2.83), Math.log(3.18)).measured(Volume.OBJECTS, 1))
                .isEqualTo("1 object");
    }

    @Test
    void sizes_are_compared_exactly() {
        Band band = new Band(Math.log(1_000_000.4), Math.log(2_000_000.4));

        assertThat(band.holds(1_000_000)).isFalse();
        assertThat(band.holds(1_000_001)).isTrue();
        assertThat(band.holds(2_000_000)).isTrue();
        assertThat(band.isAbove(2_000_001)).isTrue();
        assertThat(band.isBelow(0)).isTrue();
        assertThat(band.lowest()).isEqualByComparingTo("1000000");
        assertThat(band.highest()).isEqualByComparingTo("2000000");
    }

    private static Band band(double low, double high) {
        return new Band(Math.log(low), Math.log(high));
    }
}
