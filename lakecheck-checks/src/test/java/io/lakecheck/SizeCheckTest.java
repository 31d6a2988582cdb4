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
    void total_bytes_may_be_as_few_as_the_least_and_as_many_as_the_most() {
        SizeCheck size = new SizeCheck(SOME, Limits.NONE, Limits.NONE, Severity.FAIL);

        assertThat(judge(size, 9).outcome()).isEqualTo(Outcome.FAILED);
        assertThat(judge(size, 10).outcome()).isEqualTo(Outcome.PASSED);
        assertThat(judge(size, 15, 5).outcome()).isEqualTo(Outcome.PASSED);
        assertThat(judge(size, 15, 6).outcome()).isEqualTo(Outcome.FAILED);
        assertThat(judge(size, 15, 6).text()).isEqualTo("21 B in 2 objects, 10 B to 20 B");
    }

    @Test
    void objects_may_be_as_few_as_the_least_and_as_many_as_the_most() {
        SizeCheck size = new SizeCheck(Limits.NONE, limits(2, 3), Limits.NONE, Severity.FAIL);

        assertThat(judge(size, 1).outcome()).isEqualTo(Outcome.FAILED);
        assertThat(judge(size, 1, 1).outcome()).isEqualTo(Outcome.PASSED);
        assertThat(judge(size, 1, 1, 1).outcome()).isEqualTo(Outcome.PASSED);
        assertThat(judge(size, 1, 1, 1, 1).outcome()).isEqualTo(Outcome.FAILED);
        assertThat(judge(size, 1).text()).isEqualTo("1 B in 1 object, 2 to 3 objects");
    }

    @Test
    void each_object_may_be_as_small_as_the_least_and_as_large_as_the_most() {
        SizeCheck size = new SizeCheck(Limits.NONE, Limits.NONE, SOME, Severity.FAIL);

        assertThat(judge(size, 10, 20, 15).outcome()).isEqualTo(Outcome.PASSED);
        assertThat(judge(size, 10, 21, 15).text())
                .isEqualTo("46 B in 3 objects, each 10 B to 20 B; dt=2026-01-02/part-1 has 21 B");
        assertThat(judge(size, 10, 21, 9).text())
                .isEqualTo("40 B in 3 objects, each 10 B to 20 B; dt=2026-01-02/part-2 has 9 B");
        assertThat(judge(size, 10, 21, 9).outcome()).isEqualTo(Outcome.FAILED);
    }

    @Test
    void says_all_its_limits_at_once() {
        SizeCheck size = new SizeCheck(atLeast(195_000), atMost(3), atMost(1_048_576), Severity.FAIL);

        assertThat(judge(size, 187_249).text())
                .isEqualTo("187.2 kB in 1 object, at least 195 kB, at most 3 objects, each at most 1.048576 MB");
    }

    @Test
    void a_limit_is_never_met_by_rounding() {
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
    void counts_as_its_severity_says() {
        assertThat(judge(new SizeCheck(atLeast(2), Limits.NONE, Limits.NONE, Severity.WARN), 1)
                        .outcome())
                .isEqualTo(Outcome.WARNED);
    }

    @Test
    void an_absent_partition_has_no_bytes_and_breaks_every_limit() {
        Verdict verdict = judge(new SizeCheck(atMost(5), Limits.NONE, Limits.NONE, Severity.FAIL));

        assertThat(verdict.outcome()).isEqualTo(Outcome.FAILED);
        assertThat(verdict.text()).isEqualTo("0 B in 0 objects, at most 5 B; the partition is not there");
        assertThat(verdict.figures().get(Figure.BYTES)).isZero();
        assertThat(verdict.figures().get(Figure.OBJECTS)).isZero();
    }

    @Test
    void a_marker_alone_is_no_data() {
        lake.put(FOLDER + "_SUCCESS", 7, "2026-01-03T05:00:00Z");

        Verdict verdict =
                Datasets.judge(lake, Datasets.DUE_AT, Datasets.daily(Datasets.marked("_SUCCESS"), Datasets.atLeast(0)));

        assertThat(verdict.outcome()).isEqualTo(Outcome.FAILED);
        assertThat(verdict.text()).isEqualTo("0 B in 0 objects, at least 0 B; only its marker is there, no data");
    }

    @Test
    void objects_of_no_bytes_are_there() {
        assertThat(judge(Datasets.atLeast(0), 0).outcome()).isEqualTo(Outcome.PASSED);
        assertThat(judge(Datasets.atLeast(1), 0).text()).isEqualTo("0 B in 1 object, at least 1 B");
    }

    @Test
    void tells_machines_what_it_counted() {
        Verdict verdict = judge(Datasets.atLeast(1), 5, 6);

        assertThat(verdict.figures().get(Figure.BYTES)).isEqualByComparingTo("11");
        assertThat(verdict.figures().get(Figure.OBJECTS)).isEqualByComparingTo("2");
    }

    @Test
    @Survives(Hazard.TOO_LARGE)
    void counts_up_to_the_last_byte_that_a_number_holds() {
        lake.put(FOLDER + "a", Long.MAX_VALUE - 1, "2026-01-03T05:00:00Z").put(FOLDER + "b", 1, "2026-01-03T05:00:00Z");

        Verdict verdict = Datasets.judge(lake, Datasets.DUE_AT, Datasets.daily(Datasets.atLeast(1)));

        assertThat(verdict.figures().get(Figure.BYTES)).isEqualByComparingTo("9223372036854775807");
    }

    @Test
    @Survives(Hazard.TOO_LARGE)
    void a_sum_past_what_a_number_holds_is_unknown() {
        lake.put(FOLDER + "a", Long.MAX_VALUE, "2026-01-03T05:00:00Z").put(FOLDER + "b", 1, "2026-01-03T05:00:00Z");

        Verdict verdict = Datasets.judge(lake, Datasets.DUE_AT, Datasets.daily(Datasets.atLeast(1)));

        assertThat(verdict.outcome()).isEqualTo(Outcome.UNKNOWN);
        assertThat(verdict.text()).contains("could not look (overflow)", "add up to more than 2^63 - 1 bytes");
        assertThat(verdict.figures()).isEmpty();
    }

    @Test
    void refuses_limits_that_make_no_sense() {
        assertThatThrownBy(() -> new SizeCheck(Limits.NONE, Limits.NONE, Limits.NONE, Severity.FAIL))
                .hasMessage("no limit is given; write for instance min: 1 kB");
        assertThatThrownBy(() -> limits(2, 1)).hasMessage("min is more than max");
        assertThatThrownBy(() -> atLeast(-1)).hasMessage("a limit is never negative");
        assertThatThrownBy(() -> atMost(-1)).hasMessage("a limit is never negative");
        assertThat(limits(1, 1).hold(1)).isTrue();
    }

    @Test
    void each_of_its_limits_is_limit_enough() {
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
