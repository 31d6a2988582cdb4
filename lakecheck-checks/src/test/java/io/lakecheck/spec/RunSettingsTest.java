// SPDX-License-Identifier: Apache-2.0
package io.lakecheck.spec;

import static java.util.Map.entry;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.lakecheck.Suite;
import io.lakecheck.delivery.Connection;
import io.lakecheck.delivery.DashboardFormat;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class RunSettingsTest {

    private static final Suite LONDON = Yaml.suite("""
                    zone: Europe/London
                    datasets: { kpi: { location: "s3://b/{date}/", checks: [ recency: {} ] } }
                    """);

    @Test
    void commas_inside_braces_do_not_separate_globs() {
        assertThat(read(Map.of("datasets", "kpi-{daily,hourly}, leads"))
                        .selection()
                        .datasets())
                .containsExactly("kpi-{daily,hourly}", "leads");
    }

    @Test
    void missing_settings_have_defaults() {
        assertThat(read(Map.of()))
                .isEqualTo(new RunSettings(
                        new RunSettings.Selection(List.of(), Optional.empty(), Optional.empty(), 90),
                        new RunSettings.Failure(FailOn.FAIL, true),
                        Connection.DEFAULT,
                        new RunSettings.Listing(32, Duration.ofMinutes(10), Optional.empty()),
                        new RunSettings.MetricsSettings(Optional.empty(), DashboardFormat.GRAFANA),
                        new RunSettings.AlarmChanges(false, false),
                        new RunSettings.Source(Optional.empty(), Optional.empty())));
    }

    @Test
    void settings_have_the_grammar_of_the_suite() {
        RunSettings settings = read(Map.ofEntries(
                entry("datasets", "kpi-*, leads"),
                entry("partition", "2026-01-02"),
                entry("failOn", "warn"),
                entry("failIfNoChecks", "false"),
                entry("endpoint", "${LAKE:-http://localhost:4566}"),
                entry("pathStyle", "true"),
                entry("concurrency", "8"),
                entry("timeout", "1h30m"),
                entry("wait", "5m"),
                entry("metrics", "false"),
                entry("format", "cloudwatch"),
                entry("apply", "true"),
                entry("prune", "true"),
                entry("days", "30"),
                entry("location", "s3://refined/kpi/"),
                entry("zone", "Europe/London")));

        assertThat(settings)
                .isEqualTo(new RunSettings(
                        new RunSettings.Selection(
                                List.of("kpi-*", "leads"), Optional.empty(), Optional.of("2026-01-02"), 30),
                        new RunSettings.Failure(FailOn.WARN, false),
                        new Connection(
                                Optional.of("http://localhost:4566"),
                                Optional.empty(),
                                Optional.empty(),
                                Optional.of(true)),
                        new RunSettings.Listing(8, Duration.ofMinutes(90), Optional.of(Duration.ofMinutes(5))),
                        new RunSettings.MetricsSettings(Optional.of(false), DashboardFormat.CLOUDWATCH),
                        new RunSettings.AlarmChanges(true, true),
                        new RunSettings.Source(
                                Optional.of("s3://refined/kpi/"), Optional.of(ZoneId.of("Europe/London")))));
    }

    @Test
    void all_problems_are_reported_at_once() {
        Map<String, String> wrong = new TreeMap<>(Map.of(
                "asOf", "2026-01-03", "failOn", "wran", "timeout", "10", "concurrency", "0", "regoin", "eu-west-1"));

        assertThatThrownBy(() -> read(wrong))
                .isInstanceOf(SuiteProblemsException.class)
                .hasMessageContainingAll(
                        "the settings: lakecheck.asOf: '2026-01-03'",
                        "2026-01-03T07:00",
                        "the settings: lakecheck.failOn: 'wran'",
                        "Did you mean 'warn'?",
                        "the settings: lakecheck.timeout: '10'",
                        "10h, 10m or 10s",
                        "the settings: lakecheck.concurrency: 0",
                        "at least 1",
                        "'regoin'",
                        "'region'?");
    }

    @Test
    void a_timeout_of_zero_is_rejected() {
        assertThatThrownBy(() -> read(Map.of("timeout", "0s")))
                .hasMessageContainingAll("the settings: ", "timeout", "10m");
    }

    @Test
    void a_time_without_an_offset_is_in_the_suites_zone() {
        assertThat(asOf("2026-07-03T07:00", LONDON)).isEqualTo("2026-07-03T06:00:00Z");
        assertThat(asOf("2026-07-03T07:00:30Z", LONDON)).isEqualTo("2026-07-03T07:00:30Z");
        assertThat(asOf("2026-07-03T07:00+05:30", LONDON)).isEqualTo("2026-07-03T01:30:00Z");
    }

    @Test
    void a_repeated_local_time_is_the_first_and_a_skipped_one_moves_on() {
        assertThat(asOf("2026-10-25T01:30", LONDON)).isEqualTo("2026-10-25T00:30:00Z");
        assertThat(asOf("2026-03-29T01:30", LONDON)).isEqualTo("2026-03-29T01:30:00Z");
    }

    @Test
    void a_date_that_does_not_exist_is_rejected() {
        assertThatThrownBy(() -> read(Map.of("asOf", "2026-02-30T07:00")))
                .hasMessageContainingAll("asOf: '2026-02-30T07:00'", "does not exist");
    }

    @Test
    void a_local_time_needs_datasets_of_one_zone() {
        Suite two = Yaml.suite("""
                datasets:
                  a: { location: "s3://b/{date}/", zone: Europe/London, checks: [ recency: {} ] }
                  b: { location: "s3://b/{date}/", zone: Asia/Tokyo, checks: [ recency: {} ] }
                """);

        assertThatThrownBy(() -> asOf("2026-07-03T07:00", two))
                .hasMessageContainingAll("asOf 2026-07-03T07:00", "Europe/London and Asia/Tokyo", "2026-07-03T07:00Z");
        assertThat(asOf("2026-07-03T07:00Z", two)).isEqualTo("2026-07-03T07:00:00Z");
    }

    private static Instant asOf(String text, Suite suite) {
        return read(Map.of("asOf", text)).selection().asOf().orElseThrow().in(suite);
    }

    private static RunSettings read(Map<String, String> written) {
        return RunSettings.read("the settings", written, name -> Optional.empty());
    }
}
