// SPDX-License-Identifier: Apache-2.0
package io.lakecheck.cloudwatch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.lakecheck.Dataset;
import io.lakecheck.GeneratedFile;
import io.lakecheck.Severity;
import io.lakecheck.SizeCheck;
import io.lakecheck.Suite;
import io.lakecheck.delivery.Alarms;
import io.lakecheck.delivery.Connection;
import io.lakecheck.delivery.DashboardFormat;
import io.lakecheck.delivery.Metrics;
import io.lakecheck.lake.ObjectFilter;
import io.lakecheck.partition.Calendar;
import io.lakecheck.partition.Location;
import io.lakecheck.partition.Schedule;
import io.lakecheck.value.Limits;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class DashboardTest {

    private static final Instant WINTER = Instant.parse("2026-01-03T07:00:00Z");

    @ParameterizedTest
    @EnumSource
    void is_rendered_as_pinned(DashboardFormat format) {
        SizeCheck size = new SizeCheck(
                new Limits(OptionalLong.of(195_000), OptionalLong.empty()),
                new Limits(OptionalLong.of(1), OptionalLong.of(10)),
                Limits.NONE,
                Severity.WARN);
        Dashboard dashboard = only(
                suite(
                        Kpi.daily(Kpi.RECENCY, size, Kpi.DELTA),
                        Kpi.dataset("leads", "s3://refined/leads/{date}/", Kpi.SIZE)),
                format);

        GeneratedFile.check(
                Path.of("src/test/resources/io/lakecheck/cloudwatch", dashboard.fileName()), json(dashboard));
    }

    @ParameterizedTest
    @EnumSource
    void charts_show_published_metrics_only(DashboardFormat format) {
        Dataset dataset = Kpi.daily(Kpi.RECENCY, Kpi.SIZE, Kpi.DELTA);
        List<String> published = MetricData.of(
                        Kpi.METRICS, Kpi.run(Kpi.lake(1), dataset).findings())
                .stream()
                .map(datum -> datum.metricName())
                .distinct()
                .toList();

        String json = json(only(suite(dataset), format));

        assertThat(Pattern.compile("\"((TotalFile|ObjectC|Partition|Late|CheckF|CheckU)\\w+)\"")
                        .matcher(json)
                        .results()
                        .map(found -> found.group(1))
                        .collect(Collectors.toSet()))
                .isSubsetOf(published)
                .contains("CheckFailed", "Lateness", "TotalFileSize", "TotalFileSizeDeltaPercent", "ObjectCount");
    }

    @Test
    void a_large_suite_needs_several_cloudwatch_dashboards() {
        List<Dashboard> dashboards = Dashboard.of(suite(many(200)), DashboardFormat.CLOUDWATCH, WINTER);

        assertThat(dashboards)
                .extracting(Dashboard::fileName)
                .containsExactly("cloudwatch-dashboard.json", "cloudwatch-dashboard-2.json");
        assertThat(dashboards.stream().mapToInt(Dashboard::datasets).sum()).isEqualTo(200);
        assertThat(dashboards).allSatisfy(dashboard -> assertThat(count("\"properties\"", json(dashboard)))
                .isBetween(1, 500));
    }

    @Test
    void a_large_suite_needs_one_grafana_dashboard() {
        assertThat(only(suite(many(200)), DashboardFormat.GRAFANA).datasets()).isEqualTo(200);
    }

    @Test
    void cloudwatch_charts_use_the_offset_of_the_time_zone() {
        Suite suite = suite(in("Asia/Kolkata"));

        assertThat(json(only(suite, DashboardFormat.CLOUDWATCH))).contains("\"timezone\" : \"+0530\"");
        assertThat(json(only(suite, DashboardFormat.GRAFANA))).contains("\"timezone\" : \"Asia/Kolkata\"");
        assertThat(json(only(suite(in("Z")), DashboardFormat.GRAFANA))).contains("\"timezone\" : \"utc\"");
        assertThat(json(only(suite(in("+02:00")), DashboardFormat.GRAFANA))).contains("\"timezone\" : \"browser\"");
    }

    @Test
    void datasets_in_several_time_zones_use_that_of_the_viewer() {
        Suite suite = suite(in("Asia/Kolkata"), Kpi.daily(Kpi.SIZE));

        assertThat(json(only(suite, DashboardFormat.GRAFANA))).contains("\"timezone\" : \"browser\"");
        assertThat(json(only(suite, DashboardFormat.CLOUDWATCH))).contains("\"timezone\" : \"+0000\"");
    }

    @ParameterizedTest
    @EnumSource
    void names_are_neither_markdown_nor_control_characters(DashboardFormat format) {
        Dataset dataset = Kpi.dataset("a`<script>\u001b", "s3://refined/`[x](http://x)/{date}/", Kpi.SIZE);

        assertThat(json(only(suite(dataset), format)))
                .contains("`s3://refined/'[x](http://x)/{date}/`")
                .doesNotContain("\\u001b", "`[x](http://x)/{", "`a`<");
    }

    @Test
    void grafana_replaces_a_dashboard_of_the_same_suite() {
        Pattern uid = Pattern.compile("\"uid\" : \"([0-9a-f-]{36})\"");
        String json = json(only(suite(Kpi.daily(Kpi.SIZE)), DashboardFormat.GRAFANA));
        String changed = json(only(suite(Kpi.daily(Kpi.RECENCY)), DashboardFormat.GRAFANA));

        assertThat(uid.matcher(json).results().map(found -> found.group(1)).toList())
                .hasSize(1)
                .isEqualTo(uid.matcher(changed)
                        .results()
                        .map(found -> found.group(1))
                        .toList());
    }

    @Test
    void a_suite_without_metrics_has_no_dashboard() {
        assertThatThrownBy(() -> Dashboard.of(Suite.of(Kpi.daily(Kpi.SIZE)), DashboardFormat.GRAFANA, WINTER))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContainingAll("namespace", "cloudwatch: {");
    }

    @ParameterizedTest
    @EnumSource
    void lakecheck_recognizes_its_own_dashboards(DashboardFormat format) {
        assertThat(json(only(suite(Kpi.daily(Kpi.SIZE)), format)).substring(0, 1000))
                .contains(Dashboard.MARK);
    }

    private static Dataset in(String zone) {
        return new Dataset(
                "zoned",
                Location.of("s3://refined/zoned/{date}/"),
                new Schedule(ZoneId.of(zone), Duration.ofHours(6), Calendar.EVERY_DAY),
                ObjectFilter.DATA,
                List.of(Kpi.SIZE),
                Map.of());
    }

    private static Dataset[] many(int count) {
        return IntStream.range(0, count)
                .mapToObj(i -> Kpi.dataset("d" + i, "s3://refined/d" + i + "/{date}/", Kpi.SIZE))
                .toArray(Dataset[]::new);
    }

    private static Suite suite(Dataset... datasets) {
        Connection region =
                new Connection(Optional.empty(), Optional.of("eu-west-1"), Optional.empty(), Optional.empty());
        return Kpi.suite(new Metrics("Lake/Checks", Map.of(), true, false, region, Alarms.DEFAULT), datasets);
    }

    private static Dashboard only(Suite suite, DashboardFormat format) {
        List<Dashboard> dashboards = Dashboard.of(suite, format, WINTER);
        assertThat(dashboards).hasSize(1);
        return dashboards.get(0);
    }

    static String json(Dashboard dashboard) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try {
            dashboard.writeTo(out);
        } catch (IOException e) {
            throw new AssertionError(e);
        }
        return out.toString(StandardCharsets.UTF_8);
    }

    private static int count(String part, String text) {
        return text.split(Pattern.quote(part), -1).length - 1;
    }
}
