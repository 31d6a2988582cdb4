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
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Counts the bars of a chart, and the requests of the run: bars must not cost requests. */
class ChartHistoryTest {

    private static final LocalDate CHECKED = LocalDate.parse("2026-01-31");

    private final MemoryLake lake = new MemoryLake();

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "recency: {}                                          | 1 |  1",
                "delta: { against: previous, drop: 30% }                         | 1 |  2",
                "delta: { against: same weekday, drop: 30% }                     | 1 |  8",
                "delta: { against: median of 4 same-weekday, drop: 30% }         | 1 | 29",
                "delta: { against: same day of month, drop: 30% }                | 1 | 31",
                "complete: { last: 14, strays: skip }                 | 1 | 14",
                "delta: {}                                            | 1 | 31",
                "size: { objects: { max: 4 } }                        | 1 | 31",
                "delta: { against: previous, drop: 30% }, size: { objects: { max: 15 } }  | 1 | 31",
                "delta: { against: previous, drop: 30% }, size: { objects: { max: 20 } }  | 1 | 24",
                "delta: { against: previous, drop: 30% }, size: { objects: { max: 600 } } | 1 |  2"
            })
    void days_on_pages_that_are_read_anyway_are_shown(String checks, long requests, int bars) {
        days("s3://refined/kpi/dt=%s/part-%d", 3);

        assertShown(checks, requests, bars);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "delta: { against: previous, drop: 30% }                         | 1 | 2",
                "delta: { against: same weekday, drop: 30% }                     | 2 | 2",
                "delta: { against: median of 4 same-weekday, drop: 30% }         | 5 | 5"
            })
    void days_of_half_a_page_cost_no_further_requests(String checks, long requests, int bars) {
        days("s3://refined/kpi/dt=%s/part-%03d", 500);

        assertShown(checks, requests, bars);
    }

    @Test
    void more_objects_than_the_suite_allows_cost_one_request_more() {
        days("s3://refined/kpi/dt=%s/part-%03d", 500);
        String checks = "complete: { last: 2, strays: skip }";

        Report report = run(dataset("s3://refined/kpi/dt={date}/", checks + ", size: { objects: { max: 4 } }"));

        assertThat(report.traffic().requests()).isEqualTo(2);
        assertThat(bars(report)).isEqualTo(2);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "recency: {}                                          | 1",
                "recency: { marker: 's3://refined/flags/{date}.done' } | 2",
                "recency: { marker: s3://refined/kpi.done }           | 2",
                "delta: { against: previous, drop: 30% }                         | 1"
            })
    void a_month_of_files_fits_on_one_page(String checks, long requests) {
        days("s3://refined/kpi/kpi_%s.csv", 1);
        days("s3://refined/flags/%s.done", 1);
        lake.put("s3://refined/kpi.done", 1, "2026-02-01T04:00:00Z");

        Report report = run(dataset("s3://refined/kpi/kpi_{date}.csv", checks));

        assertThat(report.traffic().requests()).isEqualTo(requests);
        assertThat(bars(report)).isEqualTo(31);
    }

    @ParameterizedTest
    @ValueSource(strings = {"    include: part-0\n", "    exclude: part-1\n"})
    void a_limit_on_some_of_many_objects_promises_nothing(String filter) {
        days("s3://refined/kpi/dt=%s/part-%d", 3);

        Report report =
                run(dataset("s3://refined/kpi/dt={date}/", "recency: {}, size: { objects: { max: 4 } }") + filter);

        assertThat(report.traffic().requests()).isEqualTo(1);
        assertThat(bars(report)).isEqualTo(1);
    }

    @Test
    void days_that_another_dataset_needs_are_shown() {
        days("s3://refined/kpi/dt=%s/part-%d", 3);
        String previous = dataset("s3://refined/kpi/dt={date}/", "delta: { against: previous, drop: 30% }");

        Report report = run(previous + previous.replace("kpi:", "all:").replace("against: previous, drop: 30%", ""));

        assertThat(bars(report)).isEqualTo(31);
    }

    @Test
    void absent_days_that_were_passed_are_shown_as_absent() {
        days("s3://refined/kpi/dt=%s/part-%d", 3);
        IntStream.range(0, 3).forEach(i -> lake.remove("s3://refined/kpi/dt=2026-01-28/part-" + i));

        Report report = run(dataset("s3://refined/kpi/dt={date}/", "delta: { against: same weekday, drop: 30% }"));

        assertThat(charts(report).get(0).legend())
                .extracting(Chart.LegendEntry::text)
                .contains("absent or empty: dt=2026-01-28");
    }

    private void assertShown(String checks, long requests, int bars) {
        Report report = run(dataset("s3://refined/kpi/dt={date}/", checks));

        assertThat(report.traffic().requests()).isEqualTo(requests);
        assertThat(bars(report)).isEqualTo(bars);
    }

    private void days(String key, int objects) {
        int count = objects < 100 ? 200 : 40;
        IntStream.range(0, count).mapToObj(CHECKED::minusDays).forEach(day -> IntStream.range(0, objects)
                .forEach(i -> lake.put(String.format(key, day, i), 9000, day.plusDays(1) + "T03:00:00Z")));
    }

    private Report run(String datasets) {
        Clock clock = Clock.fixed(Instant.parse("2026-02-01T07:00:00Z"), ZoneOffset.UTC);
        return Lakecheck.on(lake)
                .at(clock)
                .run(SuiteFile.parse("lakecheck.yml", "zone: UTC\ndue: 6h\ndatasets:\n" + datasets, Path.of("")));
    }

    private static String dataset(String location, String checks) {
        return "  kpi:\n    location: " + location + "\n    checks: [ " + checks + " ]\n";
    }

    private static List<Chart> charts(Report report) {
        return CardDetails.of(findings(report)).charts();
    }

    private static int bars(Report report) {
        return PartitionWindow.of(findings(report)).columns().size();
    }

    private static List<Finding> findings(Report report) {
        return report.byDataset().values().iterator().next();
    }
}
