// SPDX-License-Identifier: Apache-2.0
package io.lakecheck.partition;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MarkerPathTest {

    @ParameterizedTest
    @CsvSource({
        "s3://r/dt={date}/kpi/, ../*.done, s3://r/dt={date}/*.done",
        "s3://r/{yyyy}/{MM}/{dd}/v1/kpi/, ../../_*, s3://r/{yyyy}/{MM}/{dd}/_*",
        "s3://r/kpi/dt={date}/, ../{date}*.done, s3://r/kpi/{date}*.done",
        "s3://r/kpi/dt={date}/, s3://flags/{date}/*.done, s3://flags/{date}/*.done"
    })
    void wildcards_can_follow_the_last_date(String location, String marker, String path) {
        assertThat(MarkerPath.outside(marker, Location.of(location))).hasToString("Optional[" + path + "]");
    }

    @ParameterizedTest
    @CsvSource({
        "s3://r/kpi/dt={date}/, ../*.done",
        "s3://r/dt={date}/kpi/, ../../*/{date}.done",
        "s3://r/kpi/dt={date}/, s3://flags/*/{date}.done"
    })
    void wildcards_must_not_precede_a_date(String location, String marker) {
        assertThatThrownBy(() -> MarkerPath.outside(marker, Location.of(location)))
                .hasMessage("invalid marker '" + marker + "': '*' is only allowed after the last date. Set a path such"
                        + " as ../{date}*.done");
    }
}
