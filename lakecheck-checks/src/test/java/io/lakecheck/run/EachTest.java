// SPDX-License-Identifier: Apache-2.0
package io.lakecheck.run;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Tests suites in which one entry defines several datasets: the same shape for each tenant. */
class EachTest {

    private static final String CHECKS = "checks: [ recency: {}, size: { min: 1 kB } ]";

    @TempDir
    private Path folder;

    private CaseLake lake;

    @BeforeEach
    void fill() {
        lake = new CaseLake(folder);
        for (String tenant : List.of("a", "b", "c")) {
            CaseLake.days(
                    10,
                    day -> lake.put(
                            "lake/tenant=" + tenant + "/orders/dt=" + day + "/part-0",
                            9000,
                            day.plusDays(1) + "T03:00:00Z"));
        }
    }

    @Test
    void findings_are_named_after_the_member() {
        assertThat(verify("each: { tenant: [a, b] }, " + CHECKS))
                .anyMatch(line -> line.startsWith("I orders[tenant=a] dt=2026-01-31 recency PASSED"))
                .anyMatch(line -> line.startsWith("I orders[tenant=b] dt=2026-01-31 size PASSED"))
                .noneMatch(line -> line.contains("tenant=c"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"b", "'tenant=b'"})
    void a_member_can_be_named_as_in_findings(String name) {
        assertThat(verify("each: { tenant: '*' }, members: { " + name + ": { checks: [ size: { min: 1 GB } ] } }, "
                        + CHECKS))
                .filteredOn(line -> line.startsWith("E "))
                .singleElement()
                .asString()
                .startsWith("E orders[tenant=b] dt=2026-01-31 size FAILED: 9 kB");
    }

    @Test
    void a_member_that_is_listed_but_missing_fails() {
        assertThat(verify("each: { tenant: [a, nobody] }, " + CHECKS))
                .anyMatch(line -> line.startsWith("E orders[tenant=nobody] dt=2026-01-31"))
                .anyMatch(line -> line.startsWith("I orders[tenant=a] dt=2026-01-31 recency PASSED"));
    }

    @Test
    void a_member_without_any_data_takes_one_line() {
        String checks = "checks: [ recency: {}, size: { min: 1 kB }, delta: {}, complete: { last: 9 } ]";

        assertThat(verify("each: { tenant: [a, nobody] }, " + checks))
                .filteredOn(line -> line.startsWith("E orders[tenant=nobody] "))
                .singleElement()
                .asString()
                .contains(
                        " recency, size, delta, complete FAILED: absent; ",
                        "/lake/tenant=nobody/ contains no folders; next to it: tenant=b, tenant=c (");
    }

    @Test
    void the_name_of_the_entry_selects_all_of_its_datasets() {
        assertThat(verify("each: { tenant: [a, b] }, " + CHECKS, Map.of("datasets", "orders")))
                .anyMatch(line -> line.startsWith("I orders[tenant=a] "))
                .anyMatch(line -> line.startsWith("I orders[tenant=b] "));
    }

    @Test
    void the_full_name_selects_one_dataset() {
        assertThat(verify("each: { tenant: [a, b] }, " + CHECKS, Map.of("datasets", "orders[tenant=b]")))
                .noneMatch(line -> line.contains("tenant=a"))
                .anyMatch(line -> line.startsWith("I orders[tenant=b] "));
    }

    @Test
    void five_hundred_tenants_need_few_lines_and_are_reported_when_they_begin_and_end() {
        for (int tenant = 0; tenant < 500; tenant++) {
            String path = "lake/tenant=t" + tenant + "/orders/dt=";
            if (tenant != 7) {
                lake.put(path + "2026-01-31/part-0", 9000, "2026-02-01T03:00:00Z");
            }
            if (tenant != 8) {
                lake.put(path + (tenant == 7 ? "2026-01-20" : "2026-01-30") + "/part-0", 9000, "2026-01-31T03:00:00Z");
            }
        }
        String suite = """
                zone: UTC
                due: 6h
                datasets:
                  orders:
                    location: lake/tenant={tenant}/orders/dt={date}/
                    each: { tenant: "*" }
                    ended: warn
                    checks: [ recency: {}, size: { min: 1 kB } ]
                    members:
                      t9: { checks: [ size: { min: 1 GB } ] }
                """;

        List<String> lines = lake.verify(suite);

        assertThat(suite.lines().count()).isLessThan(15);
        assertThat(lines)
                .anyMatch(line -> line.startsWith("W orders[tenant=t7] ") && line.contains("the dataset has ended"))
                .anyMatch(line -> line.startsWith("W orders[tenant=t8] ") && line.contains("the dataset is new"))
                .anyMatch(line -> line.startsWith("E orders[tenant=t9] ") && line.contains("size FAILED"))
                .anyMatch(line -> line.startsWith("I orders[tenant=t499] "))
                .filteredOn(line -> line.startsWith("W orders["))
                .hasSize(2);
    }

    @ParameterizedTest
    @ValueSource(strings = {"__HIVE_DEFAULT_PARTITION__", "null", "None", "NaN", "nil"})
    void a_member_named_null_warns(String name) {
        CaseLake.days(
                10,
                day -> lake.put(
                        "lake/tenant=" + name + "/orders/dt=" + day + "/part-0", 9000, day.plusDays(1) + "T03:00:00Z"));

        for (String keys : List.of("", "new: warn, ended: warn, ")) {
            assertThat(verify("each: { tenant: '*' }, " + keys + CHECKS))
                    .anyMatch(line -> line.startsWith("W orders[tenant=" + name + "] dt=2026-01-31 recency WARNED: ")
                            && line.contains("the folder's name shows that its rows have no value"))
                    .anyMatch(line -> line.startsWith("I orders[tenant=a] dt=2026-01-31 recency PASSED"));
        }
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            order/dt=2026-01-31    | tenant=t7/orders/ contains no folders; next to it: order
            orders/date=2026-01-31 | tenant=t7/orders/ has a name such as dt=2026-01-31, only date=2026-01-31
            """)
    void a_member_with_a_misspelled_folder_has_not_simply_ended(String written, String found) {
        CaseLake.days(
                9, day -> lake.put("lake/tenant=t1/orders/dt=" + day + "/p", 9000, day.plusDays(1) + "T03:00:00Z"));
        lake.put("lake/tenant=t7/" + written + "/p", 9000, "2026-02-01T03:00:00Z");

        for (String ended : List.of("warn", "ok")) {
            assertThat(verify("each: { tenant: '*' }, ended: " + ended + ", " + CHECKS))
                    .anyMatch(line -> line.contains("orders[tenant=t7] ") && line.contains(found));
        }
    }

    @Test
    void a_member_that_may_be_absent_is_never_new() {
        lake.put("lake/tenant=rare/orders/dt=2026-01-31/part-0", 9000, "2026-02-01T03:00:00Z")
                .put("lake/tenant=rare/orders/dt=2026-01-22/part-0", 9000, "2026-01-23T03:00:00Z");

        assertThat(verify("each: { tenant: '*' }, new: warn, absent: ok, " + CHECKS))
                .anyMatch(line -> line.startsWith("I orders[tenant=rare] dt=2026-01-31 recency PASSED"));
        assertThat(verify("each: { tenant: '*' }, new: warn, " + CHECKS))
                .anyMatch(line -> line.startsWith("W orders[tenant=rare] ") && line.contains("the dataset is new"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"ok", "warn"})
    void a_member_that_may_be_absent_never_ends(String ended) {
        lake.put("lake/tenant=often/orders/dt=2026-01-31/part-0", 9000, "2026-02-01T03:00:00Z")
                .put("lake/tenant=rare/orders/dt=2026-01-12/part-0", 9000, "2026-01-13T03:00:00Z");

        assertThat(verify("each: { tenant: '*' }, absent: ok, ended: " + ended + ", " + CHECKS))
                .anyMatch(
                        line -> line.startsWith("I orders[tenant=rare] ") && line.contains("allows this (absent: ok)"))
                .noneMatch(line -> line.startsWith("W "));
    }

    @ParameterizedTest
    @ValueSource(strings = {"ok", "warn"})
    void a_backtest_skips_the_days_after_the_end_of_a_member(String ended) {
        CaseLake.days(60, day -> {
            lake.put("lake/tenant=a/orders/dt=" + day + "/part-0", 9000, day.plusDays(1) + "T03:00:00Z");
            if (day.isBefore(LocalDate.parse("2026-01-02"))) {
                lake.put("lake/tenant=old/orders/dt=" + day + "/part-0", 9000, day.plusDays(1) + "T03:00:00Z");
            }
        });
        String suite = "{ zone: UTC, due: 6h, datasets: { orders: { location: 'lake/tenant={tenant}/orders/dt={date}/',"
                + " each: { tenant: '*' }, checks: [ recency: {} ], ended: ";

        assertThat(lake.backtest(suite + ended + " } } }"))
                .anyMatch(line -> line.matches(".*orders\\[tenant=old] recency +alerted on 6 of .*"));
        assertThat(lake.backtest(suite + "fail } } }"))
                .anyMatch(line -> line.matches(".*orders\\[tenant=old] recency +alerted on 30 of .*"));
    }

    @Test
    void hostile_names_are_escaped_in_all_reports() {
        List<String> names = List.of("..", "100%2F", "<xmp>\n##[error]", "ü\u202e", "x".repeat(240));
        names.forEach(
                name -> lake.put("lake/tenant=" + name + "/orders/dt=2026-01-31/part-0", 9000, "2026-02-01T03:00:00Z"));

        List<String> lines = verify("each: { tenant: '*' }, new: ok, " + CHECKS);

        assertThat(lines)
                .noneMatch(line -> line.contains("\n") || line.contains("\u202e") || line.contains("##"))
                .anyMatch(line -> line.startsWith("I orders[tenant=..] "))
                .anyMatch(line -> line.startsWith("I orders[tenant=<xmp>\\u{a}#\\u{23}[error]] "))
                .anyMatch(line -> line.startsWith("I orders[tenant=100%2F] "));
        assertThat(lake.page()).doesNotContain("<xmp>", "\u202e");
        assertThat(lake.text("out/TEST-lakecheck.xml")).doesNotContain("<xmp>");
    }

    @Test
    void the_plan_shows_where_names_are_found() {
        assertThat(lake.plan("""
                datasets:
                  orders:
                    location: lake/tenant={tenant}/orders/dt={date}/
                    each: { tenant: "*" }
                    ended: warn
                    checks: [ size: { min: 1 kB } ]
                """))
                .anyMatch(line -> line.contains("orders[tenant=*] at ")
                        && line.contains("for each tenant=* in ")
                        && line.contains("new: warn, ended: warn"));
    }

    @Test
    void names_are_found_in_the_lake() {
        assertThat(verify("each: { tenant: '*' }, " + CHECKS))
                .anyMatch(line -> line.startsWith("I orders[tenant=a] dt=2026-01-31 recency PASSED"))
                .anyMatch(line -> line.startsWith("I orders[tenant=c] dt=2026-01-31 size PASSED"));
    }

    @Test
    void the_name_of_a_member_selects_it_without_a_search() {
        assertThat(verify("each: { tenant: '*' }, " + CHECKS, Map.of("datasets", "orders[tenant=nobody]")))
                .anyMatch(line -> line.startsWith("E orders[tenant=nobody] dt=2026-01-31"))
                .noneMatch(line -> line.contains("orders[tenant=a]"));
    }

    @Test
    void a_pattern_selects_some_members() {
        assertThat(verify("each: { tenant: '*' }, " + CHECKS, Map.of("datasets", "orders[tenant={a,c}]")))
                .anyMatch(line -> line.startsWith("I orders[tenant=a] "))
                .anyMatch(line -> line.startsWith("I orders[tenant=c] "))
                .noneMatch(line -> line.contains("tenant=b"));
    }

    @Test
    void a_lake_without_members_never_passes() {
        CaseLake empty = new CaseLake(folder.resolve("elsewhere")).put("elsewhere/lake/x", 1, "2026-01-01T00:00:00Z");
        assertThat(empty.verify("{ datasets: { orders: { location: 'lake/tenant={tenant}/orders/dt={date}/',"
                        + " each: { tenant: '*' }, " + CHECKS + " } } }"))
                .anyMatch(line -> line.startsWith("E orders[tenant=*] ") && line.contains(" UNKNOWN"));
    }

    private List<String> verify(String keys) {
        return verify(keys, Map.of());
    }

    private List<String> verify(String keys, Map<String, String> settings) {
        return lake.verify(
                "{ zone: UTC, due: 6h, datasets: { orders: { location: 'lake/tenant={tenant}/orders/dt={date}/', "
                        + keys + " } } }",
                settings);
    }
}
