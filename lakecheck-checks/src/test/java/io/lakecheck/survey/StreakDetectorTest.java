// SPDX-License-Identifier: Apache-2.0
package io.lakecheck.survey;

import static org.assertj.core.api.Assertions.assertThat;

import io.lakecheck.Check;
import io.lakecheck.CompleteCheck;
import io.lakecheck.Dataset;
import io.lakecheck.Datasets;
import io.lakecheck.DeltaCheck;
import io.lakecheck.Finding;
import io.lakecheck.MissingPolicy;
import io.lakecheck.Outcome;
import io.lakecheck.Report;
import io.lakecheck.Severity;
import io.lakecheck.Suite;
import io.lakecheck.baseline.SampleBaseline;
import io.lakecheck.baseline.Tolerance;
import io.lakecheck.lake.MemoryLake;
import io.lakecheck.partition.Calendar;
import io.lakecheck.partition.Incidents;
import io.lakecheck.partition.Partition;
import io.lakecheck.value.Percentage;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Tests since when checks fail, on 2026-01-31. */
class StreakDetectorTest {

    private static final LocalDate CHECKED = LocalDate.parse("2026-01-31");
    private static final Check COMPLETE = new CompleteCheck(31, Severity.FAIL, MissingPolicy.SKIP);
    private static final Check PREVIOUS = DeltaCheck.of(
            SampleBaseline.PREVIOUS, Tolerance.of(Optional.of(Percentage.of(90)), Optional.of(Percentage.of(900))));

    private final MemoryLake lake = new MemoryLake();

    StreakDetectorTest() {
        IntStream.range(0, 20).forEach(back -> put(back, 9000));
    }

    @Test
    void a_check_that_failed_on_earlier_days_says_since_when() {
        IntStream.range(0, 4).forEach(back -> put(back, 10));

        assertThat(verify(Datasets.atLeast(100), COMPLETE).get(0).verdict().reason())
                .isEqualTo("failing since dt=2026-01-28 (4 days)");
    }

    @Test
    void absent_days_count() {
        IntStream.range(0, 3).forEach(this::remove);

        assertThat(verify(Datasets.recency(), COMPLETE).get(0).verdict().reason())
                .contains("failing since dt=2026-01-29 (3 days)");
    }

    @Test
    void skipped_days_neither_end_a_streak_nor_count() {
        IntStream.range(0, 4).forEach(back -> put(back, 10));
        Calendar odd = Calendar.EVERY_DAY.with(new Incidents(Set.of(CHECKED.minusDays(2)), Set.of()));

        assertThat(verify(Datasets.expected(odd, Datasets.atLeast(100), COMPLETE))
                        .get(0)
                        .verdict()
                        .reason())
                .isEqualTo("failing since dt=2026-01-28 (3 expected days)");
    }

    @Test
    void a_check_that_failed_for_the_first_time_has_no_such_reason() {
        put(0, 10);

        Finding finding = verify(Datasets.atLeast(100), COMPLETE).get(0);

        assertThat(finding.verdict().reason()).isEmpty();
        assertThat(finding.streak())
                .contains(new Finding.Streak(Outcome.FAILED, finding.partition(), finding.partition(), 1, true));
    }

    @Test
    void days_that_were_not_listed_may_have_failed_too() {
        IntStream.range(0, 4).forEach(this::late);

        assertThat(verify(Datasets.recency(), PREVIOUS).get(0).verdict().reason())
                .contains("warned since dt=2026-01-30 or earlier (at least 2 days)");
        assertThat(verify(Datasets.recency()).get(0).verdict().reason()).doesNotContain("since");
    }

    @Test
    void days_before_the_first_data_do_not_count() {
        IntStream.range(0, 20).forEach(this::remove);
        IntStream.range(0, 3).forEach(back -> put(back, 10));

        assertThat(verify(Datasets.atLeast(100), COMPLETE).get(0).verdict().reason())
                .isEqualTo("failing since dt=2026-01-29 (3 days)");
    }

    @Test
    void a_dataset_without_any_data_has_no_streak() {
        IntStream.range(0, 20).forEach(this::remove);

        assertThat(verify(Datasets.recency(), COMPLETE))
                .noneMatch(finding -> finding.streak().isPresent())
                .extracting(Finding::text)
                .noneMatch(text -> text.contains("since"));
    }

    @Test
    void a_warning_continues_failures_but_not_the_reverse() {
        late(0);
        remove(1);
        late(2);

        assertThat(verify(Datasets.recency(), COMPLETE).get(0).verdict().reason())
                .contains("warned since dt=2026-01-29 (3 days)");
        remove(0);
        assertThat(verify(Datasets.recency(), COMPLETE).get(0).verdict().reason())
                .contains("failing since dt=2026-01-30 (2 days)");
    }

    @Test
    void earlier_days_have_verdicts_of_the_usual_baseline_from_a_shorter_history() {
        IntStream.range(0, 140).forEach(back -> put(back, 9000 + back % 7 * 100));
        put(1, 20);
        put(0, 20);

        List<Finding> findings = verify(DeltaCheck.DEFAULT);

        assertThat(findings.get(0).verdict().reason()).contains("failing since dt=2026-01-30 (2 days)");
        PastVerdicts past = PastVerdicts.before(findings.get(0).evidence());
        Partition month = past.partitions().get(29);
        assertThat(past.findings(month)).extracting(Finding::outcome).containsExactly(Outcome.PASSED);
    }

    private List<Finding> verify(Check... checks) {
        return verify(Datasets.daily(checks));
    }

    private List<Finding> verify(Dataset dataset) {
        Report report = Lakecheck.on(lake)
                .at(Datasets.clock(Instant.parse("2026-02-01T12:00:00Z")))
                .run(Suite.of(dataset));
        return report.findings();
    }

    private void put(int back, long bytes) {
        lake.put(key(back), bytes, CHECKED.minusDays(back - 1L) + "T03:00:00Z");
    }

    private void late(int back) {
        lake.put(key(back), 9000, CHECKED.minusDays(back - 1L) + "T09:00:00Z");
    }

    private void remove(int back) {
        lake.remove(key(back));
    }

    private static String key(int back) {
        return "s3://refined/kpi/dt=" + CHECKED.minusDays(back) + "/part-0";
    }
}
