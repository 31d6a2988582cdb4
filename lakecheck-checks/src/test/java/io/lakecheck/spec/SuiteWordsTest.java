// SPDX-License-Identifier: Apache-2.0
package io.lakecheck.spec;

import static org.assertj.core.api.Assertions.assertThat;

import io.lakecheck.CompleteCheck;
import io.lakecheck.Dataset;
import io.lakecheck.DeltaCheck;
import io.lakecheck.DeltaPolicies;
import io.lakecheck.MissingPolicy;
import io.lakecheck.RecencyCheck;
import io.lakecheck.Severity;
import io.lakecheck.SizeCheck;
import io.lakecheck.Suite;
import io.lakecheck.baseline.Tolerance;
import io.lakecheck.baseline.Volume;
import io.lakecheck.delivery.Alarms;
import io.lakecheck.delivery.Connection;
import io.lakecheck.delivery.Metrics;
import io.lakecheck.delivery.Notification;
import io.lakecheck.lake.ObjectFilter;
import io.lakecheck.partition.Calendar;
import io.lakecheck.value.Limits;
import io.lakecheck.value.Percentage;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Tests that each key in a suite ends up in the right place. */
class SuiteWordsTest {

    private static final String DEFAULTS = """
            zone: Europe/London
            due: 6h
            days: weekdays
            except: 2026-12-25
            include: "*.parquet"
            exclude: [tmp/**, "*.bak"]
            """;

    @Test
    void keys_of_the_suite_are_defaults_for_each_dataset() {
        Dataset dataset = only(DEFAULTS + Yaml.daily("recency: {}"));

        assertThat(dataset.zone()).isEqualTo(ZoneId.of("Europe/London"));
        assertThat(dataset.due()).isEqualTo(Duration.ofHours(6));
        assertThat(dataset.calendar())
                .isEqualTo(new Calendar(
                        Set.of(
                                DayOfWeek.MONDAY,
                                DayOfWeek.TUESDAY,
                                DayOfWeek.WEDNESDAY,
                                DayOfWeek.THURSDAY,
                                DayOfWeek.FRIDAY),
                        Set.of(LocalDate.of(2026, 12, 25))));
        assertThat(dataset.filter()).isEqualTo(new ObjectFilter(List.of("*.parquet"), List.of("tmp/**", "*.bak")));
    }

    @Test
    void keys_of_a_dataset_override_those_of_the_suite() {
        String own = """
                zone: UTC
                due: 1h
                days: daily
                except: []
                include: []
                exclude: []\
                """;

        Dataset dataset = only(DEFAULTS + Yaml.dataset("s3://refined/kpi/dt={date}/", own, "recency: {}"));

        assertThat(dataset.zone()).isEqualTo(ZoneId.of("UTC"));
        assertThat(dataset.due()).isEqualTo(Duration.ofHours(1));
        assertThat(dataset.calendar()).isEqualTo(Calendar.EVERY_DAY);
        assertThat(dataset.filter()).isEqualTo(ObjectFilter.DATA);
    }

    @Test
    void by_default_a_dataset_is_due_every_day_at_midnight_utc() {
        Dataset dataset = only(Yaml.daily("recency: {}"));

        assertThat(dataset.zone()).isEqualTo(ZoneId.of("UTC"));
        assertThat(dataset.due()).isZero();
        assertThat(dataset.calendar()).isEqualTo(Calendar.EVERY_DAY);
        assertThat(dataset.filter()).isEqualTo(ObjectFilter.DATA);
        assertThat(dataset.dimensions()).isEmpty();
    }

    @Test
    void by_default_a_suite_neither_waits_nor_notifies() {
        Suite suite = Yaml.suite(Yaml.daily("recency: {}"));

        assertThat(suite.waiting()).isZero();
        assertThat(suite.notification()).isEmpty();
        assertThat(suite.metrics()).isEmpty();
        assertThat(suite.connection()).isEqualTo(Connection.DEFAULT);
    }

    @Test
    void recency_has_these_keys() {
        assertThat(check("recency: { marker: _DONE, sealed: false, grace: 15m, late: fail, severity: warn }"))
                .isEqualTo(new RecencyCheck(
                        Optional.of("_DONE"),
                        false,
                        Duration.ofMinutes(15),
                        Severity.FAIL,
                        Optional.empty(),
                        Optional.empty(),
                        Severity.WARN));
        assertThat(check("recency: { quiet: 10m }")).extracting("quiet").isEqualTo(Optional.of(Duration.ofMinutes(10)));
    }

    @Test
    void an_undated_dataset_limits_the_age_of_its_newest_object() {
        Dataset dataset = only(Yaml.dataset("s3://refined/latest/", "", "recency: { maxAge: 26h }"));

        assertThat(dataset.location().period()).isEmpty();
        assertThat(dataset.checks()).first().extracting("maxAge").isEqualTo(Optional.of(Duration.ofHours(26)));
    }

    @Test
    void size_has_these_keys() {
        assertThat(
                        check(
                                "size: { min: 1 kB, max: 1 MiB, objects: { min: 1, max: 9 }, each: { max: 500 }, severity: warn }"))
                .isEqualTo(new SizeCheck(
                        new Limits(OptionalLong.of(1000), OptionalLong.of(1_048_576)),
                        new Limits(OptionalLong.of(1), OptionalLong.of(9)),
                        new Limits(OptionalLong.empty(), OptionalLong.of(500)),
                        Severity.WARN));
    }

    @Test
    void delta_has_these_keys() {
        DeltaCheck delta = (DeltaCheck)
                check(
                        "delta: { against: median of 3, drop: 30%, rise: 250 %, of: objects, atLeast: 20, history: 3,"
                                + " lookback: 9, severity: warn, whenAbsent: skip, whenTooLittleHistory: warn, whenBaselineEmpty: fail }");

        assertThat(delta.against()).hasToString("median of 3");
        assertThat(delta.tolerance())
                .isEqualTo(new Tolerance(
                        Optional.of(Percentage.of(30)), Optional.of(Percentage.of(250)), Optional.empty(), 20));
        assertThat(delta.of()).isEqualTo(Volume.OBJECTS);
        assertThat(delta.history()).isEqualTo(OptionalInt.of(3));
        assertThat(delta.lookback()).isEqualTo(OptionalInt.of(9));
        assertThat(delta.policies())
                .isEqualTo(new DeltaPolicies(MissingPolicy.SKIP, MissingPolicy.WARN, MissingPolicy.FAIL));
        assertThat(delta.severity()).isEqualTo(Severity.WARN);
    }

    @Test
    void complete_has_these_keys() {
        assertThat(check("complete: {}")).isEqualTo(new CompleteCheck(30, Severity.FAIL, MissingPolicy.WARN));
        assertThat(check("complete: { last: 7, strays: skip, severity: warn }"))
                .isEqualTo(new CompleteCheck(7, Severity.WARN, MissingPolicy.SKIP));
    }

    @Test
    void delta_accepts_a_size_as_the_smallest_change_in_bytes() {
        assertThat(check("delta: { drop: 30%, atLeast: 50 kB }"))
                .extracting("tolerance.atLeast")
                .isEqualTo(50_000L);
    }

    @Test
    void checks_keep_their_order_and_can_repeat() {
        Dataset dataset = only(Yaml.daily("size: { min: 2 }", "recency: {}", "size: { min: 1, severity: warn }"));

        assertThat(dataset.checks()).extracting("name").containsExactly("size", "recency", "size");
    }

    @Test
    void datasets_keep_their_order() {
        String check = ": { location: x, checks: [ size: { min: 1 } ] }\n";

        assertThat(Yaml.suite("datasets:\n  z" + check + "  a" + check + "  m" + check)
                        .datasets())
                .extracting(Dataset::name)
                .containsExactly("z", "a", "m");
    }

    @Test
    void s3_has_these_keys() {
        String s3 = "s3: { endpoint: \"http://localhost:4566\", region: eu-west-1, profile: lake, pathStyle: true }\n";

        assertThat(Yaml.suite(s3 + Yaml.daily("recency: {}")).connection())
                .isEqualTo(new Connection(
                        Optional.of("http://localhost:4566"),
                        Optional.of("eu-west-1"),
                        Optional.of("lake"),
                        Optional.of(true)));
    }

    @Test
    void cloudwatch_has_these_keys() {
        String keys = """
                cloudwatch:
                  namespace: ATUK/Lambda
                  dimensions: { FunctionName: file_size_check }
                  enabled: false
                  metricsRequired: true
                  emf: true
                  region: eu-west-2
                  alarms:
                    prefix: lake
                    actions:
                      alarm: arn:aws:sns:eu-west-1:123456789012:data-team
                      ok: [arn:aws:sns:eu-west-1:123456789012:data-team]
                """;

        assertThat(Yaml.suite(keys + Yaml.daily("recency: {}")).metrics())
                .contains(new Metrics(
                        "ATUK/Lambda",
                        Map.of("FunctionName", "file_size_check"),
                        false,
                        true,
                        true,
                        new Connection(Optional.empty(), Optional.of("eu-west-2"), Optional.empty(), Optional.empty()),
                        new Alarms(
                                "lake",
                                List.of("arn:aws:sns:eu-west-1:123456789012:data-team"),
                                List.of("arn:aws:sns:eu-west-1:123456789012:data-team"))));
    }

    @Test
    void alarms_are_for_each_dataset_unless_the_mode_is_fleet() {
        assertThat(mode("alarms: { prefix: lake }")).isEqualTo(Alarms.Mode.DATASET);
        assertThat(mode("alarms: { mode: fleet }")).isEqualTo(Alarms.Mode.FLEET);
    }

    private static Alarms.Mode mode(String alarms) {
        return Yaml.suite("cloudwatch: { namespace: X, " + alarms + " }\n" + Yaml.daily("recency: {}"))
                .metrics()
                .orElseThrow()
                .alarms()
                .mode();
    }

    @Test
    void a_suite_has_one_shard_unless_it_sets_more() {
        assertThat(Yaml.suite(Yaml.daily("recency: {}")).shards()).isEqualTo(1);
        assertThat(Yaml.suite("deployment: { shards: 20 }\n" + Yaml.daily("recency: {}"))
                        .shards())
                .isEqualTo(20);
    }

    @Test
    void a_dataset_can_have_its_own_dimensions() {
        assertThat(only(Yaml.dataset("s3://refined/kpi/dt={date}/", "dimensions: { Key: kpi/ }", "recency: {}"))
                        .dimensions())
                .containsExactly(Map.entry("Key", "kpi/"));
    }

    @Test
    void notify_and_wait_have_these_keys() {
        String keys = "wait: 30m\nnotify: { on: change, slack: SLACK_URL, webhook: HOOK,"
                + " sns: \"arn:aws:sns:eu-west-1:123456789012:t\", region: eu-west-1 }\n";

        Suite suite = Yaml.suite(keys + Yaml.daily("recency: {}"));

        assertThat(suite.waiting()).isEqualTo(Duration.ofMinutes(30));
        assertThat(suite.notification())
                .contains(new Notification(
                        Notification.Occasion.CHANGE,
                        Optional.of("SLACK_URL"),
                        Optional.of("HOOK"),
                        Optional.of("arn:aws:sns:eu-west-1:123456789012:t"),
                        new Connection(
                                Optional.empty(), Optional.of("eu-west-1"), Optional.empty(), Optional.empty())));
    }

    private static Dataset only(String yaml) {
        return Yaml.suite(yaml).datasets().get(0);
    }

    private static Object check(String yaml) {
        return only(Yaml.daily(yaml)).checks().get(0);
    }
}
