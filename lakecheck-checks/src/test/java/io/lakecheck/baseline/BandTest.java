// SPDX-License-Identifier: Apache-2.0
package io.lakecheck.baseline;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import org.junit.jupiter.api.Test;

class BandTest {

    @Test
    void whole_numbers_that_can_be_read_are_not_rounded_outwards() {
        Band three = Band.around(Math.log(3), Math.log(1.0609));
        Band ten = Band.around(Math.log(10), Math.log(1.0609));
        Band between = Band.around(Math.log(2.5), Math.log(1.0609));

        assertThat(three.text(Volume.OBJECTS)).isEqualTo("3 objects");
        assertThat(ten.text(Volume.OBJECTS)).isEqualTo("10 objects");
        assertThat(between.text(Volume.OBJECTS)).isEqualTo("2 to 3 objects");
        assertThat(Band.around(Math.log(1), Math.log(1.0609)).text(Volume.OBJECTS))
                .isEqualTo("1 object");
        assertThat(Band.around(Math.log(999), Math.log(1.0609)).highest()).isEqualByComparingTo("1060");
    }

    @Test
    void reaches_as_far_down_as_up_in_logarithms() {
        Band band = Band.around(Math.log(1000), Math.log(2.001));

        assertThat(band.lowest()).isEqualByComparingTo("500");
        assertThat(band.highest()).isEqualByComparingTo("2010");
    }

    @Test
    void is_rounded_outwards_to_three_digits() {
        Band band = Band.around(Math.log(275_000_000), Math.log(1.0609));

        assertThat(band.lowest()).as("259 213 875").isEqualByComparingTo("259000000");
        assertThat(band.highest()).as("291 747 500").isEqualByComparingTo("292000000");
    }

    @Test
    void is_told_with_one_unit_where_both_ends_have_it() {
        assertThat(new Band(BigDecimal.valueOf(240_000_000), BigDecimal.valueOf(310_000_000)).text(Volume.BYTES))
                .isEqualTo("240 to 310 MB");
        assertThat(new Band(BigDecimal.valueOf(942_000), BigDecimal.valueOf(1_070_000)).text(Volume.BYTES))
                .isEqualTo("942 kB to 1.07 MB");
        assertThat(new Band(BigDecimal.valueOf(9), BigDecimal.valueOf(11)).text(Volume.OBJECTS))
                .isEqualTo("9 to 11 objects");
        assertThat(new Band(BigDecimal.ONE, BigDecimal.valueOf(2)).text(Volume.OBJECTS))
                .isEqualTo("1 object to 2 objects");
    }

    @Test
    void an_amount_beside_it_is_never_rounded_onto_it() {
        Band band = new Band(BigDecimal.valueOf(240_000_000), BigDecimal.valueOf(310_000_000));

        assertThat(band.beside(Volume.BYTES, 239_999_999)).isEqualTo("239.9 MB");
        assertThat(band.beside(Volume.BYTES, 310_000_001)).isEqualTo("310.1 MB");
        assertThat(band.beside(Volume.BYTES, 275_000_000)).isEqualTo("275 MB");
        assertThat(band.beside(Volume.OBJECTS, 1)).isEqualTo("1 object");
    }

    @Test
    void what_no_lake_can_hold_is_cut_to_what_can_be_counted() {
        assertThat(Band.around(Math.log(1e18), 50).highest()).isEqualByComparingTo(BigDecimal.valueOf(Long.MAX_VALUE));
    }
}
