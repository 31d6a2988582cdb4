// SPDX-License-Identifier: Apache-2.0
package io.lakecheck;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.lakecheck.baseline.SampleBaseline;
import io.lakecheck.baseline.SeasonalBaseline;
import io.lakecheck.baseline.Statistic;
import io.lakecheck.baseline.Tolerance;
import io.lakecheck.baseline.Volume;
import io.lakecheck.lake.KeyRange;
import io.lakecheck.lake.Lake;
import io.lakecheck.lake.LakeException;
import io.lakecheck.lake.LakeException.Reason;
import io.lakecheck.lake.MemoryLake;
import io.lakecheck.partition.Calendar;
import io.lakecheck.partition.Rhythm;
import io.lakecheck.value.Limits;
import io.lakecheck.value.Percentage;
import java.math.BigDecimal;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.Set;
import org.junit.jupiter.api.Test;

public class DeltaCheckTest {

    private static final String WRITTEN = "2026-01-03T05:00:00Z";
    private static final DeltaCheck THIRD_OR_DOUBLE = delta("30", "100");

    private final MemoryLake lake = new MemoryLake();

    @Test
    void limits_are_inclusive_to_the_byte() {
        day("01", 1000);

        assertThat(judged(THIRD_OR_DOUBLE, 700).outcome()).isEqualTo(Outcome.PASSED);
        assertThat(judged(THIRD_OR_DOUBLE, 699).outcome()).isEqualTo(Outcome.FAILED);
        assertThat(judged(THIRD_OR_DOUBLE, 2000).outcome()).isEqualTo(Outcome.PASSED);
        assertThat(judged(THIRD_OR_DOUBLE, 2001).outcome()).isEqualTo(Outcome.FAILED);
        assertThat(judged(THIRD_OR_DOUBLE, 1000).outcome()).isEqualTo(Outcome.PASSED);
    }

    @Test
    void shows_change_volumes_limits_and_baseline() {
        day("01", 361_000);

        assertThat(judged(THIRD_OR_DOUBLE, 187_200).text())
                .contains(
                        "-48.1 %",
                        "187.2 kB compared with 361 kB", "expected -30 % to +100 %", "previous: dt=2026-01-01");
        assertThat(judged(THIRD_OR_DOUBLE, 361_000).text()).startsWith("0 % (361 kB compared with 361 kB)");
        assertThat(judged(THIRD_OR_DOUBLE, 722_000).text()).startsWith("+100 % (722 kB compared with 361 kB)");
    }

    @Test
    void figures_hold_baseline_change_and_limits() {
        day("01", 1000);

        Verdict verdict = judged(THIRD_OR_DOUBLE, 750);

        assertThat(figure(verdict, Figure.BASELINE)).isEqualByComparingTo("1000");
        assertThat(figure(verdict, Figure.CHANGE)).isEqualByComparingTo("-250");
        assertThat(figure(verdict, Figure.CHANGE_PERCENT)).isEqualByComparingTo("-25");
        assertThat(figure(verdict, Figure.LOWEST)).isEqualByComparingTo("700");
        assertThat(figure(verdict, Figure.HIGHEST)).isEqualByComparingTo("2000");
        assertThat(judged(delta("30", ""), 750).figures()).doesNotContainKey(Figure.HIGHEST);
        assertThat(figure(judged(delta("", "30"), 750), Figure.LOWEST)).isZero();
    }

    @Test
    void the_figure_of_a_percentage_has_at_most_twelve_decimals() {
        day("01", 3);

        assertThat(figure(judged(THIRD_OR_DOUBLE, 1), Figure.CHANGE_PERCENT))
                .isEqualTo(new BigDecimal("-66.666666666667"));
    }

    @Test
    void any_drop_or_rise_is_allowed_without_its_limit() {
        day("01", 1000);

        assertThat(judged(delta("", "10"), 1).outcome()).isEqualTo(Outcome.PASSED);
        assertThat(judged(delta("", "10"), 1).expected()).isEqualTo("at most +10 %");
        assertThat(judged(delta("", "10"), 1101).outcome()).isEqualTo(Outcome.FAILED);
        assertThat(judged(delta("10", ""), Long.MAX_VALUE).outcome()).isEqualTo(Outcome.PASSED);
        assertThat(judged(delta("10", ""), 1).expected()).isEqualTo("at least -10 %");
        assertThat(judged(delta("10", ""), 899).outcome()).isEqualTo(Outcome.FAILED);
    }

    @Test
    void limits_may_have_fractions_of_a_percent() {
        day("01", 1000);

        assertThat(judged(delta("0.1", ""), 999).outcome()).isEqualTo(Outcome.PASSED);
        assertThat(judged(delta("0.1", ""), 998).outcome()).isEqualTo(Outcome.FAILED);
        assertThat(judged(delta("0", ""), 999).outcome()).isEqualTo(Outcome.FAILED);
        assertThat(judged(delta("0", "0"), 1000).outcome()).isEqualTo(Outcome.PASSED);
    }

    @Test
    void a_petabyte_is_compared_to_the_byte() {
        day("01", 1_000_000_000_000_000L);

        assertThat(judged(THIRD_OR_DOUBLE, 700_000_000_000_000L).outcome()).isEqualTo(Outcome.PASSED);
        assertThat(judged(THIRD_OR_DOUBLE, 699_999_999_999_999L).outcome()).isEqualTo(Outcome.FAILED);
        assertThat(judged(THIRD_OR_DOUBLE, 699_999_999_999_999L).measured()).startsWith("-30.1 %");
    }

    @Test
    void the_severity_decides_on_a_violated_limit() {
        day("01", 1000);
        DeltaCheck soft = delta("30", "", Volume.BYTES, 0, 1, OptionalInt.empty(), Severity.WARN);

        assertThat(judged(soft, 1).outcome()).isEqualTo(Outcome.WARNED);
    }

    @Test
    void compares_the_number_of_objects() {
        day("01", 1, 1, 1, 1);
        DeltaCheck objects = delta("25", "", Volume.OBJECTS, 0, 1, OptionalInt.empty(), Severity.FAIL);

        assertThat(judged(objects, 1, 1, 1).outcome()).isEqualTo(Outcome.PASSED);
        assertThat(judged(objects, 500, 500).outcome()).isEqualTo(Outcome.FAILED);
        assertThat(judged(objects, 1).measured()).isEqualTo("-75 % (1 object compared with 4 objects)");
    }

    @Test
    void changes_below_at_least_pass_with_a_reason() {
        day("01", 1000);
        DeltaCheck atLeast = delta("30", "100", Volume.BYTES, 500, 1, OptionalInt.empty(), Severity.FAIL);

        assertThat(judged(atLeast, 501).outcome()).isEqualTo(Outcome.PASSED);
        assertThat(judged(atLeast, 501).reason()).contains("changes under 500 B are ignored");
        assertThat(judged(atLeast, 500).outcome()).as("exactly so much counts").isEqualTo(Outcome.FAILED);
        assertThat(judged(atLeast, 900).reason())
                .as("it is within the limits anyway")
                .doesNotContain("ignored");
    }

    @Test
    void at_least_does_not_apply_to_an_empty_partition() {
        day("01", 100);
        DeltaCheck atLeast = delta("30", "100", Volume.BYTES, 500, 1, OptionalInt.empty(), Severity.FAIL);

        assertThat(judged(atLeast).outcome()).isEqualTo(Outcome.FAILED);
    }

    @Test
    void an_absent_partition_is_a_drop_of_100_percent() {
        day("01", 1000);

        Verdict verdict = judged(THIRD_OR_DOUBLE);

        assertThat(verdict.outcome()).isEqualTo(Outcome.FAILED);
        assertThat(verdict.text()).startsWith("-100 % ").contains("absent");
        assertThat(figure(verdict, Figure.CHANGE_PERCENT)).isEqualByComparingTo("-100");
    }

    @Test
    void an_absent_partition_fails_even_if_any_drop_is_allowed() {
        assertThat(judged(delta("", "10")).outcome()).isEqualTo(Outcome.FAILED);
        assertThat(judged(delta("", "10")).text()).startsWith("-100 %").contains("absent");
        day("01", 1000);
        assertThat(judged(delta("", "10")).outcome()).isEqualTo(Outcome.FAILED);
        assertThat(judged(delta("100", "10")).outcome()).isEqualTo(Outcome.FAILED);
    }

    @Test
    void a_partition_with_only_a_marker_is_a_drop_of_100_percent() {
        day("01", 1000);
        lake.put("s3://refined/kpi/dt=2026-01-01/_SUCCESS", 0, WRITTEN)
                .put("s3://refined/kpi/dt=2026-01-02/_SUCCESS", 0, WRITTEN);

        Verdict verdict = judge(Datasets.marked("_SUCCESS"), delta("100", "10"));

        assertThat(verdict.outcome()).isEqualTo(Outcome.FAILED);
        assertThat(verdict.text()).startsWith("-100 %").contains("empty");
    }

    @Test
    void one_object_is_singular_even_next_to_a_fraction() {
        day("2025-12-31", 1);
        day("01", 1, 1);
        DeltaCheck mean = new DeltaCheck(
                new SampleBaseline(Rhythm.EVERY, 2, Statistic.MEAN),
                new Tolerance(percent("25"), Optional.empty(), Optional.empty(), 0),
                Volume.OBJECTS,
                OptionalInt.of(2),
                OptionalInt.empty(),
                DeltaPolicies.DEFAULT,
                Severity.FAIL);

        assertThat(judged(mean, 1).measured()).isEqualTo("-33.3 % (1 object compared with 1.5 objects)");
    }

    @Test
    void empty_objects_fail_regardless_of_the_limits() {
        day("01", 1000);

        assertThat(judged(delta("", "10"), 0).outcome()).isEqualTo(Outcome.FAILED);
        assertThat(judged(delta("100", "10"), 0).outcome()).isEqualTo(Outcome.FAILED);
        assertThat(judged(delta("99", "10"), 0).outcome()).isEqualTo(Outcome.FAILED);
        assertThat(judged(delta("5", "", Volume.BYTES, 1001, 1, OptionalInt.empty(), Severity.FAIL), 0)
                        .outcome())
                .isEqualTo(Outcome.FAILED);
    }

    @Test
    void empty_objects_fail_without_history() {
        Verdict verdict = judged(THIRD_OR_DOUBLE, 0);

        assertThat(verdict.outcome()).isEqualTo(Outcome.FAILED);
        assertThat(verdict.text()).startsWith("-100 %").contains("its only object has 0 B");
    }

    @Test
    void skipped_without_history() {
        Verdict verdict = judged(THIRD_OR_DOUBLE, 5);

        assertThat(verdict.outcome()).isEqualTo(Outcome.SKIPPED);
        assertThat(verdict.text()).contains("5 B", "at least 1 is required");
        assertThat(verdict.history()).hasSize(7);
    }

    @Test
    void reports_the_earlier_partitions_that_were_left_out() {
        day("2025-12-29", 1000);
        lake.put("s3://refined/kpi/dt=2025-12-29/_SUCCESS", 0, WRITTEN)
                .put("s3://refined/kpi/dt=2025-12-30/_SUCCESS", 0, WRITTEN);
        day("2025-12-31", 1000);
        day("01", 10);
        lake.put("s3://refined/kpi/dt=2026-01-01/_SUCCESS", 0, WRITTEN);
        day("02", 800);
        lake.put("s3://refined/kpi/dt=2026-01-02/_SUCCESS", 0, WRITTEN);

        Verdict verdict = judge(Datasets.marked("_SUCCESS"), Datasets.atLeast(11), THIRD_OR_DOUBLE);

        assertThat(verdict.outcome()).isEqualTo(Outcome.PASSED);
        assertThat(verdict.reason())
                .isEqualTo("previous: dt=2025-12-29; excluded: dt=2026-01-01 (outside the size limits),"
                        + " dt=2025-12-31 (no marker), dt=2025-12-30 (empty)");
        assertThat(figure(verdict, Figure.BASELINE)).isEqualByComparingTo("1000");
    }

    @Test
    void leaves_out_absent_and_changed_partitions() {
        day("2025-12-30", 1000);
        lake.put("s3://refined/kpi/dt=2025-12-30/_SUCCESS", 0, WRITTEN);
        lake.put("s3://refined/kpi/dt=2026-01-01/part-0", 10, "2026-01-03T05:00:01Z")
                .put("s3://refined/kpi/dt=2026-01-01/_SUCCESS", 0, WRITTEN);
        day("02", 800);
        lake.put("s3://refined/kpi/dt=2026-01-02/_SUCCESS", 0, WRITTEN);

        assertThat(judge(Datasets.marked("_SUCCESS"), THIRD_OR_DOUBLE).reason())
                .isEqualTo("previous: dt=2025-12-30; excluded: dt=2026-01-01 (changed after its marker),"
                        + " dt=2025-12-31 (absent)");
    }

    @Test
    void a_change_after_the_marker_counts_if_not_sealed() {
        RecencyCheck open = new RecencyCheck(
                Optional.of("_SUCCESS"),
                false,
                java.time.Duration.ZERO,
                Severity.WARN,
                Optional.empty(),
                Severity.FAIL);
        lake.put("s3://refined/kpi/dt=2026-01-01/part-0", 10, "2026-01-03T05:00:01Z")
                .put("s3://refined/kpi/dt=2026-01-01/_SUCCESS", 0, WRITTEN);
        day("02", 10);

        assertThat(judge(open, THIRD_OR_DOUBLE).reason()).isEqualTo("previous: dt=2026-01-01");
    }

    @Test
    void size_limits_that_only_warn_do_not_exclude_days() {
        day("01", 10);
        day("02", 10);
        SizeCheck soft = new SizeCheck(
                new Limits(OptionalLong.of(11), OptionalLong.empty()), Limits.NONE, Limits.NONE, Severity.WARN);

        assertThat(judge(soft, THIRD_OR_DOUBLE).reason()).isEqualTo("previous: dt=2026-01-01");
    }

    @Test
    void ignores_periods_outside_the_calendar() {
        day("2025-12-31", 100);
        day("01", 1000);
        day("02", 100);
        Calendar notNewYear = new Calendar(EnumSet.allOf(DayOfWeek.class), Set.of(LocalDate.parse("2026-01-01")));

        Verdict verdict = Datasets.judge(lake, Datasets.DUE_AT, Datasets.expected(notNewYear, THIRD_OR_DOUBLE));

        assertThat(verdict.outcome()).isEqualTo(Outcome.PASSED);
        assertThat(figure(verdict, Figure.BASELINE)).isEqualByComparingTo("100");
        assertThat(lake.listedRanges()).extracting(KeyRange::prefix).doesNotContain("dt=2026-01-01/");
    }

    @Test
    void reads_seven_periods_by_default() {
        day("2025-12-26", 1000);
        assertThat(judged(THIRD_OR_DOUBLE, 1000).outcome()).isEqualTo(Outcome.PASSED);

        lake.remove("s3://refined/kpi/dt=2025-12-26/part-0");
        day("2025-12-25", 1000);
        assertThat(judged(THIRD_OR_DOUBLE, 1000).outcome()).isEqualTo(Outcome.SKIPPED);
        assertThat(judged(delta("30", "", Volume.BYTES, 0, 1, OptionalInt.of(8), Severity.FAIL), 1000)
                        .outcome())
                .isEqualTo(Outcome.PASSED);
        assertThat(judged(delta("30", "", Volume.BYTES, 0, 1, OptionalInt.of(7), Severity.FAIL), 1000)
                        .outcome())
                .isEqualTo(Outcome.SKIPPED);
    }

    @Test
    void lists_no_more_partitions_than_needed() {
        day("2025-12-31", 1000);
        day("01", 1000);
        day("02", 1000);

        judge(THIRD_OR_DOUBLE);

        assertThat(lake.listedRanges()).containsExactly(new KeyRange("s3://refined/kpi/", "dt=", "dt=2026-01-01"));
    }

    @Test
    void the_checked_partition_is_not_part_of_its_baseline() {
        day("02", 1000);

        assertThat(judge(THIRD_OR_DOUBLE).outcome()).isEqualTo(Outcome.SKIPPED);
    }

    @Test
    void skipped_if_the_history_has_only_empty_objects() {
        day("01", 0);

        assertThat(judged(THIRD_OR_DOUBLE, 1000).outcome()).isEqualTo(Outcome.SKIPPED);
    }

    @Test
    void rejects_more_history_than_the_baseline_uses() {
        assertThatThrownBy(() -> delta("1", "", Volume.BYTES, 0, 2, OptionalInt.empty(), Severity.FAIL))
                .hasMessageContaining("history 2")
                .hasMessageContaining("at most 1 ");
        assertThatThrownBy(() -> new DeltaCheck(
                        new SeasonalBaseline(),
                        Tolerance.DEFAULT,
                        Volume.BYTES,
                        OptionalInt.of(29),
                        OptionalInt.empty(),
                        DeltaPolicies.DEFAULT,
                        Severity.FAIL))
                .hasMessageContaining("history 29")
                .hasMessageContaining("at most 28 ");
    }

    @Test
    void unknown_if_the_history_can_not_be_listed() {
        day("02", 1000);
        Lake denied = (range, visitor) -> {
            if ("dt=2025-12-31/".startsWith(range.prefix())) {
                throw new LakeException(Reason.DENIED, "s3:ListBucket on refined");
            }
            lake.list(range, visitor);
        };

        Verdict verdict = Datasets.judge(denied, Datasets.DUE_AT, Datasets.daily(THIRD_OR_DOUBLE));

        assertThat(verdict.outcome()).isEqualTo(Outcome.UNKNOWN);
        assertThat(verdict.text()).contains("access denied", "s3:ListBucket on refined");
    }

    @Test
    void an_undated_dataset_has_no_history() {
        lake.put("s3://refined/ref/a", 5, WRITTEN);

        assertThat(Datasets.judge(lake, Datasets.DUE_AT, Datasets.named("ref", "s3://refined/ref/", THIRD_OR_DOUBLE))
                        .outcome())
                .isEqualTo(Outcome.SKIPPED);
    }

    @Test
    void rejects_invalid_settings() {
        assertThatThrownBy(() -> delta("", "")).hasMessageContaining("no limit given");
        assertThatThrownBy(() -> delta("-1", "")).hasMessageContaining("negative");
        assertThatThrownBy(() -> delta("", "-1")).hasMessageContaining("negative");
        assertThatThrownBy(() -> delta("1", "", Volume.BYTES, -1, 1, OptionalInt.empty(), Severity.FAIL))
                .hasMessageContaining("atLeast");
        assertThatThrownBy(() -> delta("1", "", Volume.BYTES, 0, 0, OptionalInt.empty(), Severity.FAIL))
                .hasMessage("history must be at least 1");
        assertThatThrownBy(() -> delta("1", "", Volume.BYTES, 0, 2, OptionalInt.of(1), Severity.FAIL))
                .hasMessage("lookback must not be less than history");
    }

    private static BigDecimal figure(Verdict verdict, Figure figure) {
        return Optional.ofNullable(verdict.figures().get(figure)).orElseThrow();
    }

    /**
     * Adds a day to the lake.
     *
     * @param day the date, or a two-digit day in January 2026
     * @param bytes the sizes of its objects
     */
    private void day(String day, long... bytes) {
        for (int i = 0; i < bytes.length; i++) {
            lake.put(folder(day) + "part-" + i, bytes[i], WRITTEN);
        }
    }

    private static String folder(String day) {
        return "s3://refined/kpi/dt=" + (day.length() == 2 ? "2026-01-" + day : day) + "/";
    }

    /** Returns the verdict on 2 January if that day contains only objects of these sizes. */
    private Verdict judged(DeltaCheck delta, long... bytes) {
        for (int i = 0; i < 5; i++) {
            lake.remove(folder("02") + "part-" + i);
        }
        day("02", bytes);
        return judge(delta);
    }

    private Verdict judge(Check... checks) {
        return Datasets.judge(lake, Datasets.DUE_AT, Datasets.daily(checks));
    }

    public static DeltaCheck delta(String drop, String rise) {
        return delta(drop, rise, Volume.BYTES, 0, 1, OptionalInt.empty(), Severity.FAIL);
    }

    private static DeltaCheck delta(
            String drop, String rise, Volume of, long atLeast, int history, OptionalInt lookback, Severity severity) {
        Tolerance tolerance = new Tolerance(percent(drop), percent(rise), Optional.empty(), atLeast);
        return new DeltaCheck(
                SampleBaseline.PREVIOUS,
                tolerance,
                of,
                OptionalInt.of(history),
                lookback,
                DeltaPolicies.DEFAULT,
                severity);
    }

    private static Optional<Percentage> percent(String text) {
        return text.isEmpty() ? Optional.empty() : Optional.of(new Percentage(new BigDecimal(text)));
    }
}
