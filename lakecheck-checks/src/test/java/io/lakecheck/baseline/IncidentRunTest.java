// SPDX-License-Identifier: Apache-2.0
package io.lakecheck.baseline;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class IncidentRunTest {

    @Test
    void three_days_on_one_side_are_an_incident() {
        IncidentRun two = IncidentRun.NONE.with(4, -1).with(6, -1);

        assertThat(two.isIncident()).isFalse();
        assertThat(two.with(7, -1).isIncident()).isTrue();
        assertThat(two.with(7, -1).first()).isEqualTo(4);
        assertThat(two.with(7, -1).last(2)).containsExactly(6, 7);
    }

    @Test
    void a_day_on_the_other_side_starts_a_new_run() {
        assertThat(IncidentRun.NONE.with(4, -1).with(5, 1)).isEqualTo(new IncidentRun(1, List.of(5)));
    }

    @Test
    void a_run_that_spans_a_week_is_long() {
        assertThat(IncidentRun.NONE.isLong()).isFalse();
        assertThat(IncidentRun.NONE.with(1, 1).with(6, 1).isLong()).isFalse();
        assertThat(IncidentRun.NONE.with(1, 1).with(7, 1).isLong()).isTrue();
    }
}
