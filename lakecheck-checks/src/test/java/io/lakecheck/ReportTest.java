// SPDX-License-Identifier: Apache-2.0
package io.lakecheck;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.lakecheck.delivery.Connection;
import io.lakecheck.lake.KeyRange;
import io.lakecheck.lake.LakeObject;
import io.lakecheck.lake.Traffic;
import io.lakecheck.value.ByteSize;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.junit.jupiter.api.Test;

class ReportTest {

    private static final Dataset ONE = Datasets.named("one", Datasets.KPI, Datasets.atLeast(1));
    private static final Dataset TWO = Datasets.named("two", "s3://refined/ref/", Datasets.atLeast(1));

    @Test
    void its_outcome_is_the_most_severe() {
        assertThat(report().outcome()).isEqualTo(Outcome.PASSED);
        assertThat(report(Outcome.PASSED, Outcome.SKIPPED).outcome()).isEqualTo(Outcome.SKIPPED);
        assertThat(report(Outcome.WARNED, Outcome.SKIPPED).outcome()).isEqualTo(Outcome.WARNED);
        assertThat(report(Outcome.WARNED, Outcome.FAILED, Outcome.PASSED).outcome())
                .isEqualTo(Outcome.FAILED);
        assertThat(report(Outcome.UNKNOWN, Outcome.FAILED).outcome()).isEqualTo(Outcome.UNKNOWN);
    }

    @Test
    void findings_and_reports_print_as_one_line() {
        assertThat(finding(ONE, Outcome.FAILED))
                .hasToString(finding(ONE, Outcome.FAILED).text());
        assertThat(report(Outcome.FAILED, Outcome.PASSED, Outcome.PASSED).toString())
                .contains("FAILED", "1 failed", "2 passed")
                .doesNotContain("\n");
    }

    @Test
    void counts_by_outcome() {
        Report report = report(Outcome.FAILED, Outcome.PASSED, Outcome.FAILED);

        assertThat(report.count(Outcome.FAILED)).isEqualTo(2);
        assertThat(report.count(Outcome.PASSED)).isEqualTo(1);
        assertThat(report.count(Outcome.UNKNOWN)).isZero();
    }

    @Test
    void groups_findings_by_dataset_in_the_suite_s_order() {
        Report report = new Report(
                Suite.of(TWO, ONE),
                Instant.EPOCH,
                Duration.ZERO,
                new Traffic(0, 0, 0),
                List.of(finding(TWO, Outcome.PASSED), finding(ONE, Outcome.FAILED), finding(TWO, Outcome.FAILED)),
                List.of());

        assertThat(report.byDataset().keySet()).containsExactly(TWO, ONE);
        assertThat(report.byDataset().get(TWO))
                .extracting(Finding::outcome)
                .containsExactly(Outcome.PASSED, Outcome.FAILED);
    }

    @Test
    void each_reporter_gets_the_notices_of_those_before_it() {
        List<List<Notice>> received = new ArrayList<>();
        Function<String, Reporter> noting = text -> report -> {
            received.add(report.notices());
            return List.of(new Notice(Notice.Level.INFO, text));
        };

        Report reported = report().reportTo(List.of(noting.apply("a"), noting.apply("b")));

        assertThat(received)
                .extracting(notices -> notices.stream().map(Notice::text).toList())
                .containsExactly(List.of(), List.of("a"));
        assertThat(reported.notices()).extracting(Notice::text).containsExactly("a", "b");
    }

    @Test
    void a_finding_with_hostile_names_is_safe_to_print() {
        Dataset hostile = Datasets.named("x\u001B[31m\n", "s3://refined/\u202E/", Datasets.atLeast(1));

        assertThat(finding(hostile, Outcome.PASSED).text())
                .isEqualTo("x\\u{1b}[31m\\u{a} size PASSED: m; expected a; w (s3://refined/\\u{202e}/)");
    }

    @Test
    void the_text_of_a_verdict_omits_empty_parts() {
        assertThat(Verdict.of(Outcome.PASSED, "m", "a", "w").text()).isEqualTo("m; expected a; w");
        assertThat(Verdict.of(Outcome.PASSED, "m", "", "w").text()).isEqualTo("m; w");
        assertThat(Verdict.of(Outcome.PASSED, "m", "a", "").text()).isEqualTo("m; expected a");
        assertThat(Verdict.of(Outcome.PASSED, "m", "", "").text()).isEqualTo("m");
    }

    @Test
    void a_suite_has_datasets_with_unique_names() {
        assertThatThrownBy(() -> Suite.of()).hasMessage("a suite must have at least one dataset");
        assertThatThrownBy(() -> Suite.of(ONE, TWO, ONE)).hasMessage("duplicate dataset 'one'");
    }

    @Test
    void a_suite_can_be_reduced_to_some_datasets() {
        Suite suite = Suite.of(ONE, TWO);

        assertThat(suite.only(dataset -> dataset.name().equals("two")).map(Suite::datasets))
                .contains(List.of(TWO));
        assertThat(suite.only(dataset -> false)).isEmpty();
    }

    @Test
    void empty_connection_settings_come_from_the_other_connection() {
        Connection some =
                new Connection(Optional.of("http://localhost"), Optional.empty(), Optional.of("p"), Optional.empty());
        Connection other = new Connection(
                Optional.of("http://other"), Optional.of("eu-west-2"), Optional.of("q"), Optional.of(true));

        assertThat(some.or(other))
                .isEqualTo(new Connection(
                        Optional.of("http://localhost"),
                        Optional.of("eu-west-2"),
                        Optional.of("p"),
                        Optional.of(true)));
        assertThat(Connection.DEFAULT.or(some)).isEqualTo(some);
    }

    @Test
    void reading_a_partition_that_was_not_listed_is_a_bug() {
        Evidence evidence = Evidence.empty(TWO, TWO.newestDue(Instant.EPOCH), Instant.EPOCH);

        assertThat(evidence.has(evidence.partition())).isFalse();
        assertThatThrownBy(evidence::current)
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("s3://refined/ref/");
    }

    @Test
    void objects_have_times_in_whole_seconds_and_valid_sizes() {
        assertThat(new LakeObject("k", 0, Instant.parse("2026-01-02T00:00:00.999Z"), "").modified())
                .isEqualTo("2026-01-02T00:00:00Z");
        assertThatThrownBy(() -> new LakeObject("k", -1, Instant.EPOCH, "")).hasMessageContaining("negative");
        assertThatThrownBy(() -> new ByteSize(-1)).hasMessageContaining("negative");
        assertThatThrownBy(() -> new KeyRange("s3://b", "", "")).hasMessageContaining("s3://b");
    }

    private static Finding finding(Dataset dataset, Outcome outcome) {
        Evidence evidence = Evidence.empty(dataset, dataset.newestDue(Instant.EPOCH), Instant.EPOCH);
        return new Finding(dataset.checks().get(0), evidence, Verdict.of(outcome, "m", "a", "w"));
    }

    private static Report report(Outcome... outcomes) {
        List<Finding> findings = java.util.Arrays.stream(outcomes)
                .map(outcome -> finding(ONE, outcome))
                .toList();
        return new Report(Suite.of(ONE), Instant.EPOCH, Duration.ZERO, new Traffic(0, 0, 0), findings, List.of());
    }
}
