// SPDX-License-Identifier: Apache-2.0
package io.lakecheck;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class LeftOutTest {

    private final Past past = Past.daily("2026-01-05").steady(3, 1000);

    @Test
    void says_nothing_where_nothing_was_left_out() {
        assertThat(LeftOut.text(List.of(seen(1), seen(2)), "day")).isEmpty();
    }

    @Test
    void names_what_was_looked_at() {
        assertThat(LeftOut.text(List.of(seen(1), seen(4)), "day")).isEqualTo("left out dt=2026-01-01 (absent)");
    }

    @Test
    void counts_what_the_calendar_passes_over_by_reason() {
        assertThat(LeftOut.text(
                        List.of(
                                passedOver(1, "outside the calendar"),
                                passedOver(2, "excepted"),
                                passedOver(8, "outside the calendar")),
                        "day"))
                .isEqualTo("left out 2 days outside the calendar, 1 day excepted");
    }

    @Test
    void weekends_never_hide_the_day_that_was_absent() {
        List<Precedent> considered = Stream.concat(
                        IntStream.rangeClosed(10, 40).mapToObj(back -> passedOver(back, "outside the calendar")),
                        Stream.of(seen(5)))
                .toList();

        assertThat(LeftOut.text(considered, "day"))
                .isEqualTo("left out dt=2025-12-31 (absent), 31 days outside the calendar");
    }

    private Precedent seen(int back) {
        return Precedent.of(
                past.evidence(), Datasets.daily(Delta.DEFAULT).location().at(past.back(back)), Volume.BYTES);
    }

    private Precedent passedOver(int back, String reason) {
        return new Precedent(
                Datasets.daily(Delta.DEFAULT).location().at(past.back(back)), Optional.empty(), Optional.of(reason));
    }
}
