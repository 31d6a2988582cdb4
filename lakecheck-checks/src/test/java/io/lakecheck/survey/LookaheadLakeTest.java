// SPDX-License-Identifier: Apache-2.0
package io.lakecheck.survey;

import static org.assertj.core.api.Assertions.assertThat;

import io.lakecheck.Datasets;
import io.lakecheck.Hazard;
import io.lakecheck.Outcome;
import io.lakecheck.Report;
import io.lakecheck.Suite;
import io.lakecheck.Survives;
import io.lakecheck.lake.KeyRange;
import io.lakecheck.lake.Lake;
import io.lakecheck.lake.LakeException;
import io.lakecheck.lake.LakeException.Reason;
import io.lakecheck.lake.MemoryLake;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class LookaheadLakeTest {

    private static final String ROOT = "s3://refined/kpi/";
    private static final String DAY = "dt=2026-01-02/";

    private final MemoryLake memory = new MemoryLake(10);

    @ParameterizedTest
    @CsvSource({"1, 1", "9, 1", "11, 2", "20, 2", "21, 3", "40, 4"})
    void what_follows_takes_no_additional_request(int objects, int requests) {
        fill(objects);
        memory.put(ROOT + "dt=2026-03-15/part-0", 1, "2026-01-03T01:00:00Z");

        Report report = run(memory, objects);

        assertThat(report.traffic().requests()).isEqualTo(requests);
        assertThat(report.traffic().objects()).isEqualTo(objects);
        assertThat(report.findings().get(0).verdict().text().contains("data in the future: dt=2026-03-15"))
                .isEqualTo(requests == 1);
    }

    @Test
    void keys_that_are_in_no_partition_end_the_listing() {
        fill(3);
        IntStream.range(0, 50).forEach(i -> memory.put(ROOT + "dt=later/part-" + (100 + i), 1, "2026-01-03T00:30:00Z"));

        assertThat(run(memory, 3).traffic().requests()).isEqualTo(1);
    }

    @Test
    void a_full_page_is_enough_if_nothing_follows() {
        fill(10);

        assertThat(run(memory, 10).traffic().requests()).isEqualTo(1);
    }

    @ParameterizedTest
    @EnumSource(
            value = Reason.class,
            names = {"DENIED", "PROTOCOL", "UNREADABLE"})
    void a_partition_is_listed_alone_if_its_neighbors_cannot_be_listed(Reason reason) {
        fill(3);
        List<KeyRange> ranges = new ArrayList<>();
        Lake strict = (range, visitor) -> {
            ranges.add(range);
            if (!range.prefix().equals(DAY)) {
                throw new LakeException(reason, "only one prefix can be listed");
            }
            memory.list(range, visitor);
        };

        assertThat(run(strict, 3).outcome()).isEqualTo(Outcome.PASSED);
        assertThat(ranges).containsExactly(new KeyRange(ROOT, "dt=", "dt=2026-01-02"), KeyRange.of(ROOT, DAY));
    }

    @ParameterizedTest
    @CsvSource({"25, 0", "25, 7", "25, 15", "10, 5"})
    @Survives(Hazard.NO_RANGES)
    void a_partition_is_listed_alone_if_start_keys_are_ignored(int objects, int earlier) {
        fill(objects);
        IntStream.range(0, earlier)
                .forEach(i -> memory.put(ROOT + "dt=2026-01-01/part-" + i, 1, "2026-01-02T00:30:00Z"));

        Report report =
                run((range, visitor) -> memory.list(KeyRange.of(range.root(), range.prefix()), visitor), objects);

        assertThat(report.outcome()).isEqualTo(Outcome.PASSED);
        assertThat(report.traffic().requests()).isLessThanOrEqualTo(2 + (objects + 9) / 10);
    }

    @Test
    @Survives(Hazard.NO_RANGES)
    void keys_with_percent_signs_are_never_start_keys() {
        List<KeyRange> ranges = new ArrayList<>();
        IntStream.range(0, 25).forEach(i -> memory.put(ROOT + DAY + "a%2Fb-" + (100 + i), 1, "2026-01-03T00:30:00Z"));

        Report report = run(
                (range, visitor) -> {
                    ranges.add(range);
                    memory.list(range, visitor);
                },
                25);

        assertThat(report.outcome()).isEqualTo(Outcome.PASSED);
        assertThat(ranges).containsExactly(new KeyRange(ROOT, "dt=", "dt=2026-01-02"));
        assertThat(report.traffic().requests()).isEqualTo(3);
    }

    @Test
    void a_lake_that_is_not_sorted_is_not_read_ahead() {
        fill(3);
        Lake unsorted = new Lake() {

            @Override
            public void list(KeyRange range, Visitor visitor) {
                memory.list(range, visitor);
            }

            @Override
            public boolean isSorted(String root) {
                return false;
            }
        };

        assertThat(run(unsorted, 3).outcome()).isEqualTo(Outcome.PASSED);
        assertThat(memory.listedRanges()).containsExactly(KeyRange.of(ROOT, DAY));
    }

    private void fill(int objects) {
        IntStream.range(0, objects)
                .forEach(i -> memory.put(ROOT + DAY + "part-" + (100 + i), 1, "2026-01-03T00:30:00Z"));
    }

    /** Checks that the partition of 2026-01-02 contains as many bytes as there should be objects. */
    private static Report run(Lake lake, int objects) {
        return Lakecheck.on(lake)
                .at(Datasets.clock(Datasets.DUE_AT))
                .run(Suite.of(Datasets.daily(Datasets.atLeast(objects))));
    }
}
