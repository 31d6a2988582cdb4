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
    void passes_at_the_very_second_of_the_deadline() {
        lake.put(PART, 1, "2026-01-03T06:00:00Z");

        Verdict verdict = judge(Datasets.recency());

        assertThat(verdict.outcome()).isEqualTo(Outcome.PASSED);
        assertThat(verdict.text()).isEqualTo("arrived 2026-01-03 06:00:00 Z, on the second, due 2026-01-03 06:00:00 Z");
        assertThat(verdict.figures().get(Figure.LATENESS)).isZero();
    }

    @Test
    void warns_one_second_past_the_deadline() {
        lake.put(PART, 1, "2026-01-03T06:00:01Z");

        Verdict verdict = judge(Datasets.recency());

        assertThat(verdict.outcome()).isEqualTo(Outcome.WARNED);
        assertThat(verdict.measured()).isEqualTo("arrived 2026-01-03 06:00:01 Z, 1 s late");
        assertThat(verdict.figures().get(Figure.LATENESS)).isEqualByComparingTo("1");
    }

    @Test
    void fails_one_second_past_the_deadline_where_late_is_fail() {
        lake.put(PART, 1, "2026-01-03T06:00:01Z");

        assertThat(judge(late(Severity.FAIL, Duration.ZERO)).outcome()).isEqualTo(Outcome.FAILED);
    }

    @Test
    void tells_how_early_it_came() {
        lake.put(PART, 1, "2026-01-03T05:58:30Z");

        Verdict verdict = judge(Datasets.recency());

        assertThat(verdict.measured()).endsWith(", 1 min 30 s early");
        assertThat(verdict.figures().get(Figure.LATENESS)).isEqualByComparingTo("-90");
    }

    @Test
    void grace_allows_to_be_late_to_its_last_second() {
        RecencyCheck recency = late(Severity.FAIL, Duration.ofMinutes(10));

        lake.put(PART, 1, "2026-01-03T06:10:00Z");
        assertThat(judge(recency).outcome()).isEqualTo(Outcome.PASSED);
        assertThat(judge(recency).text())
                .isEqualTo(
                        "arrived 2026-01-03 06:10:00 Z, 10 min late, due 2026-01-03 06:00:00 Z, give or take 10 min");

        lake.put(PART, 1, "2026-01-03T06:10:01Z");
        assertThat(judge(recency).outcome()).isEqualTo(Outcome.FAILED);
    }

    @Test
    void the_last_object_counts_where_there_is_no_marker() {
        lake.put(PART, 1, "2026-01-03T06:00:01Z").put(PART + "0", 1, "2026-01-03T05:00:00Z");

        assertThat(judge(Datasets.recency()).measured()).endsWith("1 s late");
    }

    @Test
    void the_marker_counts_where_there_is_one() {
        lake.put(PART, 1, "2026-01-03T05:00:00Z").put(MARKER, 0, "2026-01-03T06:00:01Z");

        assertThat(judge(Datasets.marked("_SUCCESS")).measured()).endsWith("1 s late");
    }

    @Test
    void fails_where_nothing_is_there() {
        Verdict verdict = judge(Datasets.marked("_SUCCESS"));

        assertThat(verdict.outcome()).isEqualTo(Outcome.FAILED);
        assertThat(verdict.text()).isEqualTo("not there, due 2026-01-03 06:00:00 Z");
        assertThat(verdict.figures()).doesNotContainKey(Figure.LATENESS);
    }

    @Test
    void fails_where_only_the_marker_is_there() {
        lake.put(MARKER, 0, "2026-01-03T05:00:00Z");

        Verdict verdict = judge(Datasets.marked("_SUCCESS"));

        assertThat(verdict.outcome()).isEqualTo(Outcome.FAILED);
        assertThat(verdict.measured()).isEqualTo("only its marker is there, no data");
    }

    @Test
    void fails_where_the_marker_is_missing_beside_data() {
        lake.put(PART, 1_500, "2026-01-03T05:00:00Z");

        Verdict verdict = judge(Datasets.marked("_SUCCESS"));

        assertThat(verdict.outcome()).isEqualTo(Outcome.FAILED);
        assertThat(verdict.text()).isEqualTo("no _SUCCESS beside 1.5 kB in 1 object, due 2026-01-03 06:00:00 Z");
    }

    @Test
    void a_marker_counts_at_the_top_of_the_partition_only() {
        lake.put(PART, 1, "2026-01-03T05:00:00Z")
                .put("s3://refined/kpi/dt=2026-01-02/sub/_SUCCESS", 0, "2026-01-03T05:00:00Z")
                .put("s3://refined/kpi/dt=2026-01-02/_SUCCESS.crc", 0, "2026-01-03T05:00:00Z");

        assertThat(judge(Datasets.marked("_SUCCESS")).measured()).startsWith("no _SUCCESS");
    }

    @Test
    void fails_where_data_was_written_after_the_marker() {
        lake.put(MARKER, 0, "2026-01-03T05:00:00Z").put(PART, 1, "2026-01-03T05:00:01Z");

        Verdict verdict = judge(Datasets.marked("_SUCCESS"));

        assertThat(verdict.outcome()).isEqualTo(Outcome.FAILED);
        assertThat(verdict.text())
                .isEqualTo("dt=2026-01-02/part-0 was written at 2026-01-03 05:00:01 Z, nothing after _SUCCESS of"
                        + " 2026-01-03 05:00:00 Z; the partition changed after it was complete");
    }

    @Test
    void data_of_the_marker_s_own_second_is_not_after_it() {
        lake.put(MARKER, 0, "2026-01-03T05:00:00.100Z").put(PART, 1, "2026-01-03T05:00:00.900Z");

        assertThat(judge(Datasets.marked("_SUCCESS")).outcome()).isEqualTo(Outcome.PASSED);
    }

    @Test
    void data_after_the_marker_passes_where_it_is_not_sealed() {
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
    void what_is_broken_but_not_late_counts_as_its_severity_says() {
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
                .isEqualTo("arrived 2026-01-03 00:00:00 EST, 6 h early, due 2026-01-03 06:00:00 EST");
    }

    @Test
    @Survives(Hazard.FUTURE)
    void warns_of_a_write_in_the_future_and_shows_both_times() {
        lake.put(PART, 1, "2026-01-03T12:00:01Z");

        Verdict verdict = judge(Datasets.recency());

        assertThat(verdict.outcome()).isEqualTo(Outcome.WARNED);
        assertThat(verdict.text())
                .isEqualTo(
                        "written at 2026-01-03 12:00:01 Z, not in the future; it was looked at 2026-01-03 12:00:00 Z");
    }

    @Test
    void a_write_at_this_very_moment_is_not_in_the_future() {
        lake.put(PART, 1, "2026-01-03T12:00:00Z");

        assertThat(judge(Datasets.recency()).measured()).startsWith("arrived");
    }

    @Test
    @Survives(Hazard.FUTURE)
    void a_date_in_the_future_is_no_excuse_for_coming_late() {
        lake.put(PART, 1, "2026-01-04T12:00:00Z");

        assertThat(judge(late(Severity.FAIL, Duration.ZERO)).outcome()).isEqualTo(Outcome.FAILED);
    }

    @Test
    @Survives(Hazard.FUTURE)
    void warns_of_data_in_the_future_behind_a_good_marker() {
        lake.put(MARKER, 0, "2026-01-03T05:00:00Z").put(PART, 1, "2026-01-04T05:00:00Z");
        RecencyCheck open = new RecencyCheck(
                Optional.of("_SUCCESS"), false, Duration.ZERO, Severity.WARN, Optional.empty(), Severity.FAIL);

        assertThat(judge(open).outcome()).isEqualTo(Outcome.WARNED);
        assertThat(judge(open).measured()).isEqualTo("written at 2026-01-04 05:00:00 Z");
    }

    @Test
    void what_is_written_until_the_lake_looks_is_not_in_the_future_of_a_replay() {
        lake.put(PART, 1, "2026-06-01T05:00:00Z");
        Instant looked = Instant.parse("2026-06-01T05:00:00Z");

        Verdict verdict = Datasets.judge(timed(looked, looked), NOW, Datasets.daily(Datasets.recency()));

        assertThat(verdict.measured()).startsWith("arrived 2026-06-01 05:00:00 Z, 148 d 23 h late");
    }

    @Test
    @Survives(Hazard.WRONG_CLOCK)
    void is_unknown_where_a_clock_is_wrong_by_more_than_five_minutes_and_shows_both() {
        lake.put(PART, 1, "2026-01-03T05:00:00Z");

        Verdict slow = Datasets.judge(timed(NOW, NOW.minusSeconds(301)), NOW, Datasets.daily(Datasets.recency()));
        Verdict fast = Datasets.judge(timed(NOW, NOW.plusSeconds(301)), NOW, Datasets.daily(Datasets.recency()));

        assertThat(slow.outcome()).isEqualTo(Outcome.UNKNOWN);
        assertThat(slow.text())
                .isEqualTo("could not look (clock); this machine's clock says 2026-01-03 11:54:59 Z where the lake's"
                        + " says 2026-01-03 12:00:00 Z; set the clock right");
        assertThat(fast.outcome()).isEqualTo(Outcome.UNKNOWN);
        assertThat(fast.text()).contains("says 2026-01-03 12:05:01 Z where the lake's says 2026-01-03 12:00:00 Z");
    }

    @Test
    void bears_a_clock_that_is_wrong_by_five_minutes() {
        lake.put(PART, 1, "2026-01-03T05:00:00Z");

        assertThat(Datasets.judge(timed(NOW, NOW.minusSeconds(300)), NOW, Datasets.daily(Datasets.recency()))
                        .outcome())
                .isEqualTo(Outcome.PASSED);
    }

    @Test
    void a_wrong_clock_keeps_no_one_from_judging_sizes() {
        lake.put(PART, 1, "2026-01-03T05:00:00Z");

        assertThat(Datasets.judge(
                                timed(NOW, NOW.minusSeconds(9999)),
                                NOW,
                                Datasets.daily(Datasets.recency(), Datasets.atLeast(1)))
                        .outcome())
                .isEqualTo(Outcome.PASSED);
    }

    @Test
    void undated_data_passes_up_to_its_greatest_age() {
        lake.put("s3://refined/ref/a", 1, "2026-01-03T11:00:00Z");

        Verdict verdict = Datasets.judge(lake, NOW, undated(Duration.ofHours(1)));

        assertThat(verdict.outcome()).isEqualTo(Outcome.PASSED);
        assertThat(verdict.text()).isEqualTo("last written 2026-01-03 11:00:00 Z, 1 h ago, at most 1 h");
        assertThat(verdict.figures().get(Figure.AGE)).isEqualByComparingTo("3600");
    }

    @Test
    void undated_data_fails_one_second_past_its_greatest_age() {
        lake.put("s3://refined/ref/a", 1, "2026-01-03T10:59:59Z");

        Verdict verdict = Datasets.judge(lake, NOW, undated(Duration.ofHours(1)));

        assertThat(verdict.outcome()).isEqualTo(Outcome.FAILED);
        assertThat(verdict.measured()).endsWith("1 h 1 s ago");
    }

    @Test
    void ages_are_instants_and_not_local_times() {
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
                .isEqualTo("last written 2026-03-29 00:30:00 GMT, 1 h ago");
    }

    @Test
    void undated_data_that_is_not_there_fails() {
        Verdict verdict = Datasets.judge(lake, NOW, undated(Duration.ofHours(1)));

        assertThat(verdict.outcome()).isEqualTo(Outcome.FAILED);
        assertThat(verdict.text()).isEqualTo("not there");
    }

    @Test
    void undated_data_without_a_limit_just_has_to_be_there() {
        lake.put("s3://refined/ref/a", 1, "2001-01-03T10:59:59Z");

        Verdict verdict = Datasets.judge(lake, NOW, Datasets.named("ref", "s3://refined/ref/", Datasets.recency()));

        assertThat(verdict.outcome()).isEqualTo(Outcome.PASSED);
        assertThat(verdict.expected()).isEmpty();
    }

    @Test
    void a_replay_does_not_know_how_old_data_was_that_was_written_since() {
        Instant looked = Instant.parse("2026-06-01T05:00:00Z");
        lake.put("s3://refined/ref/a", 1, "2026-05-31T05:00:00Z");

        Verdict verdict = Datasets.judge(timed(looked, looked), NOW, undated(Duration.ofHours(1)));

        assertThat(verdict.outcome()).isEqualTo(Outcome.SKIPPED);
        assertThat(verdict.text())
                .isEqualTo("written at 2026-05-31 05:00:00 Z; that is after the moment for which it is judged;"
                        + " how old the data was then is not known");
    }

    @Test
    void says_where_there_is_something_but_no_data() {
        lake.put(PART.replace("part-0", "_temporary/part-0"), 1, "2026-01-03T05:00:00Z")
                .put(PART.replace("part-0", ".hidden"), 1, "2026-01-03T05:00:00Z");

        assertThat(judge(Datasets.recency()).measured())
                .isEqualTo("only 2 objects that are no data by name: hidden, excluded or not included");
    }

    @Test
    void undated_data_written_while_the_run_went_on_is_no_second_old() {
        Instant looked = NOW.plusSeconds(30);
        lake.put("s3://refined/ref/a", 1, NOW.plusSeconds(10).toString());

        Verdict verdict = Datasets.judge(timed(looked, looked), NOW, undated(Duration.ofHours(1)));

        assertThat(verdict.measured()).endsWith(", 0 s ago");
        assertThat(verdict.figures().get(Figure.AGE)).isZero();
    }

    @Test
    void skips_what_is_not_due_and_not_there() {
        Report report = Lakecheck.on(lake)
                .at(Datasets.clock(Instant.parse("2026-01-03T05:59:59Z")))
                .partition("2026-01-02")
                .run(Suite.of(Datasets.daily(Datasets.recency(), Datasets.atLeast(1))));

        assertThat(report.findings()).allSatisfy(finding -> {
            assertThat(finding.outcome()).isEqualTo(Outcome.SKIPPED);
            assertThat(finding.verdict().text()).isEqualTo("not there yet; it is not due yet");
        });
    }

    @Test
    void judges_what_is_there_before_it_is_due() {
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
    void skips_what_the_calendar_does_not_expect_be_it_there_or_not() {
        Calendar notThen =
                new Calendar(EnumSet.allOf(java.time.DayOfWeek.class), Set.of(LocalDate.parse("2026-01-02")));
        Lakecheck run = Lakecheck.on(lake).at(Datasets.clock(NOW)).partition("2026-01-02");
        Suite suite = Suite.of(Datasets.expected(notThen, Datasets.recency()));

        assertThat(run.run(suite).outcome()).isEqualTo(Outcome.SKIPPED);
        lake.put(PART, 1, "2026-01-03T01:00:00Z");
        assertThat(run.run(suite).findings().get(0).verdict().text()).isEqualTo("not judged; its period is excepted");
    }

    @Test
    void refuses_words_that_make_no_sense() {
        assertThatThrownBy(() -> late(Severity.WARN, Duration.ofSeconds(-1)))
                .hasMessageContaining("grace is never negative");
        assertThatThrownBy(() -> aged(Duration.ZERO)).hasMessageContaining("maxAge is longer than nothing");
        assertThatThrownBy(() -> aged(Duration.ofSeconds(-1))).hasMessageContaining("maxAge is longer than nothing");
    }

    private Verdict judge(RecencyCheck recency) {
        return Datasets.judge(lake, NOW, Datasets.daily(recency));
    }

    /** This lake, which tells the time. */
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
