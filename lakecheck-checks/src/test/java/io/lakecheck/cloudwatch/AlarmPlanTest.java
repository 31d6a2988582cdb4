// SPDX-License-Identifier: Apache-2.0
package io.lakecheck.cloudwatch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.lakecheck.Check;
import io.lakecheck.CompleteCheck;
import io.lakecheck.Dataset;
import io.lakecheck.DeltaCheck;
import io.lakecheck.DeltaPolicies;
import io.lakecheck.MissingPolicy;
import io.lakecheck.Severity;
import io.lakecheck.SizeCheck;
import io.lakecheck.baseline.SampleBaseline;
import io.lakecheck.baseline.SeasonalBaseline;
import io.lakecheck.baseline.Tolerance;
import io.lakecheck.baseline.Volume;
import io.lakecheck.delivery.Alarms;
import io.lakecheck.delivery.Connection;
import io.lakecheck.delivery.Metrics;
import io.lakecheck.partition.Calendar;
import io.lakecheck.partition.DayInterval;
import io.lakecheck.partition.DayOfMonth;
import io.lakecheck.partition.Days;
import io.lakecheck.partition.Hours;
import io.lakecheck.partition.Incidents;
import io.lakecheck.partition.Period;
import io.lakecheck.partition.Schedule;
import io.lakecheck.value.Limits;
import io.lakecheck.value.Percentage;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import software.amazon.awssdk.services.cloudwatch.model.Dimension;
import software.amazon.awssdk.services.cloudwatch.model.PutMetricAlarmRequest;
import software.amazon.awssdk.services.cloudwatch.model.Statistic;

class AlarmPlanTest {

    private static final String TOPIC = "arn:aws:sns:eu-west-1:123456789012:data-team";
    private static final Metrics NOTIFYING = new Metrics(
            "X", Map.of(), true, false, Connection.DEFAULT, new Alarms("lake", List.of(TOPIC), List.of(TOPIC)));

    @Test
    void watches_everything_that_can_go_wrong() {
        assertThat(summaries(plan(Kpi.METRICS, Kpi.daily(Kpi.RECENCY, Kpi.SIZE, Kpi.DELTA))))
                .containsExactly(
                        "lakecheck-kpi-daily-absent: Minimum of PartitionPresent < 1 for 1 of 1 datapoints (period: 900 s), missing data: ignore",
                        "lakecheck-kpi-daily-size-below: Minimum of TotalFileSize < 195000 for 1 of 1 datapoints (period: 900 s), missing data: ignore",
                        "lakecheck-kpi-daily-size-above: Maximum of TotalFileSize > 1000000 for 1 of 1 datapoints (period: 900 s), missing data: ignore",
                        "lakecheck-kpi-daily-delta-below: Minimum of TotalFileSizeDeltaPercent < -30 for 1 of 1 datapoints (period: 900 s), missing data: ignore",
                        "lakecheck-kpi-daily-delta-above: Maximum of TotalFileSizeDeltaPercent > 100 for 1 of 1 datapoints (period: 900 s), missing data: ignore",
                        "lakecheck-kpi-daily-recency-failed: Maximum of CheckFailed > 0 for 1 of 1 datapoints (period: 900 s), missing data: ignore",
                        "lakecheck-kpi-daily-recency-unknown: Maximum of CheckUnknown > 0 for 1 of 1 datapoints (period: 900 s), missing data: ignore",
                        "lakecheck-kpi-daily-size-failed: Maximum of CheckFailed > 0 for 1 of 1 datapoints (period: 900 s), missing data: ignore",
                        "lakecheck-kpi-daily-size-unknown: Maximum of CheckUnknown > 0 for 1 of 1 datapoints (period: 900 s), missing data: ignore",
                        "lakecheck-kpi-daily-delta-failed: Maximum of CheckFailed > 0 for 1 of 1 datapoints (period: 900 s), missing data: ignore",
                        "lakecheck-kpi-daily-delta-unknown: Maximum of CheckUnknown > 0 for 1 of 1 datapoints (period: 900 s), missing data: ignore",
                        "lakecheck-kpi-daily-silent: Minimum of CheckUnknown < 0 for 30 of 30 datapoints (period: 3600 s), missing data: breaching");
    }

    @Test
    void a_deployment_has_the_alarms_of_the_goal_alarms() {
        Dataset dataset = Kpi.daily(Kpi.RECENCY, Kpi.SIZE, Kpi.DELTA);

        assertThat(MonitoringPlan.of(Kpi.suite(Kpi.METRICS, dataset), Kpi.NOW).alarms())
                .extracting(
                        alarm -> alarm.get("name"),
                        alarm -> alarm.get("metric"),
                        alarm -> Double.valueOf(String.valueOf(alarm.get("threshold"))))
                .containsExactlyElementsOf(plan(Kpi.METRICS, dataset).stream()
                        .map(alarm -> tuple(alarm.alarmName(), alarm.metricName(), alarm.threshold()))
                        .toList());
    }

    @Test
    void a_fleet_has_three_alarms() {
        Metrics fleet = new Metrics(
                "Lake/Checks",
                Map.of(),
                true,
                false,
                Connection.DEFAULT,
                new Alarms("lake", Alarms.Mode.FLEET, List.of(TOPIC), List.of()));

        List<PutMetricAlarmRequest> alarms = plan(fleet, Kpi.daily(Kpi.RECENCY, Kpi.SIZE, Kpi.DELTA));

        assertThat(summaries(alarms))
                .containsExactly(
                        "lake-fleet-absent: SELECT MIN(PartitionPresent) FROM \"Lake/Checks\" < 1 for 1 of 1 datapoints (period: 900 s), missing data: ignore",
                        "lake-fleet-failed: SELECT MAX(CheckFailed) FROM \"Lake/Checks\" > 0 for 1 of 1 datapoints (period: 900 s), missing data: ignore",
                        "lake-fleet-unknown: SELECT MAX(CheckUnknown) FROM \"Lake/Checks\" > 0 for 1 of 1 datapoints (period: 900 s), missing data: ignore");
        assertThat(alarms).allSatisfy(alarm -> assertThat(alarm.alarmActions()).containsExactly(TOPIC));
    }

    @Test
    void names_found_in_the_lake_are_covered_by_the_alarms_of_the_fleet() {
        Dataset open = Kpi.open("s3://refined/TENANT/dt={date}/", Kpi.RECENCY);

        assertThat(plan(Kpi.METRICS, open))
                .extracting(PutMetricAlarmRequest::alarmName)
                .containsExactly("lakecheck-fleet-absent", "lakecheck-fleet-failed", "lakecheck-fleet-unknown");
        assertThat(DimensionOwners.of(Kpi.suite(Kpi.METRICS, open), Kpi.METRICS).warnings())
                .singleElement()
                .asString()
                .startsWith("'orders[tenant=*]' has no alarms or charts of its own");
    }

    @Test
    void datasets_with_known_names_keep_their_alarms() {
        Dataset open = Kpi.open("s3://refined/TENANT/dt={date}/", Kpi.RECENCY);

        assertThat(plan(Kpi.METRICS, Kpi.daily(Kpi.SIZE), open))
                .extracting(PutMetricAlarmRequest::alarmName)
                .contains("lakecheck-kpi-daily-size-failed", "lakecheck-fleet-failed")
                .noneMatch(name -> name.contains("orders"));
    }

    @Test
    void watches_the_metrics_that_a_run_publishes() {
        Dataset dataset =
                Kpi.daily(Kpi.RECENCY, Kpi.SIZE, Kpi.DELTA, new CompleteCheck(2, Severity.FAIL, MissingPolicy.WARN));
        List<List<Object>> published = MetricData.of(
                        Kpi.METRICS, Kpi.run(Kpi.lake(1), dataset).findings())
                .stream()
                .map(datum -> List.<Object>of(datum.metricName(), Set.copyOf(datum.dimensions())))
                .toList();

        assertThat(plan(Kpi.METRICS, dataset)).allSatisfy(alarm -> assertThat(published)
                .contains(List.of(alarm.metricName(), Set.copyOf(alarm.dimensions()))));
    }

    @ParameterizedTest
    @ValueSource(strings = {"{date}/{HH}", "{date}", "{YYYY-'W'ww}", "{yyyy-MM}"})
    void respects_the_limits_of_cloudwatch_for_each_period(String template) {
        Dataset dataset = Kpi.dataset("d", "s3://refined/d/" + template + "/", Kpi.RECENCY, Kpi.SIZE, Kpi.DELTA);

        assertThat(plan(Kpi.METRICS, dataset)).allSatisfy(alarm -> {
            int window = alarm.period() * alarm.evaluationPeriods();
            assertThat(window).isLessThanOrEqualTo(alarm.period() < 3600 ? 86_400 : 604_800);
            assertThat(alarm.period() % 60).isZero();
            assertThat(alarm.datapointsToAlarm()).isEqualTo(alarm.evaluationPeriods());
            assertThat(alarm.statistic()).isIn(Statistic.MINIMUM, Statistic.MAXIMUM);
            assertThat(alarm.alarmName()).hasSizeLessThanOrEqualTo(255);
            assertThat(alarm.alarmDescription()).hasSizeLessThanOrEqualTo(1024);
        });
    }

    @ParameterizedTest
    @CsvSource({"{date}/{HH},3", "{date},30", "{YYYY-'W'ww},30", "{yyyy-MM},30", "{yyyy}-Q{Q},30", "{yyyy},30"})
    void allows_more_time_than_between_two_runs(String template, int hours) {
        Dataset dataset = Kpi.dataset("d", "s3://refined/d/" + template + "/", Kpi.SIZE);

        assertThat(ReportingGap.of(dataset)).hasHours(hours);
    }

    @ParameterizedTest
    @CsvSource({"30, 900", "15, 900", "10, 600", "1, 300"})
    void alarms_evaluate_the_runs_of_some_minutes_one_by_one(int minutes, int seconds) {
        Dataset dataset = Kpi.dataset("d", "s3://refined/d/{date}/{HHmm}/", Kpi.SIZE);
        Dataset often = new Dataset(
                "d",
                dataset.location().lasting(Period.minutes(minutes)),
                new Schedule(dataset.zone(), dataset.due(), dataset.calendar()),
                dataset.filter(),
                dataset.checks(),
                Map.of());

        assertThat(plan(Kpi.METRICS, often).get(0).period()).isEqualTo(seconds);
    }

    @Test
    void allows_as_much_time_for_minutes_as_for_hours() {
        Dataset minutes = Kpi.dataset("d", "s3://refined/d/{date}/{HHmm}/", Kpi.SIZE);

        assertThat(ReportingGap.of(minutes)).hasHours(3);
    }

    @Test
    void allows_for_days_off_up_to_a_week() {
        assertThat(ReportingGap.of(on(Set.of(
                        DayOfWeek.MONDAY,
                        DayOfWeek.TUESDAY,
                        DayOfWeek.WEDNESDAY,
                        DayOfWeek.THURSDAY,
                        DayOfWeek.FRIDAY))))
                .hasHours(2 * 24 + 30);
        assertThat(ReportingGap.of(on(Set.of(DayOfWeek.WEDNESDAY)))).hasHours(6 * 24 + 24);
        assertThat(ReportingGap.of(with(
                        new Calendar(Calendar.EVERY_DAY.days().weekdays(), Set.of(LocalDate.parse("2026-12-25"))))))
                .hasHours(24 + 30);
    }

    @Test
    void allows_for_days_off_between_the_days_of_an_interval_or_a_month() {
        LocalDate monday = LocalDate.parse("2026-01-05");

        assertThat(ReportingGap.of(with(every(2, ChronoUnit.DAYS, monday)))).hasHours(24 + 30);
        assertThat(ReportingGap.of(with(every(2, ChronoUnit.WEEKS, monday)))).hasHours(7 * 24);
        assertThat(ReportingGap.of(with(calendar(Days.monthly(DayOfMonth.workday(DayOfMonth.LAST))))))
                .hasHours(7 * 24);
    }

    private static Calendar every(int count, ChronoUnit unit, LocalDate from) {
        return calendar(Calendar.EVERY_DAY.days().every(Optional.of(new DayInterval(count, unit, from))));
    }

    private static Calendar calendar(Days days) {
        return new Calendar(days, Set.of(), Set.of(), Optional.empty(), Hours.ALL, Incidents.NONE);
    }

    @Test
    void allows_for_a_holiday_next_to_a_weekend() {
        Set<DayOfWeek> weekdays = EnumSet.range(DayOfWeek.MONDAY, DayOfWeek.FRIDAY);
        LocalDate thursday = LocalDate.parse("2026-12-24");

        assertThat(ReportingGap.of(with(new Calendar(weekdays, Set.of(thursday, thursday.plusDays(1))))))
                .hasHours(4 * 24 + 30);
        assertThat(ReportingGap.of(with(new Calendar(weekdays, Set.of(), Set.of(thursday), Optional.empty()))))
                .hasHours(7 * 24);
    }

    @Test
    void runs_actions_except_for_warnings() {
        Check warning = new SizeCheck(
                new Limits(OptionalLong.of(1), OptionalLong.empty()), Limits.NONE, Limits.NONE, Severity.WARN);

        assertThat(plan(NOTIFYING, Kpi.daily(warning, Kpi.size(2, 3))))
                .filteredOn(alarm -> !alarm.alarmActions().equals(List.of(TOPIC)))
                .extracting(PutMetricAlarmRequest::alarmName)
                .containsExactly("lake-kpi-daily-size-below");
        assertThat(plan(NOTIFYING, Kpi.daily(Kpi.SIZE)))
                .allSatisfy(alarm -> assertThat(alarm.okActions()).containsExactly(TOPIC));
    }

    @Test
    void runs_no_action_for_an_absence_that_fails_no_check() {
        Check warning = new SizeCheck(
                new Limits(OptionalLong.of(1), OptionalLong.empty()), Limits.NONE, Limits.NONE, Severity.WARN);
        DeltaCheck lenient = new DeltaCheck(
                SampleBaseline.PREVIOUS,
                Tolerance.of(Optional.of(Percentage.of(30)), Optional.empty()),
                Volume.BYTES,
                OptionalInt.empty(),
                OptionalInt.empty(),
                new DeltaPolicies(MissingPolicy.SKIP, MissingPolicy.SKIP, MissingPolicy.SKIP),
                Severity.FAIL);

        assertThat(absent(warning, lenient).alarmActions()).isEmpty();
        assertThat(absent(warning, lenient).okActions()).isEmpty();
        assertThat(absent(warning, Kpi.DELTA).alarmActions()).containsExactly(TOPIC);
        assertThat(absent(Kpi.RECENCY).alarmActions()).containsExactly(TOPIC);
    }

    private static PutMetricAlarmRequest absent(Check... checks) {
        return plan(NOTIFYING, Kpi.daily(checks)).get(0);
    }

    @Test
    void numbers_alarms_of_the_same_kind() {
        assertThat(plan(Kpi.METRICS, Kpi.daily(Kpi.size(1, 9), Kpi.size(2, 8))))
                .extracting(PutMetricAlarmRequest::alarmName)
                .filteredOn(name -> name.contains("size-b") || name.contains("size-a"))
                .containsExactly(
                        "lakecheck-kpi-daily-size-below",
                        "lakecheck-kpi-daily-size-above",
                        "lakecheck-kpi-daily-size-below-2",
                        "lakecheck-kpi-daily-size-above-2");
    }

    @Test
    void watches_the_outcome_if_the_percentage_does_not_decide() {
        Tolerance limits = Tolerance.of(Optional.of(Percentage.of(30)), Optional.of(Percentage.of(100)));
        DeltaCheck lenient = DeltaCheck.of(
                SampleBaseline.PREVIOUS, new Tolerance(limits.drop(), limits.rise(), Optional.empty(), 50_000));
        DeltaCheck skippedWhenAbsent = new DeltaCheck(
                SampleBaseline.PREVIOUS,
                limits,
                Volume.BYTES,
                OptionalInt.empty(),
                OptionalInt.empty(),
                new DeltaPolicies(MissingPolicy.SKIP, MissingPolicy.SKIP, MissingPolicy.SKIP),
                Severity.FAIL);

        assertThat(List.of(
                        lenient,
                        skippedWhenAbsent,
                        DeltaCheck.of(new SeasonalBaseline(), limits),
                        DeltaCheck.DEFAULT,
                        Kpi.delta(Volume.OBJECTS, 1, 1)))
                .allSatisfy(delta -> assertThat(names(Kpi.daily(delta)))
                        .noneMatch(name -> name.contains("delta-below") || name.contains("delta-above"))
                        .contains("lakecheck-kpi-daily-delta-failed"));
    }

    @Test
    void makes_hostile_names_safe() {
        List<PutMetricAlarmRequest> alarms =
                plan(Kpi.METRICS, Kpi.dataset("kpi\u202e\n" + "x".repeat(2000), "s3://b/k/{date}/", Kpi.SIZE));

        assertThat(alarms).allSatisfy(alarm -> {
            assertThat(alarm.alarmName())
                    .matches("lakecheck-kpi%E2%80%AE%0Ax+~[0-9a-f]{16}-[a-z-]+")
                    .hasSizeLessThan(256);
            assertThat(alarm.alarmDescription())
                    .contains("kpi\\u{202e}\\u{a}xx")
                    .hasSizeLessThan(1024);
        });
        assertThat(alarms).extracting(PutMetricAlarmRequest::alarmName).doesNotHaveDuplicates();
    }

    @Test
    void uses_the_metrics_dimensions_unchanged() {
        assertThat(plan(Kpi.METRICS, Kpi.daily(Kpi.SIZE)))
                .filteredOn(alarm -> alarm.alarmName().endsWith("size-below"))
                .singleElement()
                .satisfies(alarm -> {
                    assertThat(alarm.namespace()).isEqualTo("ATUK/Lambda");
                    assertThat(alarm.dimensions())
                            .extracting(Dimension::name, Dimension::value)
                            .containsExactlyInAnyOrder(
                                    tuple("BucketName", "refined"),
                                    tuple("Key", "kpi/"),
                                    tuple("FunctionName", "file_size_check"));
                    assertThat(alarm.alarmDescription())
                            .contains("kpi-daily", "195 kB", "s3://refined/kpi/dt={date}/", "ATUK/Lambda");
                });
    }

    private static Dataset on(Set<DayOfWeek> days) {
        return with(new Calendar(days, Set.of()));
    }

    private static Dataset with(Calendar calendar) {
        Dataset every = Kpi.daily(Kpi.SIZE);
        return new Dataset(
                "d",
                every.location(),
                new Schedule(every.zone(), every.due(), calendar),
                every.filter(),
                every.checks(),
                Map.of());
    }

    private static List<PutMetricAlarmRequest> plan(Metrics metrics, Dataset... datasets) {
        return AlarmPlan.of(Kpi.suite(metrics, datasets), metrics, AlarmRule.RUN_PERIOD);
    }

    private static List<String> names(Dataset dataset) {
        return plan(Kpi.METRICS, dataset).stream()
                .map(PutMetricAlarmRequest::alarmName)
                .toList();
    }

    private static List<String> summaries(List<PutMetricAlarmRequest> alarms) {
        return alarms.stream()
                .map(alarm -> alarm.alarmName() + ": " + AlarmProperties.summary(alarm))
                .toList();
    }
}
