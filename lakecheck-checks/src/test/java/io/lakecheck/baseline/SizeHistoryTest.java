// SPDX-License-Identifier: Apache-2.0
package io.lakecheck.baseline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.lakecheck.Dataset;
import io.lakecheck.Datasets;
import io.lakecheck.DeltaCheck;
import io.lakecheck.Evidence;
import io.lakecheck.lake.LakeException;
import io.lakecheck.lake.Observation;
import io.lakecheck.lake.Unobserved;
import io.lakecheck.partition.Calendar;
import io.lakecheck.partition.Incidents;
import io.lakecheck.partition.Partition;
import io.lakecheck.partition.Period;
import io.lakecheck.partition.Span;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.Set;
import java.util.function.IntToLongFunction;
import org.junit.jupiter.api.Test;

/** Tests which of the days before Monday, 2026-01-05, are read. */
class SizeHistoryTest {

    private static final LocalDate MONDAY = LocalDate.parse("2026-01-05");
    private static final Dataset DAILY = Datasets.daily(DeltaCheck.DEFAULT);
    private static final Dataset WORKING_DAYS = Datasets.expected(
            new Calendar(EnumSet.range(DayOfWeek.MONDAY, DayOfWeek.FRIDAY), Set.of(LocalDate.parse("2026-01-01"))),
            DeltaCheck.DEFAULT);
    private static final Terms TERMS =
            new Terms(Volume.BYTES, Tolerance.DEFAULT, OptionalInt.empty(), OptionalInt.empty());
    private static final Instant NOW = Instant.parse("2026-01-06T12:00:00Z");

    @Test
    void the_window_holds_logarithms_oldest_first() {
        SizeHistory sizes = history(DAILY, 200, back -> 1000 + back);

        assertThat(sizes.window())
                .hasSize(140)
                .startsWith(Math.log(1140), Math.log(1139))
                .endsWith(Math.log(1001));
        assertThat(sizes.missing()).isEmpty();
    }

    @Test
    void a_day_without_data_has_no_size() {
        SizeHistory sizes = history(DAILY, 200, back -> back == 2 ? 0 : 1000);

        assertThat(sizes.window()).endsWith(Math.log(1000), Double.NaN, Math.log(1000));
        assertThat(sizes.missing()).isEmpty();
    }

    @Test
    void days_unfit_for_a_baseline_have_no_size() {
        Dataset limited = Datasets.daily(Datasets.atLeast(1002), DeltaCheck.DEFAULT);
        Incidents odd = new Incidents(Set.of(MONDAY.minusDays(3)), Set.of());
        Dataset disturbed = Datasets.expected(Calendar.EVERY_DAY.with(odd), DeltaCheck.DEFAULT);

        assertThat(history(limited, 200, back -> 1000 + back).window())
                .endsWith(Math.log(1003), Math.log(1002), Double.NaN);
        assertThat(history(disturbed, 200, back -> 1000).window())
                .endsWith(Math.log(1000), Double.NaN, Math.log(1000), Math.log(1000));
    }

    @Test
    void days_outside_the_calendar_are_neither_read_nor_missing() {
        SizeHistory sizes = history(WORKING_DAYS, 0, back -> 1000);

        assertThat(sizes.window()).containsOnly(Double.NaN);
        assertThat(sizes.missing())
                .hasSize(99)
                .contains(daysBack(3), daysBack(140))
                .doesNotContain(daysBack(1), daysBack(2), daysBack(4));
    }

    @Test
    void the_volume_may_be_objects() {
        Terms objects = new Terms(Volume.OBJECTS, Tolerance.DEFAULT, OptionalInt.empty(), OptionalInt.empty());

        assertThat(new SizeHistory(evidence(DAILY, found(DAILY, 200, back -> 1000)), objects, span(0)).window())
                .containsOnly(0);
    }

    @Test
    void days_before_the_lookback_are_neither_read_nor_missing() {
        Terms lookback = new Terms(Volume.BYTES, Tolerance.DEFAULT, OptionalInt.empty(), OptionalInt.of(10));
        SizeHistory sizes = new SizeHistory(evidence(DAILY, found(DAILY, 9, back -> 1000)), lookback, span(0));

        assertThat(Arrays.stream(sizes.window()).filter(size -> !Double.isNaN(size)))
                .hasSize(9);
        assertThat(sizes.missing()).containsExactly(daysBack(10));
    }

    @Test
    void days_that_were_not_listed_are_missing() {
        SizeHistory sizes = history(DAILY, 100, back -> 1000);

        assertThat(sizes.missing()).isEmpty();
        assertThat(sizes.window()).startsWith(Double.NaN).endsWith(Math.log(1000));
        assertThat(sizes.missing()).hasSize(40).contains(daysBack(101), daysBack(140));
    }

    @Test
    void days_before_the_window_are_read_one_by_one() {
        SizeHistory sizes = history(DAILY, 370, back -> 1000 + back);

        assertThat(sizes.size(364)).isEqualTo(Math.log(1364));
        assertThat(sizes.missing()).isEmpty();
        assertThat(sizes.size(371)).isNaN();
        assertThat(sizes.missing()).containsExactly(daysBack(371));
    }

    @Test
    void a_failed_listing_is_thrown() {
        LakeException denied = new LakeException(LakeException.Reason.DENIED, "access denied");
        Map<Partition, Observation> found = found(DAILY, 200, back -> 1000);
        found.put(daysBack(5), new Unobserved(daysBack(5), denied));

        assertThatThrownBy(() -> new SizeHistory(evidence(DAILY, found), TERMS, span(0)).window())
                .isSameAs(denied);
    }

    @Test
    void an_hour_that_the_clock_skipped_is_not_missing() {
        Dataset hourly = Datasets.at("s3://refined/kpi/dt={date}/hour={HH}/", DeltaCheck.DEFAULT);
        Span judged = new Span(
                Period.HOUR, LocalDateTime.parse("2026-03-30T01:00"), ZoneId.of("Europe/London"), Duration.ZERO);
        Evidence evidence = Evidence.empty(hourly, hourly.location().at(judged), NOW);
        SizeHistory sizes = new SizeHistory(evidence, TERMS, judged);

        assertThat(sizes.window()).containsOnly(Double.NaN);
        assertThat(sizes.missing()).hasSize(139).allMatch(hour -> hour.path().endsWith("/hour=01/"));
        assertThat(sizes.missing()).extracting(Partition::label).doesNotContain("dt=2026-03-29/hour=01");
    }

    @Test
    void considers_days_from_the_most_recent_to_the_oldest() {
        SizeHistory sizes = history(WORKING_DAYS, 400, back -> back == 5 || back > 7 ? 0 : 1000);

        assertThat(considered(sizes))
                .containsExactly(
                        "dt=2026-01-04 (outside the calendar)",
                        "dt=2026-01-03 (outside the calendar)",
                        "dt=2026-01-02",
                        "dt=2026-01-01 (a holiday or exception date)",
                        "dt=2025-12-31 (absent)",
                        "dt=2025-12-30",
                        "dt=2025-12-29");
    }

    @Test
    void considers_days_of_an_incident_as_excluded() {
        SizeHistory sizes = history(DAILY, 200, back -> back <= 3 ? 30 : 1000);

        assertThat(considered(sizes))
                .hasSize(140)
                .startsWith(
                        "dt=2026-01-04 (outside the usual range)",
                        "dt=2026-01-03 (outside the usual range)",
                        "dt=2026-01-02 (outside the usual range)",
                        "dt=2026-01-01");
    }

    @Test
    void considers_days_a_year_ago_if_they_were_read() {
        SizeHistory sizes = history(DAILY, 400, back -> 1000);
        sizes.size(364);

        assertThat(considered(sizes)).hasSize(141).endsWith("dt=2025-08-18", "dt=2025-01-06");
    }

    private static List<String> considered(SizeHistory sizes) {
        LearnedHistory learned = HistoryReplay.of(Cadence.DAYS, sizes.window(), Set.of());
        return sizes.considered(learned).stream().map(HistoryEntry::text).toList();
    }

    /**
     * @param bytes returns the size of the day that is this number of days before the checked day; 0 for an absent
     *     partition
     */
    private static SizeHistory history(Dataset dataset, int listed, IntToLongFunction bytes) {
        return new SizeHistory(evidence(dataset, found(dataset, listed, bytes)), TERMS, span(0));
    }

    private static Map<Partition, Observation> found(Dataset dataset, int listed, IntToLongFunction bytes) {
        Map<Partition, Observation> found = new HashMap<>();
        for (int back = 1; back <= listed; back++) {
            found.put(daysBack(back), MadeUpHistory.snapshot(dataset, daysBack(back), bytes.applyAsLong(back)));
        }
        return found;
    }

    private static Evidence evidence(Dataset dataset, Map<Partition, Observation> found) {
        return Evidence.empty(dataset, daysBack(0), NOW).with(found);
    }

    private static Partition daysBack(int back) {
        return DAILY.location().at(span(back));
    }

    private static Span span(int back) {
        return new Span(Period.DAY, MONDAY.minusDays(back).atStartOfDay(), DAILY.zone(), DAILY.due());
    }
}
