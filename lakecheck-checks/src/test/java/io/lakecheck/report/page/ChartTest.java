// SPDX-License-Identifier: Apache-2.0
package io.lakecheck.report.page;

import static org.assertj.core.api.Assertions.assertThat;

import io.lakecheck.Finding;
import io.lakecheck.Report;
import io.lakecheck.lake.MemoryLake;
import io.lakecheck.spec.SuiteFile;
import io.lakecheck.survey.Lakecheck;
import java.nio.file.Path;
import java.time.Clock;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Tests the charts of a daily dataset on Saturday, 2026-01-31. */
class ChartTest {

    private static final LocalDate CHECKED = LocalDate.parse("2026-01-31");
    private static final String USUAL =
            "checks: [ recency: {}, size: { min: 1 kB }, delta: {}, complete: { last: 31 } ]";

    private final MemoryLake lake = new MemoryLake();

    ChartTest() {
        IntStream.range(0, 200).forEach(back -> put(back, 9000));
    }

    @Test
    void each_bar_has_the_color_of_its_own_verdict_and_a_date_if_it_did_not_pass() {
        put(20, 4000);
        put(19, 500);
        remove(12);
        remove(11);
        lake.put(key(5), 9000, "2026-01-27T09:00:00Z");

        Chart chart = chart(USUAL);

        assertThat(bars(chart, "judged passed")).isEqualTo(1);
        assertThat(bars(chart, "past passed")).isEqualTo(25);
        assertThat(meaning(chart, "past failed")).isEqualTo("failed: dt=2026-01-11 to dt=2026-01-12");
        assertThat(meaning(chart, "past empty failed")).isEqualTo("absent or empty: dt=2026-01-19 to dt=2026-01-20");
        assertThat(meaning(chart, "past warned")).isEqualTo("warned: dt=2026-01-26");
    }

    @Test
    void the_checked_bar_does_not_take_the_color_of_an_earlier_gap() {
        remove(10);

        Chart chart = chart(USUAL);

        assertThat(OutcomeBadge.of(findings(USUAL))).isEqualTo(OutcomeBadge.FAILED);
        assertThat(bars(chart, "judged passed")).isEqualTo(1);
        assertThat(bars(chart, "past empty failed")).isEqualTo(1);
    }

    @Test
    void each_bar_has_its_own_expected_range() {
        IntStream.range(0, 200)
                .filter(back -> CHECKED.minusDays(back).getDayOfWeek() == DayOfWeek.SUNDAY)
                .forEach(back -> put(back, 3000));

        Chart chart = chart(USUAL);

        assertThat(bars(chart, "band")).isEqualTo(31);
        assertThat(tops(chart, "band")).as("weekdays and Sundays").hasSizeGreaterThanOrEqualTo(2);
    }

    @Test
    void the_last_thirty_days_are_shown_if_they_were_listed() {
        Chart chart = chart(USUAL);

        assertThat(chart.from()).isEqualTo("dt=2026-01-01");
        assertThat(chart.to()).isEqualTo("dt=2026-01-31");
        assertThat(bars(chart, "past passed")).isEqualTo(30);
    }

    @Test
    void days_before_the_first_data_are_shown_only_if_they_count_as_incomplete() {
        IntStream.range(4, 200).forEach(this::remove);

        assertThat(meaning(chart(USUAL), "past empty open"))
                .isEqualTo("absent or empty: dt=2026-01-01 to dt=2026-01-27");
        assertThat(chart("checks: [ size: { min: 1 kB }, delta: {} ]").from()).isEqualTo("dt=2026-01-28");
    }

    @Test
    void a_chart_of_objects_does_not_blame_them_for_bytes() {
        put(0, 10);
        remove(7);
        String suite = "checks: [ size: { min: 1 kB, objects: { min: 1 } }, delta: {}, complete: { last: 31 } ]";

        Chart objects = CardDetails.of(findings(suite)).charts().get(1);

        assertThat(bars(objects, "judged passed")).isEqualTo(1);
        assertThat(bars(objects, "past passed")).isEqualTo(29);
        assertThat(meaning(objects, "past empty failed")).isEqualTo("absent or empty: dt=2026-01-24");
        assertThat(bars(chart(suite), "judged failed")).isEqualTo(1);
    }

    @Test
    void a_chart_of_objects_shows_days_with_too_few() {
        Chart objects = CardDetails.of(findings("checks: [ size: { objects: { min: 2 } }, complete: { last: 31 } ]"))
                .charts()
                .get(1);

        assertThat(bars(objects, "judged failed")).isEqualTo(1);
    }

    @Test
    void a_bar_of_a_few_bytes_is_visible() {
        put(0, 1);

        assertThat(path(chart(USUAL), "judged failed")).contains("V197");
    }

    @Test
    void days_outside_the_calendar_take_no_room() {
        Chart chart = chart("days: weekdays\n    " + USUAL);

        assertThat(bars(chart, "past passed")).isEqualTo(30);
        assertThat(chart.from()).isEqualTo("dt=2025-12-19");
        assertThat(meaning(chart, "gap")).isEmpty();
    }

    @Test
    void days_that_were_not_listed_are_marked_and_dated() {
        halfPages();

        Chart chart = chart("checks: [ delta: { against: median of 3 same-weekday, drop: 30% } ]");

        assertThat(bars(chart, "gap")).isEqualTo(3);
        assertThat(meaning(chart, "gap"))
                .isEqualTo(
                        "not listed: dt=2026-01-11 to dt=2026-01-16, dt=2026-01-18 to dt=2026-01-23, dt=2026-01-25 to"
                                + " dt=2026-01-30");
    }

    @Test
    void many_gaps_are_counted() {
        halfPages();

        Chart chart = chart("checks: [ delta: { against: median of 8 same-weekday, drop: 30% } ]");

        assertThat(meaning(chart, "gap")).isEqualTo("not listed: 8 gaps between dt=2025-12-06 and dt=2026-01-31");
    }

    @Test
    void earlier_bars_have_no_verdict_if_it_would_need_more_requests() {
        Chart chart = chart("checks: [ delta: { against: previous, drop: 30% } ]");

        assertThat(meaning(chart, "past open")).isEqualTo("no verdict: dt=2026-01-30");
    }

    @Test
    void facts_say_since_when_a_dataset_fails() {
        IntStream.range(0, 3).forEach(this::remove);

        assertThat(PartitionFacts.of(findings(USUAL)))
                .contains(new DatasetCard.Fact("Failing since", "dt=2026-01-29 (3 days)"))
                .extracting(DatasetCard.Fact::label)
                .containsExactly("Failing since", "Deadline", "Arrival", "Size");
    }

    private Chart chart(String dataset) {
        return CardDetails.of(findings(dataset)).charts().get(0);
    }

    private List<Finding> findings(String dataset) {
        String suite = """
                zone: UTC
                due: 6h
                datasets:
                  kpi:
                    location: s3://refined/kpi/dt={date}/
                    DATASET
                """.replace("DATASET", dataset);
        Clock clock = Clock.fixed(Instant.parse("2026-02-01T07:00:00Z"), ZoneOffset.UTC);
        Report report = Lakecheck.on(lake).at(clock).run(SuiteFile.parse("lakecheck.yml", suite, Path.of("")));
        return report.findings();
    }

    private static String path(Chart chart, String style) {
        return chart.shapes().stream()
                .filter(shape -> shape.style().equals(style))
                .map(Chart.Shape::path)
                .findFirst()
                .orElse("");
    }

    private static long bars(Chart chart, String style) {
        return path(chart, style).chars().filter(c -> c == 'M').count();
    }

    private static List<String> tops(Chart chart, String style) {
        return Pattern.compile("V(\\d+)H")
                .matcher(path(chart, style))
                .results()
                .map(top -> top.group(1))
                .distinct()
                .toList();
    }

    private static String meaning(Chart chart, String style) {
        return chart.legend().stream()
                .filter(entry -> entry.style().equals(style))
                .map(Chart.LegendEntry::text)
                .findFirst()
                .orElse("");
    }

    /** Adds so many objects that two days fit on a page, so that a listing skips the days it does not need. */
    private void halfPages() {
        IntStream.range(0, 70).forEach(back -> IntStream.range(1, 450)
                .forEach(i -> lake.put(
                        key(back).replace("part-0", "part-" + i), 10, CHECKED.minusDays(back - 1L) + "T03:00:00Z")));
    }

    private void put(int back, long bytes) {
        lake.put(key(back), bytes, CHECKED.minusDays(back - 1L) + "T03:00:00Z");
    }

    private void remove(int back) {
        lake.remove(key(back));
    }

    private static String key(int back) {
        return "s3://refined/kpi/dt=" + CHECKED.minusDays(back) + "/part-0";
    }
}
