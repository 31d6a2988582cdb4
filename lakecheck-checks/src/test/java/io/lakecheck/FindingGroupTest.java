// SPDX-License-Identifier: Apache-2.0
package io.lakecheck;

import static org.assertj.core.api.Assertions.assertThat;

import io.lakecheck.lake.Lake;
import io.lakecheck.lake.LakeException;
import io.lakecheck.lake.MemoryLake;
import io.lakecheck.spec.SuiteFile;
import io.lakecheck.survey.Lakecheck;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Tests which findings on 2026-01-31 share a line. */
class FindingGroupTest {

    private static final String SUITE = """
            zone: UTC
            datasets:
              kpi:
                location: s3://refined/kpi/dt={date}/
                due: 6h
                checks: [ recency: { marker: _SUCCESS }, size: { min: 1 kB }, delta: {}, complete: { last: 5 } ]
            """;

    private final MemoryLake lake = new MemoryLake();

    FindingGroupTest() {
        for (int day = 10; day <= 31; day++) {
            put(day, "part-0", 9000);
            put(day, "_SUCCESS", 0);
        }
    }

    @Test
    void all_checks_of_an_absent_partition_share_a_line() {
        remove(31);

        assertThat(lines(lake))
                .singleElement()
                .asString()
                .startsWith("kpi dt=2026-01-31 recency, size, delta, complete FAILED: absent; expected by ");
    }

    @Test
    void checks_of_a_partition_with_data_have_a_line_each() {
        put(31, "part-0", 10);

        assertThat(lines(lake)).hasSize(4);
    }

    @Test
    void days_that_have_been_absent_ever_since_share_a_line() {
        remove(29);
        remove(30);
        remove(31);

        assertThat(lines(lake))
                .singleElement()
                .asString()
                .contains(" recency, size, delta, complete FAILED: absent; ", "failing since dt=2026-01-29 (3 days)")
                .contains("; re-run the job for these days, oldest first (s3://");
    }

    @Test
    void an_outage_that_began_before_the_last_periods_shares_a_line() {
        IntStream.rangeClosed(20, 31).forEach(this::remove);

        assertThat(lines(lake))
                .singleElement()
                .asString()
                .contains(" recency, size, delta, complete FAILED: absent; ")
                .contains("failing since dt=2026-01-20 (12 days); re-run the job for these days, oldest first (");
    }

    @Test
    void a_single_absent_day_has_no_advice_to_re_run() {
        remove(31);

        assertThat(lines(lake)).singleElement().asString().doesNotContain("re-run");
    }

    @Test
    void all_checks_of_a_dataset_without_any_data_share_a_line() {
        assertThat(lines(new MemoryLake()))
                .singleElement()
                .asString()
                .startsWith("kpi dt=2026-01-31 recency, size, delta, complete FAILED: absent; expected by ")
                .contains("; no data in the last 5 days (s3://");
    }

    @Test
    void absent_days_before_those_that_have_been_absent_ever_since_have_a_line() {
        remove(28);
        remove(30);
        remove(31);

        assertThat(lines(lake)).hasSize(2).anySatisfy(line -> assertThat(line)
                .contains(" complete FAILED: 3 of the last 5 days"));
    }

    @Test
    void all_checks_of_a_misspelled_folder_share_a_line() {
        MemoryLake misspelled = new MemoryLake();
        IntStream.rangeClosed(10, 31)
                .forEach(day ->
                        misspelled.put("s3://refined/kpi/date=2026-01-" + day + "/a", 1, "2026-02-01T03:00:00Z"));

        assertThat(lines(misspelled))
                .singleElement()
                .asString()
                .contains(
                        " recency, size, delta, complete FAILED: absent; ",
                        "no folder in s3://refined/kpi/ has a name");
    }

    @Test
    void other_incomplete_days_have_a_line() {
        remove(31);
        remove(29);

        assertThat(lines(lake))
                .hasSize(2)
                .anySatisfy(line -> assertThat(line).contains(" recency, size, delta FAILED: absent"))
                .anySatisfy(line -> assertThat(line).contains(" complete FAILED: 2 of the last 5 days"));
    }

    @Test
    void stray_folders_have_a_line() {
        remove(31);
        lake.put("s3://refined/kpi/dt=2026-1-5/part-0", 1, "2026-01-31T03:00:00Z");

        assertThat(lines(lake)).hasSize(2).anySatisfy(line -> assertThat(line)
                .contains(" complete FAILED: ", "dt=2026-1-5"));
    }

    @Test
    void checks_that_are_unknown_or_skipped_for_one_reason_share_a_line() {
        Lake denied = (range, visitor) -> {
            throw new LakeException(LakeException.Reason.DENIED, "s3:ListBucket on refined is denied");
        };

        assertThat(lines(denied))
                .singleElement()
                .asString()
                .startsWith("kpi dt=2026-01-31 recency, size, delta, complete UNKNOWN: ");
    }

    private static List<String> lines(Lake lake) {
        Clock clock = Clock.fixed(Instant.parse("2026-02-01T07:00:00Z"), ZoneOffset.UTC);
        Report report = Lakecheck.on(lake).at(clock).run(SuiteFile.parse("lakecheck.yml", SUITE, Path.of("")));
        return FindingGroup.of(report.findings()).stream()
                .map(FindingGroup::text)
                .toList();
    }

    private void put(int day, String name, long bytes) {
        lake.put(
                key(day, name),
                bytes,
                Instant.parse("2026-01-01T03:00:00Z").plusSeconds(86_400L * day).toString());
    }

    private void remove(int day) {
        lake.remove(key(day, "part-0")).remove(key(day, "_SUCCESS"));
    }

    private static String key(int day, String name) {
        return "s3://refined/kpi/dt=2026-01-" + day + "/" + name;
    }
}
