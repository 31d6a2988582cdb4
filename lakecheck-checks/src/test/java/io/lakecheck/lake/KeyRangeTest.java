// SPDX-License-Identifier: Apache-2.0
package io.lakecheck.lake;

import static org.assertj.core.api.Assertions.assertThat;

import io.lakecheck.value.Utf8Order;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class KeyRangeTest {

    @ParameterizedTest
    @CsvSource({
        "kpi_20260129, kpi_20260128.csv, kpi_20260129.csv",
        "kpi_20260130, kpi_20260129.csv, kpi_20260130.csv",
        "dt=2026-01-31/, dt=2026-01-30/part-0, dt=2026-01-31/",
        "kpi_20260131.csv, kpi_20260130.csv, kpi_20260131.csv"
    })
    void a_range_starts_before_the_first_key_and_after_earlier_days(String prefix, String before, String first) {
        String start = KeyRange.startingAt("s3://refined/", "", prefix).after();

        assertThat(Utf8Order.BYTES.compare(before, start)).isNegative();
        assertThat(Utf8Order.BYTES.compare(start, first)).isNegative();
    }
}
