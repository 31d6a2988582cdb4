// SPDX-License-Identifier: Apache-2.0
package io.lakecheck.baseline;

import static org.assertj.core.api.Assertions.assertThat;

import io.lakecheck.DeltaCheck;
import io.lakecheck.Outcome;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Tests the baseline {@code usual} after an outage that came before there was enough history to detect it. */
class EarlyOutageTest {

    private static final LocalDate DAY_0 = LocalDate.parse("2025-01-06");

    private static final int LAST = 70;

    @ParameterizedTest
    @CsvSource({"5, 3", "5, 20", "5, 500", "3, 0.01", "2, 3"})
    void a_good_day_passes_and_a_halved_or_doubled_one_fails(int length, double percent) {
        for (int start = 0; start < 40; start += 4) {
            List<Integer> days = IntStream.rangeClosed(start + length, LAST)
                    .filter(day -> day % 3 == 0)
                    .boxed()
                    .toList();
            int first = start;

            assertThat(days)
                    .filteredOn(day -> verdict(first, length, percent, day, 100) == Outcome.PASSED)
                    .hasSizeGreaterThan(8)
                    .allMatch(day -> verdict(first, length, percent, day, 50) == Outcome.FAILED)
                    .allMatch(day -> verdict(first, length, percent, day, 200) == Outcome.FAILED);
            assertThat(days)
                    .filteredOn(day -> verdict(first, length, percent, day, 100) == Outcome.FAILED)
                    .isEmpty();
        }
    }

    @ParameterizedTest
    @CsvSource({"0", "6", "12", "18", "22", "30", "36"})
    void ten_bad_days_do_not_hide_a_halved_day(int start) {
        assertThat(verdict(start, 10, 3, LAST, 100)).isEqualTo(Outcome.PASSED);
        assertThat(verdict(start, 10, 3, LAST, 50)).isEqualTo(Outcome.FAILED);
    }

    /** Returns the outcome on a day of the given size, in percent of what is usual. */
    private static Outcome verdict(int start, int length, double percent, int checked, int size) {
        return DeltaCheck.DEFAULT
                .verdict(MadeUpHistory.daily(DAY_0, checked, day -> {
                            long bytes = UsualVectors.RHYTHM.bytes(day);
                            boolean isOutage = day >= start && day < start + length;
                            return day == checked
                                    ? bytes * size / 100
                                    : isOutage ? (long) (bytes * percent / 100) : bytes;
                        })
                        .at(DAY_0.plusDays(checked)))
                .outcome();
    }
}
