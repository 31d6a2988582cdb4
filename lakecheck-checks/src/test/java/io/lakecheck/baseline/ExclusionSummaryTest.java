// SPDX-License-Identifier: Apache-2.0
package io.lakecheck.baseline;

import static org.assertj.core.api.Assertions.assertThat;

import io.lakecheck.Datasets;
import io.lakecheck.DeltaCheck;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class ExclusionSummaryTest {

    private final TestHistory past = TestHistory.daily("2026-01-05").steady(3, 1000);

    @Test
    void says_nothing_where_nothing_was_left_out() {
        assertThat(ExclusionSummary.text(List.of(seen(1), seen(2)), "day")).isEmpty();
    }

    @Test
    void names_what_was_looked_at() {
        assertThat(ExclusionSummary.text(List.of(seen(1), seen(4)), "day"))
                .isEqualTo("left out dt=2026-01-01 (absent)");
    }

    @Test
    void counts_what_the_calendar_passes_over_by_reason() {
        assertThat(ExclusionSummary.text(
                        List.of(
                                passedOver(1, Exclusion.OUTSIDE_CALENDAR),
                                passedOver(2, Exclusion.EXCEPTED),
                                passedOver(8, Exclusion.OUTSIDE_CALENDAR)),
                        "day"))
                .isEqualTo("left out 2 days outside the calendar, 1 day excepted");
    }

    @Test
    void weekends_never_hide_the_day_that_was_absent() {
        List<HistoryEntry> considered = Stream.concat(
                        IntStream.rangeClosed(10, 40).mapToObj(back -> passedOver(back, Exclusion.OUTSIDE_CALENDAR)),
                        Stream.of(seen(5)))
                .toList();

        assertThat(ExclusionSummary.text(considered, "day"))
                .isEqualTo("left out dt=2025-12-31 (absent), 31 days outside the calendar");
    }

    private HistoryEntry seen(int back) {
        return past.evidence()
                .entry(Datasets.daily(DeltaCheck.DEFAULT).location().at(past.back(back)), Volume.BYTES);
    }

    private HistoryEntry passedOver(int back, Exclusion reason) {
        return new HistoryEntry(
                Datasets.daily(DeltaCheck.DEFAULT).location().at(past.back(back)),
                Optional.empty(),
                Optional.of(reason));
    }
}
