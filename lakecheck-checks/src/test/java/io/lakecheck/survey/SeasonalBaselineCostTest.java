// SPDX-License-Identifier: Apache-2.0
package io.lakecheck.survey;

import static org.assertj.core.api.Assertions.assertThat;

import io.lakecheck.Dataset;
import io.lakecheck.DeltaCheck;
import io.lakecheck.Evidence;
import io.lakecheck.Finding;
import io.lakecheck.Report;
import io.lakecheck.Suite;
import io.lakecheck.lake.Lake;
import io.lakecheck.lake.LakeObject;
import io.lakecheck.lake.MemoryLake;
import io.lakecheck.lake.ObjectFilter;
import io.lakecheck.lake.Observation;
import io.lakecheck.lake.Snapshot;
import io.lakecheck.lake.SnapshotBuilder;
import io.lakecheck.partition.Calendar;
import io.lakecheck.partition.Location;
import io.lakecheck.partition.Partition;
import io.lakecheck.partition.Period;
import io.lakecheck.partition.Schedule;
import io.lakecheck.partition.Span;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Counts the LIST requests that {@code usual} takes if various days are missing, and checks that the verdict is the
 * same as with all partitions listed. 2026-01-29 is a Thursday. Each day is identified by the number of days between it
 * and that Thursday.
 */
class SeasonalBaselineCostTest {

    private static final String DAILY = "s3://refined/kpi/dt={date}/";
    private static final String HOURLY = "s3://refined/kpi/dt={date}/hour={HH}/";
    private static final String WEEKLY = "s3://refined/kpi/{YYYY-'W'ww}/";
    private static final String MONTHLY = "s3://refined/kpi/{yyyy-MM}/";

    private static final String THURSDAY = "2026-01-29T00:00";
    private static final String MONDAY = "2026-01-26T00:00";
    private static final String NOON = "2026-01-29T12:00";

    /**
     * Returns datasets with five files a day, and the number of requests for a day without an alert and for a day with
     * an alert. If there is an alert, the days a year ago are listed too.
     */
    static Stream<Arguments> daily() {
        return Stream.of(
                row("no day missing", THURSDAY, 800, SeasonalBaselineCostTest::all, 1, 2),
                row("no weekends, on a Thursday", THURSDAY, 800, back -> (back + 4) % 7 > 1, 1, 2),
                row("no weekends, on a Monday", MONDAY, 800, back -> back % 7 != 1 && back % 7 != 2, 1, 2),
                row("Thursdays alone", THURSDAY, 800, back -> back % 7 == 0, 1, 2),
                row("every other day", THURSDAY, 800, back -> back % 2 == 0, 1, 2),
                row("every third day", THURSDAY, 800, back -> back % 3 == 0, 1, 2),
                row("every ninth day missing", THURSDAY, 800, back -> back % 9 != 3, 1, 2),
                row("a holiday", THURSDAY, 800, back -> back != 3, 1, 2),
                row("a holiday each year", THURSDAY, 800, back -> back % 365 != 3, 1, 2),
                row("a week missing", THURSDAY, 800, back -> back < 20 || back > 26, 1, 2),
                row("a week missing each year", THURSDAY, 800, back -> back % 365 < 20 || back % 365 > 26, 1, 2),
                row("two months missing", THURSDAY, 800, back -> back < 20 || back > 80, 1, 2),
                row("nine in ten, at random", THURSDAY, 800, random(1, 0.9), 1, 2),
                row("seven in ten, at random", THURSDAY, 800, random(2, 0.7), 1, 2),
                row("half, at random", THURSDAY, 800, random(3, 0.5), 1, 2),
                row("three in ten, at random", THURSDAY, 800, random(4, 0.3), 1, 2),
                row("15 days old", THURSDAY, 15, SeasonalBaselineCostTest::all, 1, 1),
                row("40 days old", THURSDAY, 40, SeasonalBaselineCostTest::all, 1, 2),
                row("90 days old", THURSDAY, 90, SeasonalBaselineCostTest::all, 1, 2),
                row("125 days old", THURSDAY, 125, SeasonalBaselineCostTest::all, 1, 2),
                row("200 days old", THURSDAY, 200, SeasonalBaselineCostTest::all, 1, 2),
                row("a year and a day old", THURSDAY, 366, SeasonalBaselineCostTest::all, 1, 2),
                row("400 days old", THURSDAY, 400, SeasonalBaselineCostTest::all, 1, 2),
                row("450 days old", THURSDAY, 450, SeasonalBaselineCostTest::all, 1, 2));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("daily")
    void a_daily_dataset_costs_one_request_and_one_more_if_it_alerts(
            String shape, String judged, int age, IntPredicate exists, int quiet, int alerting) {
        DatasetOnLake dataset = new DatasetOnLake(DAILY, judged, age, 5, exists);

        assertThat(dataset.costs(1000)).as("quiet").isEqualTo(quiet);
        assertThat(dataset.costs(1)).as("alerting").isEqualTo(alerting);
    }

    @Test
    void few_files_a_day_cost_at_most_two_requests() {
        for (int seed = 0; seed < 60; seed++) {
            Random random = new Random(seed);
            int age = random.nextInt(800);
            int holes = random.nextInt(100);
            boolean inRuns = random.nextBoolean();
            boolean[] there = new boolean[age + 1];
            for (int back = 0; back <= age; back++) {
                boolean again = inRuns && back > 0 && random.nextInt(10) > 0;
                there[back] = again ? there[back - 1] : random.nextInt(100) >= holes;
            }

            assertThat(new DatasetOnLake(DAILY, THURSDAY, age, 3, back -> there[back]).costs(1))
                    .as("seed %s", seed)
                    .isLessThanOrEqualTo(2);
        }
    }

    /**
     * Returns hourly, weekly and monthly datasets. With one file an hour, 20 weeks of history have about three thousand
     * keys; with five files a week or a month, they have a few hundred.
     */
    static Stream<Arguments> others() {
        return Stream.of(
                other("hours", HOURLY, NOON, 24 * 800, 1, SeasonalBaselineCostTest::all, 4, 6),
                other("hours, 28 days of them", HOURLY, NOON, 24 * 28, 1, SeasonalBaselineCostTest::all, 1, 1),
                other("hours, not at weekends", HOURLY, NOON, 24 * 800, 1, back -> (hour(back) / 24 + 4) % 7 > 1, 3, 5),
                other("hours, not at night", HOURLY, NOON, 24 * 800, 1, back -> (back + 6) % 24 < 17, 3, 5),
                other("hours, a tenth missing", HOURLY, NOON, 24 * 800, 1, random(5, 0.9), 4, 6),
                other("weeks", WEEKLY, MONDAY, 200, 5, SeasonalBaselineCostTest::all, 1, 1),
                other("every other week", WEEKLY, MONDAY, 200, 5, back -> back % 2 == 0, 1, 1),
                other("months", MONTHLY, "2026-01-01T00:00", 120, 5, SeasonalBaselineCostTest::all, 1, 1),
                other("quarters as months", MONTHLY, "2026-01-01T00:00", 120, 5, back -> back % 3 == 0, 1, 1),
                other(
                        "names that don't sort by time",
                        "s3://refined/{dd}-{MM}-{yyyy}/",
                        THURSDAY,
                        800,
                        1,
                        SeasonalBaselineCostTest::all,
                        141,
                        160));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("others")
    void other_periods_cost_few_requests(
            String shape,
            String location,
            String judged,
            int age,
            int files,
            IntPredicate exists,
            int quiet,
            int alerting) {
        DatasetOnLake dataset = new DatasetOnLake(location, judged, age, files, exists);

        assertThat(dataset.costs(1000)).as("quiet").isEqualTo(quiet);
        assertThat(dataset.costs(1)).as("alerting").isEqualTo(alerting);
    }

    @Test
    void large_days_are_not_prefetched() {
        DatasetOnLake weekdays = new DatasetOnLake(DAILY, THURSDAY, 800, 600, back -> (back + 4) % 7 > 1);

        Report report = weekdays.run(1000);

        long there = report.findings().get(0).evidence().observations().values().stream()
                .filter(sighting -> !((Snapshot) sighting).isAbsent())
                .count();
        assertThat(there).isLessThanOrEqualTo(101);
        assertThat(report.traffic().requests()).isLessThanOrEqualTo(67);
    }

    private static Arguments row(String shape, String judged, int age, IntPredicate exists, int quiet, int alerting) {
        return Arguments.of(shape, judged, age, exists, quiet, alerting);
    }

    private static Arguments other(
            String shape,
            String location,
            String judged,
            int age,
            int files,
            IntPredicate exists,
            int quiet,
            int alerting) {
        return Arguments.of(shape, location, judged, age, files, exists, quiet, alerting);
    }

    private static boolean all(int back) {
        return true;
    }

    /**
     * Returns the number of hours between an hour and the end of the checked day.
     *
     * @param back how many hours before the checked hour that hour is
     */
    private static int hour(int back) {
        return back + 11;
    }

    private static IntPredicate random(int seed, double share) {
        Random random = new Random(seed);
        boolean[] there = new boolean[24 * 900];
        for (int i = 0; i < there.length; i++) {
            there[i] = random.nextDouble() < share;
        }
        return back -> there[back];
    }

    /** A lake with one dataset, whose checked partition is rewritten for each run. */
    private static final class DatasetOnLake {

        private static final Clock NOW = Clock.fixed(Instant.parse("2030-01-01T00:00:00Z"), ZoneOffset.UTC);

        private final MemoryLake lake = new MemoryLake();
        private final Map<Partition, Observation> everything = new HashMap<>();
        private final Dataset dataset;
        private final Span judged;
        private final int files;

        DatasetOnLake(String location, String judged, int age, int files, IntPredicate exists) {
            this.dataset = new Dataset(
                    "kpi",
                    Location.of(location),
                    new Schedule(ZoneOffset.UTC, Duration.ZERO, Calendar.EVERY_DAY),
                    ObjectFilter.DATA,
                    List.of(DeltaCheck.DEFAULT),
                    Map.of());
            this.judged = new Span(
                    dataset.location().period().orElseThrow(),
                    LocalDateTime.parse(judged),
                    ZoneOffset.UTC,
                    Duration.ZERO);
            this.files = files;
            IntStream.rangeClosed(1, 24 * 900)
                    .takeWhile(back -> back <= 900 || this.judged.period().equals(Period.HOUR))
                    .forEach(back -> put(back, back <= age && exists.test(back) ? files : 0, 1000 + back % 3));
        }

        /**
         * Returns the number of LIST requests in a run in which each file in the checked partition has the given size.
         */
        int costs(long bytes) {
            Report report = run(bytes);
            Finding finding = report.findings().get(0);
            Evidence all = Evidence.empty(
                            dataset, finding.partition(), finding.evidence().now())
                    .with(everything);
            assertThat(finding.verdict())
                    .as("as if all partitions had been listed")
                    .isEqualTo(
                            StreakDetector.withStreaks(Finding.of(all)).get(0).verdict());
            return (int) report.traffic().requests();
        }

        Report run(long bytes) {
            put(0, files, bytes);
            return Lakecheck.on(lake)
                    .at(NOW)
                    .partition(dataset.location().at(judged).label())
                    .run(Suite.of(dataset));
        }

        private void put(int back, int count, long bytes) {
            Span span = judged.step(-back);
            Partition partition = dataset.location().at(span);
            SnapshotBuilder builder = new SnapshotBuilder(partition, dataset.roles(), dataset.cutoffs(partition));
            for (int file = 0; file < count; file++) {
                String name = String.format(Locale.ROOT, "part-%05d", file);
                lake.put(partition.folder() + name, bytes, span.end().toString());
                builder.add(new LakeObject(partition.path() + name, bytes, span.end(), Long.toString(bytes)));
            }
            everything.put(partition, builder.snapshot(Lake.Answer.at(Instant.EPOCH)));
        }
    }
}
