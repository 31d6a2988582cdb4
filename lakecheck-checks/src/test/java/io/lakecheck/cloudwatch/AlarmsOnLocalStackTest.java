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

/** Tests alarms on a real server. Each test uses its own prefix. */
@NeedsLocalStack
class AlarmsOnLocalStackTest {

    private final String prefix = "lake-" + UUID.randomUUID();
    private final Connection connection;
    private final CloudWatchClient cloudWatch;

    AlarmsOnLocalStackTest(LocalStackServer server) {
        connection = server.connection();
        cloudWatch = CloudWatchAccess.open(connection, CloudWatchAccess.FOR_ALARMS);
    }

    @AfterEach
    void deleteAlarms() {
        cloudWatch.deleteAlarms(delete -> delete.alarmNames(
                existing().stream().map(MetricAlarm::alarmName).toList()));
        cloudWatch.close();
    }

    @Test
    void changes_nothing_until_the_diff_is_applied() {
        AlarmDiff diff = compare(Kpi.daily(Kpi.SIZE));

        assertThat(diff.lines())
                .contains("+ " + prefix
                        + "-kpi-daily-size-below: Minimum of TotalFileSize < 195000 for 1 of 1 datapoints (period: 900 s),"
                        + " missing data: ignore")
                .last()
                .isEqualTo("6 to create, 0 to update, 0 to delete, 0 up to date");
        assertThat(existing()).isEmpty();

        apply(diff, false, Kpi.daily(Kpi.SIZE));

        assertThat(existing())
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
    void is_up_to_date_after_it_was_applied() {
        Dataset dataset = Kpi.dataset("größe\u202e", "s3://refined/grö/{date}/", Kpi.RECENCY, Kpi.SIZE, Kpi.DELTA);
        apply(compare(dataset), false, dataset);

        AlarmDiff again = compare(dataset);

        assertThat(again.isUpToDate()).isTrue();
        assertThat(again.lines()).containsExactly("0 to create, 0 to update, 0 to delete, 12 up to date");
    }

    @Test
    void the_alarms_of_a_fleet_are_up_to_date_after_they_were_applied() {
        Alarms fleet = new Alarms(prefix, Alarms.Mode.FLEET, List.of(), List.of());
        try (CloudWatchAlarms alarms = alarms(fleet, Kpi.daily(Kpi.SIZE))) {
            alarms.apply(alarms.compare(), false);

            assertThat(alarms.compare().lines()).containsExactly("0 to create, 0 to update, 0 to delete, 3 up to date");
        }
        assertThat(existing())
                .extracting(alarm -> alarm.metrics().get(0).expression())
                .contains("SELECT MAX(CheckFailed) FROM \"ATUK/Lambda\"");
    }

    @Test
    void updates_a_changed_limit_and_keeps_disabled_actions_disabled() {
        apply(compare(Kpi.daily(Kpi.SIZE)), false, Kpi.daily(Kpi.SIZE));
        cloudWatch.disableAlarmActions(disable -> disable.alarmNames(prefix + "-kpi-daily-size-below"));
        Dataset changed = Kpi.daily(Kpi.size(200_000, 1_000_000));

        AlarmDiff diff = compare(changed);
        apply(diff, false, changed);

        assertThat(diff.lines())
                .satisfiesExactly(
                        line -> assertThat(line)
                                .startsWith("~ " + prefix + "-kpi-daily-size-below: description kpi-daily ")
                                .endsWith("; threshold 195000 -> 200000"),
                        line -> assertThat(line).isEqualTo("0 to create, 1 to update, 0 to delete, 5 up to date"));
        assertThat(existing())
                .filteredOn(alarm -> alarm.alarmName().endsWith("size-below"))
                .singleElement()
                .satisfies(alarm -> {
                    assertThat(alarm.threshold()).isEqualTo(200_000);
                    assertThat(alarm.actionsEnabled()).isFalse();
                });
    }

    @Test
    void deletes_obsolete_alarms_only_if_it_prunes() {
        apply(compare(Kpi.daily(Kpi.SIZE)), false, Kpi.daily(Kpi.SIZE));
        Dataset without = Kpi.daily(noUpperLimit());
        String gone = prefix + "-kpi-daily-size-above";

        AlarmDiff diff = compare(without);
        assertThat(diff.lines())
                .containsExactly(
                        "- " + gone + ": no longer in the suite",
                        "0 to create, 0 to update, 1 to delete, 5 up to date");

        apply(diff, false, without);
        assertThat(existing()).extracting(MetricAlarm::alarmName).contains(gone);

        apply(compare(without), true, without);
        assertThat(existing()).hasSize(5).extracting(MetricAlarm::alarmName).doesNotContain(gone);
    }

    @Test
    void never_changes_an_alarm_of_another_owner() {
        String taken = prefix + "-kpi-daily-size-below";
        String stray = prefix + "-of-another-owner";
        putForeign(taken, "mine");
        putForeign(stray, "mine too");
        List<MetricAlarm> before = foreign(taken, stray);

        AlarmDiff diff = compare(Kpi.daily(Kpi.SIZE));
        apply(diff, true, Kpi.daily(Kpi.SIZE));

        assertThat(diff.warnings()).singleElement().asString().contains(taken);
        assertThat(diff.conflicts()).isOne();
        assertThat(diff.lines())
                .noneMatch(line -> line.contains(stray))
                .last()
                .isEqualTo("5 to create, 0 to update, 0 to delete, 0 up to date");
        assertThat(foreign(taken, stray)).isEqualTo(before);
        assertThat(existing()).hasSize(7);
    }

    @Test
    void never_changes_alarms_of_a_suite_with_a_longer_prefix() {
        Dataset dataset = Kpi.daily(Kpi.SIZE);
        String longer = prefix + "-kpi";
        String sameName = longer + "-daily";
        try (CloudWatchAlarms ours = alarms(dataset);
                CloudWatchAlarms theirs = alarms(longer, dataset);
                CloudWatchAlarms alike = alarms(longer, Kpi.dataset("daily", "s3://refined/d/{date}/", Kpi.SIZE))) {
            ours.apply(ours.compare(), true);
            theirs.apply(theirs.compare(), true);

            assertThat(ours.compare().lines()).containsExactly("0 to create, 0 to update, 0 to delete, 6 up to date");
            ours.apply(ours.compare(), true);
            assertThat(theirs.compare().lines()).containsExactly("0 to create, 0 to update, 0 to delete, 6 up to date");
            assertThat(alike.compare().warnings())
                    .hasSize(6)
                    .anyMatch(warning -> warning.contains(sameName + "-absent"));
        }
    }

    @Test
    void updates_the_alarms_of_twenty_datasets() {
        Dataset[] many = IntStream.range(0, 20)
                .mapToObj(i -> Kpi.dataset("d" + i, "s3://refined/d" + i + "/{date}/", Kpi.SIZE))
                .toArray(Dataset[]::new);
        apply(compare(many), false, many);

        assertThat(compare(many).lines()).containsExactly("0 to create, 0 to update, 0 to delete, 120 up to date");

        apply(compare(Kpi.daily(Kpi.SIZE)), true, Kpi.daily(Kpi.SIZE));
        assertThat(existing()).hasSize(6);
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
        return cloudWatch.describeAlarms(request -> request.alarmNames(names)).metricAlarms().stream()
                .map(alarm -> alarm.toBuilder()
                        .stateUpdatedTimestamp(null)
                        .stateValue((String) null)
                        .stateReason(null)
                        .stateReasonData(null)
                        .stateTransitionedTimestamp(null)
                        .build())
                .toList();
    }

    private List<MetricAlarm> existing() {
        return cloudWatch
                .describeAlarmsPaginator(
                        request -> request.alarmNamePrefix(prefix).alarmTypes(AlarmType.METRIC_ALARM))
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
        return alarms(new Alarms(named, List.of(), List.of()), datasets);
    }

    private CloudWatchAlarms alarms(Alarms settings, Dataset... datasets) {
        return CloudWatchAlarms.of(
                Kpi.suite(new Metrics("ATUK/Lambda", Map.of(), true, false, connection, settings), datasets));
    }
}
