// SPDX-License-Identifier: Apache-2.0
package io.lakecheck.cloudwatch;

import static org.assertj.core.api.Assertions.assertThat;

import io.lakecheck.Check;
import io.lakecheck.Dataset;
import io.lakecheck.Severity;
import io.lakecheck.SizeCheck;
import io.lakecheck.delivery.Alarms;
import io.lakecheck.delivery.Connection;
import io.lakecheck.delivery.Metrics;
import io.lakecheck.s3.LocalStackServer;
import io.lakecheck.s3.NeedsLocalStack;
import io.lakecheck.value.Limits;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.cloudwatch.CloudWatchClient;
import software.amazon.awssdk.services.cloudwatch.model.AlarmType;
import software.amazon.awssdk.services.cloudwatch.model.ComparisonOperator;
import software.amazon.awssdk.services.cloudwatch.model.MetricAlarm;
import software.amazon.awssdk.services.cloudwatch.model.Statistic;

/** Alarms as a CloudWatch that is really there keeps them. Each test has a prefix of its own. */
@NeedsLocalStack
class AlarmsOnLocalStackTest {

    private final String prefix = "lake-" + UUID.randomUUID();
    private final Connection connection;
    private final CloudWatchClient cloudWatch;

    AlarmsOnLocalStackTest(LocalStackServer server) {
        connection = server.connection();
        cloudWatch = CloudWatch.open(connection, CloudWatch.Patience.FOR_ALARMS);
    }

    @AfterEach
    void leaveNoAlarm() {
        cloudWatch.deleteAlarms(delete ->
                delete.alarmNames(there().stream().map(MetricAlarm::alarmName).toList()));
        cloudWatch.close();
    }

    @Test
    void shows_what_it_would_do_and_does_it_only_when_told() {
        AlarmDiff diff = compare(Kpi.daily(Kpi.SIZE));

        assertThat(diff.lines())
                .contains("+ " + prefix + "-kpi-daily-size-below: Minimum of TotalFileSize < 195000 in 1 of 1 x 900 s,"
                        + " missing data: ignore")
                .last()
                .isEqualTo("6 to create, 0 to change, 0 to delete, 0 as they should be");
        assertThat(there()).isEmpty();

        apply(diff, false, Kpi.daily(Kpi.SIZE));

        assertThat(there())
                .extracting(MetricAlarm::alarmName)
                .containsExactlyInAnyOrder(
                        prefix + "-kpi-daily-absent",
                        prefix + "-kpi-daily-size-below",
                        prefix + "-kpi-daily-size-above",
                        prefix + "-kpi-daily-size-failed",
                        prefix + "-kpi-daily-size-unknown",
                        prefix + "-kpi-daily-silent");
    }

    @Test
    void changes_nothing_the_second_time() {
        Dataset dataset = Kpi.dataset("größe\u202e", "s3://refined/grö/{date}/", Kpi.RECENCY, Kpi.SIZE, Kpi.DELTA);
        apply(compare(dataset), false, dataset);

        AlarmDiff again = compare(dataset);

        assertThat(again.isSettled()).isTrue();
        assertThat(again.lines()).containsExactly("0 to create, 0 to change, 0 to delete, 12 as they should be");
    }

    @Test
    void changes_what_the_suite_says_otherwise_and_leaves_switched_off_actions_off() {
        apply(compare(Kpi.daily(Kpi.SIZE)), false, Kpi.daily(Kpi.SIZE));
        cloudWatch.disableAlarmActions(disable -> disable.alarmNames(prefix + "-kpi-daily-size-below"));
        Dataset changed = Kpi.daily(Kpi.size(200_000, 1_000_000));

        AlarmDiff diff = compare(changed);
        apply(diff, false, changed);

        assertThat(diff.lines())
                .containsExactly(
                        "~ " + prefix + "-kpi-daily-size-below: description kpi-daily has less than 195 kB"
                                + " (s3://refined/kpi/dt={date}/) -> kpi-daily has less than 200 kB"
                                + " (s3://refined/kpi/dt={date}/); threshold 195000 -> 200000",
                        "0 to create, 1 to change, 0 to delete, 5 as they should be");
        assertThat(there())
                .filteredOn(alarm -> alarm.alarmName().endsWith("size-below"))
                .singleElement()
                .satisfies(alarm -> {
                    assertThat(alarm.threshold()).isEqualTo(200_000);
                    assertThat(alarm.actionsEnabled()).isFalse();
                });
    }

    @Test
    void deletes_what_the_suite_no_longer_has_only_when_told() {
        apply(compare(Kpi.daily(Kpi.SIZE)), false, Kpi.daily(Kpi.SIZE));
        Dataset without = Kpi.daily(noUpperLimit());
        String gone = prefix + "-kpi-daily-size-above";

        AlarmDiff diff = compare(without);
        assertThat(diff.lines())
                .containsExactly(
                        "- " + gone + ": no longer in the suite",
                        "0 to create, 0 to change, 1 to delete, 5 as they should be");

        apply(diff, false, without);
        assertThat(there()).extracting(MetricAlarm::alarmName).contains(gone);

        apply(compare(without), true, without);
        assertThat(there()).hasSize(5).extracting(MetricAlarm::alarmName).doesNotContain(gone);
    }

    @Test
    void never_touches_an_alarm_that_is_not_its_own() {
        String taken = prefix + "-kpi-daily-size-below";
        String stray = prefix + "-of-somebody";
        putForeign(taken, "mine");
        putForeign(stray, "mine too");
        List<MetricAlarm> before = foreign(taken, stray);

        AlarmDiff diff = compare(Kpi.daily(Kpi.SIZE));
        apply(diff, true, Kpi.daily(Kpi.SIZE));

        assertThat(diff.warnings())
                .containsExactly(taken + ": an alarm of that name is there and not this suite's; it is left alone");
        assertThat(diff.taken()).isOne();
        assertThat(diff.lines())
                .noneMatch(line -> line.contains(stray))
                .last()
                .isEqualTo("5 to create, 0 to change, 0 to delete, 0 as they should be");
        assertThat(foreign(taken, stray)).isEqualTo(before);
        assertThat(there()).hasSize(7);
    }

    @Test
    void never_touches_the_alarms_of_a_suite_whose_prefix_begins_with_its_own() {
        Dataset dataset = Kpi.daily(Kpi.SIZE);
        String longer = prefix + "-kpi";
        String sameName = longer + "-daily";
        try (CloudWatchAlarms ours = alarms(dataset);
                CloudWatchAlarms theirs = alarms(longer, dataset);
                CloudWatchAlarms alike = alarms(longer, Kpi.dataset("daily", "s3://refined/d/{date}/", Kpi.SIZE))) {
            ours.apply(ours.compare(), true);
            theirs.apply(theirs.compare(), true);

            assertThat(ours.compare().lines())
                    .containsExactly("0 to create, 0 to change, 0 to delete, 6 as they should be");
            ours.apply(ours.compare(), true);
            assertThat(theirs.compare().lines())
                    .containsExactly("0 to create, 0 to change, 0 to delete, 6 as they should be");
            assertThat(alike.compare().warnings())
                    .hasSize(6)
                    .contains(sameName
                            + "-absent: an alarm of that name is there and not this suite's; it is left alone");
        }
    }

    @Test
    void keeps_the_alarms_of_twenty_datasets() {
        Dataset[] many = IntStream.range(0, 20)
                .mapToObj(i -> Kpi.dataset("d" + i, "s3://refined/d" + i + "/{date}/", Kpi.SIZE))
                .toArray(Dataset[]::new);
        apply(compare(many), false, many);

        assertThat(compare(many).lines())
                .containsExactly("0 to create, 0 to change, 0 to delete, 120 as they should be");

        apply(compare(Kpi.daily(Kpi.SIZE)), true, Kpi.daily(Kpi.SIZE));
        assertThat(there()).hasSize(6);
    }

    private static Check noUpperLimit() {
        return new SizeCheck(
                new Limits(OptionalLong.of(195_000), OptionalLong.empty()), Limits.NONE, Limits.NONE, Severity.FAIL);
    }

    private void putForeign(String name, String description) {
        cloudWatch.putMetricAlarm(put -> put.alarmName(name)
                .alarmDescription(description)
                .namespace("ATUK/Lambda")
                .metricName("TotalFileSize")
                .statistic(Statistic.AVERAGE)
                .comparisonOperator(ComparisonOperator.LESS_THAN_THRESHOLD)
                .threshold(1.0)
                .period(3600)
                .evaluationPeriods(1));
    }

    private List<MetricAlarm> foreign(String... names) {
        return cloudWatch.describeAlarms(ask -> ask.alarmNames(names)).metricAlarms().stream()
                .map(alarm -> alarm.toBuilder()
                        .stateUpdatedTimestamp(null)
                        .stateValue((String) null)
                        .stateReason(null)
                        .stateReasonData(null)
                        .stateTransitionedTimestamp(null)
                        .build())
                .toList();
    }

    private List<MetricAlarm> there() {
        return cloudWatch
                .describeAlarmsPaginator(ask -> ask.alarmNamePrefix(prefix).alarmTypes(AlarmType.METRIC_ALARM))
                .metricAlarms()
                .stream()
                .toList();
    }

    private AlarmDiff compare(Dataset... datasets) {
        try (CloudWatchAlarms alarms = alarms(datasets)) {
            return alarms.compare();
        }
    }

    private void apply(AlarmDiff diff, boolean prune, Dataset... datasets) {
        try (CloudWatchAlarms alarms = alarms(datasets)) {
            alarms.apply(diff, prune);
        }
    }

    private CloudWatchAlarms alarms(Dataset... datasets) {
        return alarms(prefix, datasets);
    }

    private CloudWatchAlarms alarms(String named, Dataset... datasets) {
        return CloudWatchAlarms.of(Kpi.suite(
                new Metrics("ATUK/Lambda", Map.of(), true, false, connection, new Alarms(named, List.of(), List.of())),
                datasets));
    }
}
