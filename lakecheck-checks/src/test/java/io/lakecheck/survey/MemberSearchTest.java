// SPDX-License-Identifier: Apache-2.0
package io.lakecheck.survey;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.groups.Tuple.tuple;

import io.lakecheck.Check;
import io.lakecheck.CompleteCheck;
import io.lakecheck.Dataset;
import io.lakecheck.Datasets;
import io.lakecheck.Finding;
import io.lakecheck.MissingPolicy;
import io.lakecheck.Outcome;
import io.lakecheck.Report;
import io.lakecheck.Severity;
import io.lakecheck.Suite;
import io.lakecheck.lake.KeyRange;
import io.lakecheck.lake.Lake;
import io.lakecheck.lake.LakeException;
import io.lakecheck.lake.Lifetime;
import io.lakecheck.lake.MemoryLake;
import io.lakecheck.lake.ObjectFilter;
import io.lakecheck.lake.Presence;
import io.lakecheck.partition.Location;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class MemberSearchTest {

    private static final String WRITTEN = "2026-01-03T03:00:00Z";

    private final MemoryLake lake = new MemoryLake();

    @Test
    void members_are_found_in_the_lake() {
        put("a", "b");
        lake.put("s3://lake/other/part-0", 1, WRITTEN);

        assertThat(findings(Datasets.recency()))
                .extracting(Finding::subject, Finding::outcome)
                .containsExactly(
                        tuple("orders[tenant=a] dt=2026-01-02 recency", Outcome.PASSED),
                        tuple("orders[tenant=b] dt=2026-01-02 recency", Outcome.PASSED));
    }

    @Test
    void a_folder_is_listed_once_for_all_entries() {
        put("a", "b");
        for (String tenant : List.of("a", "b")) {
            lake.put("s3://lake/tenant=" + tenant + "/invoices/dt=2026-01-02/part-0", 100, WRITTEN);
        }

        Report report = run(Suite.of(
                open("orders[tenant=*]", "s3://lake/tenant={tenant}/orders/dt={date}/", Datasets.recency()),
                open("invoices[tenant=*]", "s3://lake/tenant={tenant}/invoices/dt={date}/", Datasets.recency())));

        assertThat(lake.searchedFolders()).containsExactly("s3://lake/");
        assertThat(report.suite().datasets())
                .extracting(Dataset::name)
                .containsExactly("orders[tenant=a]", "orders[tenant=b]", "invoices[tenant=a]", "invoices[tenant=b]");
    }

    @Test
    void five_hundred_members_need_one_request_more_than_five_hundred_entries() {
        IntStream.range(0, 500).forEach(tenant -> put("t" + tenant));
        Check complete = new CompleteCheck(7, Severity.FAIL, MissingPolicy.WARN);
        int entries = requests(Suite.of(IntStream.range(0, 500)
                .mapToObj(tenant -> Datasets.named(
                        "t" + tenant,
                        "s3://lake/tenant=t" + tenant + "/orders/dt={date}/",
                        Datasets.recency(),
                        complete))
                .toArray(Dataset[]::new)));

        int members = requests(Suite.of(
                open("orders[tenant=*]", "s3://lake/tenant={tenant}/orders/dt={date}/", Datasets.recency(), complete)));

        assertThat(members).isEqualTo(entries + 1).isLessThan((int) Math.round(1.05 * entries));
    }

    @Test
    void a_folder_that_can_not_be_listed_is_unknown() {
        Lake denied = new Lake() {
            @Override
            public void list(KeyRange range, Visitor visitor) {
                throw new AssertionError("nothing else should be listed");
            }

            @Override
            public void folders(String root, String path, FolderVisitor visitor) {
                throw new LakeException(LakeException.Reason.DENIED, "access denied listing " + root);
            }
        };

        assertThat(lakecheck(denied)
                        .run(suite(Datasets.recency(), Datasets.atLeast(1)))
                        .findings())
                .hasSize(2)
                .allMatch(finding -> finding.outcome() == Outcome.UNKNOWN)
                .allMatch(finding -> finding.text().startsWith("orders[tenant=*] dt=2026-01-02 "));
        assertThat(lakecheck(denied).backtest(suite(Datasets.recency()), 5).series())
                .singleElement()
                .satisfies(series -> assertThat(series.count(Outcome.UNKNOWN)).isOne());
    }

    @Test
    void a_folder_without_members_is_unknown() {
        lake.put("s3://lake/other/part-0", 1, WRITTEN);

        assertThat(findings(Datasets.recency())).singleElement().satisfies(finding -> assertThat(finding.outcome())
                .isEqualTo(Outcome.UNKNOWN));
    }

    @Test
    void a_selection_without_members_is_unknown() {
        put("a");

        assertThat(lakecheck(lake)
                        .members(member -> false)
                        .run(suite(Datasets.recency()))
                        .findings())
                .singleElement()
                .satisfies(finding -> assertThat(finding.outcome()).isEqualTo(Outcome.UNKNOWN));
    }

    @Test
    void too_many_folders_are_unknown() {
        IntStream.rangeClosed(0, Subfolders.MOST)
                .forEach(i -> lake.put("s3://lake/tenant=" + i + "/orders/dt=2026-01-02/part-0", 100, WRITTEN));

        assertThat(findings(Datasets.recency())).singleElement().satisfies(finding -> assertThat(finding.outcome())
                .isEqualTo(Outcome.UNKNOWN));
    }

    @Test
    void hostile_names_are_checked_and_escaped() {
        List<String> names = List.of("..", "100%", "a\nb", "ü\u202e", "x".repeat(900));
        names.forEach(this::put);

        assertThat(findings(Datasets.recency()))
                .hasSize(names.size())
                .allSatisfy(finding -> assertThat(finding.outcome()).isEqualTo(Outcome.PASSED))
                .allSatisfy(finding -> assertThat(finding.text()).doesNotContain("\n", "\u202e"));
    }

    @Test
    void names_with_date_patterns_or_wildcards_are_unknown_and_the_others_are_checked() {
        put("a", "{date}", "*", "b*");

        assertThat(findings(Datasets.recency()))
                .extracting(Finding::outcome)
                .containsExactly(Outcome.PASSED, Outcome.UNKNOWN);
    }

    @Test
    void a_member_that_the_suite_defines_keeps_its_own_checks() {
        put("a", "b");
        Dataset own = Datasets.named("orders[tenant=b]", "s3://lake/tenant=b/orders/dt={date}/", Datasets.atLeast(500));

        assertThat(run(Suite.of(
                                own,
                                open(
                                        "orders[tenant=*]",
                                        "s3://lake/tenant={tenant}/orders/dt={date}/",
                                        Datasets.recency())))
                        .findings())
                .extracting(Finding::subject)
                .containsExactly("orders[tenant=b] dt=2026-01-02 size", "orders[tenant=a] dt=2026-01-02 recency");
    }

    @Test
    void a_new_member_is_a_warning() {
        put("new");
        put("old");
        putDay("old", "2026-01-01");

        assertThat(run(lived(true, Lifetime.Ended.FAIL, Datasets.atLeast(1), Datasets.recency()))
                        .findings())
                .extracting(Finding::outcome)
                .containsExactly(Outcome.WARNED, Outcome.PASSED, Outcome.PASSED, Outcome.PASSED);
    }

    @Test
    void whether_a_member_is_new_takes_no_further_request() {
        put("a", "b", "c");
        for (String tenant : List.of("a", "b", "c")) {
            putDay(tenant, "2026-01-01");
        }

        assertThat(requests(lived(true, Lifetime.Ended.WARN, Datasets.recency())))
                .isEqualTo(requests(suite(Datasets.recency())));
    }

    @Test
    void a_member_that_paused_for_less_than_a_week_is_not_new() {
        put("a");
        putDay("a", "2025-12-26");

        assertThat(run(lived(true, Lifetime.Ended.FAIL, Datasets.recency())).findings())
                .extracting(Finding::outcome)
                .containsExactly(Outcome.PASSED);
    }

    @Test
    void the_periods_before_a_member_began_are_not_incomplete() {
        put("new");
        putDay("new", "2026-01-01");
        put("gap");
        putDay("gap", "2025-12-31");
        Check complete = new CompleteCheck(30, Severity.FAIL, MissingPolicy.SKIP);

        assertThat(run(lived(false, Lifetime.Ended.FAIL, complete)).findings())
                .extracting(Finding::outcome)
                .containsExactly(Outcome.FAILED, Outcome.PASSED);
    }

    @Test
    void a_gap_is_incomplete_if_the_member_had_data_in_the_week_before() {
        put("a");
        putDay("a", "2025-12-26");
        Check complete = new CompleteCheck(7, Severity.FAIL, MissingPolicy.SKIP);

        assertThat(run(lived(false, Lifetime.Ended.FAIL, complete)).findings())
                .singleElement()
                .satisfies(finding ->
                        assertThat(finding.verdict().text()).contains("6 of the last 7 days are incomplete"));
    }

    @Test
    void a_member_whose_first_check_is_complete_keeps_the_remarks() {
        lake.put("s3://lake/tenant=a/orders/dt=2026-01-02/part-0", 100, "2026-01-01T03:00:00Z");
        Check complete = new CompleteCheck(7, Severity.FAIL, MissingPolicy.SKIP);

        assertThat(run(lived(false, Lifetime.Ended.FAIL, complete)).findings())
                .singleElement()
                .satisfies(finding ->
                        assertThat(finding.outcome()).as(finding.text()).isEqualTo(Outcome.WARNED));
    }

    @Test
    void a_member_has_ended_after_a_week_without_data() {
        put("alive");
        putDay("ended", "2025-12-26");
        putDay("late", "2025-12-27");

        assertThat(run(lived(false, Lifetime.Ended.WARN, Datasets.recency(), Datasets.atLeast(1)))
                        .findings())
                .extracting(Finding::subject, Finding::outcome)
                .contains(
                        tuple("orders[tenant=ended] dt=2026-01-02 recency", Outcome.WARNED),
                        tuple("orders[tenant=ended] dt=2026-01-02 size", Outcome.SKIPPED),
                        tuple("orders[tenant=late] dt=2026-01-02 recency", Outcome.FAILED));
        assertThat(run(lived(false, Lifetime.Ended.OK, Datasets.recency())).findings())
                .extracting(Finding::outcome)
                .containsExactly(Outcome.PASSED, Outcome.SKIPPED, Outcome.FAILED);
        assertThat(run(lived(false, Lifetime.Ended.FAIL, Datasets.recency())).findings())
                .extracting(Finding::outcome)
                .containsExactly(Outcome.PASSED, Outcome.FAILED, Outcome.FAILED);
    }

    @Test
    void no_member_has_ended_if_all_are_without_data() {
        putDay("a", "2025-12-20");
        putDay("b", "2025-12-20");

        assertThat(run(lived(false, Lifetime.Ended.OK, Datasets.recency())).findings())
                .extracting(Finding::outcome)
                .containsOnly(Outcome.FAILED);
    }

    private void putDay(String tenant, String day) {
        lake.put("s3://lake/tenant=" + tenant + "/orders/dt=" + day + "/part-0", 100, WRITTEN);
    }

    private static Suite lived(boolean warnsIfNew, Lifetime.Ended ended, Check... checks) {
        Dataset open = suite(checks).datasets().get(0);
        return Suite.of(new Dataset(
                open.name(),
                open.location(),
                open.schedule(),
                open.filter(),
                open.checks(),
                open.dimensions(),
                new Presence(false, false, Optional.of(new Lifetime(warnsIfNew, ended)), Optional.empty())));
    }

    private void put(String... tenants) {
        for (String tenant : tenants) {
            lake.put("s3://lake/tenant=" + tenant + "/orders/dt=2026-01-02/part-0", 100, WRITTEN);
        }
    }

    private List<Finding> findings(Check... checks) {
        return run(suite(checks)).findings();
    }

    private Report run(Suite suite) {
        return lakecheck(lake).run(suite);
    }

    private int requests(Suite suite) {
        int before = lake.listedRanges().size() + lake.searchedFolders().size();
        run(suite);
        return lake.listedRanges().size() + lake.searchedFolders().size() - before;
    }

    private static Lakecheck lakecheck(Lake lake) {
        return Lakecheck.on(lake).at(Datasets.clock(Datasets.DUE_AT));
    }

    private static Suite suite(Check... checks) {
        return Suite.of(open("orders[tenant=*]", "s3://lake/tenant={tenant}/orders/dt={date}/", checks));
    }

    private static Dataset open(String name, String location, Check... checks) {
        return new Dataset(
                name,
                Location.of(location.replace("{tenant}", "TENANT")).open("TENANT"),
                Datasets.daily(Datasets.recency()).schedule(),
                ObjectFilter.DATA,
                List.of(checks),
                Map.of());
    }
}
