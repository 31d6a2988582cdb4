// SPDX-License-Identifier: Apache-2.0
package io.lakecheck;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.lakecheck.lake.MemoryLake;
import io.lakecheck.lake.ObjectFilter;
import io.lakecheck.partition.Calendar;
import io.lakecheck.partition.DayOfMonth;
import io.lakecheck.partition.Days;
import io.lakecheck.partition.Hours;
import io.lakecheck.partition.Incidents;
import io.lakecheck.partition.Location;
import io.lakecheck.partition.Partition;
import io.lakecheck.partition.Period;
import io.lakecheck.partition.Schedule;
import io.lakecheck.partition.Span;
import io.lakecheck.value.Display;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DatasetTest {

    private static final Calendar WEEKDAYS = new Calendar(EnumSet.range(DayOfWeek.MONDAY, DayOfWeek.FRIDAY), Set.of());

    @ParameterizedTest
    @Survives(Hazard.DATES)
    @CsvSource({
        "2026-01-03T05:59:59Z, dt=2026-01-01",
        "2026-01-03T06:00:00Z, dt=2026-01-02",
        "2026-01-01T06:00:00Z, dt=2025-12-31",
        "2024-03-01T06:00:00Z, dt=2024-02-29",
        "2024-03-01T05:00:00Z, dt=2024-02-28",
        "2025-03-01T06:00:00Z, dt=2025-02-28"
    })
    void the_newest_due_partition_has_the_latest_passed_deadline(Instant now, String label) {
        assertThat(Datasets.daily(Datasets.recency()).newestDue(now).label()).isEqualTo(label);
    }

    @ParameterizedTest
    @CsvSource({
        "2026-01-05T05:59:59Z, dt=2026-01-01",
        "2026-01-05T06:00:00Z, dt=2026-01-01",
        "2026-01-06T05:59:59Z, dt=2026-01-01",
        "2026-01-06T06:00:00Z, dt=2026-01-05",
        "2026-01-10T06:00:00Z, dt=2026-01-09",
        "2026-01-12T06:00:00Z, dt=2026-01-09"
    })
    void the_newest_due_partition_is_expected_by_the_calendar(Instant now, String label) {
        Calendar calendar = new Calendar(WEEKDAYS.days().weekdays(), Set.of(LocalDate.parse("2026-01-02")));

        assertThat(Datasets.expected(calendar, Datasets.recency())
                        .newestDue(now)
                        .label())
                .isEqualTo(label);
    }

    @Test
    void the_newest_partition_of_a_minute_may_be_weeks_ago() {
        Dataset minutes = minutes(Period.MINUTE, ZoneOffset.UTC, Duration.ZERO, Days.monthly(DayOfMonth.day(1)));
        Partition newest = minutes.newestDue(Instant.parse("2026-01-20T12:00:00Z"));

        assertThat(newest.label()).isEqualTo("2026-01-01/2359");
        assertThat(minutes.before(newest).skip(24 * 60 - 1).findFirst())
                .map(Partition::label)
                .contains("2025-12-01/2359");
    }

    @Test
    void the_newest_partition_of_minutes_stays_while_the_clocks_repeat_an_hour() {
        Dataset minutes = minutes(
                Period.minutes(15), ZoneId.of("Europe/London"), Duration.ofMinutes(5), Calendar.EVERY_DAY.days());
        Instant before = Instant.parse("2026-10-25T00:00:00Z");
        List<String> judged = IntStream.range(0, 180)
                .mapToObj(minute -> before.plus(Duration.ofMinutes(minute)))
                .map(now -> minutes.newestDue(now).label())
                .toList();

        assertThat(judged).isSorted();
        assertThat(judged.subList(50, 125)).containsOnly("2026-10-25/0130");
        assertThat(judged.subList(125, 140)).containsOnly("2026-10-25/0145");
    }

    private static Dataset minutes(Period period, ZoneId zone, Duration due, Days days) {
        Calendar calendar = new Calendar(days, Set.of(), Set.of(), Optional.empty(), Hours.ALL, Incidents.NONE);
        return new Dataset(
                "m",
                Location.of("s3://refined/m/{date}/{HHmm}/").lasting(period),
                new Schedule(zone, due, calendar),
                ObjectFilter.DATA,
                List.of(Datasets.recency()),
                Map.of());
    }

    @Test
    void the_newest_partition_is_skipped_if_the_calendar_expects_none() {
        Dataset hourly = Datasets.of(
                "h",
                "s3://refined/h/{date}/{HH}/",
                ZoneOffset.UTC,
                Duration.ZERO,
                new Calendar(
                        EnumSet.allOf(DayOfWeek.class),
                        Set.of(),
                        Set.of(LocalDate.parse("2027-01-01")),
                        Optional.empty()),
                ObjectFilter.DATA,
                Datasets.recency());

        Verdict verdict = Datasets.judge(new MemoryLake(), Instant.parse("2026-12-31T12:00:00Z"), hourly);

        assertThat(hourly.newestDue(Instant.parse("2026-12-31T12:00:00Z")).label())
                .isEqualTo("2026-12-31/11");
        assertThat(verdict.outcome()).isEqualTo(Outcome.SKIPPED);
    }

    @Test
    void earlier_partitions_are_the_expected_ones_most_recent_first() {
        Dataset dataset = Datasets.expected(WEEKDAYS, Datasets.recency());

        assertThat(dataset.before(dataset.partition("2026-01-06")).limit(4))
                .extracting(Partition::label)
                .containsExactly("dt=2026-01-05", "dt=2026-01-02", "dt=2026-01-01", "dt=2025-12-31");
    }

    @Test
    void an_undated_dataset_has_one_partition_that_is_always_due() {
        Dataset dataset = Datasets.named("ref", "s3://refined/ref", Datasets.recency());

        Partition partition = dataset.newestDue(Instant.EPOCH);

        assertThat(partition.folder()).isEqualTo("s3://refined/ref/");
        assertThat(dataset.expects(partition)).isTrue();
        assertThat(dataset.before(partition)).isEmpty();
        assertThat(Evidence.empty(dataset, partition, Instant.EPOCH).isDue()).isTrue();
    }

    @ParameterizedTest
    @CsvSource({
        "s3://b/dt={date}/, 2026-01-02, dt=2026-01-02",
        "s3://b/dt={date}/, dt=2026-01-02, dt=2026-01-02",
        "s3://b/dt={date}/, dt=2026-01-02/, dt=2026-01-02",
        "s3://b/dt={date}/, 2026-01-02T05, dt=2026-01-02",
        "s3://b/dt={date}/, 2024-02-29, dt=2024-02-29",
        "s3://b/dt={date+1d}/, 2026-01-02, dt=2026-01-03",
        "s3://b/dt={date+1d}/, dt=2026-01-02, dt=2026-01-02",
        "s3://b/{yyyy}/{MM}/, 2026-02, 2026/02",
        "s3://b/{yyyy}/{MM}/, 2026-02-17, 2026/02",
        "s3://b/{yyyy}/{MM}/, 2026/02, 2026/02",
        "s3://b/{date}/{HH}/, 2026-01-02T05, 2026-01-02/05",
        "s3://b/{date}/{HH}/, 2026-01-02T05:30, 2026-01-02/05",
        "s3://b/{date}/{HH}/, 2026-01-02T05:30:15, 2026-01-02/05",
        "s3://b/{YYYY-'W'ww}/, 2026-W53, 2026-W53",
        "s3://b/{YYYY-'W'ww}/, 2027-01-03, 2026-W53",
        "s3://b/{YYYY-'W'ww}/, 2027-01-04, 2027-W01"
    })
    void a_partition_is_named_by_its_path_or_an_iso_date(String location, String text, String label) {
        assertThat(Datasets.at(location, Datasets.recency()).partition(text).label())
                .isEqualTo(label);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "2026-02-30",
                "2026-13-01",
                "2025-02-29",
                "2026-01-02T24",
                "2026-01-02T05:60",
                "2026-1-2",
                "yesterday",
                "",
                "dt=2026-02-30",
                "20260102",
                "2026-01-02Z",
                "2026",
                "../2026-01-02",
                "\u001b[31m"
            })
    void invalid_names_of_partitions_are_rejected_with_an_example(String text) {
        assertThatThrownBy(() -> Datasets.daily(Datasets.recency()).partition(text))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("invalid partition '" + Display.visible(text) + "'")
                .hasMessageContaining("2026-01-02")
                .hasMessageContaining("s3://refined/kpi/dt={date}/");
    }

    @Test
    void the_example_for_hourly_data_is_an_hour() {
        Dataset hourly = Datasets.at("s3://refined/kpi/dt={date}/hour={HH}/", Datasets.recency());

        assertThatThrownBy(() -> hourly.partition("2026-01-02T5"))
                .hasMessageContaining("an hour such as 2026-01-02T05");
    }

    @ParameterizedTest
    @CsvSource({
        "s3://b/{date}/{HH}/, 2026-01-02",
        "s3://b/{date}/{HH}/, 2026-01",
        "s3://b/{date}/, 2026-01",
        "s3://b/{YYYY-'W'ww}/, 2026-01"
    })
    void a_date_that_covers_several_partitions_is_rejected(String location, String text) {
        Dataset dataset = Datasets.at(location, Datasets.recency());

        assertThatThrownBy(() -> dataset.partition(text))
                .hasMessageContainingAll("invalid partition '" + text + "'", "such as 2026-01-02");
    }

    @Test
    @Survives(Hazard.DATES)
    void an_hour_skipped_by_daylight_saving_time_is_rejected() {
        Dataset london = Datasets.of(
                "kpi",
                "s3://b/{date}/{HH}/",
                ZoneId.of("Europe/London"),
                Duration.ZERO,
                Calendar.EVERY_DAY,
                ObjectFilter.DATA,
                Datasets.recency());

        assertThatThrownBy(() -> london.partition("2026-03-29T01"))
                .hasMessageContaining("2026-03-29T01")
                .hasMessageContaining("Europe/London skips this hour");
        assertThat(london.partition("2026-03-29T02").label()).isEqualTo("2026-03-29/02");
    }

    @Test
    void an_undated_dataset_rejects_names_of_partitions() {
        assertThatThrownBy(() -> Datasets.named("ref", "s3://refined/ref/", Datasets.recency())
                        .partition("2026-01-02"))
                .hasMessageContaining("invalid partition '2026-01-02'")
                .hasMessageContaining("no dates");
    }

    @Test
    void knows_its_marker_and_whether_data_may_follow_it() {
        assertThat(Datasets.daily(Datasets.atLeast(1)).marker()).isEmpty();
        assertThat(Datasets.daily(Datasets.recency(), Datasets.marked("_OK")).marker())
                .contains("_OK");
        assertThat(Datasets.daily(Datasets.marked("_OK"), Datasets.marked("_OK"))
                        .marker())
                .contains("_OK");
        assertThat(Datasets.daily(Datasets.marked("_OK"), Datasets.atLeast(1)).mayGrowAfterMarker())
                .isFalse();
    }

    @Test
    void rejects_invalid_datasets() {
        assertThatThrownBy(() -> Datasets.daily()).hasMessageContaining("no checks given");
        assertThatThrownBy(() -> Datasets.named(" ", Datasets.KPI, Datasets.recency()))
                .hasMessageContaining("must not be blank");
        assertThatThrownBy(() -> Datasets.daily(Datasets.marked("_A"), Datasets.marked("_B")))
                .hasMessageContaining("different markers");
        assertThatThrownBy(() -> Datasets.of(
                        "kpi",
                        Datasets.KPI,
                        ZoneOffset.UTC,
                        Duration.ofSeconds(-1),
                        Calendar.EVERY_DAY,
                        ObjectFilter.DATA,
                        Datasets.recency()))
                .hasMessageContaining("due must not be negative");
        assertThatThrownBy(() -> new Calendar(Set.of(), Set.of())).hasMessageContaining("the calendar has no days");
        assertThatThrownBy(() ->
                        new Span(Period.DAY, LocalDateTime.parse("2026-01-02T01:00"), ZoneOffset.UTC, Duration.ZERO))
                .hasMessageContaining("not the start of a");
        assertThatThrownBy(() -> new Span(
                        Period.DAY, LocalDateTime.parse("2026-01-02T00:00"), ZoneOffset.UTC, Duration.ofSeconds(-1)))
                .hasMessageContaining("due must not be negative");
    }

    @Test
    void is_equal_by_value_and_copies_its_checks() {
        List<Check> checks = new java.util.ArrayList<>(List.of(Datasets.recency()));
        Dataset dataset = new Dataset(
                "kpi",
                Location.of(Datasets.KPI),
                new Schedule(ZoneOffset.UTC, Datasets.DUE, Calendar.EVERY_DAY),
                ObjectFilter.DATA,
                checks,
                Map.of());
        checks.clear();

        assertThat(dataset).isEqualTo(Datasets.named("kpi", Datasets.KPI, Datasets.recency()));
    }
}
