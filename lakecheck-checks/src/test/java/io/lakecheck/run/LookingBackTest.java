// SPDX-License-Identifier: Apache-2.0
package io.lakecheck.run;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Tests checks that look back at earlier days, in reports and backtests. */
class LookingBackTest {

    private static final String SUITE = """
            zone: UTC
            due: 6h
            datasets:
              kpi:
                location: lake/kpi/dt={date}/
                checks: [ size: { min: 5 kB }, delta: { against: median of 7, drop: 50% }, complete: { last: LAST, strays: fail } ]
            """;

    @TempDir
    Path folder;

    private CaseLake lake;

    @BeforeEach
    void createLake() {
        lake = new CaseLake(folder);
    }

    @Test
    void the_checked_day_is_not_part_of_its_own_evidence() {
        CaseLake.days(60, day -> put(day, day.getDayOfMonth() == 31 && day.getMonthValue() == 1 ? 1234 : 9000));

        assertThat(lake.verify(suite(60))).anyMatch(line -> line.contains(" size FAILED: 1.2 kB in 1 object"));
        assertThat(lake.page())
                .contains("Evidence: 31 partitions", "baseline: 9 kB (7 partitions)")
                .doesNotContain("(8 partitions)");
        assertThat(lake.text("out/lakecheck.json").split("\"dt=2026-01-31\"", -1).length - 1)
                .isLessThanOrEqualTo(3);
    }

    @Test
    void a_day_outside_the_size_limits_is_no_baseline_because_it_is_complete() {
        CaseLake.days(60, day -> put(day, day.equals(LocalDate.parse("2026-01-29")) ? 1234 : 9000));

        lake.verify(suite(60));

        assertThat(lake.page()).contains("excluded: outside the size limits", "baseline: 9 kB (7 partitions)");
    }

    @Test
    void an_outage_of_several_datasets_is_also_one_line() {
        CaseLake.days(9, day -> {
            for (String name : List.of("a", "b", "c", "d", "e")) {
                boolean isMissing = day.isAfter(LocalDate.parse(name.equals("d") ? "2026-01-28" : "2026-01-29"));
                if (!isMissing || name.equals("e")) {
                    lake.put("lake/" + name + "/dt=" + day + "/part-0", 9000, day.plusDays(1) + "T03:00:00Z");
                }
            }
        });
        String datasets = List.of("a", "b", "c", "d", "e").stream()
                .map(name -> name + ": { location: 'lake/" + name + "/dt={date}/' }")
                .collect(Collectors.joining(", "));
        List<String> lines = lake.verify("{ zone: UTC, due: 6h, checks: [ recency: {}, size: { min: 1 },"
                + " complete: { last: 5 } ], datasets: { " + datasets + " } }");

        assertThat(lines)
                .filteredOn(line -> line.contains("datasets have had no data"))
                .containsExactly("E 3 datasets have had no data since 2026-01-30 00:00:00 UTC: a, b, c;"
                        + " probably for the same reason");
        assertThat(lines).filteredOn(line -> line.contains(" FAILED: absent")).hasSize(4);
    }

    @Test
    void days_that_were_late_are_not_part_of_an_outage() {
        for (String name : List.of("a", "b", "c")) {
            CaseLake.days(9, day -> {
                if (day.isBefore(LocalDate.parse("2026-01-31"))) {
                    String hour = day.isBefore(LocalDate.parse("2026-01-29")) ? "03" : "09";
                    lake.put("lake/" + name + "/dt=" + day + "/part-0", 9000, day.plusDays(1) + "T" + hour + ":00:00Z");
                }
            });
        }

        assertThat(outages("recency: { late: fail }, complete: { last: 5 }"))
                .containsExactly("E 3 datasets have had no data since 2026-01-31 00:00:00 UTC: a, b, c;"
                        + " probably for the same reason");
    }

    @Test
    void an_outage_is_one_line_even_if_other_checks_have_another_cause() {
        for (String name : List.of("a", "b", "c")) {
            lake.put("lake/" + name + "/dt=20260128/part-0", 9000, "2026-01-29T03:00:00Z");
            CaseLake.days(9, day -> {
                if (day.isBefore(LocalDate.parse("2026-01-29"))) {
                    lake.put("lake/" + name + "/dt=" + day + "/part-0", 9000, day.plusDays(1) + "T03:00:00Z");
                }
            });
        }

        assertThat(outages("recency: {}, complete: { last: 5, strays: fail }"))
                .containsExactly("E 3 datasets have had no data since 2026-01-29 00:00:00 UTC: a, b, c;"
                        + " probably for the same reason");
        assertThat(outages("size: { min: 1 }, complete: { last: 2, strays: fail }"))
                .containsExactly("E 3 datasets have had no data since 2026-01-30 00:00:00 UTC or earlier: a, b, c;"
                        + " probably for the same reason");
    }

    private List<String> outages(String checks) {
        String datasets = List.of("a", "b", "c").stream()
                .map(name -> name + ": { location: 'lake/" + name + "/dt={date}/' }")
                .collect(Collectors.joining(", "));
        return lake
                .verify("{ zone: UTC, due: 6h, checks: [ " + checks + " ], datasets: { " + datasets + " } }")
                .stream()
                .filter(line -> line.contains("datasets have "))
                .toList();
    }

    @Test
    void a_missing_day_alerts_once_in_a_backtest() {
        CaseLake.days(60, day -> {
            if (!day.equals(LocalDate.parse("2026-01-20"))) {
                put(day, 9000);
            }
        });

        assertThat(lake.backtest(suite(31)))
                .anyMatch(line -> line.startsWith("I kpi complete  alerted on 1 of "))
                .anyMatch(line -> line.contains("dt=2026-01-20") && line.contains("dt=2026-01-20 (absent)"));
    }

    @Test
    void a_dataset_with_few_days_does_not_alert_in_a_backtest() {
        CaseLake.days(12, day -> put(day, 9000));

        assertThat(lake.backtest(suite(31))).anyMatch(line -> line.startsWith("I kpi complete  alerted on 0 of "));
    }

    private static String suite(int last) {
        return SUITE.replace("LAST", Integer.toString(last));
    }

    private void put(LocalDate day, long bytes) {
        lake.put("lake/kpi/dt=" + day + "/part-0", bytes, day.plusDays(1) + "T03:00:00Z");
    }
}
