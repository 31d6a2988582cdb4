// SPDX-License-Identifier: Apache-2.0
package kpi;

import static org.assertj.core.api.Assertions.assertThat;
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

/** What a {@link Night} must tell of the job, on any server. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
abstract class NightContract {

    private Map<String, List<String>> verdicts = Map.of();

    /** JUnit's parameters that choose a server. */
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
    void a_whole_night_passes() {
        assertThat(verdicts.get("whole()")).isEmpty();
    }

    @Test
    void nothing_but_a_marker_is_no_data() {
        assertThat(verdicts.get("empty()"))
                .containsExactly(
                        "kpi dt=2026-01-31 recency FAILED: only its marker is there, no data, due 2026-02-01 "
                                + "06:00:00 GMT (s3://lake/refined/kpi/dt=2026-01-31/)",
                        "kpi dt=2026-01-31 size FAILED: 0 B in 0 objects, 320 kB to 700 kB; only its marker "
                                + "is there, no data (s3://lake/refined/kpi/dt=2026-01-31/)",
                        "kpi dt=2026-01-31 delta FAILED: -100 % (0 B after 417.3 kB), -25 % to +50 % allowed; "
                                + "the partition is empty; previous: dt=2026-01-30 "
                                + "(s3://lake/refined/kpi/dt=2026-01-31/)");
    }

    @Test
    void half_of_the_files_is_too_little() {
        assertThat(verdicts.get("halved()"))
                .containsExactly(
                        "kpi dt=2026-01-31 size FAILED: 213.3 kB in 2 objects, 320 kB to 700 kB "
                                + "(s3://lake/refined/kpi/dt=2026-01-31/)",
                        "kpi dt=2026-01-31 delta FAILED: -48.9 % (213.3 kB after 417.3 kB), -25 % to +50 % "
                                + "allowed; previous: dt=2026-01-30 (s3://lake/refined/kpi/dt=2026-01-31/)");
    }

    @Test
    void each_file_twice_is_too_much() {
        assertThat(verdicts.get("doubled()"))
                .containsExactly(
                        "kpi dt=2026-01-31 size FAILED: 849.8 kB in 8 objects, 320 kB to 700 kB "
                                + "(s3://lake/refined/kpi/dt=2026-01-31/)",
                        "kpi dt=2026-01-31 delta FAILED: +103.7 % (849.8 kB after 417.3 kB), -25 % to +50 % "
                                + "allowed; previous: dt=2026-01-30 (s3://lake/refined/kpi/dt=2026-01-31/)");
    }

    @Test
    void eight_in_the_morning_is_late() {
        assertThat(verdicts.get("late()"))
                .containsExactly("kpi dt=2026-01-31 recency FAILED: arrived 2026-02-01 08:00:00 GMT, 2 h late, due "
                        + "2026-02-01 06:00:00 GMT (s3://lake/refined/kpi/dt=2026-01-31/)");
    }

    @Test
    void without_its_marker_it_is_not_complete() {
        assertThat(verdicts.get("no_marker()"))
                .containsExactly("kpi dt=2026-01-31 recency FAILED: no _SUCCESS beside 424.9 kB in 4 objects, due "
                        + "2026-02-01 06:00:00 GMT (s3://lake/refined/kpi/dt=2026-01-31/)");
    }

    @Test
    void what_comes_after_the_marker_is_told() {
        assertThat(verdicts.get("file_after_marker()"))
                .containsExactly("kpi dt=2026-01-31 recency FAILED: dt=2026-01-31/part-00003.parquet was written at "
                        + "2026-02-01 06:00:01 GMT, nothing after _SUCCESS of 2026-02-01 06:00:00 GMT; the "
                        + "partition changed after it was complete (s3://lake/refined/kpi/dt=2026-01-31/)");
    }

    /** What a failed test says, line by line, the name of its bucket left out. */
    private static List<String> verdicts(Execution night) {
        TestExecutionResult result = night.getTerminationInfo().getExecutionResult();
        return result.getThrowable().stream()
                .flatMap(thrown ->
                        thrown instanceof MultipleFailuresError all ? all.getFailures().stream() : Stream.of(thrown))
                .flatMap(thrown -> String.valueOf(thrown.getMessage()).lines())
                .map(line -> line.replaceAll("lakecheck-[0-9a-f-]{36}", "lake"))
                .toList();
    }
}
