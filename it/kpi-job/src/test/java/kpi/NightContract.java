// SPDX-License-Identifier: Apache-2.0
package kpi;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.InstanceOfAssertFactories.STRING;
import static org.junit.platform.engine.discovery.DiscoverySelectors.selectClass;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.platform.engine.TestExecutionResult;
import org.junit.platform.testkit.engine.EngineTestKit;
import org.junit.platform.testkit.engine.Execution;
import org.opentest4j.MultipleFailuresError;

/** Runs {@link Night} on an S3 server and checks the verdicts of its tests. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
abstract class NightContract {

    private static final String FAILED = "kpi dt=2026-01-31 %s FAILED: ";
    private static final String DUE = "by 2026-02-01 06:00:00 GMT";

    private Map<String, List<String>> verdicts = Map.of();

    /** Returns the JUnit configuration parameters that select the server. */
    abstract Map<String, String> backend();

    @BeforeAll
    void run() {
        verdicts = EngineTestKit.engine("junit-jupiter")
                .configurationParameters(backend())
                .selectors(selectClass(Night.class))
                .execute()
                .allEvents()
                .executions()
                .finished()
                .stream()
                .collect(
                        Collectors.toMap(night -> night.getTestDescriptor().getDisplayName(), NightContract::verdicts));
    }

    @Test
    void a_complete_partition_passes() {
        assertThat(verdicts.get("whole()")).isEmpty();
    }

    @Test
    void a_marker_alone_fails_all_checks() {
        assertThat(verdicts.get("empty()"))
                .singleElement(STRING)
                .startsWith(FAILED.formatted("recency, size, delta"))
                .contains("empty except for its marker", DUE);
    }

    @Test
    void half_of_the_files_fails_size_and_delta() {
        assertThat(verdicts.get("halved()"))
                .satisfiesExactly(
                        verdict -> assertThat(verdict)
                                .startsWith(FAILED.formatted("size"))
                                .contains("213.3 kB in 2 objects", "320 kB to 700 kB"),
                        verdict -> assertThat(verdict)
                                .startsWith(FAILED.formatted("delta"))
                                .contains(
                                        "-48.9 %",
                                        "213.3 kB compared with 417.3 kB", "-25 % to +50 %", "dt=2026-01-30"));
    }

    @Test
    void duplicated_files_fail_size_and_delta() {
        assertThat(verdicts.get("doubled()"))
                .satisfiesExactly(
                        verdict -> assertThat(verdict)
                                .startsWith(FAILED.formatted("size"))
                                .contains("849.8 kB in 8 objects", "320 kB to 700 kB"),
                        verdict -> assertThat(verdict)
                                .startsWith(FAILED.formatted("delta"))
                                .contains(
                                        "+103.7 %",
                                        "849.8 kB compared with 417.3 kB", "-25 % to +50 %", "dt=2026-01-30"));
    }

    @Test
    void an_arrival_at_eight_is_late() {
        assertThat(verdicts.get("late()"))
                .singleElement(STRING)
                .startsWith(FAILED.formatted("recency"))
                .contains("arrived 2026-02-01 08:00:00 GMT", "2 h late", DUE);
    }

    @Test
    void a_missing_marker_fails_recency() {
        assertThat(verdicts.get("no_marker()"))
                .singleElement(STRING)
                .startsWith(FAILED.formatted("recency"))
                .contains("no _SUCCESS", "4 objects", "424.9 kB", DUE);
    }

    @Test
    void a_write_after_the_marker_fails_recency() {
        assertThat(verdicts.get("file_after_marker()"))
                .singleElement(STRING)
                .startsWith(FAILED.formatted("recency"))
                .contains(
                        "dt=2026-01-31/part-00003.parquet",
                        "2026-02-01 06:00:01 GMT",
                        "after _SUCCESS",
                        "2026-02-01 06:00:00 GMT");
    }

    @Test
    void each_verdict_names_the_partition() {
        assertThat(verdicts.values().stream().flatMap(List::stream))
                .hasSize(8)
                .allSatisfy(verdict -> assertThat(verdict).endsWith("(s3://lake/refined/kpi/dt=2026-01-31/)"));
    }

    /** Returns the verdicts in the failure message, with the bucket's name removed. */
    private static List<String> verdicts(Execution night) {
        TestExecutionResult result = night.getTerminationInfo().getExecutionResult();
        return result.getThrowable().stream()
                .flatMap(thrown ->
                        thrown instanceof MultipleFailuresError all ? all.getFailures().stream() : Stream.of(thrown))
                .flatMap(thrown -> String.valueOf(thrown.getMessage()).lines())
                .filter(line -> line.startsWith("kpi "))
                .map(line -> line.replaceAll("lakecheck-[0-9a-f-]{36}", "lake"))
                .toList();
    }
}
