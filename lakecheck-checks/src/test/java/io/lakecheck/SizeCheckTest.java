// SPDX-License-Identifier: Apache-2.0
package io.lakecheck;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.lakecheck.lake.MemoryLake;
import io.lakecheck.value.Limits;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;

class SizeCheckTest {

    private static final String FOLDER = "s3://refined/kpi/dt=2026-01-02/";
    private static final Limits SOME = limits(10, 20);

    private final MemoryLake lake = new MemoryLake();

    @Test
    void limits_of_the_total_size_are_inclusive() {
        SizeCheck size = new SizeCheck(SOME, Limits.NONE, Limits.NONE, Severity.FAIL);

        assertThat(judge(size, 9).outcome()).isEqualTo(Outcome.FAILED);
        assertThat(judge(size, 10).outcome()).isEqualTo(Outcome.PASSED);
        assertThat(judge(size, 15, 5).outcome()).isEqualTo(Outcome.PASSED);
        assertThat(judge(size, 15, 6).outcome()).isEqualTo(Outcome.FAILED);
        assertThat(judge(size, 15, 6).text()).contains("21 B in 2 objects", "10 B to 20 B");
    }

    @Test
    void limits_of_the_number_of_objects_are_inclusive() {
        SizeCheck size = new SizeCheck(Limits.NONE, limits(2, 3), Limits.NONE, Severity.FAIL);

        assertThat(judge(size, 1).outcome()).isEqualTo(Outcome.FAILED);
        assertThat(judge(size, 1, 1).outcome()).isEqualTo(Outcome.PASSED);
        assertThat(judge(size, 1, 1, 1).outcome()).isEqualTo(Outcome.PASSED);
        assertThat(judge(size, 1, 1, 1, 1).outcome()).isEqualTo(Outcome.FAILED);
        assertThat(judge(size, 1).text()).contains("1 object", "2 to 3 objects");
    }

    @Test
    void limits_of_every_object_are_inclusive_and_name_the_offender() {
        SizeCheck size = new SizeCheck(Limits.NONE, Limits.NONE, SOME, Severity.FAIL);

        assertThat(judge(size, 10, 20, 15).outcome()).isEqualTo(Outcome.PASSED);
        assertThat(judge(size, 10, 21, 15).text())
                .contains("46 B in 3 objects", "10 B to 20 B per object", "dt=2026-01-02/part-1 has 21 B");
        assertThat(judge(size, 10, 21, 9).text()).contains("dt=2026-01-02/part-2 has 9 B");
        assertThat(judge(size, 10, 21, 9).outcome()).isEqualTo(Outcome.FAILED);
    }

    @Test
    void lists_all_limits() {
        SizeCheck size = new SizeCheck(atLeast(195_000), atMost(3), atMost(1_048_576), Severity.FAIL);

        assertThat(judge(size, 187_249).text())
                .contains(
                        "187.2 kB in 1 object",
                        "at least 195 kB",
                        "at most 3 objects",
                        "at most 1.048576 MB per object");
    }

    @Test
    void rounding_never_reaches_a_limit() {
        assertThat(judge(new SizeCheck(atLeast(195_000), Limits.NONE, Limits.NONE, Severity.FAIL), 194_999)
                        .measured())
                .isEqualTo("194.9 kB in 1 object");
        assertThat(judge(new SizeCheck(atMost(195_000), Limits.NONE, Limits.NONE, Severity.FAIL), 195_001)
                        .measured())
                .isEqualTo("195.1 kB in 1 object");
        assertThat(judge(new SizeCheck(limits(194_950, 195_000), Limits.NONE, Limits.NONE, Severity.FAIL), 194_971)
                        .measured())
                .isEqualTo("194.97 kB in 1 object");
    }

    @Test
    void the_severity_decides_on_a_violated_limit() {
        assertThat(judge(new SizeCheck(atLeast(2), Limits.NONE, Limits.NONE, Severity.WARN), 1)
                        .outcome())
                .isEqualTo(Outcome.WARNED);
    }

    @Test
    void an_absent_partition_violates_every_limit() {
        Verdict verdict = judge(new SizeCheck(atMost(5), Limits.NONE, Limits.NONE, Severity.FAIL));

        assertThat(verdict.outcome()).isEqualTo(Outcome.FAILED);
        assertThat(verdict.text()).contains("0 B in 0 objects", "at least 1 object with data", "absent");
        assertThat(verdict.figures().get(Figure.BYTES)).isZero();
        assertThat(verdict.figures().get(Figure.OBJECTS)).isZero();
    }

    @Test
    void a_marker_is_not_data() {
        lake.put(FOLDER + "_SUCCESS", 7, "2026-01-03T05:00:00Z");

        Verdict verdict =
                Datasets.judge(lake, Datasets.DUE_AT, Datasets.daily(Datasets.marked("_SUCCESS"), Datasets.atLeast(0)));

        assertThat(verdict.outcome()).isEqualTo(Outcome.FAILED);
        assertThat(verdict.text())
                .contains("0 B in 0 objects", "at least 1 object with data", "empty except for its marker");
    }

    @Test
    void empty_objects_count_as_objects_but_are_no_data() {
        assertThat(judge(Datasets.atLeast(0), 0).outcome()).isEqualTo(Outcome.FAILED);
        assertThat(judge(Datasets.atLeast(0), 0, 1).outcome()).isEqualTo(Outcome.PASSED);
        assertThat(judge(Datasets.atLeast(1), 0).text()).contains("0 B in 1 object", "at least 1 B");
    }

    @Test
    void figures_hold_bytes_and_objects() {
        Verdict verdict = judge(Datasets.atLeast(1), 5, 6);

        assertThat(verdict.figures().get(Figure.BYTES)).isEqualByComparingTo("11");
        assertThat(verdict.figures().get(Figure.OBJECTS)).isEqualByComparingTo("2");
    }

    @Test
    @Survives(Hazard.TOO_LARGE)
    void counts_up_to_the_largest_number_of_bytes() {
        lake.put(FOLDER + "a", Long.MAX_VALUE - 1, "2026-01-03T05:00:00Z").put(FOLDER + "b", 1, "2026-01-03T05:00:00Z");

        Verdict verdict = Datasets.judge(lake, Datasets.DUE_AT, Datasets.daily(Datasets.atLeast(1)));

        assertThat(verdict.figures().get(Figure.BYTES)).isEqualByComparingTo("9223372036854775807");
    }

    @Test
    @Survives(Hazard.TOO_LARGE)
    void a_total_that_overflows_is_unknown() {
        lake.put(FOLDER + "a", Long.MAX_VALUE, "2026-01-03T05:00:00Z").put(FOLDER + "b", 1, "2026-01-03T05:00:00Z");

        Verdict verdict = Datasets.judge(lake, Datasets.DUE_AT, Datasets.daily(Datasets.atLeast(1)));

        assertThat(verdict.outcome()).isEqualTo(Outcome.UNKNOWN);
        assertThat(verdict.text()).contains("size overflow");
        assertThat(verdict.figures()).isEmpty();
    }

    @Test
    void rejects_invalid_limits() {
        assertThatThrownBy(() -> new SizeCheck(Limits.NONE, Limits.NONE, Limits.NONE, Severity.FAIL))
                .hasMessage("no limit given. Set at least one, for example min: 1 kB");
        assertThatThrownBy(() -> limits(2, 1)).hasMessage("min must not be greater than max");
        assertThatThrownBy(() -> atLeast(-1)).hasMessage("a limit must not be negative");
        assertThatThrownBy(() -> atMost(-1)).hasMessage("a limit must not be negative");
        assertThat(limits(1, 1).hold(1)).isTrue();
    }

    @Test
    void one_limit_of_any_kind_is_enough() {
        assertThat(new SizeCheck(SOME, Limits.NONE, Limits.NONE, Severity.FAIL)).isNotNull();
        assertThat(new SizeCheck(Limits.NONE, SOME, Limits.NONE, Severity.FAIL)).isNotNull();
        assertThat(new SizeCheck(Limits.NONE, Limits.NONE, SOME, Severity.FAIL)).isNotNull();
    }

    private Verdict judge(SizeCheck size, long... bytes) {
        MemoryLake fresh = new MemoryLake();
        for (int i = 0; i < bytes.length; i++) {
            fresh.put(FOLDER + "part-" + i, bytes[i], "2026-01-03T05:00:00Z");
        }
        return Datasets.judge(fresh, Datasets.DUE_AT, Datasets.daily(size));
    }

    private static Limits limits(long min, long max) {
        return new Limits(OptionalLong.of(min), OptionalLong.of(max));
    }

    private static Limits atLeast(long min) {
        return new Limits(OptionalLong.of(min), OptionalLong.empty());
    }

    private static Limits atMost(long max) {
        return new Limits(OptionalLong.empty(), OptionalLong.of(max));
    }
}
