// SPDX-License-Identifier: Apache-2.0
package io.lakecheck;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.lakecheck.lake.Lake;
import io.lakecheck.lake.LakeObject;
import io.lakecheck.lake.MemoryLake;
import io.lakecheck.lake.ObjectFilter;
import io.lakecheck.partition.Calendar;
import io.lakecheck.survey.Lakecheck;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

class RecencyCheckTest {

    private static final String PART = "s3://refined/kpi/dt=2026-01-02/part-0";
    private static final String MARKER = "s3://refined/kpi/dt=2026-01-02/_SUCCESS";
    private static final Instant NOW = Instant.parse("2026-01-03T12:00:00Z");

    private final MemoryLake lake = new MemoryLake();

    @Test
    void passes_at_the_second_of_the_deadline() {
        lake.put(PART, 1, "2026-01-03T06:00:00Z");

        Verdict verdict = judge(Datasets.recency());

        assertThat(verdict.outcome()).isEqualTo(Outcome.PASSED);
        assertThat(verdict.text()).contains("exactly on time", "expected by 2026-01-03 06:00:00 Z");
        assertThat(verdict.figures().get(Figure.LATENESS)).isZero();
    }

    @Test
    void warns_one_second_after_the_deadline() {
        lake.put(PART, 1, "2026-01-03T06:00:01Z");

        Verdict verdict = judge(Datasets.recency());

        assertThat(verdict.outcome()).isEqualTo(Outcome.WARNED);
        assertThat(verdict.measured()).contains("2026-01-03 06:00:01 Z", "1 s late");
        assertThat(verdict.figures().get(Figure.LATENESS)).isEqualByComparingTo("1");
    }

    @Test
    void fails_one_second_after_the_deadline_if_late_is_fail() {
        lake.put(PART, 1, "2026-01-03T06:00:01Z");

        assertThat(judge(late(Severity.FAIL, Duration.ZERO)).outcome()).isEqualTo(Outcome.FAILED);
    }

    @Test
    void reports_how_early_the_partition_arrived() {
        lake.put(PART, 1, "2026-01-03T05:58:30Z");

        Verdict verdict = judge(Datasets.recency());

        assertThat(verdict.measured()).endsWith(", 1 min 30 s early");
        assertThat(verdict.figures().get(Figure.LATENESS)).isEqualByComparingTo("-90");
    }

    @Test
    void passes_until_the_last_second_of_grace() {
        RecencyCheck recency = late(Severity.FAIL, Duration.ofMinutes(10));

        lake.put(PART, 1, "2026-01-03T06:10:00Z");
        assertThat(judge(recency).outcome()).isEqualTo(Outcome.PASSED);
        assertThat(judge(recency).text()).contains("10 min late", "grace period of 10 min");

        lake.put(PART, 1, "2026-01-03T06:10:01Z");
        assertThat(judge(recency).outcome()).isEqualTo(Outcome.FAILED);
    }

    @Test
    void without_a_marker_the_last_object_is_the_arrival() {
        lake.put(PART, 1, "2026-01-03T06:00:01Z").put(PART + "0", 1, "2026-01-03T05:00:00Z");

        assertThat(judge(Datasets.recency()).measured()).endsWith("1 s late");
    }

    @Test
    void the_marker_is_the_arrival() {
        lake.put(PART, 1, "2026-01-03T05:00:00Z").put(MARKER, 0, "2026-01-03T06:00:01Z");

        assertThat(judge(Datasets.marked("_SUCCESS")).measured()).endsWith("1 s late");
    }

    @Test
    void fails_if_the_partition_is_absent() {
        Verdict verdict = judge(Datasets.marked("_SUCCESS"));

        assertThat(verdict.outcome()).isEqualTo(Outcome.FAILED);
        assertThat(verdict.measured()).isEqualTo("absent");
        assertThat(verdict.expected()).contains("2026-01-03 06:00:00 Z");
        assertThat(verdict.figures()).doesNotContainKey(Figure.LATENESS);
    }

    @Test
    void fails_if_there_is_only_the_marker() {
        lake.put(MARKER, 0, "2026-01-03T05:00:00Z");

        Verdict verdict = judge(Datasets.marked("_SUCCESS"));

        assertThat(verdict.outcome()).isEqualTo(Outcome.FAILED);
        assertThat(verdict.measured()).contains("empty", "marker");
    }

    @Test
    void fails_if_the_marker_is_missing() {
        lake.put(PART, 1_500, "2026-01-03T05:00:00Z");

        Verdict verdict = judge(Datasets.marked("_SUCCESS"));

        assertThat(verdict.outcome()).isEqualTo(Outcome.FAILED);
        assertThat(verdict.text()).contains("no _SUCCESS", "1 object", "1.5 kB", "by 2026-01-03 06:00:00 Z");
    }

    @Test
    void the_marker_must_be_at_the_top_of_the_partition() {
        lake.put(PART, 1, "2026-01-03T05:00:00Z")
                .put("s3://refined/kpi/dt=2026-01-02/sub/_SUCCESS", 0, "2026-01-03T05:00:00Z")
                .put("s3://refined/kpi/dt=2026-01-02/_SUCCESS.crc", 0, "2026-01-03T05:00:00Z");

        assertThat(judge(Datasets.marked("_SUCCESS")).measured()).endsWith("no _SUCCESS");
    }

    @Test
    void fails_if_data_was_written_after_the_marker() {
        lake.put(MARKER, 0, "2026-01-03T05:00:00Z").put(PART, 1, "2026-01-03T05:00:01Z");

        Verdict verdict = judge(Datasets.marked("_SUCCESS"));

        assertThat(verdict.outcome()).isEqualTo(Outcome.FAILED);
        assertThat(verdict.text()).contains("dt=2026-01-02/part-0", "05:00:01 Z", "after _SUCCESS", "05:00:00 Z");
    }

    @Test
    void data_written_in_the_same_second_as_the_marker_passes() {
        lake.put(MARKER, 0, "2026-01-03T05:00:00.100Z").put(PART, 1, "2026-01-03T05:00:00.900Z");

        assertThat(judge(Datasets.marked("_SUCCESS")).outcome()).isEqualTo(Outcome.PASSED);
    }

    @Test
    void data_after_the_marker_passes_if_not_sealed() {
        lake.put(MARKER, 0, "2026-01-03T05:00:00Z").put(PART, 1, "2026-01-03T05:00:01Z");

        assertThat(judge(new RecencyCheck(
                                Optional.of("_SUCCESS"),
                                false,
                                Duration.ZERO,
                                Severity.WARN,
                                Optional.empty(),
                                Severity.FAIL))
                        .outcome())
                .isEqualTo(Outcome.PASSED);
    }

    @Test
    void severity_applies_to_everything_but_lateness() {
        RecencyCheck soft = new RecencyCheck(
                Optional.of("_SUCCESS"), true, Duration.ZERO, Severity.FAIL, Optional.empty(), Severity.WARN);

        assertThat(judge(soft).outcome()).as("absent").isEqualTo(Outcome.WARNED);
        lake.put(PART, 1, "2026-01-03T05:00:00Z");
        assertThat(judge(soft).outcome()).as("no marker").isEqualTo(Outcome.WARNED);
        lake.put(MARKER, 0, "2026-01-03T04:00:00Z");
        assertThat(judge(soft).outcome()).as("changed after marker").isEqualTo(Outcome.WARNED);
        lake.put(MARKER, 0, "2026-01-03T07:00:00Z");
        assertThat(judge(soft).outcome()).as("late").isEqualTo(Outcome.FAILED);
    }

    @Test
    void deadlines_are_local_times() {
        lake.put(PART, 1, "2026-01-03T05:00:00Z");
        Dataset newYork = Datasets.of(
                "kpi",
                Datasets.KPI,
                ZoneId.of("America/New_York"),
                Datasets.DUE,
                Calendar.EVERY_DAY,
                ObjectFilter.DATA,
                Datasets.recency());

        assertThat(Datasets.judge(lake, NOW, newYork).text())
                .contains("2026-01-03 00:00:00 EST", "6 h early", "by 2026-01-03 06:00:00 EST");
    }

    @Test
    @Survives(Hazard.FUTURE)
    void warns_of_a_write_in_the_future() {
        lake.put(PART, 1, "2026-01-03T12:00:01Z");

        Verdict verdict = judge(Datasets.recency());

        assertThat(verdict.outcome()).isEqualTo(Outcome.WARNED);
        assertThat(verdict.text())
                .contains("written 2026-01-03 12:00:01 Z", "no later than 2026-01-03 12:00:00 Z", "future");
    }

    @Test
    void a_write_in_the_current_second_is_not_in_the_future() {
        lake.put(PART, 1, "2026-01-03T12:00:00Z");

        assertThat(judge(Datasets.recency()).measured()).startsWith("arrived");
    }

    @Test
    @Survives(Hazard.FUTURE)
    void a_late_write_in_the_future_still_fails() {
        lake.put(PART, 1, "2026-01-04T12:00:00Z");

        assertThat(judge(late(Severity.FAIL, Duration.ZERO)).outcome()).isEqualTo(Outcome.FAILED);
    }

    @Test
    @Survives(Hazard.FUTURE)
    void warns_of_data_in_the_future_next_to_a_good_marker() {
        lake.put(MARKER, 0, "2026-01-03T05:00:00Z").put(PART, 1, "2026-01-04T05:00:00Z");
        RecencyCheck open = new RecencyCheck(
                Optional.of("_SUCCESS"), false, Duration.ZERO, Severity.WARN, Optional.empty(), Severity.FAIL);

        assertThat(judge(open).outcome()).isEqualTo(Outcome.WARNED);
        assertThat(judge(open).measured()).contains("2026-01-04 05:00:00 Z");
    }

    @Test
    void a_write_before_the_listing_of_a_replay_is_not_in_the_future() {
        lake.put(PART, 1, "2026-06-01T05:00:00Z");
        Instant listed = Instant.parse("2026-06-01T05:00:00Z");

        Verdict verdict = Datasets.judge(timed(listed, listed), NOW, Datasets.daily(Datasets.recency()));

        assertThat(verdict.measured()).startsWith("arrived 2026-06-01 05:00:00 Z, 148 d 23 h late");
    }

    @Test
    @Survives(Hazard.WRONG_CLOCK)
    void unknown_if_clocks_differ_by_more_than_five_minutes() {
        lake.put(PART, 1, "2026-01-03T05:00:00Z");

        Verdict slow = Datasets.judge(timed(NOW, NOW.minusSeconds(301)), NOW, Datasets.daily(Datasets.recency()));
        Verdict fast = Datasets.judge(timed(NOW, NOW.plusSeconds(301)), NOW, Datasets.daily(Datasets.recency()));

        assertThat(slow.outcome()).isEqualTo(Outcome.UNKNOWN);
        assertThat(slow.text())
                .contains(
                        "wrong clock",
                        "machine's clock (2026-01-03 11:54:59 Z)",
                        "lake's clock (2026-01-03 12:00:00 Z)");
        assertThat(fast.outcome()).isEqualTo(Outcome.UNKNOWN);
        assertThat(fast.text())
                .contains("machine's clock (2026-01-03 12:05:01 Z)", "lake's clock (2026-01-03 12:00:00 Z)");
    }

    @Test
    void tolerates_clocks_that_differ_by_five_minutes() {
        lake.put(PART, 1, "2026-01-03T05:00:00Z");

        assertThat(Datasets.judge(timed(NOW, NOW.minusSeconds(300)), NOW, Datasets.daily(Datasets.recency()))
                        .outcome())
                .isEqualTo(Outcome.PASSED);
    }

    @Test
    void sizes_are_checked_despite_a_wrong_clock() {
        lake.put(PART, 1, "2026-01-03T05:00:00Z");

        assertThat(Datasets.judge(
                                timed(NOW, NOW.minusSeconds(9999)),
                                NOW,
                                Datasets.daily(Datasets.recency(), Datasets.atLeast(1)))
                        .outcome())
                .isEqualTo(Outcome.PASSED);
    }

    @Test
    void undated_data_passes_at_its_maximum_age() {
        lake.put("s3://refined/ref/a", 1, "2026-01-03T11:00:00Z");

        Verdict verdict = Datasets.judge(lake, NOW, undated(Duration.ofHours(1)));

        assertThat(verdict.outcome()).isEqualTo(Outcome.PASSED);
        assertThat(verdict.text()).contains("2026-01-03 11:00:00 Z, 1 h ago", "expected at most 1 h");
        assertThat(verdict.figures().get(Figure.AGE)).isEqualByComparingTo("3600");
    }

    @Test
    void undated_data_fails_one_second_after_its_maximum_age() {
        lake.put("s3://refined/ref/a", 1, "2026-01-03T10:59:59Z");

        Verdict verdict = Datasets.judge(lake, NOW, undated(Duration.ofHours(1)));

        assertThat(verdict.outcome()).isEqualTo(Outcome.FAILED);
        assertThat(verdict.measured()).endsWith("1 h 1 s ago");
    }

    @Test
    void ages_ignore_changes_of_the_local_clock() {
        lake.put("s3://refined/ref/a", 1, "2026-03-29T00:30:00Z");
        Dataset london = Datasets.of(
                "ref",
                "s3://refined/ref/",
                ZoneId.of("Europe/London"),
                Duration.ZERO,
                Calendar.EVERY_DAY,
                ObjectFilter.DATA,
                aged(Duration.ofHours(1)));

        assertThat(Datasets.judge(lake, Instant.parse("2026-03-29T01:30:00Z"), london)
                        .measured())
                .endsWith("2026-03-29 00:30:00 GMT, 1 h ago");
    }

    @Test
    void absent_undated_data_fails() {
        Verdict verdict = Datasets.judge(lake, NOW, undated(Duration.ofHours(1)));

        assertThat(verdict.outcome()).isEqualTo(Outcome.FAILED);
        assertThat(verdict.text()).isEqualTo("absent");
    }

    @Test
    void undated_data_without_a_maximum_age_must_only_exist() {
        lake.put("s3://refined/ref/a", 1, "2001-01-03T10:59:59Z");

        Verdict verdict = Datasets.judge(lake, NOW, Datasets.named("ref", "s3://refined/ref/", Datasets.recency()));

        assertThat(verdict.outcome()).isEqualTo(Outcome.PASSED);
        assertThat(verdict.expected()).isEmpty();
    }

    @Test
    void a_replay_skips_undated_data_that_was_written_since() {
        Instant listed = Instant.parse("2026-06-01T05:00:00Z");
        lake.put("s3://refined/ref/a", 1, "2026-05-31T05:00:00Z");

        Verdict verdict = Datasets.judge(timed(listed, listed), NOW, undated(Duration.ofHours(1)));

        assertThat(verdict.outcome()).isEqualTo(Outcome.SKIPPED);
        assertThat(verdict.text()).contains("2026-05-31 05:00:00 Z", "2026-01-03 12:00:00 Z", "unknown");
    }

    @Test
    void reports_objects_that_were_ignored() {
        lake.put(PART.replace("part-0", "_temporary/part-0"), 1, "2026-01-03T05:00:00Z")
                .put(PART.replace("part-0", ".hidden"), 1, "2026-01-03T05:00:00Z");

        assertThat(judge(Datasets.recency()).measured()).contains("empty", "2 ignored objects");
    }

    @Test
    void undated_data_written_during_the_run_has_an_age_of_zero() {
        Instant listed = NOW.plusSeconds(30);
        lake.put("s3://refined/ref/a", 1, NOW.plusSeconds(10).toString());

        Verdict verdict = Datasets.judge(timed(listed, listed), NOW, undated(Duration.ofHours(1)));

        assertThat(verdict.measured()).endsWith(", 0 s ago");
        assertThat(verdict.figures().get(Figure.AGE)).isZero();
    }

    @Test
    void skips_an_absent_partition_that_is_not_due() {
        Report report = Lakecheck.on(lake)
                .at(Datasets.clock(Instant.parse("2026-01-03T05:59:59Z")))
                .partition("2026-01-02")
                .run(Suite.of(Datasets.daily(Datasets.recency(), Datasets.atLeast(1))));

        assertThat(report.findings()).allSatisfy(finding -> {
            assertThat(finding.outcome()).isEqualTo(Outcome.SKIPPED);
            assertThat(finding.verdict().text()).contains("absent", "not due until 2026-01-03 06:00:00 Z");
        });
    }

    @Test
    void checks_a_partition_that_arrives_before_it_is_due() {
        lake.put(PART, 1, "2026-01-03T01:00:00Z");
        Lakecheck early = Lakecheck.on(lake)
                .at(Datasets.clock(Instant.parse("2026-01-03T05:59:59Z")))
                .partition("2026-01-02");

        assertThat(early.run(Suite.of(Datasets.daily(Datasets.recency()))).outcome())
                .isEqualTo(Outcome.PASSED);
        assertThat(early.run(Suite.of(Datasets.daily(Datasets.atLeast(2)))).outcome())
                .isEqualTo(Outcome.FAILED);
    }

    @Test
    void skips_partitions_outside_the_calendar_even_if_present() {
        Calendar notThen =
                new Calendar(EnumSet.allOf(java.time.DayOfWeek.class), Set.of(LocalDate.parse("2026-01-02")));
        Lakecheck run = Lakecheck.on(lake).at(Datasets.clock(NOW)).partition("2026-01-02");
        Suite suite = Suite.of(Datasets.expected(notThen, Datasets.recency()));

        assertThat(run.run(suite).outcome()).isEqualTo(Outcome.SKIPPED);
        lake.put(PART, 1, "2026-01-03T01:00:00Z");
        assertThat(run.run(suite).findings().get(0).verdict().text())
                .contains("not checked", "holiday or exception date");
    }

    @Test
    void rejects_invalid_durations() {
        assertThatThrownBy(() -> late(Severity.WARN, Duration.ofSeconds(-1)))
                .hasMessageContaining("grace must not be negative");
        assertThatThrownBy(() -> aged(Duration.ZERO)).hasMessageContaining("maxAge must be positive");
        assertThatThrownBy(() -> aged(Duration.ofSeconds(-1))).hasMessageContaining("maxAge must be positive");
    }

    private Verdict judge(RecencyCheck recency) {
        return Datasets.judge(lake, NOW, Datasets.daily(recency));
    }

    /** Returns this test's lake with the given times on its clock and on this machine's clock. */
    private Lake timed(Instant lakeClock, Instant localClock) {
        return (range, visitor) -> lake.list(range, new Lake.Visitor() {
            @Override
            public boolean onObject(LakeObject object) {
                return visitor.onObject(object);
            }

            @Override
            public void onAnswer(Lake.Answer answer) {
                visitor.onAnswer(new Lake.Answer(Optional.of(lakeClock), localClock));
            }
        });
    }

    private static RecencyCheck late(Severity late, Duration grace) {
        return new RecencyCheck(Optional.empty(), true, grace, late, Optional.empty(), Severity.FAIL);
    }

    private static RecencyCheck aged(Duration maxAge) {
        return new RecencyCheck(
                Optional.empty(), true, Duration.ZERO, Severity.WARN, Optional.of(maxAge), Severity.FAIL);
    }

    private static Dataset undated(Duration maxAge) {
        return Datasets.named("ref", "s3://refined/ref/", aged(maxAge));
    }
}
